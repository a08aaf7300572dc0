//! Slices: their bounds, and writing through them.

use super::Method;
use super::number::Num;
use crate::error::{Res, Unwind};
use crate::object::{Object, sym};
use crate::text::slice::{self, SliceRange};
use crate::value::{Ref, Value};
use crate::vm::Vm;

impl Vm {
    /// The indices that a slice names in a builtin sequence.
    pub(super) fn slice_range(&mut self, parts: [Value; 3], sequence: Value) -> Res<SliceRange> {
        let bounds = self.slice_bounds(parts)?;
        // The bounds may have run `__index__`, so the length is taken only now.
        let length = self.builtin_len(sequence).unwrap_or(0);
        self.checked(slice::resolve(bounds[0], bounds[1], bounds[2], length))
    }

    /// The indices that `slice(start, stop, step)` names in a sequence of this length.
    ///
    /// # Errors
    /// `TypeError` for bounds that are no integers, `ValueError` for a step of zero.
    pub fn slice_range_of(&mut self, parts: [Value; 3], length: i64) -> Res<SliceRange> {
        let bounds = self.slice_bounds(parts)?;
        self.checked(slice::resolve_long(bounds[0], bounds[1], bounds[2], length))
    }

    fn slice_bounds(&mut self, parts: [Value; 3]) -> Res<[Option<i64>; 3]> {
        let mut bounds = [None; 3];
        for (bound, part) in bounds.iter_mut().zip(parts) {
            *bound = self.slice_bound(part)?;
        }
        Ok(bounds)
    }

    /// A bound; integers beyond 64 bits are clamped.
    fn slice_bound(&mut self, part: Value) -> Res<Option<i64>> {
        if part.is_none() {
            return Ok(None);
        }
        let index = if self.is_int(part) {
            part
        } else if let Method::Own(found) = self.own_method(part, sym::INDEX) {
            self.call_own(found, part, sym::INDEX, &[])?
        } else {
            return Err(self.wrong_bound());
        };
        match self.number(index) {
            Some(Num::Int(i)) => Ok(Some(i)),
            Some(Num::Wide(n)) => Ok(Some(if n < 0 { i64::MIN } else { i64::MAX })),
            Some(Num::Big(n)) => {
                Ok(Some(if n.sign() == num_bigint::Sign::Minus { i64::MIN } else { i64::MAX }))
            }
            _ => Err(self.wrong_bound()),
        }
    }

    fn wrong_bound(&mut self) -> Unwind {
        self.type_error("slice indices must be integers or None or have an __index__ method")
    }

    /// `list[a:b:c] = iterable`
    pub(super) fn set_list_slice(&mut self, list: Ref, parts: [Value; 3], value: Value) -> Res<()> {
        if !self.is_iterable(value) {
            let extended = !parts[2].is_none() && self.as_i64(parts[2]) != Some(1);
            return Err(self.type_error(if extended {
                "must assign iterable to extended slice"
            } else {
                "can only assign an iterable"
            }));
        }
        let new = self.collect(value)?;
        let range = self.slice_range(parts, Value::object(list))?;
        self.check_alloc(new.len() * 8)?;
        if range.step != 1 && new.len() != range.count {
            return Err(self.wrong_extent(new.len(), range.count));
        }
        let grown = new.len().saturating_sub(range.count) * 8;
        if let Object::List(items) = self.heap.get_mut(list)? {
            write_slice(items, range, new);
        }
        self.heap.grew(grown);
        Ok(())
    }

    fn wrong_extent(&mut self, given: usize, wanted: usize) -> Unwind {
        self.value_error(format!("attempt to assign sequence of size {given} to extended slice of size {wanted}"))
    }

    pub(super) fn set_bytes_slice(&mut self, bytes: Ref, parts: [Value; 3], value: Value) -> Res<()> {
        let new = match self.as_bytes(value) {
            Some(new) => new.to_vec(),
            None if self.as_str(value).is_some() || !self.is_iterable(value) => {
                let text = "can assign only bytes, buffers, or iterables of ints in range(0, 256)";
                return Err(self.type_error(text));
            }
            None => {
                let mut new = Vec::new();
                self.for_each(value, &mut |vm, item| {
                    new.push(vm.to_byte(item)?);
                    Ok(true)
                })?;
                new
            }
        };
        let range = self.slice_range(parts, Value::object(bytes))?;
        self.check_alloc(new.len())?;
        if range.step != 1 && new.len() != range.count {
            let (given, wanted) = (new.len(), range.count);
            return Err(self.value_error(format!(
                "attempt to assign bytes of size {given} to extended slice of size {wanted}"
            )));
        }
        let grown = new.len().saturating_sub(range.count);
        if let Object::ByteArray(all) = self.heap.get_mut(bytes)? {
            write_slice(all, range, new);
        }
        self.heap.grew(grown);
        Ok(())
    }

    pub(super) fn del_list_slice(&mut self, list: Ref, parts: [Value; 3]) -> Res<()> {
        let range = self.slice_range(parts, Value::object(list))?;
        if let Object::List(items) = self.heap.get_mut(list)? {
            delete_slice(items, range);
        }
        Ok(())
    }

    pub(super) fn del_bytes_slice(&mut self, bytes: Ref, parts: [Value; 3]) -> Res<()> {
        let range = self.slice_range(parts, Value::object(bytes))?;
        if let Object::ByteArray(all) = self.heap.get_mut(bytes)? {
            delete_slice(all, range);
        }
        Ok(())
    }
}

/// Puts `new` where the slice is; with a step there are as many as the slice has.
fn write_slice<T>(items: &mut Vec<T>, range: SliceRange, new: Vec<T>) {
    if range.step == 1 {
        let start = usize::try_from(range.start).unwrap_or(0).min(items.len());
        let end = (start + range.count).min(items.len());
        items.splice(start..end, new);
        return;
    }
    for (index, item) in range.indices().zip(new) {
        if let Some(slot) = items.get_mut(index) {
            *slot = item;
        }
    }
}

fn delete_slice<T>(items: &mut Vec<T>, range: SliceRange) {
    if range.step == 1 {
        let start = usize::try_from(range.start).unwrap_or(0).min(items.len());
        let end = (start + range.count).min(items.len());
        items.drain(start..end);
        return;
    }
    let mut doomed: Vec<usize> = range.indices().collect();
    doomed.sort_unstable();
    let mut next = doomed.into_iter().peekable();
    let mut index = 0;
    items.retain(|_| {
        let goes = next.next_if_eq(&index).is_some();
        index += 1;
        !goes
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_are_deleted_and_written() {
        let check = |start, stop, step, expect: &[i32]| {
            let mut items: Vec<i32> = (0..10).collect();
            if let Ok(range) = slice::resolve(start, stop, step, items.len()) {
                delete_slice(&mut items, range);
            }
            assert_eq!(items, expect);
        };
        check(Some(2), Some(5), None, &[0, 1, 5, 6, 7, 8, 9]);
        check(None, None, Some(3), &[1, 2, 4, 5, 7, 8]);
        check(Some(-1), Some(0), Some(-4), &[0, 2, 3, 4, 6, 7, 8]);
        let mut items = vec![0, 1, 2, 3];
        if let Ok(range) = slice::resolve(Some(3), Some(1), None, 4) {
            write_slice(&mut items, range, vec![7, 8]);
        }
        assert_eq!(items, [0, 1, 2, 7, 8, 3]);
    }
}
