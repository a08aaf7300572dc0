//! The flags of regular expressions, with CPython's numbers.

pub(super) const IGNORECASE: u32 = 2;
pub(super) const LOCALE: u32 = 4;
pub(super) const MULTILINE: u32 = 8;
pub(super) const DOTALL: u32 = 16;
pub(super) const UNICODE: u32 = 32;
pub(super) const VERBOSE: u32 = 64;
pub(super) const DEBUG: u32 = 128;
pub(super) const ASCII: u32 = 256;

/// All of them by name, long and short.
pub(super) const NAMES: &[(&str, &str, u32)] = &[
    ("IGNORECASE", "I", IGNORECASE),
    ("LOCALE", "L", LOCALE),
    ("MULTILINE", "M", MULTILINE),
    ("DOTALL", "S", DOTALL),
    ("UNICODE", "U", UNICODE),
    ("VERBOSE", "X", VERBOSE),
    ("DEBUG", "DEBUG", DEBUG),
    ("ASCII", "A", ASCII),
];

pub(super) fn of_letter(c: char) -> Option<u32> {
    match c {
        'i' => Some(IGNORECASE),
        'm' => Some(MULTILINE),
        's' => Some(DOTALL),
        'u' => Some(UNICODE),
        'x' => Some(VERBOSE),
        'a' => Some(ASCII),
        _ => None,
    }
}

/// The flags of a compiled pattern as its `repr` writes them.
pub(super) fn text(flags: u32) -> String {
    let shown = NAMES.iter().filter(|(_, _, flag)| flags & flag != 0 && *flag != UNICODE);
    shown.map(|(name, ..)| format!("re.{name}")).collect::<Vec<_>>().join("|")
}
