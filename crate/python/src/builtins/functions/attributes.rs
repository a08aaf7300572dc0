//! Functions about objects: getattr and its relatives, isinstance, callable, dir, vars, globals.

use super::Table;
use crate::builtins::kinds;
use crate::builtins::object::attribute_name;
use crate::error::Res;
use crate::object::{Args, Type, sym};
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
    ("vars", vars),
    ("globals", globals),
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
        _ => {
            let module = Value::object(vm.main_module());
            vm.dir_names(module)
        }
    };
    names.sort();
    names.dedup();
    let names = names.into_iter().map(|name| vm.shared_str(name)).collect();
    Ok(vm.list(names))
}

fn vars(vm: &mut Vm, args: &Args<'_>) -> Res {
    match *vm.between("vars", args, 0, 1)? {
        [object] => match vm.find_attr(object, sym::DICT)? {
            Some(attributes) => Ok(attributes),
            None => Err(vm.type_error("vars() argument must have __dict__ attribute")),
        },
        _ => Err(vm.error(Type::NotImplementedError, "vars() without an argument is not supported here")),
    }
}

/// The names of the program's module.
fn globals(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [] = vm.exact("globals", args)?;
    let module = vm.main_module();
    Ok(crate::builtins::live_dict::live_dict(vm, module))
}
