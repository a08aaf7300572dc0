//! From a heap into a parcel.

use std::fmt;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::node::{ClassNode, FrameNode, FunctionNode, IterNode, Item, Node, Parcel, PayloadNode};
use crate::object::{
    Class, Descriptor, Function, Generator, Instance, Iter, NativeIter, Object, Payload, Sym, Type,
};
use crate::value::{Ref, Unpacked, Value};
use crate::vm::Vm;

/// Bytes of a node itself.
const NODE_BYTES: usize = 48;

/// A value that cannot leave its machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotPortable {
    /// `type(value).__name__`
    pub type_name: Arc<str>,
}

impl fmt::Display for NotPortable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a '{}' object cannot be sent to another worker", self.type_name)
    }
}

#[derive(Default)]
struct Packer {
    places: FxHashMap<Ref, u32>,
    queue: Vec<Ref>,
    bytes: usize,
}

impl Parcel {
    /// Copies a value and all that it reaches.
    ///
    /// # Errors
    /// [`NotPortable`] when something in it is bound to this machine.
    pub fn pack(vm: &mut Vm, value: Value) -> Result<Self, NotPortable> {
        let mut packer = Packer::default();
        let root = packer.item(value);
        let mut nodes = Vec::new();
        while let Some(&r) = packer.queue.get(nodes.len()) {
            let origin = match vm.heap.get(r) {
                Object::Class(class) if !class.builtin => vm.origins.number(r),
                _ => 0,
            };
            packer.bytes += NODE_BYTES + vm.heap.get(r).size();
            nodes.push(packer.node(vm, r, origin)?);
        }
        Ok(Self { nodes, root, bytes: packer.bytes })
    }
}

impl Packer {
    fn item(&mut self, value: Value) -> Item {
        match value.unpack() {
            Unpacked::Float(f) => Item::Float(f),
            Unpacked::Int(i) => Item::Int(i),
            Unpacked::Bool(b) => Item::Bool(b),
            Unpacked::None => Item::None,
            Unpacked::NotImplemented => Item::NotImplemented,
            Unpacked::Ellipsis => Item::Ellipsis,
            Unpacked::Unbound => Item::Unbound,
            Unpacked::Ref(r) => self.object(r),
        }
    }

    fn object(&mut self, r: Ref) -> Item {
        if let Some(ty) = Type::at(r.0) {
            return Item::BuiltinClass(ty);
        }
        let queue = &mut self.queue;
        Item::Node(*self.places.entry(r).or_insert_with(|| {
            queue.push(r);
            queue.len() as u32 - 1
        }))
    }

    fn items(&mut self, values: &[Value]) -> Vec<Item> {
        values.iter().map(|&value| self.item(value)).collect()
    }

    fn named(&mut self, vm: &Vm, pairs: impl Iterator<Item = (Sym, Value)>) -> Vec<(Arc<str>, Item)> {
        pairs.map(|(name, value)| (vm.names.text(name).clone(), self.item(value))).collect()
    }

