//! From a parcel into a heap.
//!
//! Objects are made empty first and filled afterwards, so that cycles close by
//! themselves: classes, then all other objects, then their contents, then dicts
//! and sets, whose keys must be whole before they can be hashed.

use std::sync::Arc;

use super::node::{ClassNode, FunctionNode, IterNode, Item, Node, Parcel, PayloadNode};
use crate::error::Res;
use crate::object::{
    BoundMethod, Descriptor, ExceptionData, Function, Generator, Iter, NativeFunction, Object, Payload,
    SavedFrame, StrObject, Sym, Type,
};
use crate::value::{Ref, Value};
use crate::vm::Vm;

/// How deep classes may derive from each other.
const MAX_BASES_DEPTH: usize = 50;

struct Unpacker<'a> {
    parcel: &'a Parcel,
    /// The object of each node; unbound until it is made.
    made: Vec<Value>,
    /// Nodes that were made here, in order of discovery.
    fresh: Vec<u32>,
    /// Classes made on the way whose children are still to be made.
    pending: Vec<u32>,
    /// What comes along is captured: globals are set anew, objects are marked.
    captured: bool,
}

impl Parcel {
    /// Makes the value in a machine. With `captured` the objects are marked as
    /// shared with other tasks: writing one stops the task.
    ///
    /// # Errors
    /// What hashing a key raises, or `RecursionError`.
    pub fn unpack(&self, vm: &mut Vm, captured: bool) -> Res {
        let mark = vm.kept();
        let mut unpacker =
            Unpacker { parcel: self, made: vec![Value::UNBOUND; self.nodes.len()], fresh: Vec::new(), pending: Vec::new(), captured };
        let root = unpacker.reach(vm)?;
        unpacker.fill(vm)?;
        if captured {
            for &place in &unpacker.fresh {
                if let Some(r) = unpacker.made[place as usize].as_ref() {
                    vm.heap.share(r);
                }
            }
        }
        vm.release(mark, root);
        Ok(root)
    }
}

