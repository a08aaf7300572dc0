//! `json`
use crate::vm::Vm;
pub(super) fn install(_vm: &mut Vm) {}
