//! printf-style formatting, `template % values`. [`Parser`] yields literals and conversions one by one and the caller
//! fetches the values, so that errors arise in CPython's order; the `format_*` functions write one value each.

use num_bigint::{BigInt, Sign};

use super::error::{FormatError, check_length};
use super::format_spec::format_number_digits;
use super::int_text;

/// A width or a precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Written in the template.
    Fixed(usize),
    /// `*`: the next value gives it; see [`Conversion::set_width`] and [`Conversion::set_precision`].
    FromArgument,
}

/// One `%...` of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// The key in parentheses: the value is looked up in a mapping.
    pub key: Option<String>,
    /// `-`
    pub left: bool,
    /// `+`
    pub plus: bool,
    /// A blank: a blank in front of what is not negative.
    pub blank: bool,
    /// `#`
    pub alternate: bool,
    /// `0`
    pub zero: bool,
    /// The least number of characters.
    pub width: Option<Amount>,
    /// Digits or characters.
    pub precision: Option<Amount>,
    /// The letter. `%` after flags or a width still takes a value, as in CPython, but writes only a percent sign.
    pub kind: char,
    /// Where the letter stands in the template, in characters.
    pub index: usize,
}

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text to copy.
    Literal(String),
    /// A value to format.
    Conversion(Conversion),
}

/// Iterates over the pieces of a template; ends after the first error.
pub struct Parser {
    chars: Vec<char>,
    at: usize,
}

impl Parser {
    /// A parser at the start of `template`.
    pub fn new(template: &str) -> Self {
        Parser { chars: template.chars().collect(), at: 0 }
    }

    fn take(&mut self) -> Option<char> {
        let c = self.chars.get(self.at).copied();
        self.at += usize::from(c.is_some());
        c
    }

    fn key(&mut self) -> Result<String, FormatError> {
        let mut depth = 1;
        let mut key = String::new();
        while let Some(c) = self.take() {
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return Ok(key);
            }
            key.push(c);
        }
        Err(FormatError::value("incomplete format key"))
    }

    fn amount(&mut self, what: &str, limit: u64) -> Result<Option<Amount>, FormatError> {
        if self.chars.get(self.at) == Some(&'*') {
            self.at += 1;
            return Ok(Some(Amount::FromArgument));
        }
        let mut value: Option<u64> = None;
        while let Some(digit) = self.chars.get(self.at).and_then(|c| c.to_digit(10)) {
            let next = value.unwrap_or(0).checked_mul(10).and_then(|n| n.checked_add(u64::from(digit)));
            let next = next.filter(|n| *n <= limit);
            value = Some(next.ok_or_else(|| FormatError::value(format!("{what} too big")))?);
            self.at += 1;
        }
        Ok(value.map(|n| Amount::Fixed(usize::try_from(n).unwrap_or(usize::MAX))))
    }

    fn conversion(&mut self) -> Result<Conversion, FormatError> {
        let mut found = Conversion {
            key: None,
            left: false,
            plus: false,
            blank: false,
            alternate: false,
            zero: false,
            width: None,
            precision: None,
            kind: '%',
            index: 0,
        };
        if self.chars.get(self.at) == Some(&'(') {
            self.at += 1;
            found.key = Some(self.key()?);
        }
        while let Some(c) = self.chars.get(self.at) {
            match c {
                '-' => found.left = true,
                '+' => found.plus = true,
                ' ' => found.blank = true,
                '#' => found.alternate = true,
                '0' => found.zero = true,
                _ => break,
            }
            self.at += 1;
        }
        found.width = self.amount("width", i64::MAX as u64)?;
        if self.chars.get(self.at) == Some(&'.') {
            self.at += 1;
            found.precision = self.amount("precision", i32::MAX as u64)?.or(Some(Amount::Fixed(0)));
        }
        if matches!(self.chars.get(self.at), Some('h' | 'l' | 'L')) {
            self.at += 1;
        }
        found.index = self.at;
        found.kind = self.take().ok_or_else(|| FormatError::value("incomplete format"))?;
        Ok(found)
    }
}

