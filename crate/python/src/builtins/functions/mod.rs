//! The builtin functions, by subject.

mod attributes;
mod evaluate;
mod numbers;
mod output;
mod refused;
mod sequences;

pub(super) use evaluate::code_class;

use crate::object::NativeFn;
use crate::vm::Vm;

/// Name and function of a table.
type Table = &'static [(&'static str, NativeFn)];

pub(super) fn install(vm: &mut Vm) {
    for table in [attributes::TABLE, evaluate::TABLE, numbers::TABLE, output::TABLE, refused::TABLE, sequences::TABLE] {
        for &(name, function) in table {
            vm.add_builtin(name, function);
        }
    }
}
