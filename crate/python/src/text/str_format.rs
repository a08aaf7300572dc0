//! Templates of `str.format`: literals and replacement fields one by one, field names as paths, automatic numbering.
//! The caller fetches the values and expands nested specifications with a further [`Parser`].

use super::error::FormatError;
use super::unicode;

/// How deep specifications may nest: `{:{:{}}}` is too deep, as in CPython.
pub const MAX_NESTING: usize = 2;

/// A replacement field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field<'a> {
    /// What stands before the conversion and the specification; see [`parse_name`].
    pub name: &'a str,
    /// The character after `!`; see [`check_conversion`].
    pub conversion: Option<char>,
    /// The specification.
    pub spec: &'a str,
    /// Whether the specification contains fields itself.
    pub has_nested: bool,
}

/// Text to copy, then the field after it if there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Text to copy, doubled braces already single.
    pub literal: &'a str,
    /// The field that follows.
    pub field: Option<Field<'a>>,
}

/// Iterates over the pieces of a template; ends after the first error.
pub struct Parser<'a> {
    rest: &'a str,
}

impl<'a> Parser<'a> {
    /// A parser at the start of `template`.
    pub fn new(template: &'a str) -> Self {
        Parser { rest: template }
    }

    /// Splits the next character off.
    fn take(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let c = chars.next()?;
        self.rest = chars.as_str();
        Some(c)
    }

    /// What of `whole` lies before the last character read, which is `width` bytes long.
    fn before(&self, whole: &'a str, width: usize) -> &'a str {
        whole.get(..whole.len() - self.rest.len() - width).unwrap_or("")
    }

    fn piece(&mut self) -> Result<Piece<'a>, FormatError> {
        let whole = self.rest;
        let Some(at) = whole.find(['{', '}']) else {
            self.rest = "";
            return Ok(Piece { literal: whole, field: None });
        };
        let (literal, tail) = whole.split_at(at);
        let opens = tail.starts_with('{');
        self.rest = tail.get(1..).unwrap_or("");
        if self.rest.starts_with(if opens { '{' } else { '}' }) {
            self.rest = self.rest.get(1..).unwrap_or("");
            return Ok(Piece { literal: whole.get(..at + 1).unwrap_or(literal), field: None });
        }
        if !opens {
            return Err(FormatError::value("Single '}' encountered in format string"));
        }
        if self.rest.is_empty() {
            return Err(FormatError::value("Single '{' encountered in format string"));
        }
        Ok(Piece { literal, field: Some(self.field()?) })
    }

    fn field(&mut self) -> Result<Field<'a>, FormatError> {
        let whole = self.rest;
        let end = loop {
            match self.take() {
                Some('{') => return Err(FormatError::value("unexpected '{' in field name")),
                // Anything but a bracket may stand in a subscript; its end is left for the next round.
                Some('[') => self.rest = self.rest.find(']').and_then(|at| self.rest.get(at..)).unwrap_or(""),
                Some(c @ ('}' | ':' | '!')) => break c,
                Some(_) => {}
                None => return Err(FormatError::value("expected '}' before end of string")),
            }
        };
        let mut field = Field { name: self.before(whole, 1), conversion: None, spec: "", has_nested: false };
        if end == '}' {
            return Ok(field);
        }
        if end == '!' {
            let missing = || FormatError::value("end of string while looking for conversion specifier");
            field.conversion = Some(self.take().ok_or_else(missing)?);
            match self.take() {
                Some('}') => return Ok(field),
                Some(':') => {}
                Some(_) => return Err(FormatError::value("expected ':' after conversion specifier")),
                None => return Err(FormatError::value("unmatched '{' in format spec")),
            }
        }
        let whole = self.rest;
        let mut depth = 1;
        while let Some(c) = self.take() {
            match c {
                '{' => {
                    field.has_nested = true;
                    depth += 1;
                }
                '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                field.spec = self.before(whole, 1);
                return Ok(field);
            }
        }
        Err(FormatError::value("unmatched '{' in format spec"))
    }
}

impl<'a> Iterator for Parser<'a> {
    type Item = Result<Piece<'a>, FormatError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let piece = self.piece();
        if piece.is_err() {
            self.rest = "";
        }
        Some(piece)
    }
}

/// Which argument a field starts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum First {
    /// A positional argument.
    Index(usize),
    /// A keyword argument.
    Name(String),
}

/// A step from a value to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// `.name`
    Attribute(String),
    /// `[3]`
    Index(usize),
    /// `[key]`
    Key(String),
}

/// Whether fields are numbered by the template or automatically. One for a whole call of `format`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Numbering {
    /// No number seen yet.
    #[default]
    Undecided,
    /// `{}`: the next number.
    Automatic(usize),
    /// `{0}`
    Manual,
}

