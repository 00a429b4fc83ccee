//! Our key in a fragment that belongs to the host page.

use super::read::without_entity;

/// The value of a key in a whole fragment, as it stands there: of `#a=1&plan=priority:asb&b`, `priority:asb`.
#[must_use]
pub fn fragment_key(whole_fragment: &str, key: &str) -> Option<String> {
    let whole = whole_fragment.strip_prefix('#').unwrap_or(whole_fragment);
    whole.split('&').find_map(|piece| value_of(piece, key)).map(str::to_owned)
}

/// Whether a whole fragment is a route of the page's own router, which takes all of it: `#/news`, `#!/news`.
#[must_use]
pub fn is_route(whole_fragment: &str) -> bool {
    let whole = whole_fragment.strip_prefix('#').unwrap_or(whole_fragment);
    whole.strip_prefix('!').unwrap_or(whole).starts_with('/')
}

/// A whole fragment with another value of a key, or without the key where there is no value or an empty one.
///
/// Everything else is kept byte for byte, the `#` at its start included: there is one in the result if there was one before.
/// Nothing at all is left where the key stood alone.
#[must_use]
pub fn with_fragment_key(whole_fragment: &str, key: &str, value: Option<&str>) -> String {
    let whole = whole_fragment.strip_prefix('#').unwrap_or(whole_fragment);
    let sign = &whole_fragment[..whole_fragment.len() - whole.len()];
    let ours = value.filter(|it| !it.is_empty()).map(|value| [key, "=", value].concat());
    let mut left = ours.as_deref();
    let mut pieces: Vec<&str> = Vec::new();
    for piece in whole.split('&') {
        if value_of(piece, key).is_none() {
            pieces.push(piece);
        } else if let Some(ours) = left.take() {
            pieces.push(ours);
        }
    }
    if let Some(ours) = left {
        if whole.is_empty() {
            pieces.clear();
        }
        pieces.push(ours);
    }
    if pieces.is_empty() { String::new() } else { [sign, &pieces.join("&")].concat() }
}

/// The value that a piece of a fragment gives to a key.
fn value_of<'t>(piece: &'t str, key: &str) -> Option<&'t str> {
    let rest = without_entity(piece).strip_prefix(key)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix('=') }
}
