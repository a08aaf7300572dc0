//! `next`: one step of every kind of iterator.

use super::Method;
use crate::error::Res;
use crate::object::{DictViewKind, Iter, NativeIter, Object, Type, sym};
use crate::value::{Ref, Value};
use crate::vm::Vm;
use crate::vm::generator::{Resume, Resumed};

/// What a step needs of an iterator, copied out of the heap.
enum Step {
    Item(Value),
    /// A character of a text.
    Char(char),
    Int(i64),
    /// The iterator is through.
    End,
    Changed(&'static str),
    Pair(Value, Value),
    Sequence(Value, i64),
    ReversedSequence(Value, i64),
    Callable(Value, Value),
    Map(Value, Vec<Value>),
    Filter(Value, Value),
    Zip(Vec<Value>, bool),
    Enumerate(Value, Value),
    Native,
}

impl Vm {
    /// The next value of an iterator, or `None` at its end.
    ///
    /// # Errors
    /// `TypeError` when it is no iterator, or what a step raises.
    pub fn next(&mut self, iter: Value) -> Res<Option<Value>> {
        let Some(r) = iter.as_ref() else { return Err(self.object_error(iter, "is not an iterator")) };
        match self.heap.get(r) {
            Object::Iter(_) => self.step(r),
            Object::Generator(_) => match self.resume_generator(r, Resume::Send(Value::NONE))? {
                Resumed::Yielded(value) => Ok(Some(value)),
                Resumed::Returned(_) => Ok(None),
            },
            Object::Instance(_) => self.instance_next(iter),
            _ => Err(self.object_error(iter, "is not an iterator")),
        }
    }

