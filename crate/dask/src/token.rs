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
    let mut token = String::with_capacity(36);
    for place in (0..32u32).rev() {
        let digit = (word >> (4 * place)) as u32 & 0xf;
        token.push(char::from_digit(digit, 16).unwrap_or('0'));
        if matches!(place, 24 | 20 | 16 | 12) {
            token.push('-');
        }
    }
    token
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::host::machine;

    #[test]
    fn unique_tokens_look_like_random_uuids() {
        let mut vm = machine(&std::rc::Rc::default());
        let (first, second) = (unique_token(&mut vm), unique_token(&mut vm));
        assert_ne!(first, second);
        let lengths: Vec<usize> = first.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12]);
        assert_eq!((first.get(14..15), first.chars().filter(char::is_ascii_hexdigit).count()), (Some("4"), 32));
        assert!(matches!(first.get(19..20), Some("8" | "9" | "a" | "b")));
        let before = enter_task(&mut vm, &"task".into());
        let inside = unique_token(&mut vm);
        leave_task(&mut vm, before);
        let after = unique_token(&mut vm);
        assert_eq!([&first, &second, &inside].iter().filter(|token| ***token == after).count(), 0);
    }
}