impl Iterator for Parser {
    type Item = Result<Piece, FormatError>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut literal = String::new();
        while let Some(c) = self.chars.get(self.at).copied() {
            match (c, self.chars.get(self.at + 1)) {
                ('%', Some('%')) => {
                    literal.push('%');
                    self.at += 2;
                }
                ('%', _) if literal.is_empty() => {
                    self.at += 1;
                    let piece = self.conversion().map(Piece::Conversion);
                    if piece.is_err() {
                        self.at = self.chars.len();
                    }
                    return Some(piece);
                }
                ('%', _) => break,
                _ => {
                    literal.push(c);
                    self.at += 1;
                }
            }
        }
        (!literal.is_empty()).then_some(Ok(Piece::Literal(literal)))
    }
}

impl Conversion {
    /// The width that a `*` fetched: a negative one aligns to the left.
    pub fn set_width(&mut self, width: i64) {
        self.left |= width < 0;
        self.width = Some(Amount::Fixed(usize::try_from(width.unsigned_abs()).unwrap_or(usize::MAX)));
    }

    /// The precision that a `*` fetched: a negative one counts as zero.
    pub fn set_precision(&mut self, precision: i64) {
        self.precision = Some(Amount::Fixed(usize::try_from(precision.max(0)).unwrap_or(usize::MAX)));
    }

    fn fixed(amount: Option<Amount>) -> Option<usize> {
        match amount {
            Some(Amount::Fixed(n)) => Some(n),
            _ => None,
        }
    }

    /// The `ValueError` for a letter that no conversion has, `None` if the letter is known.
    pub fn check_kind(&self) -> Option<FormatError> {
        if "sradiuoxXcfFeEgG%".contains(self.kind) {
            return None;
        }
        let shown = if (' '..='~').contains(&self.kind) { self.kind } else { '?' };
        let code = self.kind as u32;
        let index = self.index;
        Some(FormatError::value(format!("unsupported format character '{shown}' (0x{code:x}) at index {index}")))
    }

    fn lay_out(&self, negative: Option<bool>, prefix: &str, body: &str) -> Result<String, FormatError> {
        let sign = match negative {
            Some(true) => "-",
            Some(false) if self.plus => "+",
            Some(false) if self.blank => " ",
            _ => "",
        };
        let length = sign.len() + prefix.len() + body.chars().count();
        let missing = Self::fixed(self.width).unwrap_or(0).saturating_sub(length);
        check_length(missing.checked_add(length.saturating_mul(4)))?;
        let (blanks, zeros, after) = match (self.left, self.zero && negative.is_some()) {
            (true, _) => (0, 0, missing),
            (false, true) => (0, missing, 0),
            (false, false) => (missing, 0, 0),
        };
        Ok([&" ".repeat(blanks), sign, prefix, &"0".repeat(zeros), body, &" ".repeat(after)].concat())
    }

    /// `%s`, `%r` and `%a` of a text that the caller made of the value.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn format_text(&self, text: &str) -> Result<String, FormatError> {
        let end = Self::fixed(self.precision).and_then(|n| text.char_indices().nth(n)).map_or(text.len(), |(at, _)| at);
        self.lay_out(None, "", text.get(..end).unwrap_or(text))
    }

    /// `%c` of one character.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn format_char(&self, c: char) -> Result<String, FormatError> {
        self.lay_out(None, "", &c.to_string())
    }

    /// `%c` of a code point.
    ///
    /// # Errors
    /// `OverflowError` beyond the last code point.
    pub fn format_code_point(&self, code: Option<i64>) -> Result<String, FormatError> {
        self.format_char(super::format_spec::code_point(code.unwrap_or(-1))?)
    }

    /// `%d`, `%i`, `%u`, `%o`, `%x` and `%X`.
    ///
    /// # Errors
    /// `ValueError` for a number with too many digits, and `MemoryError`.
    pub fn format_int(&self, n: &BigInt) -> Result<String, FormatError> {
        let magnitude = n.magnitude();
        let (prefix, digits) = match self.kind {
            'o' => ("0o", magnitude.to_str_radix(8)),
            'x' => ("0x", magnitude.to_str_radix(16)),
            'X' => ("0X", magnitude.to_str_radix(16).to_uppercase()),
            _ => ("", int_text::to_decimal(&BigInt::from(magnitude.clone()))?),
        };
        let prefix = if self.alternate { prefix } else { "" };
        let missing = Self::fixed(self.precision).unwrap_or(0).saturating_sub(digits.len());
        check_length(missing.checked_add(digits.len()))?;
        self.lay_out(Some(n.sign() == Sign::Minus), prefix, &format!("{}{digits}", "0".repeat(missing)))
    }

    /// `%e`, `%f`, `%g` and their capitals.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn format_float(&self, x: f64) -> Result<String, FormatError> {
        let precision = Self::fixed(self.precision).unwrap_or(6);
        let digits = format_number_digits(x, self.kind, Some(precision), self.alternate, false)?;
        self.lay_out(Some(x.is_sign_negative() && !x.is_nan()), "", &digits)
    }

    /// The `TypeError` for a value of type `type_name` that this conversion cannot take.
    pub fn wrong_type(&self, type_name: &str) -> FormatError {
        let kind = self.kind;
        FormatError::type_error(match kind {
            'd' | 'i' | 'u' => format!("%{kind} format: a real number is required, not {type_name}"),
            'o' | 'x' | 'X' => format!("%{kind} format: an integer is required, not {type_name}"),
            'c' => "%c requires int or char".to_string(),
            _ => format!("must be real number, not {type_name}"),
        })
    }
}

