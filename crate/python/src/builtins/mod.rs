pub fn install(_vm: &mut crate::vm::Vm) {}