impl Numbering {
    fn next_index(&mut self, manual: Option<usize>) -> Result<usize, FormatError> {
        match (&mut *self, manual) {
            (Numbering::Automatic(_), Some(_)) => Err(FormatError::value(
                "cannot switch from automatic field numbering to manual field specification",
            )),
            (Numbering::Manual, None) => Err(FormatError::value(
                "cannot switch from manual field specification to automatic field numbering",
            )),
            (_, Some(index)) => {
                *self = Numbering::Manual;
                Ok(index)
            }
            (Numbering::Automatic(next), None) => {
                *next += 1;
                Ok(*next - 1)
            }
            (Numbering::Undecided, None) => {
                *self = Numbering::Automatic(1);
                Ok(0)
            }
        }
    }
}

/// A number written in digits of any script only, or `None`.
fn number(text: &str) -> Result<Option<usize>, FormatError> {
    let mut value = 0_u64;
    for c in text.chars() {
        let Some(digit) = unicode::decimal_value(c) else { return Ok(None) };
        let next = value.checked_mul(10).and_then(|n| n.checked_add(u64::from(digit))).filter(|n| *n <= i64::MAX as u64);
        value = next.ok_or_else(|| FormatError::value("Too many decimal digits in format string"))?;
    }
    Ok((!text.is_empty()).then(|| usize::try_from(value).unwrap_or(usize::MAX)))
}

/// Reads a field's name such as `0.real`, `user[name]` or the empty one.
///
/// # Errors
/// `ValueError`.
pub fn parse_name(name: &str, numbering: &mut Numbering) -> Result<(First, Vec<Step>), FormatError> {
    let (first, mut rest) = name.split_at(name.find(['.', '[']).unwrap_or(name.len()));
    let index = number(first)?;
    let first = if first.is_empty() || index.is_some() {
        First::Index(numbering.next_index(index)?)
    } else {
        First::Name(first.to_string())
    };
    let mut steps = Vec::new();
    while let Some(c) = rest.chars().next() {
        let tail = rest.get(c.len_utf8()..).unwrap_or("");
        let step = match c {
            '.' => {
                let (attribute, after) = tail.split_at(tail.find(['.', '[']).unwrap_or(tail.len()));
                rest = after;
                Step::Attribute(attribute.to_string())
            }
            '[' => {
                let Some((key, after)) = tail.split_once(']') else {
                    return Err(FormatError::value("Missing ']' in format string"));
                };
                rest = after;
                number(key)?.map_or_else(|| Step::Key(key.to_string()), Step::Index)
            }
            _ => {
                return Err(FormatError::value("Only '.' or '[' may follow ']' in format field specifier"));
            }
        };
        if matches!(&step, Step::Attribute(text) | Step::Key(text) if text.is_empty()) {
            return Err(FormatError::value("Empty attribute in format string"));
        }
        steps.push(step);
    }
    Ok((first, steps))
}

/// Whether the character after `!` is `s`, `r` or `a`.
///
/// # Errors
/// `ValueError`.
pub fn check_conversion(conversion: char) -> Result<(), FormatError> {
    match conversion {
        's' | 'r' | 'a' => Ok(()),
        '!'..='~' => Err(FormatError::value(format!("Unknown conversion specifier {conversion}"))),
        _ => Err(FormatError::value(format!("Unknown conversion specifier \\x{:x}", conversion as u32))),
    }
}

/// The `IndexError` for a positional argument that is not there.
pub fn missing_index(index: usize) -> FormatError {
    let message = format!("Replacement index {index} out of range for positional args tuple");
    FormatError::new(super::ErrorKind::Index, message)
}

/// The `ValueError` for specifications nested deeper than [`MAX_NESTING`].
pub fn too_deep() -> FormatError {
    FormatError::value("Max string recursion exceeded")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The template with every field shown as `<first|steps|conversion|spec>`.
    fn show(template: &str, numbering: &mut Numbering) -> Result<String, FormatError> {
        let mut out = String::new();
        for piece in Parser::new(template) {
            let piece = piece?;
            out.push_str(piece.literal);
            if let Some(field) = piece.field {
                let (first, steps) = parse_name(field.name, numbering)?;
                let first = match first {
                    First::Index(i) => i.to_string(),
                    First::Name(name) => name,
                };
                if let Some(c) = field.conversion {
                    check_conversion(c)?;
                }
                let steps: String = steps.iter().map(|s| match s {
                    Step::Attribute(a) => format!(".{a}"),
                    Step::Index(i) => format!("[{i}]"),
                    Step::Key(k) => format!("['{k}']"),
                }).collect();
                let conversion = field.conversion.map(String::from).unwrap_or_default();
                let spec = if field.has_nested { show(field.spec, numbering)? } else { field.spec.to_string() };
                out.push_str(&format!("<{first}|{steps}|{conversion}|{spec}>"));
            }
        }
        Ok(out)
    }

    #[test]
    fn fields_are_pythons() {
        let table: &[(&str, Result<&str, &str>)] = include!("testdata/str_format.in");
        for (template, expect) in table {
            let got = show(template, &mut Numbering::default()).map_err(|e| e.message);
            assert_eq!(got.as_deref().map_err(String::as_str), *expect, "{template:?}");
        }
    }
}
