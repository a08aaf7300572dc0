//! The name of a task, equal and hashed as Python does it.
//!
//! Dask keys are strings, numbers and tuples of these, and a graph is a Python
//! dict, where `1`, `1.0` and `True` are the same key.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// A key of a task graph. Cloning is cheap: texts and tuples are shared.
#[derive(Debug, Clone)]
pub enum Key {
    None,
    Bool(bool),
    Int(i64),
    Float(f64),
    Str(Arc<str>),
    Bytes(Arc<[u8]>),
    Tuple(Arc<[Key]>),
}

/// What a key is compared by: numbers that Python calls equal are one number.
#[derive(PartialEq, Eq, Hash)]
enum Canonical<'a> {
    None,
    Int(i64),
    /// A float that is no `i64`, by its bits, so that one NaN equals itself
    /// as the same object does in a Python dict.
    Float(u64),
    Str(&'a str),
    Bytes(&'a [u8]),
    Tuple(&'a [Key]),
}

const I64_LIMIT: f64 = 9_223_372_036_854_775_808.0;

impl Key {
    /// A text key.
    pub fn text(text: impl Into<Arc<str>>) -> Self {
        Self::Str(text.into())
    }

    /// A tuple key, such as `("x-1234", 0, 1)`.
    pub fn tuple(items: impl Into<Arc<[Key]>>) -> Self {
        Self::Tuple(items.into())
    }

    fn canonical(&self) -> Canonical<'_> {
        match self {
            Self::None => Canonical::None,
            Self::Bool(value) => Canonical::Int(i64::from(*value)),
            Self::Int(value) => Canonical::Int(*value),
            Self::Float(value) => canonical_float(*value),
            Self::Str(text) => Canonical::Str(text),
            Self::Bytes(bytes) => Canonical::Bytes(bytes),
            Self::Tuple(items) => Canonical::Tuple(items),
        }
    }
}

fn canonical_float(value: f64) -> Canonical<'static> {
    let integral = value.trunc() == value && (-I64_LIMIT..I64_LIMIT).contains(&value);
    if integral { Canonical::Int(value as i64) } else { Canonical::Float(value.to_bits()) }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.canonical() == other.canonical()
    }
}

impl Eq for Key {}

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.canonical().hash(state);
    }
}

impl From<&str> for Key {
    fn from(text: &str) -> Self {
        Self::Str(Arc::from(text))
    }
}

impl From<String> for Key {
    fn from(text: String) -> Self {
        Self::Str(Arc::from(text))
    }
}

impl From<i64> for Key {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    #[test]
    fn numbers_that_python_calls_equal_are_one_key() {
        let mut dict = HashMap::new();
        dict.insert(Key::Int(1), "int");
        assert_eq!(dict.get(&Key::Float(1.0)), Some(&"int"));
        assert_eq!(dict.get(&Key::Bool(true)), Some(&"int"));
        assert_eq!(dict.get(&Key::Float(1.5)), None);
        assert_eq!(dict.get(&Key::text("1")), None);
        assert_eq!(Key::Float(-0.0), Key::Int(0));
        assert_ne!(Key::Float(I64_LIMIT), Key::Int(i64::MAX));
        assert_eq!(Key::Float(-I64_LIMIT), Key::Int(i64::MIN));
        assert_eq!(Key::Float(f64::NAN), Key::Float(f64::NAN));
    }

    #[test]
    fn equality_reaches_into_tuples() {
        let one = Key::tuple([Key::from("x"), Key::Int(1)]);
        let same = Key::tuple([Key::from("x"), Key::Bool(true)]);
        let mut dict = HashMap::new();
        dict.insert(one, ());
        assert!(dict.contains_key(&same));
        assert!(!dict.contains_key(&Key::tuple([Key::from("x")])));
        assert_ne!(Key::Bytes(Arc::from(*b"x")), Key::from("x"));
    }
}
