//! The allocator, as the allocator of this whole test program.
#![cfg(not(target_arch = "wasm32"))]

use std::alloc::{GlobalAlloc, Layout};
use std::collections::BTreeMap;
use std::sync::mpsc;
use std::thread;

use taskyard_wasm::alloc::ThreadCaching;

#[global_allocator]
static ALLOCATOR: ThreadCaching = ThreadCaching;

/// Numbers that look random and are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

/// A buffer that knows what it holds.
fn filled(len: usize, byte: u8) -> Vec<u8> {
    vec![byte; len]
}

fn intact(buffer: &[u8], byte: u8) -> bool {
    buffer.iter().all(|found| *found == byte)
}

#[test]
fn buffers_of_any_size_keep_their_content() {
    let mut numbers = Numbers(1);
    let mut held: BTreeMap<usize, (Vec<u8>, u8)> = BTreeMap::new();
    for round in 0..20_000usize {
        let byte = (round % 251) as u8;
        let slot = numbers.below(300);
        let len = numbers.below(12_000) + 1;
        match held.get_mut(&slot) {
            Some((buffer, old)) if round % 3 == 0 => {
                assert!(intact(buffer, *old));
                buffer.resize(len, *old);
                buffer.shrink_to_fit();
                assert!(intact(buffer, *old));
            }
            _ => {
                if let Some((buffer, old)) = held.insert(slot, (filled(len, byte), byte)) {
                    assert!(intact(&buffer, old));
                }
            }
        }
    }
    assert!(held.values().all(|(buffer, byte)| intact(buffer, *byte)));
}

#[test]
fn zeroed_memory_is_zero_after_others_used_it() {
    for len in [1, 16, 100, 1000, 8192, 8193, 100_000] {
        drop(filled(len, 7));
        assert!(intact(&vec![0u8; len], 0));
    }
}

#[test]
fn alignments_are_kept() {
    for align in [1, 8, 16, 32, 4096] {
        for size in [1, 24, 160, 5000, 9000] {
            let layout = Layout::from_size_align(size, align).expect("a valid layout");
            // SAFETY: the layout is not empty, and is the same for both calls.
            unsafe {
                let block = ALLOCATOR.alloc(layout);
                assert_eq!(block.addr() % align, 0, "{size} bytes aligned to {align}");
                ALLOCATOR.dealloc(block, layout);
            }
        }
    }
}

#[test]
fn threads_free_what_others_allocated() {
    let (give, take) = mpsc::sync_channel::<(Vec<Vec<u8>>, u8)>(4);
    let makers: Vec<_> = (0..3u8)
        .map(|byte| {
            let give = give.clone();
            thread::spawn(move || {
                for round in 0..500usize {
                    let batch = (0..50).map(|i| filled(i * 7 + round % 40 + 1, byte)).collect();
                    give.send((batch, byte)).expect("the other end waits");
                }
            })
        })
        .collect();
    drop(give);
    let mut seen = 0;
    for (batch, byte) in take {
        assert!(batch.iter().all(|buffer| intact(buffer, byte)));
        seen += 1;
    }
    for maker in makers {
        maker.join().expect("a maker ended well");
    }
    assert_eq!(seen, 1500);
}

/// What one thread allocates and another frees is used again, not kept by the
/// thread that freed it.
#[test]
fn memory_comes_back_to_the_thread_that_allocates() {
    const ROUNDS: usize = 200;
    const HELD: usize = 200;
    let layout = Layout::from_size_align(6144, 8).expect("a valid layout");
    let (give, take) = mpsc::sync_channel::<Vec<usize>>(0);
    let maker = thread::spawn(move || {
        let mut places = std::collections::BTreeSet::new();
        for _ in 0..ROUNDS {
            // SAFETY: the layout is not empty.
            let blocks: Vec<usize> = (0..HELD).map(|_| unsafe { ALLOCATOR.alloc(layout) }.expose_provenance()).collect();
            places.extend(blocks.iter().copied());
            give.send(blocks).expect("the other end waits");
        }
        places.len()
    });
    for blocks in take {
        for block in blocks {
            // SAFETY: allocated above with the same layout, and given away.
            unsafe { ALLOCATOR.dealloc(std::ptr::with_exposed_provenance_mut(block), layout) };
        }
    }
    let places = maker.join().expect("the maker ended well");
    assert!(places < HELD * 6, "{places} different places for {HELD} blocks at a time");
}
