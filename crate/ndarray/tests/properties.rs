//! Laws that hold for any shape: indexing against a plain model, broadcasting, and reductions.

use proptest::collection::vec;
use proptest::prelude::*;
use taskyard_ndarray::*;

fn shapes() -> impl Strategy<Value = Vec<i64>> {
    vec(0i64..5, 0..4)
}

fn counted(shape: &[i64]) -> NdArray {
    let flat = NdArray::from_ints((0..shape.iter().product()).collect());
    reshape(&flat, shape).expect("as many elements")
}

fn maybe(range: std::ops::Range<i64>) -> impl Strategy<Value = Option<i64>> {
    proptest::option::of(range)
}

fn slices() -> impl Strategy<Value = Index> {
    (maybe(-7..7), maybe(-7..7), maybe(-3..4)).prop_map(|(start, stop, step)| Index::Slice {
        start,
        stop,
        step: step.filter(|&s| s != 0),
    })
}

fn items() -> impl Strategy<Value = Index> {
    prop_oneof![
        3 => (-6i64..6).prop_map(Index::Int),
        4 => slices(),
        1 => Just(Index::NewAxis),
        1 => Just(Index::Ellipsis),
        2 => vec(-4i64..4, 0..4).prop_map(|v| Index::Array(NdArray::from_ints(v))),
        2 => vec(any::<bool>(), 0..5).prop_map(|v| Index::Array(NdArray::from_bools(v))),
    ]
}

fn values(array: &NdArray) -> Vec<Value> {
    (0..array.size()).filter_map(|i| array.value_at(i)).collect()
}