    fn instance_next(&mut self, iter: Value) -> Res<Option<Value>> {
        let Method::Own(found) = self.own_method(iter, sym::NEXT) else {
            let plain = self.plain(iter);
            if plain != iter {
                return self.next(plain);
            }
            return Err(self.object_error(iter, "is not an iterator"));
        };
        match self.call_own(found, iter, sym::NEXT, &[]) {
            Ok(value) => Ok(Some(value)),
            Err(error) if self.is_raised(&error, Type::StopIteration) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn step(&mut self, r: Ref) -> Res<Option<Value>> {
        match self.take_step(r)? {
            Step::Item(value) => Ok(Some(value)),
            Step::Int(i) => Ok(Some(self.int(i))),
            Step::Char(c) => {
                let mut buffer = [0; 4];
                let text: &str = c.encode_utf8(&mut buffer);
                Ok(Some(self.str(text)))
            }
            Step::Pair(key, value) => Ok(Some(self.tuple(vec![key, value]))),
            Step::End => {
                self.finish(r)?;
                Ok(None)
            }
            Step::Changed(message) => {
                self.finish(r)?;
                Err(self.error(Type::RuntimeError, message))
            }
            Step::Sequence(object, index) => self.step_sequence(r, object, index, 1),
            Step::ReversedSequence(object, index) => self.step_sequence(r, object, index, -1),
            Step::Native => self.step_native(r),
            Step::Callable(function, sentinel) => {
                let result = self.call(function, &[]).map(Some);
                let Some(value) = self.ended_by_raise(result)? else {
                    self.finish(r)?;
                    return Ok(None);
                };
                if self.eq(value, sentinel)? {
                    self.finish(r)?;
                    return Ok(None);
                }
                Ok(Some(value))
            }
            Step::Map(function, iters) => {
                let step = self.deeper(|vm| vm.step_map(function, &iters));
                self.ended_by_raise(step)
            }
            Step::Filter(function, inner) => {
                let step = self.deeper(|vm| vm.step_filter(function, inner));
                self.ended_by_raise(step)
            }
            Step::Zip(iters, strict) => self.deeper(|vm| vm.step_zip(r, &iters, strict)),
            Step::Enumerate(inner, index) => self.deeper(|vm| vm.step_enumerate(r, inner, index)),
        }
    }

    /// Moves an iterator on and says what there is.
    fn take_step(&mut self, r: Ref) -> Res<Step> {
        let Object::Iter(iter) = self.heap.get(r) else { return Ok(Step::End) };
        let step = match &**iter {
            Iter::List { list, index } => match self.heap.get(*list) {
                Object::List(items) => items.get(*index).map_or(Step::End, |&item| Step::Item(item)),
                _ => Step::End,
            },
            Iter::Tuple { tuple, index } => match self.heap.get(*tuple) {
                Object::Tuple(items) => items.get(*index).map_or(Step::End, |&item| Step::Item(item)),
                _ => Step::End,
            },
            Iter::Str { text, offset } => text[*offset..].chars().next().map_or(Step::End, Step::Char),
            Iter::Bytes { bytes, index } => bytes.get(*index).map_or(Step::End, |&b| Step::Int(i64::from(b))),
            Iter::Range { next, left, .. } => {
                if *left == 0 {
                    Step::End
                } else {
                    Step::Int(*next)
                }
            }
            Iter::Dict { .. } | Iter::DictReversed { .. } => return self.step_dict(r),
            Iter::Set { .. } => return self.step_set(r),
            Iter::ReversedList { list, index } => match (index.checked_sub(1), self.list_items(*list)) {
                (Some(place), Some(items)) => items.get(place).map_or(Step::End, |&item| Step::Item(item)),
                _ => Step::End,
            },
            Iter::Sequence { object, index } => return Ok(Step::Sequence(*object, *index)),
            Iter::ReversedSequence { object, index } => return Ok(Step::ReversedSequence(*object, *index)),
            Iter::Callable { function, sentinel } => return Ok(Step::Callable(*function, *sentinel)),
            Iter::Map { function, iters } => return Ok(Step::Map(*function, iters.clone())),
            Iter::Filter { function, iter } => return Ok(Step::Filter(*function, *iter)),
            Iter::Zip { iters, strict } => return Ok(Step::Zip(iters.clone(), *strict)),
            Iter::Enumerate { iter, index } => return Ok(Step::Enumerate(*iter, *index)),
            Iter::Native(_) => return Ok(Step::Native),
            Iter::Exhausted(_) => return Ok(Step::End),
        };
        if let Object::Iter(iter) = self.heap.get_mut(r)? {
            match &mut **iter {
                Iter::List { index, .. } | Iter::Tuple { index, .. } | Iter::Bytes { index, .. } => *index += 1,
                Iter::Str { offset, .. } => {
                    if let Step::Char(c) = step {
                        *offset += c.len_utf8();
                    }
                }
                Iter::Range { next, step, left } => {
                    *next = next.wrapping_add(*step);
                    *left = left.saturating_sub(1);
                }
                Iter::ReversedList { index, .. } => *index = index.saturating_sub(1),
                _ => {}
            }
        }
        Ok(step)
    }

    fn step_dict(&mut self, r: Ref) -> Res<Step> {
        let Object::Iter(iter) = self.heap.get(r) else { return Ok(Step::End) };
        let (dict, place, len, kind, backwards) = match **iter {
            Iter::Dict { dict, index, len, kind } => (dict, index, len, kind, false),
            Iter::DictReversed { dict, index, len, kind } => (dict, index, len, kind, true),
            _ => return Ok(Step::End),
        };
        let Some(table) = self.dict_table(dict) else { return Ok(Step::End) };
        if table.len() != len {
            return Ok(Step::Changed("dictionary changed size during iteration"));
        }
        let found = if backwards { table.entry_before(place) } else { table.entry_from(place) };
        let Some((at, key, value)) = found else { return Ok(Step::End) };
        if let Object::Iter(iter) = self.heap.get_mut(r)? {
            match &mut **iter {
                Iter::Dict { index, .. } => *index = at + 1,
                Iter::DictReversed { index, .. } => *index = at,
                _ => {}
            }
        }
        Ok(match kind {
            DictViewKind::Keys => Step::Item(key),
            DictViewKind::Values => Step::Item(value),
            DictViewKind::Items => Step::Pair(key, value),
        })
    }

    fn step_set(&mut self, r: Ref) -> Res<Step> {
        let Object::Iter(iter) = self.heap.get(r) else { return Ok(Step::End) };
        let Iter::Set { set, place, len } = **iter else { return Ok(Step::End) };
        let Some(table) = self.set_table(set) else { return Ok(Step::End) };
        if table.len() != len {
            return Ok(Step::Changed("Set changed size during iteration"));
        }
        let Some((at, key)) = table.key_from(place) else { return Ok(Step::End) };
        if let Object::Iter(iter) = self.heap.get_mut(r)?
            && let Iter::Set { place, .. } = &mut **iter
        {
            *place = at + 1;
        }
        Ok(Step::Item(key))
    }

    /// An exhausted iterator stays so, and lets go of what it walked.
    fn finish(&mut self, r: Ref) -> Res<()> {
        let kind = self.iter_kind(r);
        if let Object::Iter(iter) = self.heap.get_mut(r)? {
            **iter = Iter::Exhausted(kind);
        }
        Ok(())
    }

    fn step_sequence(&mut self, r: Ref, object: Value, at: i64, direction: i64) -> Res<Option<Value>> {
        if at < 0 {
            self.finish(r)?;
            return Ok(None);
        }
        let key = self.int(at);
        match self.get_item(object, key) {
            Ok(value) => {
                if let Object::Iter(iter) = self.heap.get_mut(r)? {
                    match &mut **iter {
                        Iter::Sequence { index, .. } | Iter::ReversedSequence { index, .. } => *index += direction,
                        _ => {}
                    }
                }
                Ok(Some(value))
            }
            Err(error) if self.is_raised(&error, Type::IndexError) || self.is_raised(&error, Type::StopIteration) => {
                self.finish(r)?;
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// A `StopIteration` out of the function of `map` or `filter` ends the iterator.
    fn ended_by_raise(&self, step: Res<Option<Value>>) -> Res<Option<Value>> {
        match step {
            Err(unwind) if self.is_raised(&unwind, Type::StopIteration) => Ok(None),
            other => other,
        }
    }

    fn step_map(&mut self, function: Value, iters: &[Value]) -> Res<Option<Value>> {
        if let [only] = *iters {
            let Some(item) = self.next(only)? else { return Ok(None) };
            return self.call(function, &[item]).map(Some);
        }
        let mut args = Vec::with_capacity(iters.len());
        for &inner in iters {
            match self.next(inner)? {
                Some(item) => args.push(item),
                None => return Ok(None),
            }
        }
        self.call(function, &args).map(Some)
    }

    fn step_filter(&mut self, function: Value, inner: Value) -> Res<Option<Value>> {
        let mark = self.kept();
        let mut turns = 0;
        while let Some(item) = self.next(inner)? {
            let verdict = if function.is_none() { item } else { self.call(function, &[item])? };
            if self.truthy(verdict)? {
                return Ok(Some(item));
            }
            self.release(mark, Value::NONE);
            self.turn(&mut turns)?;
        }
        Ok(None)
    }

    fn step_zip(&mut self, r: Ref, iters: &[Value], strict: bool) -> Res<Option<Value>> {
        let mut items = Vec::with_capacity(iters.len());
        for (place, &inner) in iters.iter().enumerate() {
            match self.next(inner)? {
                Some(item) => items.push(item),
                None => {
                    self.finish(r)?;
                    return if strict { self.check_zip(iters, place) } else { Ok(None) };
                }
            }
        }
        if items.is_empty() { Ok(None) } else { Ok(Some(self.tuple(items))) }
    }

    /// `zip(strict=True)`: the iterator at `place` ended; do all end now?
    fn check_zip(&mut self, iters: &[Value], place: usize) -> Res<Option<Value>> {
        let wrong = if place > 0 {
            Some((place, "shorter"))
        } else {
            let mut longer = None;
            for (other, &inner) in iters.iter().enumerate().skip(1) {
                if self.next(inner)?.is_some() {
                    longer = Some((other, "longer"));
                    break;
                }
            }
            longer
        };
        let Some((place, how)) = wrong else { return Ok(None) };
        let others = if place == 1 { " 1".to_string() } else { format!("s 1-{place}") };
        Err(self.value_error(format!("zip() argument {} is {how} than argument{others}", place + 1)))
    }

    fn step_enumerate(&mut self, r: Ref, inner: Value, index: Value) -> Res<Option<Value>> {
        let Some(item) = self.next(inner)? else { return Ok(None) };
        let following = self.binary(crate::code::BinOp::Add, index, Value::small_int_wrapping(1))?;
        if let Object::Iter(iter) = self.heap.get_mut(r)?
            && let Iter::Enumerate { index, .. } = &mut **iter
        {
            *index = following;
        }
        Ok(Some(self.tuple(vec![index, item])))
    }

    /// A native iterator is taken out of the heap while it runs; what it holds is kept meanwhile.
    fn step_native(&mut self, r: Ref) -> Res<Option<Value>> {
        let taken: Option<Box<dyn NativeIter>> = match self.heap.get_mut(r)? {
            Object::Iter(iter) => match &mut **iter {
                Iter::Native(native) => native.take(),
                _ => None,
            },
            _ => None,
        };
        let Some(mut native) = taken else { return Err(self.value_error("iterator already executing")) };
        let mark = self.kept();
        native.trace(&mut |value| {
            if value.as_ref().is_some() {
                self.temps.push(value);
            }
        });
        let result = self.deeper(|vm| native.next(vm));
        if let Object::Iter(iter) = self.heap.get_mut_internal(r) {
            **iter = Iter::Native(Some(native));
        }
        if let Ok(value) = result {
            self.release(mark, value.unwrap_or(Value::NONE));
        }
        result
    }
}
