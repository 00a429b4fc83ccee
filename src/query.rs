//! What the visitor wants.
