//! Python values as keys of a graph, and back.

use taskyard_graph::Key;
use taskyard_python::error::Res;
use taskyard_python::object::Object;
use taskyard_python::value::{Unpacked, Value};
use taskyard_python::vm::Vm;

/// Tuples inside keys nest at most this deep; deeper values are no keys.
const MAX_DEPTH: usize = 64;

/// The key that a value is, when it can be one.
#[must_use]
pub fn key_of(vm: &Vm, value: Value) -> Option<Key> {
    key_at(vm, value, 0)
}

fn key_at(vm: &Vm, value: Value, depth: usize) -> Option<Key> {
    match value.unpack() {
        Unpacked::None => Some(Key::None),
        Unpacked::Bool(b) => Some(Key::Bool(b)),
        Unpacked::Int(i) => Some(Key::Int(i)),
        Unpacked::Float(f) => Some(Key::Float(f)),
        Unpacked::Ref(_) => match vm.heap.object(vm.plain(value))? {
            Object::Str(text) => Some(Key::Str(text.shared())),
            Object::Wide(n) => n.as_i64().map(Key::Int),
            Object::Bytes(bytes) => Some(Key::Bytes(bytes.clone())),
            Object::Tuple(items) if depth < MAX_DEPTH => {
                let items: Option<Vec<Key>> = items.iter().map(|&item| key_at(vm, item, depth + 1)).collect();
                Some(Key::tuple(items?))
            }
            _ => None,
        },
        _ => None,
    }
}

/// The key that a value must be.
///
/// # Errors
/// `TypeError` when it is of a type that keys do not have.
pub fn key_from(vm: &mut Vm, value: Value) -> Res<Key> {
    match key_of(vm, value) {
        Some(key) => Ok(key),
        None => {
            let name = vm.type_name(value);
            Err(vm.type_error(format!("Keys of a graph are str, int, float or tuples of these, not {name}")))
        }
    }
}

/// A key as a Python value.
pub fn key_value(vm: &mut Vm, key: &Key) -> Value {
    match key {
        Key::None => Value::NONE,
        Key::Bool(b) => Value::bool(*b),
        Key::Int(i) => vm.int(*i),
        Key::Float(f) => Value::float(*f),
        Key::Str(text) => vm.shared_str(text.clone()),
        Key::Bytes(bytes) => vm.bytes(bytes.to_vec()),
        Key::Tuple(items) => {
            // Keys come from `key_of`, so the depth is bounded.
            let items = items.iter().map(|item| key_value(vm, item)).collect();
            vm.tuple(items)
        }
    }
}