/// The places a slice visits, found by walking as Python's documentation describes it.
fn walk(start: Option<i64>, stop: Option<i64>, step: Option<i64>, size: i64) -> Vec<i64> {
    let step = step.unwrap_or(1);
    let from_end = |i: i64| if i < 0 { i + size } else { i };
    let inside = |at: i64, stop: Option<i64>| match stop {
        Some(stop) if step > 0 => at < from_end(stop),
        Some(stop) => at > from_end(stop),
        None => true,
    };
    let first = if step > 0 { (0..size).collect::<Vec<_>>() } else { (0..size).rev().collect() };
    let reachable = first.into_iter().filter(|&at| match start {
        Some(start) if step > 0 => at >= from_end(start),
        Some(start) => at <= from_end(start),
        None => true,
    });
    reachable.step_by(step.unsigned_abs() as usize).take_while(|&at| inside(at, stop)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_slice_visits_what_python_says(start in maybe(-7..7), stop in maybe(-7..7), step in maybe(-3..4), size in 0i64..6) {
        let step = step.filter(|&s| s != 0);
        let found = counted(&[size]).get(&[Index::Slice { start, stop, step }]).expect("a slice");
        let expect: Vec<Value> = walk(start, stop, step, size).into_iter().map(Value::Int).collect();
        prop_assert_eq!(values(&found), expect);
    }

    #[test]
    fn any_index_answers_or_refuses_without_panic(shape in shapes(), index in vec(items(), 0..5)) {
        let array = counted(&shape);
        if let Ok(found) = array.get(&index) {
            // Every element found is one of the array's: they are its own positions.
            prop_assert!(values(&found).iter().all(|v| matches!(v, Value::Int(i) if (*i as usize) < array.size())));
        }
    }

    #[test]
    fn what_is_written_is_read(shape in shapes(), index in vec(items(), 0..4)) {
        let mut array = counted(&shape);
        let before = array.clone();
        let found = array.get(&index);
        let written = array.set(&index, Value::Int(-1));
        prop_assert_eq!(found.is_ok(), written.is_ok());
        if let (Ok(found), Ok(())) = (found, written) {
            let after = array.get(&index).expect("the same index");
            prop_assert!(values(&after).iter().all(|v| *v == Value::Int(-1)));
            let touched: Vec<Value> = values(&found);
            for (i, value) in values(&array).into_iter().enumerate() {
                let hit = touched.contains(&Value::Int(i as i64));
                prop_assert_eq!(value, if hit { Value::Int(-1) } else { Value::Int(i as i64) });
            }
        }
        prop_assert_eq!(values(&before), values(&counted(&shape)));
    }

    #[test]
    fn writing_back_what_was_read_changes_nothing(shape in shapes(), index in vec(items(), 0..4)) {
        let mut array = counted(&shape);
        if let Ok(found) = array.get(&index) {
            array.set(&index, &found).expect("it has the shape of the index");
            prop_assert_eq!(array, counted(&shape));
        }
    }

    #[test]
    fn chained_slices_are_one_window(shape in vec(1i64..5, 1..4), first in slices(), second in slices()) {
        let array = counted(&shape);
        let Selected::View(one) = select(&array, &array.layout(), std::slice::from_ref(&first)).expect("a slice") else {
            return Err(TestCaseError::fail("a slice gives a view"));
        };
        let Selected::View(two) = select(&array, &one, std::slice::from_ref(&second)).expect("a slice") else {
            return Err(TestCaseError::fail("a slice gives a view"));
        };
        let copied = array.get(&[first]).and_then(|a| a.get(&[second])).expect("slices");
        prop_assert_eq!(array.read(&two), copied);
    }

    #[test]
    fn broadcasting_is_symmetric_and_grows(a in shapes(), b in shapes()) {
        let (a, b) = (counted(&a), counted(&b));
        let both = broadcast_shapes(&[a.shape(), b.shape()]);
        prop_assert_eq!(both.is_ok(), broadcast_shapes(&[b.shape(), a.shape()]).is_ok());
        let sum = binary(BinaryOp::Add, &a, &b);
        prop_assert_eq!(sum.is_ok(), both.is_ok());
        if let (Ok(shape), Ok(sum)) = (both, sum) {
            prop_assert_eq!(sum.shape(), &shape[..]);
            let (x, y) = (broadcast_to(&a, &shape).expect("fits"), broadcast_to(&b, &shape).expect("fits"));
            prop_assert_eq!(binary(BinaryOp::Add, &x, &y).expect("equal shapes"), sum.clone());
            prop_assert_eq!(binary(BinaryOp::Add, &b, &a).expect("commutes"), sum);
        }
    }

    #[test]
    fn transposing_twice_and_reshaping_back_is_nothing(shape in shapes()) {
        let array = counted(&shape);
        let twice = transpose(&transpose(&array, None).expect("axes"), None).expect("axes");
        prop_assert_eq!(&twice, &array);
        prop_assert_eq!(reshape(&ravel(&array), &shape).expect("as many"), array);
    }

    #[test]
    fn sums_axis_by_axis_are_the_sum(shape in vec(0i64..5, 1..4)) {
        let array = counted(&shape);
        let whole = reduce(&array, Reduction::Sum, None, false).expect("a sum");
        let mut parts = array.clone();
        while parts.ndim() > 0 {
            parts = reduce(&parts, Reduction::Sum, Some(&[-1]), false).expect("a sum");
        }
        prop_assert_eq!(parts, whole);
    }

    #[test]
    fn cutting_and_joining_is_nothing(shape in vec(1i64..5, 1..4), axis in 0usize..3, cut in 0i64..5) {
        let array = counted(&shape);
        let axis = axis % array.ndim();
        let part = |start: Option<i64>, stop: Option<i64>| {
            let mut index = vec![Index::Slice { start: None, stop: None, step: None }; axis];
            index.push(Index::Slice { start, stop, step: None });
            array.get(&index).expect("a slice")
        };
        let parts = [part(None, Some(cut)), part(Some(cut), None)];
        prop_assert_eq!(concatenate(&parts, Some(axis as i64)).expect("parts of one"), array);
    }

    #[test]
    fn a_printed_float_reads_back(bits in any::<u64>()) {
        let value = f64::from_bits(bits);
        let text = float_repr(value);
        let back: f64 = text.parse().expect("a number");
        prop_assert!(back.to_bits() == bits || value.is_nan());
    }
}