    fn node(&mut self, vm: &Vm, r: Ref, origin: u64) -> Result<Node, NotPortable> {
        Ok(match vm.heap.get(r) {
            Object::Free(_) => Node::Tuple(Vec::new()),
            Object::Str(s) => Node::Str(s.shared()),
            Object::Wide(i) => Node::Wide(*i),
            Object::Big(n) => Node::Big(Arc::new((**n).clone())),
            Object::Complex(re, im) => Node::Complex(*re, *im),
            Object::Bytes(bytes) => Node::Bytes(bytes.clone()),
            Object::ByteArray(bytes) => Node::ByteArray(bytes.clone()),
            Object::List(items) => Node::List(self.items(items)),
            Object::Tuple(items) => Node::Tuple(self.items(items)),
            Object::Dict(dict) => Node::Dict(dict.iter().map(|(k, v)| (self.item(k), self.item(v))).collect()),
            Object::Set(set) => Node::Set(set.iter().map(|k| self.item(k)).collect(), false),
            Object::FrozenSet(set) => Node::Set(set.iter().map(|k| self.item(k)).collect(), true),
            Object::Slice(parts) => Node::Slice(parts.map(|part| self.item(part))),
            Object::Range(range) => Node::Range(**range),
            Object::Cell(value) => Node::Cell(self.item(*value)),
            Object::Function(function) => Node::Function(Box::new(self.function(vm, function))),
            Object::NativeFunction(native) => Node::NativeFunction {
                name: native.name.clone(),
                function: native.function,
                method_of: native.method_of.map_or(Item::None, |class| self.object(class)),
                data: self.item(native.data),
                module: native.module.clone(),
            },
            Object::BoundMethod(method) => {
                Node::BoundMethod { receiver: self.item(method.receiver), function: self.item(method.function) }
            }
            Object::Descriptor(descriptor) => match **descriptor {
                Descriptor::Property { get, set, delete, doc } => {
                    Node::Property([get, set, delete, doc].map(|part| self.item(part)))
                }
                Descriptor::StaticMethod(function) => Node::StaticMethod(self.item(function)),
                Descriptor::ClassMethod(function) => Node::ClassMethod(self.item(function)),
            },
            Object::Class(class) => self.class(vm, class, origin),
            Object::Instance(instance) => self.instance(vm, r, instance)?,
            Object::Module(_) => Node::Module(vm.module_name(r)),
            Object::Iter(iter) => Node::Iter(self.iter(iter)?),
            Object::Generator(generator) => self.generator(generator),
            Object::DictView(kind, dict) => Node::DictView(*kind, self.object(*dict)),
            Object::Super(class, receiver) => Node::Super(self.object(*class), self.item(*receiver)),
        })
    }

    fn function(&mut self, vm: &Vm, function: &Function) -> FunctionNode {
        let code = function.code.code.clone();
        // The library is the same everywhere: its functions find their globals there.
        let globals = match vm.heap.get(function.module) {
            Object::Module(namespace) if function.module == vm.main_module() => code
                .globals_used
                .iter()
                .filter_map(|name| {
                    let value = namespace.get(vm.names.find(name)?)?;
                    Some((name.clone(), self.item(value)))
                })
                .collect(),
            _ => Vec::new(),
        };
        let keyword_defaults = self.named(vm, function.keyword_defaults.iter().copied());
        let attrs = self.named(vm, function.attrs.iter().flat_map(|attrs| attrs.iter()));
        FunctionNode {
            name: function.name.clone(),
            qualname: function.qualname.clone(),
            module: vm.module_name(function.module),
            defaults: self.items(&function.defaults),
            keyword_defaults,
            closure: self.items(&function.closure),
            doc: self.item(function.doc),
            annotations: self.item(function.annotations),
            attrs,
            globals,
            code,
        }
    }

    fn class(&mut self, vm: &Vm, class: &Class, origin: u64) -> Node {
        if class.builtin {
            return Node::KnownClass { module: class.module.clone(), name: class.name.clone() };
        }
        Node::Class(Box::new(ClassNode {
            origin,
            name: class.name.clone(),
            qualname: class.qualname.clone(),
            module: class.module.clone(),
            meta: self.object(class.meta),
            bases: class.bases.iter().map(|&base| self.object(base)).collect(),
            attrs: self.named(vm, class.attrs.iter()),
            slots: class.slots.as_ref().map(|slots| slots.iter().map(|&slot| vm.names.text(slot).clone()).collect()),
            constructor: class.constructor,
        }))
    }

    fn instance(&mut self, vm: &Vm, r: Ref, instance: &Instance) -> Result<Node, NotPortable> {
        let names = vm.shapes.names(instance.shape).iter().copied();
        let attrs = self.named(vm, names.zip(instance.slots.iter().copied()));
        let payload = match &instance.payload {
            Payload::None => PayloadNode::None,
            Payload::Value(value) => PayloadNode::Value(self.item(*value)),
            Payload::Exception(data) => PayloadNode::Exception {
                args: self.item(data.args),
                trace: data.trace.clone(),
                cause: self.item(data.cause),
                context: self.item(data.context),
                suppress_context: data.suppress_context,
                hint: data.hint.clone(),
                advice: data.advice.clone(),
                notes: data.notes.clone(),
            },
            Payload::Native(native) => {
                let mut children = Vec::new();
                let Some(data) = native.portable(&mut children) else {
                    return Err(NotPortable { type_name: vm.class_ref(instance.class).name.clone() });
                };
                self.bytes += data.size();
                PayloadNode::Native { data, children: self.items(&children) }
            }
        };
        let member = member_name(vm, r, instance);
        Ok(Node::Instance { class: self.object(instance.class), attrs, payload, member })
    }

