use super::*;
use crate::text::float_repr::repr;

type Expect<'a> = Result<&'a str, &'a str>;

fn check(got: Result<f64, FormatError>, expect: &Expect, row: &str) {
    let got = got.map(repr).map_err(|e| e.message);
    assert_eq!(got.as_deref().map_err(String::as_str), *expect, "{row}");
}

#[test]
fn operators_are_pythons() {
    let table: &[(f64, f64, Expect, Expect, Expect, Expect)] = include!("testdata/float_pairs.in");
    for (x, y, floor, rest, div, pow) in table {
        let row = format!("{x:?} {y:?}");
        check(floor_divide(*x, *y), floor, &row);
        check(modulo(*x, *y), rest, &row);
        check(divmod(*x, *y).map(|(q, _)| q), div, &row);
        if *pow == Err("complex") {
            assert!(power(*x, *y).unwrap_err().message.contains("complex"), "{row}");
        } else {
            check(power(*x, *y), pow, &row);
        }
    }
    assert_eq!(divide(1.0, -0.0).unwrap_err().message, "float division by zero");
}

#[test]
fn rounding_is_pythons() {
    let table: &[(f64, i64, Expect)] = include!("testdata/float_round.in");
    for (x, places, expect) in table {
        check(round_to_places(*x, *places), expect, &format!("{x:?} {places}"));
    }
    assert_eq!(round_to_int(f64::NAN).unwrap_err().message, "cannot convert float NaN to integer");
    assert_eq!(to_int(f64::INFINITY).unwrap_err().message, "cannot convert float infinity to integer");
}

#[test]
fn conversions_are_pythons() {
    let table: &[(f64, &str, &str, &str, &str, &str, bool)] = include!("testdata/float_unary.in");
    for (x, hexadecimal, rounded, whole, numerator, denominator, integral) in table {
        assert_eq!(hex(*x), *hexadecimal);
        assert_eq!(round_to_int(*x).unwrap().to_string(), *rounded);
        assert_eq!(to_int(*x).unwrap().to_string(), *whole);
        let (a, b) = as_integer_ratio(*x).unwrap();
        assert_eq!((a.to_string().as_str(), b.to_string().as_str()), (*numerator, *denominator), "{x}");
        assert_eq!(is_integer(*x), *integral);
        assert_eq!(int_true_divide(&a, &b).unwrap(), *x);
    }
}

#[test]
fn integers_become_floats_as_in_python() {
    let table: &[(&str, &str, Expect, Expect)] = include!("testdata/int_divide.in");
    for (a, b, quotient, float) in table {
        let (big_a, big_b): (BigInt, BigInt) = (a.parse().unwrap(), b.parse().unwrap());
        check(int_true_divide(&big_a, &big_b), quotient, &format!("{a} / {b}"));
        check(int_to_float(&big_a), float, a);
    }
    let comparisons: &[(f64, &str, i32)] = include!("testdata/float_compare.in");
    for (x, n, expect) in comparisons {
        assert_eq!(compare_float_int(*x, &n.parse().unwrap()).map(|o| o as i32), Some(*expect), "{x} {n}");
    }
    assert_eq!(compare_float_int(f64::NAN, &BigInt::ZERO), None);
}

#[test]
fn sums_are_pythons() {
    let table: &[(&[f64], Expect)] = include!("testdata/fsum.in");
    for (values, expect) in table {
        check(fsum(values.iter().copied()), expect, &format!("{values:?}"));
    }
}
