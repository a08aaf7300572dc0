//! Which class here is which class elsewhere.

use std::sync::atomic::{AtomicU64, Ordering};

use rustc_hash::FxHashMap;

use crate::value::Ref;

/// Numbers for classes, unique in the program.
static NEXT_ORIGIN: AtomicU64 = AtomicU64::new(1);

/// The classes of one machine that have travelled: an extension of the machine.
#[derive(Debug, Default)]
pub struct Origins {
    numbers: FxHashMap<Ref, u64>,
    classes: FxHashMap<u64, Ref>,
}

impl Origins {
    /// The number of a class, given now when it has none.
    pub fn number(&mut self, class: Ref) -> u64 {
        if let Some(&number) = self.numbers.get(&class) {
            return number;
        }
        let number = NEXT_ORIGIN.fetch_add(1, Ordering::Relaxed);
        self.bind(number, class);
        number
    }

    /// The class here with a number from elsewhere.
    #[must_use]
    pub fn class(&self, number: u64) -> Option<Ref> {
        self.classes.get(&number).copied()
    }

    /// Remembers that a class was made here from elsewhere.
    pub fn bind(&mut self, number: u64, class: Ref) {
        self.numbers.insert(class, number);
        self.classes.insert(number, class);
    }

    /// The classes that must stay alive.
    pub fn classes(&self) -> impl Iterator<Item = Ref> + '_ {
        self.classes.values().copied()
    }
}
