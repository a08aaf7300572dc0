//! How tasks are written when a program prints a graph.

use taskyard_graph::{Key, TaskKind};
use taskyard_python::error::Res;
use taskyard_python::object::Type;
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use crate::name::short_name;
use crate::node::{Form, NodeDef};
use crate::task::Arg;

/// Dask's width of a task; arguments that get too little of it are left out.
const LABEL_CHARS: i64 = 40;
/// Characters that an argument must have to be written.
const MIN_ARGUMENT_CHARS: i64 = 5;

/// `repr` of a node.
///
/// # Errors
/// What the reprs of its plain values raise.
pub(crate) fn task_repr(vm: &mut Vm, node: &NodeDef) -> Res<String> {
    match node.kind {
        TaskKind::Data => Ok(format!("DataNode({})", literal_repr(vm, node, 0)?)),
        TaskKind::Alias => {
            let target = node.deps.first().map_or_else(String::new, Key::repr);
            Ok(format!("Alias({}->{target})", node.key.repr()))
        }
        TaskKind::Task => part_repr(vm, node, &node.spec.tree, &node.key),
    }
}

fn literal_repr(vm: &mut Vm, node: &NodeDef, place: u32) -> Res<String> {
    let value = node.spec.literals.get(place as usize).copied().unwrap_or(Value::NONE);
    vm.repr(value)
}

fn input_repr(node: &NodeDef, place: u32) -> String {
    let key = node.deps.get(place as usize).map_or_else(String::new, Key::repr);
    if node.form == Form::Converted { format!("Alias({key})") } else { format!("TaskRef({key})") }
}

fn part_repr(vm: &mut Vm, node: &NodeDef, arg: &Arg, key: &Key) -> Res<String> {
    vm.enter()?;
    let text = part_text(vm, node, arg, key);
    vm.leave();
    text
}

fn part_text(vm: &mut Vm, node: &NodeDef, arg: &Arg, key: &Key) -> Res<String> {
    match arg {
        Arg::Literal(place) => literal_repr(vm, node, *place),
        Arg::Input(place) => Ok(input_repr(node, *place)),
        Arg::Call(call) => {
            let function = match call.function {
                Arg::Literal(place) => node.spec.literals.get(place as usize).copied(),
                _ => None,
            };
            let head = match function {
                Some(function) => short_name(vm, function)?,
                None => part_repr(vm, node, &call.function, &Key::None)?.into(),
            };
            let args = all(vm, node, &call.args)?;
            let mut kwargs = Vec::with_capacity(call.kwargs.len());
            for (name, arg) in &call.kwargs {
                kwargs.push((name.to_string(), part_repr(vm, node, arg, &Key::None)?));
            }
            kwargs.sort();
            Ok(call_text(key, &head, &args, &kwargs))
        }
        Arg::List(items) => container(vm, node, items, key, Type::List),
        Arg::Tuple(items) => container(vm, node, items, key, Type::Tuple),
        Arg::Set(items) => container(vm, node, items, key, Type::Set),
        Arg::Slice(parts) => {
            let inner = format!("List({})", tuple_text(&all(vm, node, &**parts)?));
            Ok(call_text(key, "apply", &["<class 'slice'>".to_owned(), inner], &[]))
        }
        Arg::Dict(pairs) => {
            let mut texts = Vec::with_capacity(pairs.len());
            for (key, value) in pairs {
                texts.push(format!("{}: {}", part_str(vm, node, key)?, part_str(vm, node, value)?));
            }
            Ok(format!("Dict({})", texts.join(", ")))
        }
    }
}

/// `str` of a part, as it stands in a `Dict`.
fn part_str(vm: &mut Vm, node: &NodeDef, arg: &Arg) -> Res<String> {
    match arg {
        Arg::Literal(place) => {
            let value = node.spec.literals.get(*place as usize).copied().unwrap_or(Value::NONE);
            vm.to_str(value)
        }
        Arg::Input(place) if node.form != Form::Converted => {
            Ok(node.deps.get(*place as usize).map_or_else(String::new, Key::to_string))
        }
        other => part_repr(vm, node, other, &Key::None),
    }
}

fn all(vm: &mut Vm, node: &NodeDef, args: &[Arg]) -> Res<Vec<String>> {
    args.iter().map(|arg| part_repr(vm, node, arg, &Key::None)).collect()
}

fn container(vm: &mut Vm, node: &NodeDef, items: &[Arg], key: &Key, ty: Type) -> Res<String> {
    let items = all(vm, node, items)?;
    if node.form == Form::Converted {
        let typ = ("typ".to_owned(), format!("<class '{}'>", ty.name()));
        return Ok(call_text(key, "_identity_cast", &items, &[typ]));
    }
    let list = format!("List({})", tuple_text(&items));
    Ok(if ty == Type::List { list } else { call_text(key, ty.name(), &[list], &[]) })
}

fn tuple_text(items: &[String]) -> String {
    match items {
        [only] => format!("({only},)"),
        _ => format!("({})", items.join(", ")),
    }
}

/// `<Task 'key' head(args, name=value)>`
fn call_text(key: &Key, head: &str, args: &[String], kwargs: &[(String, String)]) -> String {
    let count = (args.len() + kwargs.len()).max(1) as i64;
    let used = head.chars().count() + ")".len() + key.to_string().chars().count();
    let fits = (LABEL_CHARS - used as i64).div_euclid(count) > MIN_ARGUMENT_CHARS;
    let mut text = match (args.is_empty(), fits) {
        (true, _) => String::new(),
        (false, true) => args.join(", "),
        (false, false) => "...".to_owned(),
    };
    if !kwargs.is_empty() {
        let named: Vec<String> = kwargs.iter().map(|(name, value)| format!("{name}={value}")).collect();
        text.push_str(", ");
        text.push_str(&if fits { named.join(", ") } else { "...".to_owned() });
    }
    format!("<Task {} {head}({text})>", key.repr())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_left_out_when_they_get_too_little_room() {
        let args = ["1".to_owned(), "TaskRef('a')".to_owned()];
        assert_eq!(call_text(&"b".into(), "add", &args, &[]), "<Task 'b' add(1, TaskRef('a'))>");
        let long = Key::from("add-0123456789abcdef0123456789abcdef");
        assert_eq!(call_text(&long, "add", &args, &[]), format!("<Task {} add(...)>", long.repr()));
        let named = [("z".to_owned(), "3".to_owned())];
        assert_eq!(call_text(&"kw".into(), "inc", &[], &named), "<Task 'kw' inc(, z=3)>");
        assert_eq!(call_text(&Key::None, "f", &[], &[]), "<Task None f()>");
    }
}
