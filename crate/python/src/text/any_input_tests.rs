//! Whatever the text, nothing panics, and what can be turned back comes back.

use num_bigint::BigInt;

use super::*;

/// A small generator of texts, the same in every run.
struct Texts(u64);

impl Texts {
    fn number(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn text(&mut self, alphabet: &[char]) -> String {
        let length = self.number() % 12;
        (0..length).filter_map(|_| alphabet.get(self.number() as usize % alphabet.len()).copied()).collect()
    }
}

#[test]
fn templates_and_numbers_never_panic() {
    let alphabet: Vec<char> = "{}[]!:.,_%()*<>=^+-# 019zdxefgrscn'\"\\\n\tΣé٣😀".chars().collect();
    let mut texts = Texts(42);
    for _ in 0..30_000 {
        let text = texts.text(&alphabet);
        let x = f64::from_bits(texts.number());
        let n = BigInt::from(texts.number() as i64);
        for piece in str_format::Parser::new(&text).flatten() {
            if let Some(field) = piece.field {
                let _ = str_format::parse_name(field.name, &mut str_format::Numbering::default());
            }
        }
        for piece in percent::Parser::new(&text).flatten() {
            if let percent::Piece::Conversion(mut conversion) = piece {
                conversion.set_precision(n.bits() as i64 - 40);
                assert!(conversion.format_text(&text).is_ok() || conversion.width.is_some());
                let _ = (conversion.format_int(&n), conversion.format_float(x), conversion.check_kind());
            }
        }
        let _ = (format_spec::format_int(&n, &text), format_spec::format_float(x, &text));
        let _ = (format_spec::format_str(&text, &text), int_text::parse(&text, 0), float_repr::parse(&text));
        let _ = (float_ops::round_to_places(x, n.bits() as i64 - 40), float_ops::power(x, 0.5), float_ops::hex(x));
        let _ = hash::hash_float(x);
        if x.is_finite() {
            let (a, b) = float_ops::as_integer_ratio(x).unwrap();
            assert_eq!(float_ops::int_true_divide(&a, &b).unwrap().to_bits() << 1, x.to_bits() << 1);
        }
    }
}

#[test]
fn texts_come_back() {
    let alphabet: Vec<char> = "ab ,\t\n\r\u{1c}\u{2028}éΣß😀'\"\\\u{301}".chars().collect();
    let mut texts = Texts(7);
    for _ in 0..20_000 {
        let text = texts.text(&alphabet);
        assert_eq!(str_methods::split(&text, ",", None).unwrap().join(","), text);
        assert_eq!(str_methods::rsplit(&text, "a", Some(2)).unwrap().join("a"), text);
        assert_eq!(str_methods::splitlines(&text, true).concat(), text);
        assert_eq!(str_repr::parse_bytes(&str_repr::bytes_repr(text.as_bytes())).as_deref(), Some(text.as_bytes()));
        assert_eq!(str_methods::lower(&text), text.to_lowercase());
        let length = text.chars().count();
        if let Some(at) = str_methods::find(&text, "é", 0, length) {
            assert_eq!(str_methods::substring(&text, at, at + 1), "é");
        }
        let _ = (str_methods::title(&text), str_methods::capitalize(&text), str_methods::swapcase(&text));
        let _ = (str_methods::split_whitespace(&text, Some(1)), suggest::suggest(&text, &["ab", "é"]));
    }
}
