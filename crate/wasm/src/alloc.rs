//! An allocator that keeps threads out of each other's way.
//!
//! The standard allocator of this target takes one lock for every allocation:
//! two threads that allocate a lot are then slower than one. Here each thread
//! has lists of free blocks by size class and takes no lock at all; whole
//! batches go to and come from a common store, so that memory which one thread
//! allocates and another frees, as results of tasks are, finds its way back.
//!
//! ```text
//!   thread   active [b b b]  spare [full batch]      per class
//!               |  ^            |  ^
//!               v  |            v  |
//!             program         store [batch] -> [batch] -> ...   one lock a class
//!                                ^
//!                             system allocator, a chunk at a time
//! ```
//!
//! Blocks never return to the system's allocator: a class keeps what it once
//! used. Large requests (`class::MAX_SIZE`) do not come here. Lists of a thread
//! that ended are lost; threads of the pool live as long as the memory.
//!
//! # Why the unsafe code is sound
//!
//! This file has all of the crate's unsafe code.
//! - A block belongs to exactly one owner: the program, one list, or the store.
//!   It is in a list only between `dealloc` and the next `alloc`, when the
//!   program may not touch it, so its first two words are ours to link with;
//!   the smallest block is two words long (`Block`) and aligned for them.
//! - The class follows from the layout alone, and the caller gives `dealloc`
//!   the layout it gave `alloc`, so a block always returns to its own class.
//! - The lists are thread-local and no code of a user runs while they are
//!   borrowed, so nothing can reach them a second time.
//! - The store is reached only under its lock, whose release and acquire order
//!   the writes of one thread before the reads of the next.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::{Cell, UnsafeCell};
use std::ptr;
use std::sync::atomic::{AtomicBool, Ordering};

// By its path, because the benchmark of layouts takes this file from elsewhere.
#[path = "alloc/class.rs"]
mod class;

/// The allocator: thread-local lists in front of the system's allocator.
pub struct ThreadCaching;

/// A free block.
struct Block {
    /// The next free block of the same list.
    next: *mut Block,
    /// In the first block of a batch in the store: the next batch.
    next_batch: *mut Block,
}

const _: () = assert!(size_of::<Block>() <= class::size(0) && align_of::<Block>() <= class::ALIGN);

/// The free blocks that one thread has of one class.
#[derive(Clone, Copy)]
struct List {
    active: *mut Block,
    /// Length of `active`, at most a batch.
    active_len: usize,
    /// Nothing or a full batch: keeps a thread that allocates and frees at the
    /// edge of a batch from going to the store each time.
    spare: *mut Block,
}

struct Lists {
    of_class: [Cell<List>; class::COUNT],
}

/// A new thread in the browser allocates its thread-local storage before it
/// has any: its lists then seem to lie at the beginning of the memory, where
/// the first thread's stack ends. No real lists lie below this address.
const LOWEST_LISTS: usize = 1 << 16;

/// Gives this thread's lists to `work`; `None` as long as it has none.
#[inline]
fn with_lists<R>(work: impl FnOnce(&Lists) -> R) -> Option<R> {
    let own = |lists: &Lists| (ptr::from_ref(lists).addr() >= LOWEST_LISTS).then(|| work(lists));
    // At address 0 the lists are an error of access.
    LISTS.try_with(own).ok().flatten()
}

const NO_BLOCKS: List = List { active: ptr::null_mut(), active_len: 0, spare: ptr::null_mut() };

thread_local! {
    static LISTS: Lists = const { Lists { of_class: [const { Cell::new(NO_BLOCKS) }; class::COUNT] } };
}

/// The full batches of one class that no thread holds.
struct Store {
    locked: AtomicBool,
    first: UnsafeCell<*mut Block>,
}

// SAFETY: `first` is touched only between `lock` and `unlock`, by one thread at a time.
unsafe impl Sync for Store {}

static STORES: [Store; class::COUNT] =
    [const { Store { locked: AtomicBool::new(false), first: UnsafeCell::new(ptr::null_mut()) } }; class::COUNT];

impl Store {
    /// The lock is held for two reads and two writes, so waiting in a loop is
    /// shorter than going to sleep, and needs no memory of its own.
    fn with<R>(&self, work: impl FnOnce(&mut *mut Block) -> R) -> R {
        while self.locked.compare_exchange_weak(false, true, Ordering::Acquire, Ordering::Relaxed).is_err() {
            std::hint::spin_loop();
        }
        // SAFETY: the lock is held, so this is the only reference; `work` does not panic.
        let result = work(unsafe { &mut *self.first.get() });
        self.locked.store(false, Ordering::Release);
        result
    }

    /// # Safety
    /// `batch` is a full batch of this class that nobody else holds.
    unsafe fn put(&self, batch: *mut Block) {
        self.with(|first| {
            // SAFETY: the first block of the batch is ours, see above.
            unsafe { (*batch).next_batch = *first };
            *first = batch;
        });
    }

    fn take(&self) -> *mut Block {
        self.with(|first| {
            let batch = *first;
            if !batch.is_null() {
                // SAFETY: a batch in the store is free, and its second word links the next.
                *first = unsafe { (*batch).next_batch };
            }
            batch
        })
    }
}

