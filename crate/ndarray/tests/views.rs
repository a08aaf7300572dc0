//! Numpy's views, kept as README.md tells a caller to: one base in a shared cell, one layout for each object.

use std::cell::RefCell;
use std::rc::Rc;

use taskyard_ndarray::*;

/// An array object as an interpreter would hold it.
#[derive(Clone)]
struct Object {
    base: Rc<RefCell<NdArray>>,
    layout: Layout,
}

impl Object {
    fn new(array: NdArray) -> Self {
        let layout = array.layout();
        Self { base: Rc::new(RefCell::new(array)), layout }
    }

    fn read(&self) -> NdArray {
        self.base.borrow().read(&self.layout)
    }

    fn item(&self, index: &[Index]) -> Self {
        let found = select(&self.base.borrow(), &self.layout, index).expect("a good index");
        match found {
            Selected::Scalar(scalar) => Self::new(NdArray::from_scalar(&scalar)),
            Selected::View(layout) => Self { base: self.base.clone(), layout },
            Selected::Copy(array) => Self::new(array),
        }
    }

    fn set(&self, index: &[Index], value: &NdArray) {
        assign(&mut self.base.borrow_mut(), &self.layout, index, value).expect("a good assignment");
    }

    fn transpose(&self) -> Self {
        Self { base: self.base.clone(), layout: self.layout.transpose(None).expect("reversed axes") }
    }

    fn text(&self) -> String {
        array_str(&self.read()).replace('\n', "")
    }
}

fn slice(start: i64, stop: i64) -> Index {
    Index::Slice { start: Some(start), stop: Some(stop), step: None }
}

fn every(step: i64) -> Index {
    Index::Slice { start: None, stop: None, step: Some(step) }
}

fn number(value: i64) -> NdArray {
    NdArray::from_value(&Value::Int(value))
}

fn grid() -> Object {
    let flat = NdArray::from_ints((0..12).collect());
    Object::new(reshape(&flat, &[3, 4]).expect("twelve elements"))
}

#[test]
fn writing_through_a_slice_changes_the_base() {
    let a = Object::new(NdArray::from_ints(vec![0, 1, 2, 3]));
    let b = a.item(&[slice(1, 4)]);
    b.set(&[Index::Int(0)], &number(9));
    assert_eq!(a.text(), "[0 9 2 3]");
    a.set(&[slice(1, 3)], &number(0));
    assert_eq!(b.text(), "[0 0 3]");
}

#[test]
fn views_of_views_of_turned_arrays_write_through() {
    let a = grid();
    let column = a.transpose().item(&[Index::Int(1)]);
    assert_eq!(column.text(), "[1 5 9]");
    column.item(&[every(-1)]).set(&[Index::Int(0)], &number(-1));
    assert_eq!(a.text(), "[[ 0  1  2  3] [ 4  5  6  7] [ 8 -1 10 11]]");
    a.item(&[Index::NewAxis, Index::Ellipsis, slice(0, 1)]).set(&[Index::Ellipsis], &number(7));
    assert_eq!(a.text(), "[[ 7  1  2  3] [ 7  5  6  7] [ 7 -1 10 11]]");
}

#[test]
fn masks_and_lists_copy_when_read_and_write_through_when_assigned() {
    let a = grid();
    let rows = a.item(&[Index::Array(NdArray::from_ints(vec![0, 2]))]);
    rows.set(&[Index::Ellipsis], &number(0));
    assert_eq!(a.text(), "[[ 0  1  2  3] [ 4  5  6  7] [ 8  9 10 11]]");
    let right = a.item(&[every(1), slice(2, 4)]);
    let big = binary(BinaryOp::Greater, &right.read(), Value::Int(5)).expect("a comparison");
    right.set(&[Index::Array(big)], &number(-1));
    assert_eq!(a.text(), "[[ 0  1  2  3] [ 4  5 -1 -1] [ 8  9 -1 -1]]");
}

#[test]
fn overlapping_assignment_reads_before_it_writes() {
    let a = Object::new(NdArray::from_ints(vec![0, 1, 2, 3, 4]));
    let value = a.item(&[slice(0, 4)]).read();
    a.set(&[slice(1, 5)], &value);
    assert_eq!(a.text(), "[0 0 1 2 3]");
    let turned = a.item(&[every(-1)]).read();
    a.set(&[Index::Ellipsis], &turned);
    assert_eq!(a.text(), "[3 2 1 0 0]");
}

#[test]
fn a_value_read_before_does_not_change_after() {
    let a = grid();
    let before = a.read();
    a.set(&[Index::Int(0)], &number(5));
    assert_eq!(before.value_at(0), Some(Value::Int(0)));
    assert_eq!(a.read().value_at(0), Some(Value::Int(5)));
}

#[test]
fn reshaping_is_a_view_only_without_gaps() {
    let a = grid();
    assert_eq!(a.layout.reshape(&[12]).map(|l| l.strides), Some(vec![1]));
    assert_eq!(a.transpose().layout.reshape(&[12]), None);
    assert!(a.item(&[slice(1, 3)]).layout.reshape(&[2, 2, 2]).is_some());
}

#[test]
fn arrays_cross_threads_without_a_copy() {
    let a = NdArray::from_floats(vec![0.5; 1000]);
    let shared = a.clone();
    let sum = std::thread::spawn(move || reduce(&shared, Reduction::Sum, None, false));
    let sum = sum.join().expect("the thread ends").expect("a sum");
    assert_eq!(sum.as_scalar().map(|s| scalar_repr(&s)), Some("np.float64(500.0)".to_owned()));
}
