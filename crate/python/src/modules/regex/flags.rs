//! The flags of regular expressions, with CPython's numbers.

pub(super) const IGNORECASE: u32 = 2;
pub(super) const LOCALE: u32 = 4;
pub(super) const MULTILINE: u32 = 8;
pub(super) const DOTALL: u32 = 16;
pub(super) const UNICODE: u32 = 32;
pub(super) const VERBOSE: u32 = 64;
pub(super) const DEBUG: u32 = 128;
pub(super) const ASCII: u32 = 256;
/// All that a program may give.
pub(super) const ALL: u32 = 0x1FF;
/// Which characters have kinds and cases: at most one of these.
pub(super) const KINDS: u32 = ASCII | UNICODE | LOCALE;
/// A pattern of bytes; of no concern to the program.
pub(super) const BYTES: u32 = 0x1_0000;

/// All of them by name, in the order of their numbers.
const NAMES: &[(&str, u32)] = &[
    ("IGNORECASE", IGNORECASE),
    ("LOCALE", LOCALE),
    ("MULTILINE", MULTILINE),
    ("DOTALL", DOTALL),
    ("UNICODE", UNICODE),
    ("VERBOSE", VERBOSE),
    ("DEBUG", DEBUG),
    ("ASCII", ASCII),
];

pub(super) fn of_letter(c: char) -> Option<u32> {
    match c {
        'i' => Some(IGNORECASE),
        'm' => Some(MULTILINE),
        's' => Some(DOTALL),
        'u' => Some(UNICODE),
        'x' => Some(VERBOSE),
        'a' => Some(ASCII),
        'L' => Some(LOCALE),
        _ => None,
    }
}

/// The flags of a compiled pattern as its `repr` writes them.
pub(super) fn text(flags: u32) -> String {
    let shown = NAMES.iter().filter(|(_, flag)| flags & flag != 0 && *flag != UNICODE);
    shown.map(|(name, _)| format!("re.{name}")).collect::<Vec<_>>().join("|")
}
