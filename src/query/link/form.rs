//! The two forms of an address.

/// The signs of one of the two forms.
pub(super) struct Form {
    /// Between a key and the next.
    pub(super) between: char,
    /// Between a key and its value.
    pub(super) is: char,
    /// Whether private words are written too: for what is no address.
    pub(super) in_full: bool,
}

pub(super) const PARAMS: Form = Form { between: '&', is: '=', in_full: false };
pub(super) const IN_FULL: Form = Form { in_full: true, ..PARAMS };
pub(super) const FRAGMENT: Form = Form { between: ';', is: ':', in_full: false };
