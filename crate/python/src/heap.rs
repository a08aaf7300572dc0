//! The heap of one machine: a slab of objects, freed by mark and sweep.
//!
//! Objects are named by index. A collection happens only between instructions
//! (`Vm::poll`), never inside a native function, so native code may hold values.
//! Objects that a task captured are *shared*: writing one stops the task (`Halt::SharedWrite`).

use crate::error::{Halt, Unwind};
use crate::object::Object;
use crate::value::{Ref, Value};

const MARKED: u8 = 1;
const SHARED: u8 = 2;

/// The collector runs when this many bytes were allocated since the last time,
/// or as many as survived then.
const MIN_BYTES_BETWEEN_COLLECTIONS: usize = 8 << 20;
/// Bytes of a slot itself.
const SLOT_BYTES: usize = std::mem::size_of::<Object>() + 1;

/// The objects of one machine.
#[derive(Debug)]
pub struct Heap {
    objects: Vec<Object>,
    flags: Vec<u8>,
    free: u32,
    /// Bytes in use, estimated at allocation and set right by each collection.
    bytes: usize,
    collect_at: usize,
    /// Most bytes that may be in use.
    pub limit_bytes: usize,
    /// For tests: how many collections each slot has been free; none unless `rest_freed` was called.
    rested: Option<Vec<u8>>,
}

const NO_FREE: u32 = u32::MAX;
/// Collections for which a freed slot rests, see `Heap::rest_freed`.
const RESTING_COLLECTIONS: u8 = 40;

impl Heap {
    #[must_use]
    pub fn new(limit_bytes: usize) -> Self {
        Self {
            objects: Vec::with_capacity(1024),
            flags: Vec::with_capacity(1024),
            free: NO_FREE,
            bytes: 0,
            collect_at: MIN_BYTES_BETWEEN_COLLECTIONS,
            limit_bytes,
            rested: None,
        }
    }

    /// Lets freed slots rest for some collections before they are used again: a value that native code forgot to keep
    /// then names a free slot, which is noticed, and not another object.
    pub fn rest_freed(&mut self) {
        self.rested = Some(Vec::new());
    }

    /// Puts an object into the heap.
    #[inline]
    pub fn alloc(&mut self, object: Object) -> Ref {
        self.bytes += SLOT_BYTES + object.size();
        if self.free == NO_FREE {
            self.objects.push(object);
            self.flags.push(0);
            return Ref(self.objects.len() as u32 - 1);
        }
        let place = self.free;
        let slot = &mut self.objects[place as usize];
        if let Object::Free(next) = *slot {
            self.free = next;
        }
        *slot = object;
        Ref(place)
    }

    #[inline]
    #[must_use]
    pub fn get(&self, r: Ref) -> &Object {
        let object = &self.objects[r.0 as usize];
        debug_assert!(!matches!(object, Object::Free(_)), "a value was used after it was freed");
        object
    }

    /// The object behind a value, when it is in the heap.
    #[inline]
    #[must_use]
    pub fn object(&self, value: Value) -> Option<&Object> {
        value.as_ref().map(|r| self.get(r))
    }

    /// For writing what the program can see: fails on shared objects.
    ///
    /// # Errors
    /// `Halt::SharedWrite` when the object was captured by a task.
    #[inline]
    pub fn get_mut(&mut self, r: Ref) -> Result<&mut Object, Unwind> {
        if self.flags[r.0 as usize] & SHARED != 0 {
            return Err(Unwind::Halt(Halt::SharedWrite));
        }
        Ok(&mut self.objects[r.0 as usize])
    }

    /// For changes that the program cannot see (caches, iterator positions,
    /// building an object that nobody else has yet).
    #[inline]
    pub fn get_mut_internal(&mut self, r: Ref) -> &mut Object {
        &mut self.objects[r.0 as usize]
    }

    /// All objects with their places, free slots included.
    pub fn iter(&self) -> impl Iterator<Item = (Ref, &Object)> {
        self.objects.iter().enumerate().map(|(place, object)| (Ref(place as u32), object))
    }

    /// Marks an object as captured by a task.
    pub fn share(&mut self, r: Ref) {
        self.flags[r.0 as usize] |= SHARED;
    }

    #[inline]
    #[must_use]
    pub fn is_shared(&self, r: Ref) -> bool {
        self.flags[r.0 as usize] & SHARED != 0
    }

    /// Counts bytes that an object grew by.
    #[inline]
    pub fn grew(&mut self, bytes: usize) {
        self.bytes += bytes;
    }

    /// Bytes in use, roughly.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    #[inline]
    #[must_use]
    pub fn wants_collection(&self) -> bool {
        self.bytes >= self.collect_at
    }

    /// Whether so many more bytes would pass the limit.
    #[must_use]
    pub fn would_exceed(&self, bytes: usize) -> bool {
        self.bytes.saturating_add(bytes) > self.limit_bytes
    }

    /// Frees everything that the roots do not reach.
    pub fn collect(&mut self, roots: impl FnOnce(&mut dyn FnMut(Value))) {
        let mut pending: Vec<Ref> = Vec::new();
        let flags = &mut self.flags;
        let mut visit = |value: Value| {
            if let Some(r) = value.as_ref() {
                let flag = &mut flags[r.0 as usize];
                if *flag & MARKED == 0 {
                    *flag |= MARKED;
                    pending.push(r);
                }
            }
        };
        roots(&mut visit);
        while let Some(r) = pending.pop() {
            let flags = &mut self.flags;
            let pending = &mut pending;
            self.objects[r.0 as usize].trace(&mut |value| {
                if let Some(r) = value.as_ref() {
                    let flag = &mut flags[r.0 as usize];
                    if *flag & MARKED == 0 {
                        *flag |= MARKED;
                        pending.push(r);
                    }
                }
            });
        }
        self.sweep();
    }

    /// Whether a slot may be used again, now that a collection found it free.
    #[inline]
    fn has_rested(&mut self, place: usize) -> bool {
        let Some(rested) = &mut self.rested else { return true };
        rested.resize(self.objects.len(), 0);
        let free = matches!(self.objects[place], Object::Free(_));
        rested[place] = if free { rested[place].saturating_add(1) } else { 0 };
        rested[place] >= RESTING_COLLECTIONS
    }

    fn sweep(&mut self) {
        self.bytes = 0;
        self.free = NO_FREE;
        for place in (0..self.objects.len()).rev() {
            if self.flags[place] & MARKED != 0 {
                self.flags[place] &= !MARKED;
                self.bytes += SLOT_BYTES + self.objects[place].size();
            } else {
                self.flags[place] = 0;
                if self.has_rested(place) {
                    self.objects[place] = Object::Free(self.free);
                    self.free = place as u32;
                } else {
                    self.objects[place] = Object::Free(NO_FREE);
                }
            }
        }
        self.collect_at = (self.bytes * 2).max(self.bytes + MIN_BYTES_BETWEEN_COLLECTIONS);
    }
}