/// A conversion is left but no value.
pub fn not_enough_arguments() -> FormatError {
    FormatError::type_error("not enough arguments for format string")
}

/// A value is left but no conversion.
pub fn not_all_converted() -> FormatError {
    FormatError::type_error("not all arguments converted during string formatting")
}

/// A key, but the right side is no mapping.
pub fn mapping_required() -> FormatError {
    FormatError::type_error("format requires a mapping")
}

/// The value for `*` is no integer.
pub fn star_wants_int() -> FormatError {
    FormatError::type_error("* wants int")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Formats a template with a single conversion.
    fn format(template: &str, write: impl Fn(&Conversion) -> Result<String, FormatError>) -> Result<String, String> {
        let mut out = String::new();
        for piece in Parser::new(template) {
            match piece.map_err(|e| e.message)? {
                Piece::Literal(text) => out.push_str(&text),
                Piece::Conversion(c) => match c.check_kind() {
                    Some(error) => return Err(error.message),
                    None => out.push_str(&write(&c).map_err(|e| e.message)?),
                },
            }
        }
        Ok(out)
    }

    #[test]
    fn conversions_are_pythons() {
        let ints: &[(&str, &str, Result<&str, &str>)] = include!("testdata/percent_int.in");
        for (template, value, expect) in ints {
            let got = format(template, |c| c.format_int(&value.parse().unwrap()));
            assert_eq!(got.as_deref().map_err(String::as_str), *expect, "{template} {value}");
        }
        let floats: &[(&str, f64, Result<&str, &str>)] = include!("testdata/percent_float.in");
        for (template, value, expect) in floats {
            let got = format(template, |c| c.format_float(*value));
            assert_eq!(got.as_deref().map_err(String::as_str), *expect, "{template} {value}");
        }
        let texts: &[(&str, &str, Result<&str, &str>)] = include!("testdata/percent_str.in");
        for (template, value, expect) in texts {
            let got = format(template, |c| c.format_text(value));
            assert_eq!(got.as_deref().map_err(String::as_str), *expect, "{template} {value}");
        }
    }

    #[test]
    fn keys_and_stars_reach_the_caller() {
        let pieces: Vec<Piece> = Parser::new("a%(k(x))-*.*f%%").map(Result::unwrap).collect();
        let [Piece::Literal(a), Piece::Conversion(c), Piece::Literal(percent)] = pieces.as_slice() else { panic!("{pieces:?}") };
        assert_eq!((a.as_str(), percent.as_str(), c.key.as_deref()), ("a", "%", Some("k(x)")));
        assert_eq!((c.width, c.precision, c.left), (Some(Amount::FromArgument), Some(Amount::FromArgument), true));
        let mut c = c.clone();
        c.left = false;
        c.set_width(-7);
        c.set_precision(2);
        assert_eq!(c.format_float(1.0).unwrap(), "1.00   ");
        assert_eq!(format("%(a", |_| Ok(String::new())), Err("incomplete format key".to_string()));
        assert_eq!(c.wrong_type("str").message, "must be real number, not str");
        assert_eq!(c.format_code_point(None).unwrap_err().message, "%c arg not in range(0x110000)");
    }
}
