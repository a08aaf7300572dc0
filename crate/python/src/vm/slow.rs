//! The instructions that are rare, large or never hot.

use std::sync::Arc;

use super::Vm;
use super::generator::Resumed;
use super::make::NO_SLOT;
use super::run::{Flow, FrameCode};
use crate::code::{Op, Special};
use crate::error::{Res, Unwind};
use crate::object::{Function, Object, Sym, Type, sym};
use crate::value::{Ref, Value};

/// "No register" in instructions with an optional operand.
pub(super) const NO_REG: u16 = u16::MAX;

impl Vm {
    pub(super) fn reg(&self, base: usize, r: u16) -> Value {
        self.stack[base + r as usize]
    }

    fn set_reg(&mut self, base: usize, r: u16, value: Value) {
        self.stack[base + r as usize] = value;
    }

    #[inline(never)]
    pub(super) fn slow_op(&mut self, op: Op, code: &FrameCode, base: usize) -> Res<Flow> {
        match op {
            Op::DeleteGlobal { .. }
            | Op::DeleteCell { .. }
            | Op::LoadName { .. }
            | Op::StoreName { .. }
            | Op::DeleteName { .. }
            | Op::LoadNamespace { .. } => self.name_op(op, code, base)?,
            Op::BuildSet { .. }
            | Op::BuildDict { .. }
            | Op::BuildSlice { .. }
            | Op::SetAdd { .. }
            | Op::DictInsert { .. }
            | Op::ListExtend { .. }
            | Op::SetUpdate { .. }
            | Op::DictUpdate { .. }
            | Op::DictMerge { .. }
            | Op::ListToTuple { .. } => self.display_op(op, base)?,
            Op::Raise { .. }
            | Op::RaiseFrom { .. }
            | Op::RaiseAgain
            | Op::Reraise { .. }
            | Op::PushHandled { .. }
            | Op::PopHandled
            | Op::MatchException { .. }
            | Op::AssertionFailed { .. } => self.exception_op(op, base)?,
            Op::Import { .. } | Op::ImportFrom { .. } | Op::ImportStar { .. } => self.import_ops(op, code, base)?,
            Op::YieldFrom { dst, iter } => return self.yield_from(dst, iter, base),
            _ => self.object_op(op, code, base)?,
        }
        Ok(Flow::Next)
    }

    fn object_op(&mut self, op: Op, code: &FrameCode, base: usize) -> Res<()> {
        match op {
            Op::DeleteAttr { obj, site } => {
                let object = self.reg(base, obj);
                self.del_attr(object, code.site_names[site as usize])?;
            }
            Op::DeleteItem { obj, key } => self.del_item(self.reg(base, obj), self.reg(base, key))?,
            Op::Unpack { src, base: first, count } => {
                let items = self.unpack(self.reg(base, src), count as usize)?;
                let first = base + first as usize;
                self.stack[first..first + items.len()].copy_from_slice(&items);
            }
            Op::UnpackStar { src, base: first, counts } => {
                let (before, after) = ((counts & 0xFF) as usize, (counts >> 8) as usize);
                let items = self.unpack_star(self.reg(base, src), before, after)?;
                let first = base + first as usize;
                self.stack[first..first + items.len()].copy_from_slice(&items);
            }
            Op::MakeFunction { dst, index, base: first } => {
                let function = self.make_function(code, index, base + first as usize);
                self.set_reg(base, dst, function);
            }
            Op::LoadBuildClass { dst } => {
                let build = self.builtin_value("__build_class__").unwrap_or(Value::NONE);
                self.set_reg(base, dst, build);
            }
            Op::LoadSpecial { special, dst, obj } => {
                let value = self.load_special(special, self.reg(base, obj))?;
                self.set_reg(base, dst, value);
            }
            Op::SetLast { src } => self.last = self.reg(base, src),
            other => {
                let text = format!("the machine does not know the instruction {other:?}");
                return Err(self.error(Type::SystemError, text));
            }
        }
        Ok(())
    }

