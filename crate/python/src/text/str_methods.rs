//! The methods of `str` as functions of `&str`. Positions are Python's: code points, not bytes.

mod case;
mod classify;
mod pad;
mod search;
mod split;

pub use case::{capitalize, casefold, lower, swapcase, title, upper};
pub use classify::{
    is_alnum, is_alpha, is_decimal, is_digit, is_identifier, is_lower, is_numeric, is_printable, is_space, is_title,
    is_upper,
};
pub use pad::{center, expandtabs, ljust, rjust, zfill};
pub use search::{count, find, replace, rfind, substring};
pub use split::{
    lstrip, partition, rpartition, rsplit, rsplit_whitespace, rstrip, split, split_whitespace, splitlines, strip,
};

#[cfg(test)]
#[path = "str_methods/tests.rs"]
mod tests;
