//! Builtins that are written in Python and made when a program first names them: most programs never do.

use super::Vm;
use crate::code::Special;
use crate::error::Res;
use crate::object::Object;
use crate::value::Value;

/// The name of a builtin and the hidden module that has it.
const LATE: &[(&str, &str)] =
    &[("BaseExceptionGroup", "_groups"), ("ExceptionGroup", "_groups"), ("memoryview", "_memory")];

impl Vm {
    /// A builtin that was not made yet.
    ///
    /// # Errors
    /// What making it raises, as near the limits of the heap.
    pub(crate) fn late_builtin(&mut self, name: &str) -> Res<Option<Value>> {
        let Some(&(_, module)) = LATE.iter().find(|(known, _)| *known == name) else { return Ok(None) };
        let made = self.import(module)?;
        let mut found = None;
        for &(each, _) in LATE.iter().filter(|(_, of)| *of == module) {
            let sym = self.names.intern(each);
            let Object::Module(namespace) = self.heap.get(made) else { continue };
            let Some(value) = namespace.get(sym) else { continue };
            self.add_builtin_value(each, value);
            if let Some(class) = self.as_class(value) {
                self.remember_class(&format!("builtins.{each}"), class);
                if let Object::Class(class) = self.heap.get_mut_internal(class) {
                    class.builtin = true;
                }
            }
            found = found.or((each == name).then_some(value));
        }
        Ok(found)
    }

    /// The function behind a step of `except*`.
    pub(super) fn group_helper(&mut self, special: Special) -> Res {
        let name = if special == Special::SplitGroup { "_split" } else { "_finish" };
        let module = self.import("_groups")?;
        let name = self.names.intern(name);
        self.get_attr(Value::object(module), name)
    }
}
