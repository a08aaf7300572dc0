//! One face for the digests underneath: fixed ones, BLAKE2 with its parameters, and those of any length.

use std::fmt;

use blake2::digest::block_api::{Block, BlockSizeUser, Buffer, OutputSizeUser, UpdateCore, VariableOutputCore};
use blake2::digest::typenum::Unsigned;
use blake2::digest::{Digest, ExtendableOutput, Output, Update, XofReader};

/// A digest that takes more and more bytes.
pub(super) trait Engine: fmt::Debug {
    fn update(&mut self, bytes: &[u8]);
    /// The digest so far; `length` matters to those of any length only.
    fn finish(&self, length: usize) -> Vec<u8>;
    fn copy(&self) -> Box<dyn Engine>;
}

/// A digest of one length.
#[derive(Clone)]
pub(super) struct Fixed<D>(pub D);

/// A digest of any length.
#[derive(Clone)]
pub(super) struct Endless<D>(pub D);

/// A digest whose length and further parameters are given when it begins.
#[derive(Clone)]
pub(super) struct Adjustable<C: VariableOutputCore> {
    core: C,
    buffer: Buffer<C>,
    size: usize,
}

impl<C: VariableOutputCore> Adjustable<C> {
    /// Begins with the bytes of a key, padded to a block, when there is one.
    pub fn new(core: C, size: usize, key: &[u8]) -> Self {
        let mut made = Self { core, buffer: Buffer::<C>::default(), size };
        if !key.is_empty() {
            let mut block = Block::<C>::default();
            for (place, byte) in block.iter_mut().zip(key) {
                *place = *byte;
            }
            made.feed(&block);
        }
        made
    }

    /// The greatest sizes of a digest and of a block.
    pub fn sizes() -> (usize, usize) {
        (<C as OutputSizeUser>::OutputSize::USIZE, <C as BlockSizeUser>::BlockSize::USIZE)
    }

    fn feed(&mut self, bytes: &[u8]) {
        let Self { core, buffer, .. } = self;
        buffer.digest_blocks(bytes, |blocks| UpdateCore::update_blocks(core, blocks));
    }
}

macro_rules! named {
    ($($kind:ident $bound:path;)*) => {
        $(impl<D: $bound> fmt::Debug for $kind<D> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($kind))
            }
        })*
    };
}

named! {
    Fixed Digest;
    Endless ExtendableOutput;
    Adjustable VariableOutputCore;
}

impl<D: Digest + Clone + 'static> Engine for Fixed<D> {
    fn update(&mut self, bytes: &[u8]) {
        Digest::update(&mut self.0, bytes);
    }
    fn finish(&self, _length: usize) -> Vec<u8> {
        self.0.clone().finalize().to_vec()
    }
    fn copy(&self) -> Box<dyn Engine> {
        Box::new(self.clone())
    }
}

impl<D: Update + ExtendableOutput + Clone + 'static> Engine for Endless<D> {
    fn update(&mut self, bytes: &[u8]) {
        Update::update(&mut self.0, bytes);
    }
    fn finish(&self, length: usize) -> Vec<u8> {
        let mut out = vec![0; length];
        self.0.clone().finalize_xof().read(&mut out);
        out
    }
    fn copy(&self) -> Box<dyn Engine> {
        Box::new(self.clone())
    }
}

impl<C: VariableOutputCore + Clone + 'static> Engine for Adjustable<C>
where
    Buffer<C>: Clone,
{
    fn update(&mut self, bytes: &[u8]) {
        self.feed(bytes);
    }
    fn finish(&self, _length: usize) -> Vec<u8> {
        let Self { mut core, mut buffer, size } = self.clone();
        let mut out = Output::<C>::default();
        core.finalize_variable_core(&mut buffer, &mut out);
        out.iter().take(size).copied().collect()
    }
    fn copy(&self) -> Box<dyn Engine> {
        Box::new(self.clone())
    }
}