    fn iter(&mut self, iter: &Iter) -> Result<IterNode, NotPortable> {
        Ok(match iter {
            Iter::Exhausted(ty) => IterNode::Exhausted(*ty),
            Iter::List { list, index } => IterNode::List(self.object(*list), *index),
            Iter::Tuple { tuple, index } => IterNode::Tuple(self.object(*tuple), *index),
            Iter::Str { text, offset } => IterNode::Str(text.clone(), *offset),
            Iter::Bytes { bytes, index } => IterNode::Bytes(bytes.clone(), *index),
            Iter::Range { next, step, left } => IterNode::Range { next: *next, step: *step, left: *left },
            Iter::Dict { dict, index, len, kind } => {
                IterNode::Dict { dict: self.object(*dict), index: *index, len: *len, kind: *kind, reversed: false }
            }
            Iter::DictReversed { dict, index, len, kind } => {
                IterNode::Dict { dict: self.object(*dict), index: *index, len: *len, kind: *kind, reversed: true }
            }
            Iter::Set { set, place, len } => IterNode::Set { set: self.object(*set), place: *place, len: *len },
            Iter::Sequence { object, index } => {
                IterNode::Sequence { object: self.item(*object), index: *index, reversed: false }
            }
            Iter::ReversedSequence { object, index } => {
                IterNode::Sequence { object: self.item(*object), index: *index, reversed: true }
            }
            Iter::ReversedList { list, index } => IterNode::ReversedList { list: self.item(*list), index: *index },
            Iter::Callable { function, sentinel } => {
                IterNode::Callable { function: self.item(*function), sentinel: self.item(*sentinel) }
            }
            Iter::Map { function, iters } => {
                IterNode::Map { function: self.item(*function), iters: self.items(iters) }
            }
            Iter::Filter { function, iter } => {
                IterNode::Filter { function: self.item(*function), iter: self.item(*iter) }
            }
            Iter::Zip { iters, strict } => IterNode::Zip { iters: self.items(iters), strict: *strict },
            Iter::Enumerate { iter, index } => {
                IterNode::Enumerate { iter: self.item(*iter), index: self.item(*index) }
            }
            Iter::Native(native) => self.native_iter(native.as_deref())?,
        })
    }

    fn native_iter(&mut self, native: Option<&dyn NativeIter>) -> Result<IterNode, NotPortable> {
        let mut children = Vec::new();
        match native.and_then(|native| native.portable(&mut children)) {
            Some(data) => Ok(IterNode::Native { data, children: self.items(&children) }),
            None => Err(NotPortable { type_name: native.map_or("iterator", NativeIter::type_name).into() }),
        }
    }

    fn generator(&mut self, generator: &Generator) -> Node {
        let frame = generator.suspended().map(|frame| {
            Box::new(FrameNode {
                code: frame.code.code.clone(),
                function: self.object(frame.function),
                pc: frame.pc,
                registers: self.items(&frame.registers),
                handled: self.items(&frame.handled),
                resume: frame.resume,
                delegating: frame.delegating,
            })
        });
        Node::Generator {
            name: generator.name.clone(),
            qualname: generator.qualname.clone(),
            started: generator.started,
            frame,
        }
    }
}

/// The name under which the class of an instance keeps this very instance.
fn member_name(vm: &Vm, r: Ref, instance: &Instance) -> Option<Arc<str>> {
    let slot = vm.shapes.slot(instance.shape, vm.names.find("_name_")?)?;
    let name = vm.as_arc_str(*instance.slots.get(slot as usize)?)?;
    let kept = vm.class_ref(instance.class).attrs.get(vm.names.find(&name)?)?;
    (kept == Value::object(r)).then_some(name)
}
