use super::*;
use crate::text::FormatError;

/// Parts of a list as the tables write them.
fn flat<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    parts.into_iter().collect::<Vec<_>>().join("\u{1}")
}

#[test]
fn cases_are_pythons() {
    let table: &[(&str, [&str; 6])] = include!("../testdata/str_case.in");
    for (text, expect) in table {
        assert_eq!([upper, lower, casefold, capitalize, title, swapcase].map(|f| f(text)), *expect, "{text:?}");
    }
}

#[test]
fn classes_are_pythons() {
    let table: &[(&str, [bool; 11])] = include!("../testdata/str_is.in");
    for (text, expect) in table {
        let checks = [
            is_alpha, is_decimal, is_digit, is_numeric, is_alnum, is_space, is_printable, is_identifier, is_lower,
            is_upper, is_title,
        ];
        assert_eq!(checks.map(|f| f(text)), *expect, "{text:?}");
    }
}

#[test]
fn splits_are_pythons() {
    type Row<'a> = (&'a str, Option<&'a str>, i64, Result<&'a str, &'a str>, Result<&'a str, &'a str>);
    let table: &[Row] = include!("../testdata/str_split.in");
    let check = |got: Result<Vec<&str>, FormatError>, expect: &Result<&str, &str>, row: &Row| {
        let got = got.map(flat).map_err(|e| e.message);
        assert_eq!(got.as_deref().map_err(String::as_str), *expect, "{row:?}");
    };
    for row @ (text, separator, limit, left, right) in table {
        match separator {
            Some(separator) => {
                check(split(text, separator, Some(*limit)), left, row);
                check(rsplit(text, separator, Some(*limit)), right, row);
            }
            None => {
                check(Ok(split_whitespace(text, Some(*limit))), left, row);
                check(Ok(rsplit_whitespace(text, Some(*limit))), right, row);
            }
        }
    }
}

#[test]
fn lines_and_strips_are_pythons() {
    let table: &[(&str, &str, &str, &str, &str, &str)] = include!("../testdata/str_lines.in");
    for (text, lines, kept, first, last, strips) in table {
        assert_eq!(flat(splitlines(text, false)), *lines, "{text:?}");
        assert_eq!(flat(splitlines(text, true)), *kept, "{text:?}");
        assert_eq!(flat(<[&str; 3]>::from(partition(text, "b").unwrap())), *first, "{text:?}");
        assert_eq!(flat(<[&str; 3]>::from(rpartition(text, "b").unwrap())), *last, "{text:?}");
        let got = [
            strip(text, None),
            lstrip(text, None),
            rstrip(text, None),
            strip(text, Some("a c")),
            lstrip(text, Some("aH")),
            rstrip(text, Some(",d")),
        ];
        assert_eq!(flat(got), *strips, "{text:?}");
    }
}

#[test]
fn pads_are_pythons() {
    let table: &[(&str, i64, &str)] = include!("../testdata/str_pad.in");
    for (text, n, expect) in table {
        let got = [center(text, *n, '*'), ljust(text, *n, '*'), rjust(text, *n, '*'), zfill(text, *n), expandtabs(text, *n)];
        let got = got.map(Result::unwrap);
        assert_eq!(flat(got.iter().map(String::as_str)), *expect, "{text:?} {n}");
    }
    assert!(center("a", i64::MAX, '*').is_err() && expandtabs("\t", i64::MAX).is_err());
}

#[test]
fn searches_are_pythons() {
    type Row<'a> = (&'a str, &'a str, usize, usize, (i64, i64, usize), &'a str, &'a str);
    let table: &[Row] = include!("../testdata/str_search.in");
    for row @ (text, needle, start, end, expect, replaced, removed) in table {
        let position = |found: Option<usize>| found.map_or(-1, |at| at as i64);
        let got = (
            position(find(text, needle, *start, *end)),
            position(rfind(text, needle, *start, *end)),
            count(text, needle, *start, *end),
        );
        assert_eq!(got, *expect, "{row:?}");
        assert_eq!(replace(text, needle, "XY", None).unwrap(), *replaced, "{row:?}");
        assert_eq!(replace(text, needle, "", Some(1)).unwrap(), *removed, "{row:?}");
    }
    assert_eq!(substring("naïve", 2, 4), "ïv");
}