impl Unpacker<'_> {
    /// Makes every object that the root reaches, empty.
    fn reach(&mut self, vm: &mut Vm) -> Res {
        let parcel = self.parcel;
        let mut pending = vec![parcel.root];
        while let Some(item) = pending.pop() {
            let Item::Node(place) = item else { continue };
            if !self.made[place as usize].is_unbound() {
                continue;
            }
            let node = &parcel.nodes[place as usize];
            if let Node::Class(_) = node {
                // A class that is known here keeps its own attributes.
                self.make_class(vm, place, 0)?;
                for made in std::mem::take(&mut self.pending) {
                    children(&parcel.nodes[made as usize], &mut pending);
                }
            } else if let Some(known) = self.known_member(vm, node) {
                self.made[place as usize] = known;
            } else {
                let value = self.make(vm, node)?;
                self.made[place as usize] = value;
                self.fresh.push(place);
                children(node, &mut pending);
            }
        }
        Ok(self.value(self.parcel.root))
    }

    /// The object that a class known here keeps under the name of an instance.
    fn known_member(&self, vm: &mut Vm, node: &Node) -> Option<Value> {
        let Node::Instance { class: Item::Node(class), member: Some(name), .. } = node else { return None };
        let Node::Class(class) = &self.parcel.nodes[*class as usize] else { return None };
        let here = vm.origins.class(class.origin)?;
        // A class that came in this very parcel has no attributes yet.
        vm.class_ref(here).attrs.get(vm.names.find(name)?)
    }

    fn value(&self, item: Item) -> Value {
        match item {
            Item::None => Value::NONE,
            Item::Bool(b) => Value::bool(b),
            Item::Int(i) => Value::small_int_wrapping(i),
            Item::Float(f) => Value::float(f),
            Item::NotImplemented => Value::NOT_IMPLEMENTED,
            Item::Ellipsis => Value::ELLIPSIS,
            Item::Unbound => Value::UNBOUND,
            Item::BuiltinClass(ty) => Value::class(ty),
            Item::Node(place) => self.made[place as usize],
        }
    }

    fn values(&self, items: &[Item]) -> Vec<Value> {
        items.iter().map(|&item| self.value(item)).collect()
    }

    fn reference(&self, item: Item) -> Ref {
        self.value(item).as_ref().unwrap_or(Ref::of(Type::Object))
    }

    fn make_class(&mut self, vm: &mut Vm, place: u32, depth: usize) -> Res<Ref> {
        if let Some(r) = self.made[place as usize].as_ref() {
            return Ok(r);
        }
        let (Node::Class(class), true) = (&self.parcel.nodes[place as usize], depth < MAX_BASES_DEPTH) else {
            return Ok(Ref::of(Type::Object));
        };
        if let Some(known) = vm.origins.class(class.origin) {
            self.made[place as usize] = Value::object(known);
            return Ok(known);
        }
        let mut bases = Vec::with_capacity(class.bases.len());
        for &base in &class.bases {
            bases.push(match base {
                Item::Node(place) => match &self.parcel.nodes[place as usize] {
                    Node::Class(_) => self.make_class(vm, place, depth + 1)?,
                    node => {
                        let value = self.make(vm, node)?;
                        value.as_ref().unwrap_or(Ref::of(Type::Object))
                    }
                },
                other => self.reference(other),
            });
        }
        let ClassNode { origin, name, qualname, module, slots, constructor, .. } = &**class;
        let r = vm.adopt_class(name, qualname, module, &bases);
        if let Some(slots) = slots {
            let slots = slots.iter().map(|slot| vm.names.intern(slot)).collect();
            if let Object::Class(class) = vm.heap.get_mut_internal(r) {
                class.slots = Some(slots);
            }
        }
        if let Some(constructor) = constructor {
            vm.set_constructor(r, *constructor);
        }
        vm.origins.bind(*origin, r);
        self.made[place as usize] = Value::object(r);
        self.fresh.push(place);
        self.pending.push(place);
        Ok(r)
    }

    /// An object without its contents.
    fn make(&mut self, vm: &mut Vm, node: &Node) -> Res {
        let object = match node {
            Node::Str(text) => return Ok(vm.alloc(Object::Str(StrObject::new(text.clone())))),
            Node::Wide(i) => Object::Wide(*i),
            Node::Big(n) => Object::Big(Box::new((**n).clone())),
            Node::Complex(re, im) => Object::Complex(*re, *im),
            Node::Bytes(bytes) => Object::Bytes(bytes.clone()),
            Node::ByteArray(bytes) => Object::ByteArray(bytes.clone()),
            Node::List(items) => Object::List(vec![Value::NONE; items.len()]),
            Node::Tuple(items) => Object::Tuple(vec![Value::NONE; items.len()].into()),
            Node::Dict(_) => return Ok(Value::object(vm.new_dict())),
            Node::Set(_, frozen) => return Ok(Value::object(vm.new_set(*frozen))),
            Node::Slice(_) => Object::Slice(Box::new([Value::NONE; 3])),
            Node::Range(range) => Object::Range(Box::new(*range)),
            Node::Cell(_) => Object::Cell(Value::UNBOUND),
            Node::Function(function) => self.make_function(vm, function)?,
            Node::NativeFunction { name, function, module, .. } => Object::NativeFunction(Box::new(NativeFunction {
                name: name.clone(),
                function: *function,
                method_of: None,
                data: Value::NONE,
                module: module.clone(),
                doc: None,
            })),
            Node::BoundMethod { .. } => {
                Object::BoundMethod(BoundMethod { receiver: Value::NONE, function: Value::NONE })
            }
            Node::Property(_) => Object::Descriptor(Box::new(Descriptor::Property {
                get: Value::NONE,
                set: Value::NONE,
                delete: Value::NONE,
                doc: Value::NONE,
            })),
            Node::StaticMethod(_) => Object::Descriptor(Box::new(Descriptor::StaticMethod(Value::NONE))),
            Node::ClassMethod(_) => Object::Descriptor(Box::new(Descriptor::ClassMethod(Value::NONE))),
            Node::Class(_) => return Ok(Value::NONE),
            Node::KnownClass { module, name } => return self.known_class(vm, module, name),
            Node::Instance { .. } => return Ok(vm.new_instance(Ref::of(Type::Object), Payload::None)),
            Node::Module(name) => return vm.import(name).map(Value::object),
            Node::Iter(_) => Object::Iter(Box::new(Iter::Native(None))),
            Node::Generator { name, qualname, started, .. } => Object::Generator(Box::new(Generator {
                name: name.clone(),
                qualname: qualname.clone(),
                started: *started,
                running: false,
                frame: None,
            })),
            Node::DictView(kind, _) => Object::DictView(*kind, Ref::of(Type::Object)),
            Node::Super(..) => Object::Super(Ref::of(Type::Object), Value::NONE),
        };
        Ok(vm.alloc(object))
    }

    fn known_class(&self, vm: &mut Vm, module: &Arc<str>, name: &Arc<str>) -> Res {
        let full = format!("{module}.{name}");
        if let Some(class) = vm.known_class(&full) {
            return Ok(Value::object(class));
        }
        vm.import(module)?;
        if &**module == "builtins" {
            vm.late_builtin(name)?;
        }
        match vm.known_class(&full) {
            Some(class) => Ok(Value::object(class)),
            None => Err(vm.error(Type::RuntimeError, format!("the class {full} is not known on this worker"))),
        }
    }

    fn make_function(&self, vm: &mut Vm, node: &FunctionNode) -> Res<Object> {
        let module = if &*node.module == "__main__" { vm.main_module() } else { vm.import(&node.module)? };
        let code = vm.instance_of(&node.code, module);
        Ok(Object::Function(Box::new(Function {
            code,
            name: node.name.clone(),
            qualname: node.qualname.clone(),
            defaults: Vec::new(),
            keyword_defaults: Vec::new(),
            closure: Box::new([]),
            module,
            annotations: Value::NONE,
            doc: Value::NONE,
            attrs: None,
        })))
    }

    fn fill(&mut self, vm: &mut Vm) -> Res<()> {
        for &place in &self.fresh {
            self.fill_object(vm, place);
        }
        // What a class defines is known once the methods in it are whole.
        for &place in &self.fresh {
            if let (Node::Class(_), Some(r)) =
                (&self.parcel.nodes[place as usize], self.made[place as usize].as_ref())
            {
                vm.refresh_flags(r);
            }
        }
        // Natives and iterators hold values that are whole now.
        for &place in self.fresh.iter().rev() {
            let value = self.made[place as usize];
            match &self.parcel.nodes[place as usize] {
                Node::Dict(pairs) => {
                    let Some(dict) = value.as_ref() else { continue };
                    for &(key, item) in pairs {
                        vm.dict_set(dict, self.value(key), self.value(item))?;
                    }
                }
                Node::Set(items, _) => {
                    let Some(set) = value.as_ref() else { continue };
                    for &item in items {
                        vm.set_add(set, self.value(item))?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn fill_object(&self, vm: &mut Vm, place: u32) {
        let Some(r) = self.made[place as usize].as_ref() else { return };
        let node = &self.parcel.nodes[place as usize];
        match node {
            Node::Function(function) => return self.fill_function(vm, r, function),
            Node::Class(class) => return self.fill_class(vm, r, class),
            Node::Instance { class, attrs, payload, .. } => return self.fill_instance(vm, r, *class, attrs, payload),
            Node::Generator { frame: Some(_), .. } => return self.fill_generator(vm, r, node),
            Node::Iter(iter) => {
                let iter = self.iter(iter);
                if let Object::Iter(target) = vm.heap.get_mut_internal(r) {
                    **target = iter;
                }
                return;
            }
            _ => {}
        }
        match (vm.heap.get_mut_internal(r), node) {
            (Object::List(target), Node::List(items)) => *target = self.values(items),
            (Object::Tuple(target), Node::Tuple(items)) => *target = self.values(items).into(),
            (Object::Slice(target), Node::Slice(parts)) => **target = parts.map(|part| self.value(part)),
            (Object::Cell(target), Node::Cell(item)) => *target = self.value(*item),
            (Object::NativeFunction(target), Node::NativeFunction { method_of, data, .. }) => {
                target.data = self.value(*data);
                target.method_of = self.value(*method_of).as_ref();
            }
            (Object::BoundMethod(target), Node::BoundMethod { receiver, function }) => {
                target.receiver = self.value(*receiver);
                target.function = self.value(*function);
            }
            (Object::Descriptor(target), Node::Property(parts)) => {
                let [get, set, delete, doc] = parts.map(|part| self.value(part));
                **target = Descriptor::Property { get, set, delete, doc };
            }
            (Object::Descriptor(target), Node::StaticMethod(item)) => {
                **target = Descriptor::StaticMethod(self.value(*item));
            }
            (Object::Descriptor(target), Node::ClassMethod(item)) => {
                **target = Descriptor::ClassMethod(self.value(*item));
            }
            (Object::DictView(_, target), Node::DictView(_, dict)) => *target = self.reference(*dict),
            (Object::Super(class, receiver), Node::Super(start, object)) => {
                *class = self.reference(*start);
                *receiver = self.value(*object);
            }
            _ => {}
        }
    }

    fn named(&self, vm: &mut Vm, pairs: &[(Arc<str>, Item)]) -> Vec<(Sym, Value)> {
        pairs.iter().map(|(name, item)| (vm.names.intern(name), self.value(*item))).collect()
    }

    fn fill_function(&self, vm: &mut Vm, r: Ref, node: &FunctionNode) {
        let keyword_defaults = self.named(vm, &node.keyword_defaults);
        let attrs = self.named(vm, &node.attrs);
        let globals = self.named(vm, &node.globals);
        let Object::Function(function) = vm.heap.get_mut_internal(r) else { return };
        function.defaults = self.values(&node.defaults);
        function.keyword_defaults = keyword_defaults;
        function.closure = self.values(&node.closure).into();
        function.doc = self.value(node.doc);
        function.annotations = self.value(node.annotations);
        for (name, value) in attrs {
            function.attrs.get_or_insert_default().set(name, value);
        }
        let module = function.module;
        if let Object::Module(namespace) = vm.heap.get_mut_internal(module) {
            for (name, value) in globals {
                // A result that comes home must not change what the program sees.
                if self.captured || namespace.get(name).is_none() {
                    namespace.set(name, value);
                }
            }
        }
        // A module of the library is nobody's to share: it is made anew on each machine.
        if self.captured && module == vm.main_module() {
            vm.heap.share(module);
        }
    }

    fn fill_class(&self, vm: &mut Vm, r: Ref, node: &ClassNode) {
        let meta = self.reference(node.meta);
        if let Object::Class(class) = vm.heap.get_mut_internal(r) {
            class.meta = meta;
        }
        for (name, item) in &node.attrs {
            vm.set_class_attr(r, name, self.value(*item));
        }
    }

    fn fill_instance(&self, vm: &mut Vm, r: Ref, class: Item, attrs: &[(Arc<str>, Item)], payload: &PayloadNode) {
        let class = self.reference(class);
        let mut shape = vm.class_ref(class).root_shape;
        let mut slots = Vec::with_capacity(attrs.len());
        for (name, item) in attrs {
            let name = vm.names.intern(name);
            shape = vm.shapes.with(shape, name);
            slots.push(self.value(*item));
        }
        let payload = match payload {
            PayloadNode::None => Payload::None,
            PayloadNode::Value(item) => Payload::Value(self.value(*item)),
            PayloadNode::Exception { args, trace, cause, context, suppress_context, hint, advice, notes } => {
                let mut data = ExceptionData::new(self.value(*args));
                data.trace.clone_from(trace);
                data.cause = self.value(*cause);
                data.context = self.value(*context);
                data.suppress_context = *suppress_context;
                data.hint.clone_from(hint);
                data.advice.clone_from(advice);
                data.notes.clone_from(notes);
                Payload::Exception(Box::new(data))
            }
            PayloadNode::Native { data, children } => Payload::Native(data.restore(&self.values(children))),
        };
        if let Object::Instance(instance) = vm.heap.get_mut_internal(r) {
            instance.class = class;
            instance.shape = shape;
            instance.slots = slots;
            instance.payload = payload;
        }
    }

    fn fill_generator(&self, vm: &mut Vm, r: Ref, node: &Node) {
        let Node::Generator { frame: Some(frame), .. } = node else { return };
        let function = self.reference(frame.function);
        let module = match vm.heap.get(function) {
            Object::Function(function) => function.module,
            _ => vm.main_module(),
        };
        let code = vm.instance_of(&frame.code, module);
        let saved = SavedFrame {
            code,
            function,
            pc: frame.pc,
            registers: self.values(&frame.registers),
            handled: self.values(&frame.handled),
            resume: frame.resume,
            delegating: frame.delegating,
        };
        if let Object::Generator(generator) = vm.heap.get_mut_internal(r) {
            generator.frame = Some(Box::new(saved));
        }
    }

    fn iter(&self, node: &IterNode) -> Iter {
        match node {
            IterNode::Exhausted(ty) => Iter::Exhausted(*ty),
            IterNode::List(list, index) => Iter::List { list: self.reference(*list), index: *index },
            IterNode::Tuple(tuple, index) => Iter::Tuple { tuple: self.reference(*tuple), index: *index },
            IterNode::Str(text, offset) => Iter::Str { text: text.clone(), offset: *offset },
            IterNode::Bytes(bytes, index) => Iter::Bytes { bytes: bytes.clone(), index: *index },
            IterNode::Range { next, step, left } => Iter::Range { next: *next, step: *step, left: *left },
            IterNode::Dict { dict, index, len, kind, reversed } => {
                let (dict, index, len, kind) = (self.reference(*dict), *index, *len, *kind);
                if *reversed {
                    Iter::DictReversed { dict, index, len, kind }
                } else {
                    Iter::Dict { dict, index, len, kind }
                }
            }
            IterNode::Set { set, place, len } => Iter::Set { set: self.reference(*set), place: *place, len: *len },
            IterNode::Sequence { object, index, reversed } => {
                let (object, index) = (self.value(*object), *index);
                if *reversed { Iter::ReversedSequence { object, index } } else { Iter::Sequence { object, index } }
            }
            IterNode::ReversedList { list, index } => Iter::ReversedList { list: self.value(*list), index: *index },
            IterNode::Callable { function, sentinel } => {
                Iter::Callable { function: self.value(*function), sentinel: self.value(*sentinel) }
            }
            IterNode::Map { function, iters } => {
                Iter::Map { function: self.value(*function), iters: self.values(iters) }
            }
            IterNode::Filter { function, iter } => {
                Iter::Filter { function: self.value(*function), iter: self.value(*iter) }
            }
            IterNode::Zip { iters, strict } => Iter::Zip { iters: self.values(iters), strict: *strict },
            IterNode::Enumerate { iter, index } => {
                Iter::Enumerate { iter: self.value(*iter), index: self.value(*index) }
            }
            IterNode::Native { data, children } => Iter::Native(Some(data.restore(&self.values(children)))),
        }
    }
}

/// The items that a node refers to.
fn children(node: &Node, out: &mut Vec<Item>) {
    let named = |pairs: &[(Arc<str>, Item)], out: &mut Vec<Item>| out.extend(pairs.iter().map(|(_, item)| *item));
    match node {
        Node::Str(_)
        | Node::Wide(_)
        | Node::Big(_)
        | Node::Complex(..)
        | Node::Bytes(_)
        | Node::ByteArray(_)
        | Node::Range(_)
        | Node::KnownClass { .. }
        | Node::Module(_) => {}
        Node::List(items) | Node::Tuple(items) | Node::Set(items, _) => out.extend(items),
        Node::Dict(pairs) => out.extend(pairs.iter().flat_map(|&(key, value)| [key, value])),
        Node::Slice(parts) => out.extend(parts),
        Node::Property(parts) => out.extend(parts),
        Node::Cell(item) | Node::StaticMethod(item) | Node::ClassMethod(item) | Node::DictView(_, item) => {
            out.push(*item);
        }
        Node::Function(function) => {
            out.extend(&function.defaults);
            named(&function.keyword_defaults, out);
            out.extend(&function.closure);
            out.extend([function.doc, function.annotations]);
            named(&function.attrs, out);
            named(&function.globals, out);
        }
        Node::NativeFunction { method_of, data, .. } => out.extend([*method_of, *data]),
        Node::BoundMethod { receiver, function } => out.extend([*receiver, *function]),
        Node::Class(class) => {
            out.push(class.meta);
            out.extend(&class.bases);
            named(&class.attrs, out);
        }
        Node::Instance { class, attrs, payload, .. } => {
            out.push(*class);
            named(attrs, out);
            match payload {
                PayloadNode::None => {}
                PayloadNode::Value(item) => out.push(*item),
                PayloadNode::Exception { args, cause, context, .. } => out.extend([*args, *cause, *context]),
                PayloadNode::Native { children, .. } => out.extend(children),
            }
        }
        Node::Iter(iter) => iter_children(iter, out),
        Node::Generator { frame, .. } => {
            if let Some(frame) = frame {
                out.push(frame.function);
                out.extend(&frame.registers);
                out.extend(&frame.handled);
            }
        }
        Node::Super(class, object) => out.extend([*class, *object]),
    }
}

fn iter_children(iter: &IterNode, out: &mut Vec<Item>) {
    match iter {
        IterNode::Exhausted(_) | IterNode::Str(..) | IterNode::Bytes(..) | IterNode::Range { .. } => {}
        IterNode::List(item, _) | IterNode::Tuple(item, _) => out.push(*item),
        IterNode::Dict { dict, .. } => out.push(*dict),
        IterNode::Set { set, .. } => out.push(*set),
        IterNode::Sequence { object, .. } => out.push(*object),
        IterNode::ReversedList { list, .. } => out.push(*list),
        IterNode::Callable { function, sentinel } => out.extend([*function, *sentinel]),
        IterNode::Map { function, iters } => {
            out.push(*function);
            out.extend(iters);
        }
        IterNode::Filter { function, iter } => out.extend([*function, *iter]),
        IterNode::Zip { iters, .. } => out.extend(iters),
        IterNode::Enumerate { iter, index } => out.extend([*iter, *index]),
        IterNode::Native { children, .. } => out.extend(children),
    }
}
