//! How errors name types: CPython writes the module before classes that it has in C outside `builtins`.

use std::sync::Arc;

use super::Vm;
use crate::object::{Iter, Object};
use crate::value::{Ref, Value};

/// Classes that errors name with their module.
const WITH_MODULE: &[(&str, &str)] = &[
    ("collections", "OrderedDict"),
    ("collections", "defaultdict"),
    ("collections", "deque"),
    ("datetime", "date"),
    ("datetime", "datetime"),
    ("datetime", "time"),
    ("datetime", "timedelta"),
    ("datetime", "timezone"),
    ("datetime", "tzinfo"),
    ("decimal", "Context"),
    ("decimal", "Decimal"),
    ("functools", "partial"),
    ("re", "Match"),
    ("re", "Pattern"),
    ("time", "struct_time"),
];

impl Vm {
    /// The type of a value as errors name it: `datetime.date`, but `Fraction`.
    #[must_use]
    pub fn type_name(&self, value: Value) -> Arc<str> {
        if let Some(Object::Iter(iter)) = self.heap.object(value)
            && let Iter::Native(Some(native)) = &**iter
        {
            return native.type_name().into();
        }
        self.shown_class(self.type_of(value))
    }

    /// A class as errors name it.
    #[must_use]
    pub fn shown_class(&self, class: Ref) -> Arc<str> {
        let class = self.class_ref(class);
        if class.builtin && WITH_MODULE.contains(&(&*class.module, &*class.name)) {
            return format!("{}.{}", class.module, class.name).into();
        }
        class.name.clone()
    }

    /// `type(value).__name__`
    #[must_use]
    pub fn class_name(&self, value: Value) -> Arc<str> {
        self.class_ref(self.type_of(value)).name.clone()
    }
}