/// A chunk of the system's memory for `count` blocks, or null.
fn system_blocks(class: usize, count: usize) -> *mut Block {
    let Ok(layout) = Layout::from_size_align(class::size(class) * count, class::ALIGN) else {
        return ptr::null_mut();
    };
    // SAFETY: every class has a size, so the layout is not empty.
    unsafe { System.alloc(layout).cast() }
}

/// A full batch of new blocks, linked; or null when memory is used up.
fn new_batch(class: usize) -> *mut Block {
    let (size, count) = (class::size(class), class::batch(class));
    let first = system_blocks(class, count);
    if first.is_null() {
        return first;
    }
    let mut next = ptr::null_mut();
    for index in (0..count).rev() {
        // SAFETY: block `index` lies inside the chunk, aligned because sizes are
        // multiples of the alignment, and nobody else knows of it yet.
        unsafe {
            let block: *mut Block = first.byte_add(index * size);
            block.write(Block { next, next_batch: ptr::null_mut() });
            next = block;
        }
    }
    first
}

#[inline]
fn take_block(class: usize) -> *mut u8 {
    let taken = with_lists(|lists| {
        let Some(cell) = lists.of_class.get(class) else { return ptr::null_mut() };
        let list = cell.get();
        if list.active.is_null() {
            return take_from_batch(lists, class);
        }
        // SAFETY: a block in the list is free and linked.
        let next = unsafe { (*list.active).next };
        cell.set(List { active: next, active_len: list.active_len - 1, spare: list.spare });
        list.active.cast()
    });
    taken.unwrap_or_else(|| system_blocks(class, 1).cast())
}

#[cold]
fn take_from_batch(lists: &Lists, class: usize) -> *mut u8 {
    let (Some(cell), Some(store)) = (lists.of_class.get(class), STORES.get(class)) else { return ptr::null_mut() };
    let mut batch = cell.get().spare;
    if batch.is_null() {
        batch = store.take();
    }
    if batch.is_null() {
        batch = new_batch(class);
    }
    if batch.is_null() {
        // Perhaps one block is still to be had where a batch is not.
        return system_blocks(class, 1).cast();
    }
    // SAFETY: the batch is ours and full.
    let next = unsafe { (*batch).next };
    cell.set(List { active: next, active_len: class::batch(class) - 1, spare: ptr::null_mut() });
    batch.cast()
}

/// # Safety
/// `block` was allocated in this class and is not used any more.
#[inline]
unsafe fn give_block(class: usize, block: *mut Block) {
    // A block of a thread without lists is lost; it has freed nothing by then.
    with_lists(|lists| {
        let (Some(cell), Some(store)) = (lists.of_class.get(class), STORES.get(class)) else { return };
        let mut list = cell.get();
        if list.active_len == class::batch(class) {
            if !list.spare.is_null() {
                // SAFETY: a spare is a full batch, and this thread's alone.
                unsafe { store.put(list.spare) };
            }
            list = List { active: ptr::null_mut(), active_len: 0, spare: list.active };
        }
        // SAFETY: the block is ours from here on, and large and aligned enough.
        unsafe { (*block).next = list.active };
        cell.set(List { active: block, active_len: list.active_len + 1, spare: list.spare });
    });
}

// SAFETY: blocks are at least as large and aligned as the layout asks, given to
// one owner at a time, and nothing here panics; the rest is the system's.
unsafe impl GlobalAlloc for ThreadCaching {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        match class::of(layout) {
            Some(class) => take_block(class),
            // SAFETY: passed on as it came.
            None => unsafe { System.alloc(layout) },
        }
    }

    #[inline]
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        match class::of(layout) {
            // SAFETY: the layout is that of the allocation, so the class is too.
            Some(class) => unsafe { give_block(class, block.cast()) },
            // SAFETY: passed on as it came.
            None => unsafe { System.dealloc(block, layout) },
        }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        let Some(class) = class::of(layout) else {
            // SAFETY: passed on as it came.
            return unsafe { System.alloc_zeroed(layout) };
        };
        let block = take_block(class);
        if !block.is_null() {
            // SAFETY: the block is at least as large as the layout.
            unsafe { block.write_bytes(0, layout.size()) };
        }
        block
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        // SAFETY: the caller promises that the new size, rounded up, does not overflow.
        let new_layout = unsafe { Layout::from_size_align_unchecked(new_size, layout.align()) };
        match (class::of(layout), class::of(new_layout)) {
            // SAFETY: passed on as it came.
            (None, None) => return unsafe { System.realloc(block, layout, new_size) },
            (old, new) if old == new => return block,
            _ => {}
        }
        // SAFETY: a new block, then a copy of what fits both, then the old one
        // goes back with the layout it was allocated with.
        unsafe {
            let moved = self.alloc(new_layout);
            if !moved.is_null() {
                ptr::copy_nonoverlapping(block, moved, layout.size().min(new_size));
                self.dealloc(block, layout);
            }
            moved
        }
    }
}
