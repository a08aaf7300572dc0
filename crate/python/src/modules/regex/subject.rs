//! What is searched, as characters: a text is its own, bytes are the characters of their numbers.

use std::rc::Rc;
use std::sync::Arc;

use super::Cache;
use crate::error::Res;
use crate::object::Object;
use crate::value::Value;
use crate::vm::Vm;

/// The last subject: looked at again, it need not be taken apart again.
pub(super) enum Known {
    Text(Arc<str>, Rc<[char]>),
    Bytes(Arc<[u8]>, Rc<[char]>),
}

/// The characters of a text or of bytes; anything else has none.
pub(super) fn characters(vm: &mut Vm, subject: Value) -> Rc<[char]> {
    if let Some(text) = vm.as_arc_str(subject) {
        if let Some(Known::Text(known, chars)) = &vm.extension::<Cache>().subject
            && Arc::ptr_eq(known, &text)
        {
            return chars.clone();
        }
        let chars: Rc<[char]> = text.chars().collect();
        vm.extension::<Cache>().subject = Some(Known::Text(text, chars.clone()));
        return chars;
    }
    let Some(Object::Bytes(bytes)) = vm.heap.object(vm.plain(subject)) else {
        return vm.as_bytes(subject).map_or_else(|| Rc::from([]), |bytes| bytes.iter().map(|&byte| char::from(byte)).collect());
    };
    let bytes = bytes.clone();
    if let Some(Known::Bytes(known, chars)) = &vm.extension::<Cache>().subject
        && Arc::ptr_eq(known, &bytes)
    {
        return chars.clone();
    }
    let chars: Rc<[char]> = bytes.iter().map(|&byte| char::from(byte)).collect();
    vm.extension::<Cache>().subject = Some(Known::Bytes(bytes, chars.clone()));
    chars
}

/// The characters of the text argument of a pattern's method, which must be of the pattern's kind.
pub(super) fn checked(vm: &mut Vm, of_bytes: bool, subject: Value) -> Res<Rc<[char]>> {
    let (text, bytes) = (vm.as_str(subject).is_some(), vm.as_bytes(subject).is_some());
    match (text, bytes, of_bytes) {
        (true, _, false) | (_, true, true) => Ok(characters(vm, subject)),
        (true, _, true) => Err(vm.type_error("cannot use a bytes pattern on a string-like object")),
        (_, true, false) => Err(vm.type_error("cannot use a string pattern on a bytes-like object")),
        _ => {
            let name = vm.type_name(subject);
            Err(vm.type_error(format!("expected string or bytes-like object, got '{name}'")))
        }
    }
}

/// A text or bytes as text, when it is of the wanted kind.
pub(super) fn text_of(vm: &Vm, of_bytes: bool, value: Value) -> Option<Arc<str>> {
    if of_bytes {
        return vm.as_bytes(value).map(|bytes| bytes.iter().map(|&byte| char::from(byte)).collect::<String>().into());
    }
    vm.as_arc_str(value)
}

/// Characters as the text or the bytes that they stand for.
pub(super) fn value_of(vm: &mut Vm, of_bytes: bool, text: String) -> Value {
    if of_bytes {
        // Characters of bytes fit.
        return vm.bytes(text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect());
    }
    vm.string(text)
}
