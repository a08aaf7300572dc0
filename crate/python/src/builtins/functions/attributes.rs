//! Functions about objects: getattr and its relatives, isinstance, callable, dir.

use super::Table;
use crate::builtins::kinds;
use crate::builtins::object::attribute_name;
use crate::error::Res;
use crate::object::{Args, sym};
use crate::value::Value;
use crate::vm::Vm;

pub(super) const TABLE: Table = &[
    ("getattr", getattr),
    ("hasattr", hasattr),
    ("setattr", setattr),
    ("delattr", delattr),
    ("isinstance", kinds::isinstance),
    ("issubclass", kinds::issubclass),
    ("callable", callable),
    ("dir", dir),
];

fn getattr(vm: &mut Vm, args: &Args<'_>) -> Res {
    match *vm.between("getattr", args, 2, 3)? {
        [object, name, default] => {
            let name = attribute_name(vm, name)?;
            Ok(vm.find_attr(object, name)?.unwrap_or(default))
        }
        [object, name, ..] => {
            let name = attribute_name(vm, name)?;
            vm.get_attr(object, name)
        }
        _ => Err(vm.type_error("getattr expected at least 2 arguments")),
    }
}

fn hasattr(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [object, name] = vm.exact("hasattr", args)?;
    let name = attribute_name(vm, name)?;
    Ok(Value::bool(vm.find_attr(object, name)?.is_some()))
}

fn setattr(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [object, name, value] = vm.exact("setattr", args)?;
    let name = attribute_name(vm, name)?;
    vm.set_attr(object, name, value)?;
    Ok(Value::NONE)
}

fn delattr(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [object, name] = vm.exact("delattr", args)?;
    let name = attribute_name(vm, name)?;
    vm.del_attr(object, name)?;
    Ok(Value::NONE)
}

fn callable(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("callable", args)?;
    Ok(Value::bool(vm.is_callable(value)))
}

fn dir(vm: &mut Vm, args: &Args<'_>) -> Res {
    let mut names: Vec<_> = match *vm.between("dir", args, 0, 1)? {
        [object] => {
            if let Some(result) = vm.call_special(object, sym::DIR, &[]) {
                let names = result?;
                let list = vm.collect(names)?;
                let list = vm.list(list);
                if let Some(list) = list.as_ref() {
                    crate::builtins::sort::sort_list(vm, list, None, false)?;
                }
                return Ok(list);
            }
            vm.dir_names(object)
        }
        _ => super::evaluate::local_names(vm)?,
    };
    names.sort();
    names.dedup();
    let names = names.into_iter().map(|name| vm.shared_str(name)).collect();
    Ok(vm.list(names))
}
