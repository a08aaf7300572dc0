//! Stands in for the package of this name, of which the Python parser uses one
//! function: it looks up the character that `"\N{BULLET}"` names. The tables
//! for that are two thirds of what the parser adds to the page. Without them
//! every such escape is an error at the name, which the front end reports as
//! unsupported; `"\u2022"` or the character itself do the same work.

/// The character with this name: none is known.
pub fn character(_name: &str) -> Option<char> {
    None
}
