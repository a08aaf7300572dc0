//! The ends of keys: 36 characters for calls that are all different, 32 hex
//! digits of the content for pure ones.
//!
//! Nothing is random: the same program gives the same tokens in every run with
//! the same seed. Tasks draw from sequences of their own, so that what a task
//! makes on another machine cannot meet the tokens of the program.

use taskyard_graph::Key;
use taskyard_python::error::Res;
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use crate::digest::digest_all;
use crate::hash::{Hash128, mix};
use crate::state::DaskState;

const UNIQUE: u64 = 1;
const SCOPE: u64 = 2;

/// Where a machine stood in its sequence of tokens before a task.
#[derive(Debug, Clone, Copy)]
pub struct TokenScope {
    scope: u64,
    tokens: u64,
}

/// Begins the sequence of tokens of a task; to be called before `evaluate`.
pub fn enter_task(vm: &mut Vm, key: &Key) -> TokenScope {
    let mut hash = Hash128::new(SCOPE);
    hash.text(&key.repr());
    let state = vm.extension::<DaskState>();
    let before = TokenScope { scope: state.scope, tokens: state.tokens };
    hash.word(before.scope);
    state.scope = hash.finish() as u64;
    state.tokens = 0;
    before
}

/// Goes back to the sequence that `enter_task` left.
pub fn leave_task(vm: &mut Vm, before: TokenScope) {
    let state = vm.extension::<DaskState>();
    state.scope = before.scope;
    state.tokens = before.tokens;
}

fn next(vm: &mut Vm) -> u128 {
    let seed = vm.world.seed();
    let state = vm.extension::<DaskState>();
    state.tokens += 1;
    let mut hash = Hash128::new(UNIQUE);
    hash.word(mix(seed));
    hash.word(state.scope);
    hash.word(mix(state.tokens));
    hash.finish()
}

/// A token that no other call has, in the form of a random UUID.
pub fn unique_token(vm: &mut Vm) -> String {
    // Version 4, variant 1.
    let word = next(vm) & !(0xf << 76) & !(0x3 << 62) | (0x4 << 76) | (0x2 << 62);
    let hex = format!("{word:032x}");
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    format!("{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}

/// A number that no other call gets, for content that cannot be read.
pub(crate) fn unique_number(vm: &mut Vm) -> u128 {
    next(vm)
}

/// The token of some content, as `dask.base.tokenize` gives it.
///
/// # Errors
/// What `__dask_tokenize__` raises; `RecursionError` for deep content.
pub fn tokenize(vm: &mut Vm, values: &[Value]) -> Res<String> {
    let digest = digest_all(vm, values)?;
    Ok(format!("{digest:032x}"))
}
