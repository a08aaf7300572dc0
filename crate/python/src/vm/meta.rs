//! Abstract methods: which classes count them, and which have some left.

use super::Vm;
use crate::error::Unwind;
use crate::object::{Descriptor, Object, Sym};
use crate::value::{Ref, Value};

pub(super) const ABSTRACT: &str = "__abstractmethods__";
const IS_ABSTRACT: &str = "__isabstractmethod__";

impl Vm {
    /// Whether a class or one of its bases asks for its abstract methods to be defined.
    pub(super) fn counts_abstract(&mut self, class: Ref) -> bool {
        let meta = self.class_ref(class).meta;
        self.known_class("abc.ABCMeta").is_some_and(|counting| self.is_subclass(meta, counting))
            || self.names.find(ABSTRACT).is_some_and(|name| self.lookup(class, name).is_some())
    }

    /// Notes the abstract methods that a new class has of its own or did not define.
    pub(super) fn note_abstract(&mut self, class: Ref) {
        let name = self.names.intern(ABSTRACT);
        let mut candidates: Vec<Sym> = self.class_ref(class).attrs.iter().map(|(name, _)| name).collect();
        for base in self.class_ref(class).bases.clone() {
            if let Some(set) = self.lookup(base, name).and_then(|names| self.set_ref(names)) {
                for text in self.set_items(set) {
                    candidates.extend(self.symbol_of(text));
                }
            }
        }
        candidates.retain(|&candidate| self.lookup(class, candidate).is_some_and(|attr| self.is_abstract(attr)));
        let set = self.new_set(true);
        for candidate in candidates {
            let text = self.symbol_text(candidate);
            // Texts neither fail nor run code.
            let _ = self.set_add(set, text);
        }
        if let Object::Class(class) = self.heap.get_mut_internal(class) {
            class.attrs.set(name, Value::object(set));
        }
    }

    fn is_abstract(&self, attr: Value) -> bool {
        if let Some(Object::Instance(instance)) = self.heap.object(attr)
            && let Some(mark) = self.names.find(IS_ABSTRACT)
            && self.lookup(instance.class, mark) == Some(Value::TRUE)
        {
            return true;
        }
        match self.heap.object(self.plain(attr)) {
            Some(Object::Function(function)) => {
                let mark = self.names.find(IS_ABSTRACT);
                mark.is_some_and(|mark| function.attrs.as_ref().and_then(|attrs| attrs.get(mark)) == Some(Value::TRUE))
            }
            Some(Object::Descriptor(descriptor)) => match **descriptor {
                Descriptor::Property { get, set, delete, .. } => {
                    [get, set, delete].into_iter().any(|part| self.is_abstract(part))
                }
                Descriptor::StaticMethod(inner) | Descriptor::ClassMethod(inner) => self.is_abstract(inner),
            },
            _ => false,
        }
    }

    /// The names of the abstract methods of a class, sorted.
    fn abstract_names(&self, class: Ref) -> Vec<String> {
        let names = self.names.find(ABSTRACT).and_then(|name| self.lookup(class, name));
        let set = names.and_then(|names| self.set_ref(names));
        let items = set.map_or_else(Vec::new, |set| self.set_items(set));
        let mut texts: Vec<String> = items.into_iter().filter_map(|item| self.as_str(item)).map(Into::into).collect();
        texts.sort();
        texts
    }

    pub(super) fn has_abstract(&self, class: Ref) -> bool {
        !self.abstract_names(class).is_empty()
    }

    /// The error of making an instance of an abstract class.
    pub(super) fn abstract_error(&mut self, class: Ref) -> Unwind {
        let names = self.abstract_names(class);
        let plural = if names.len() == 1 { "" } else { "s" };
        let class = self.class_ref(class).name.clone();
        let names = names.join(", ");
        self.type_error(format!("Can't instantiate abstract class {class} with abstract method{plural} {names}"))
    }
}
