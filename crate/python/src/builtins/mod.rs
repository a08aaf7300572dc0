//! The builtin types and functions as a program sees them: constructors, methods, attributes and the functions that
//! need no import. Operators themselves live in `vm/ops`; here is what is reached by name.
//!
//! ```text
//! special        `list.__len__`, `int.__add__`, ...: operators by name, one table for all types
//! object, kinds  `object`, `type`, `super`;  descriptor: property, staticmethod, classmethod
//! int float complex str bytes list tuple dict set range slice: one file a type
//! iterators      map, filter, zip, enumerate, reversed;  generator: send, throw, close
//! live_dict      `obj.__dict__`, `globals()`
//! function       what functions tell about themselves: `__code__`, cells
//! matching       what `match` asks of the machine
//! exception      BaseException and what single exceptions add
//! functions      print, len, sorted, ...
//! ```

mod bytes;
mod bytes_search;
mod bytes_text;
mod complex;
mod descriptor;
mod dict;
mod dict_view;
mod encoding;
mod exception;
mod float;
mod format_method;
mod function;
mod functions;
mod generator;
mod int;
mod iterators;
mod kinds;
mod list;
mod live_dict;
mod matching;
mod object;
mod range;
mod set;
mod slice;
mod sort;
mod special;
mod str;
mod str_search;
mod str_split;
mod support;
mod tuple;

use crate::vm::Vm;

/// Registers every builtin type and function.
pub fn install(vm: &mut Vm) {
    object::install(vm);
    kinds::install(vm);
    descriptor::install(vm);
    int::install(vm);
    float::install(vm);
    complex::install(vm);
    str::install(vm);
    bytes::install(vm);
    list::install(vm);
    tuple::install(vm);
    dict::install(vm);
    dict_view::install(vm);
    function::install(vm);
    set::install(vm);
    range::install(vm);
    slice::install(vm);
    iterators::install(vm);
    generator::install(vm);
    exception::install(vm);
    special::install(vm);
    live_dict::install(vm);
    matching::install(vm);
    functions::install(vm);
}