    fn name_op(&mut self, op: Op, code: &FrameCode, base: usize) -> Res<()> {
        match op {
            Op::DeleteGlobal { name } => {
                let sym = code.names[name as usize];
                let removed = match self.heap.get_mut(code.module.get())? {
                    Object::Module(namespace) => namespace.remove(sym),
                    _ => None,
                };
                if removed.is_none() {
                    return Err(self.name_error(code, sym));
                }
            }
            Op::DeleteCell { cell, name } => {
                let Some(r) = self.reg(base, cell).as_ref() else { return Ok(()) };
                let Object::Cell(inside) = self.heap.get_mut(r)? else { return Ok(()) };
                if std::mem::replace(inside, Value::UNBOUND).is_unbound() {
                    return Err(self.unbound_cell(code, name));
                }
            }
            Op::LoadNamespace { dst } => {
                let namespace = self.frames.last().map_or(Value::NONE, |frame| frame.namespace);
                self.set_reg(base, dst, namespace);
            }
            Op::LoadName { dst, ns, name } => {
                let found = self.namespace_get(self.reg(base, ns), code.names[name as usize])?;
                let value = match found {
                    Some(value) => value,
                    None => self.load_global_slow(code, name)?,
                };
                self.set_reg(base, dst, value);
            }
            Op::StoreName { ns, src, name } => {
                let (namespace, value) = (self.reg(base, ns), self.reg(base, src));
                self.namespace_set(namespace, code.names[name as usize], value)?;
            }
            Op::DeleteName { ns, name } => {
                let namespace = self.reg(base, ns);
                if !self.namespace_delete(namespace, code.names[name as usize])? {
                    return Err(self.name_error(code, code.names[name as usize]));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn display_op(&mut self, op: Op, base: usize) -> Res<()> {
        match op {
            Op::BuildSet { dst, base: first, count } => {
                let set = self.new_set(false);
                for place in 0..count {
                    self.set_add(set, self.reg(base, first + place))?;
                }
                self.set_reg(base, dst, Value::object(set));
            }
            Op::BuildDict { dst, base: first, count } => {
                let dict = self.new_dict();
                for pair in 0..count {
                    let (key, value) = (self.reg(base, first + 2 * pair), self.reg(base, first + 2 * pair + 1));
                    self.dict_set(dict, key, value)?;
                }
                self.set_reg(base, dst, Value::object(dict));
            }
            Op::BuildSlice { dst, base: first } => {
                let parts = [self.reg(base, first), self.reg(base, first + 1), self.reg(base, first + 2)];
                let value = self.slice(parts[0], parts[1], parts[2]);
                self.set_reg(base, dst, value);
            }
            Op::SetAdd { set, src } => {
                if let Some(set) = self.set_ref(self.reg(base, set)) {
                    self.set_add(set, self.reg(base, src))?;
                }
            }
            Op::DictInsert { dict, key, src } => {
                if let Some(dict) = self.dict_ref(self.reg(base, dict)) {
                    self.dict_set(dict, self.reg(base, key), self.reg(base, src))?;
                }
            }
            Op::ListExtend { list, src } => {
                let source = self.reg(base, src);
                let items = match self.collect(source) {
                    Err(unwind) if self.is_raised(&unwind, Type::TypeError) && !self.is_iterable(source) => {
                        let name = self.type_name(source);
                        let text = format!("Value after * must be an iterable, not {name}");
                        return Err(self.type_error(text));
                    }
                    other => other?,
                };
                if let Some(r) = self.reg(base, list).as_ref()
                    && let Object::List(target) = self.heap.get_mut_internal(r)
                {
                    let bytes = items.len() * 8;
                    target.extend(items);
                    self.heap.grew(bytes);
                }
            }
            Op::SetUpdate { set, src } => {
                if let Some(set) = self.set_ref(self.reg(base, set)) {
                    self.set_update(set, self.reg(base, src))?;
                }
            }
            Op::DictUpdate { dict, src } => {
                let source = self.reg(base, src);
                let Some(pairs) = self.mapping_items(source)? else {
                    let name = self.type_name(source);
                    return Err(self.type_error(format!("'{name}' object is not a mapping")));
                };
                if let Some(dict) = self.dict_ref(self.reg(base, dict)) {
                    for (key, value) in pairs {
                        self.dict_set(dict, key, value)?;
                    }
                }
            }
            Op::DictMerge { dict, src, callee } => {
                self.merge_keywords(self.reg(base, dict), self.reg(base, src), self.reg(base, callee))?;
            }
            Op::ListToTuple { dst, src } => {
                let items = self.list_items(self.reg(base, src)).map(<[Value]>::to_vec).unwrap_or_default();
                let tuple = self.tuple(items);
                self.set_reg(base, dst, tuple);
            }
            _ => {}
        }
        Ok(())
    }

    /// Keys and values of a dict or of anything with `keys()`.
    pub fn mapping_items(&mut self, source: Value) -> Res<Option<Vec<(Value, Value)>>> {
        if let Some(dict) = self.dict_ref(source) {
            return Ok(Some(self.dict_items(dict)));
        }
        let Some(keys) = self.find_attr(source, sym::KEYS)? else { return Ok(None) };
        let keys = self.call(keys, &[])?;
        let mut pairs = Vec::new();
        for key in self.collect(keys)? {
            let value = self.get_item(source, key)?;
            self.keep(value);
            pairs.push((key, value));
        }
        Ok(Some(pairs))
    }

    /// What a message calls the function of a star call: with its module, unless it is builtin.
    fn callee_name(&mut self, callee: Value) -> Arc<str> {
        let name = match self.find_attr(callee, sym::QUALNAME) {
            Ok(Some(name)) => self.as_arc_str(name).unwrap_or_else(|| "function".into()),
            _ => return self.repr(callee).map_or_else(|_| self.type_name(callee), Into::into),
        };
        match self.find_attr(callee, sym::MODULE).ok().flatten().and_then(|module| self.as_arc_str(module)) {
            Some(module) if &*module != "builtins" => format!("{module}.{name}()").into(),
            _ => format!("{name}()").into(),
        }
    }

    fn merge_keywords(&mut self, dict: Value, source: Value, callee: Value) -> Res<()> {
        let Some(pairs) = self.mapping_items(source)? else {
            let (name, what) = (self.callee_name(callee), self.type_name(source));
            return Err(self.type_error(format!("{name} argument after ** must be a mapping, not {what}")));
        };
        let Some(dict) = self.dict_ref(dict) else { return Ok(()) };
        for (key, value) in pairs {
            if self.as_str(key).is_none() {
                return Err(self.type_error("keywords must be strings"));
            }
            if self.dict_get(dict, key)?.is_some() {
                let (name, key) = (self.callee_name(callee), self.to_str(key)?);
                let text = format!("{name} got multiple values for keyword argument '{key}'");
                return Err(self.type_error(text));
            }
            self.dict_set(dict, key, value)?;
        }
        Ok(())
    }

    /// The list and dict of a star call as argument vectors.
    #[expect(clippy::type_complexity, reason = "the two parts of `Args`, owned")]
    pub(super) fn star_arguments(
        &mut self,
        callee: Value,
        list: Value,
        dict: Value,
    ) -> Res<(Vec<Value>, Vec<(Sym, Value)>)> {
        let pos = match (self.list_items(list), self.tuple_items(list)) {
            (Some(items), _) | (_, Some(items)) => items.to_vec(),
            _ if self.is_iterable(list) => self.collect(list)?,
            _ => {
                let (name, what) = (self.callee_name(callee), self.type_name(list));
                return Err(self.type_error(format!("{name} argument after * must be an iterable, not {what}")));
            }
        };
        let mut kw = Vec::new();
        if let Some(dict) = self.dict_ref(dict) {
            for (key, value) in self.dict_items(dict) {
                match self.symbol_of(key) {
                    Some(name) => kw.push((name, value)),
                    None => return Err(self.type_error("keywords must be strings")),
                }
            }
        }
        Ok((pos, kw))
    }

    fn exception_op(&mut self, op: Op, base: usize) -> Res<()> {
        match op {
            Op::Raise { exc } => {
                let exc = self.exception_from(self.reg(base, exc))?;
                Err(Unwind::Raise(exc))
            }
            Op::RaiseFrom { exc, cause } => Err(self.raise_from(self.reg(base, exc), self.reg(base, cause))),
            Op::RaiseAgain => match self.handled.last().copied() {
                Some(exc) => {
                    // The entry of this frame is there when the exception was caught in it.
                    self.reraising = self.frames.last().is_some_and(|frame| (frame.handled_base as usize) < self.handled.len());
                    Err(Unwind::Raise(exc))
                }
                None => Err(self.error(Type::RuntimeError, "No active exception to reraise")),
            },
            Op::Reraise { exc } => {
                self.reraising = true;
                Err(Unwind::Raise(self.reg(base, exc)))
            }
            Op::PushHandled { exc } => {
                let exc = self.reg(base, exc);
                self.handled.push(exc);
                Ok(())
            }
            Op::PopHandled => {
                self.handled.pop();
                Ok(())
            }
            Op::MatchException { dst, exc, types } => {
                let matches = self.exception_matches(self.reg(base, exc), self.reg(base, types))?;
                self.set_reg(base, dst, Value::bool(matches));
                Ok(())
            }
            Op::AssertionFailed { src } => {
                let args = if src == NO_REG { vec![] } else { vec![self.reg(base, src)] };
                Err(Unwind::Raise(self.new_exception(Ref::of(Type::AssertionError), args)))
            }
            _ => Ok(()),
        }
    }

    fn load_special(&mut self, special: Special, object: Value) -> Res {
        let (name, text, other) = match special {
            Special::Enter => (sym::ENTER, "context manager", ""),
            Special::Exit => (sym::EXIT, "context manager", " (missed __exit__ method)"),
            Special::SplitGroup | Special::FinishGroup => return self.group_helper(special),
        };
        let class = self.type_of(object);
        match self.lookup(class, name) {
            Some(method) => self.bind_attr(method, object, class),
            None => {
                let what = self.type_name(object);
                Err(self.type_error(format!("'{what}' object does not support the {text} protocol{other}")))
            }
        }
    }

    fn import_ops(&mut self, op: Op, code: &FrameCode, base: usize) -> Res<()> {
        match op {
            Op::Import { dst, name, leaf } => {
                let module = self.import_op(code.names[name as usize], leaf == 1)?;
                self.set_reg(base, dst, module);
            }
            Op::ImportFrom { dst, module, name } => {
                let value = self.import_from(self.reg(base, module), code.names[name as usize])?;
                self.set_reg(base, dst, value);
            }
            Op::ImportStar { module } => self.import_star(self.reg(base, module), code.module.get())?,
            _ => {}
        }
        Ok(())
    }

    fn yield_from(&mut self, dst: u16, iter: u16, base: usize) -> Res<Flow> {
        let delegating = self.frames.last_mut().is_some_and(|frame| std::mem::replace(&mut frame.delegating, false));
        let sent = if delegating { self.reg(base, dst) } else { Value::NONE };
        match self.delegate(self.reg(base, iter), sent)? {
            Resumed::Returned(value) => {
                self.set_reg(base, dst, value);
                Ok(Flow::Next)
            }
            Resumed::Yielded(value) => {
                // The frame waits at this very instruction.
                let pc = self.frames.last().map_or(0, |frame| frame.pc.saturating_sub(1));
                self.handed_out = self.yield_value(value, pc, dst, true);
                Ok(Flow::Reload)
            }
        }
    }

    fn make_function(&mut self, code: &FrameCode, index: u16, mut next: usize) -> Value {
        let template = &code.code.functions[index as usize];
        let module = code.module.get();
        let instance = self.instance_of(&template.code, module);
        let mut take = |count: usize| {
            let values = self.stack[next..next + count].to_vec();
            next += count;
            values
        };
        let defaults = take(template.defaults as usize);
        let keyword_values = take(template.keyword_defaults.len());
        let closure = take(template.closure as usize);
        let annotations = if template.annotations { take(1)[0] } else { Value::NONE };
        let keyword_defaults =
            template.keyword_defaults.iter().map(|name| self.names.intern(name)).zip(keyword_values).collect();
        let doc = template.code.doc.clone().map_or(Value::NONE, |doc| self.shared_str(doc));
        let function = Function {
            name: template.code.name.clone(),
            qualname: template.code.qualname.clone(),
            code: instance,
            defaults,
            keyword_defaults,
            closure: closure.into(),
            module,
            annotations,
            doc,
            attrs: None,
        };
        self.alloc(Object::Function(Box::new(function)))
    }

    pub(super) fn store_global(&mut self, code: &FrameCode, name: u16, value: Value) -> Res<()> {
        let cached = code.global_slots[name as usize].get();
        let Object::Module(namespace) = self.heap.get_mut(code.module.get())? else { return Ok(()) };
        let mut slot = cached.0;
        if slot == NO_SLOT {
            slot = namespace.slot(code.names[name as usize]);
            code.global_slots[name as usize].set((slot, cached.1));
        }
        namespace.set_slot(slot, value);
        Ok(())
    }

    #[inline(never)]
    pub(super) fn load_global_slow(&mut self, code: &FrameCode, name: u16) -> Res {
        let sym = code.names[name as usize];
        let builtin_slot = code.global_slots[name as usize].get().1;
        let mut found = Value::UNBOUND;
        if let Object::Module(namespace) = self.heap.get_mut_internal(code.module.get()) {
            let slot = namespace.slot(sym);
            code.global_slots[name as usize].set((slot, builtin_slot));
            found = namespace.slot_value(slot);
        }
        if !found.is_unbound() {
            return Ok(found);
        }
        let builtins = self.builtins;
        if let Object::Module(namespace) = self.heap.get_mut_internal(builtins)
            && let Some(value) = namespace.get(sym)
        {
            let slot = code.global_slots[name as usize].get().0;
            code.global_slots[name as usize].set((slot, namespace.slot(sym)));
            return Ok(value);
        }
        let text = self.names.text(sym).clone();
        match self.late_builtin(&text)? {
            Some(value) => Ok(value),
            None => Err(self.name_error(code, sym)),
        }
    }

    /// `NameError` with Python's suggestion.
    fn name_error(&mut self, code: &FrameCode, name: Sym) -> Unwind {
        let text = self.names.text(name).clone();
        let mut known: Vec<Arc<str>> = self.local_names(code);
        for module in [code.module.get(), self.builtins] {
            if let Object::Module(namespace) = self.heap.get(module) {
                known.extend(namespace.iter().map(|(name, _)| self.names.text(name).clone()));
            }
        }
        let near: Vec<&str> = known.iter().map(|name| &**name).collect();
        let suggestion = crate::text::suggest::suggest(&text, &near);
        let hint = match suggestion {
            Some(near) => Some(format!(". Did you mean: '{near}'?")),
            None if self.builders.contains_key(&*text) => Some(format!(". Did you forget to import '{text}'?")),
            None => None,
        };
        let unwind = self.hinted_error(Type::NameError, format!("name '{text}' is not defined"), hint);
        let text = self.symbol_text(name);
        self.with_part(&unwind, "name", text);
        unwind
    }

    fn local_names(&self, code: &FrameCode) -> Vec<Arc<str>> {
        let signature = &code.code.signature;
        let base = self.frames.last().map_or(0, |frame| frame.base as usize);
        let bound = |place: usize| self.stack.get(base + place).is_some_and(|value| !value.is_unbound());
        let parameters = signature.names.iter().chain(&signature.star).chain(&signature.star_star);
        parameters.chain(code.code.local_names.iter()).enumerate().filter(|(place, _)| bound(*place)).map(|(_, n)| n.clone()).collect()
    }

    pub(super) fn unbound_local(&mut self, code: &FrameCode, name: u16) -> Unwind {
        let text = self.names.text(code.names[name as usize]).clone();
        let text = format!("cannot access local variable '{text}' where it is not associated with a value");
        self.error(Type::UnboundLocalError, text)
    }

    pub(super) fn unbound_cell(&mut self, code: &FrameCode, name: u16) -> Unwind {
        let text = self.names.text(code.names[name as usize]).clone();
        if code.code.free_names.contains(&text) {
            let message = format!(
                "cannot access free variable '{text}' where it is not associated with a value in enclosing scope"
            );
            let unwind = self.error(Type::NameError, message);
            let text = self.shared_str(text);
            self.with_part(&unwind, "name", text);
            return unwind;
        }
        self.unbound_local(code, name)
    }
}
