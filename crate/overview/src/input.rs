//! What an overview is made of: the tasks of one graph and the program that
//! made them. It is plain data, so that nothing but numbers and texts has to
//! cross to the module that draws.

pub use taskyard_layout::Direction;

/// What a task is, as Dask sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TaskKind {
    /// A call.
    Task,
    /// A value that is in the graph from the start.
    Data,
    /// Another name of a value.
    Alias,
}

/// One task. Its id is its index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The key as Python's `str(key)`, such as `('sum-1f0c…', 0, 1)`.
    pub key: String,
    /// Dask's `key_split(key)`.
    pub prefix: String,
    pub kind: TaskKind,
    /// The 1-based line of the program that made the task; 0 when unknown.
    pub line: u32,
    /// Ids of the tasks that it needs.
    pub deps: Vec<u32>,
}

/// A graph with the program that made it.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    pub source: &'a str,
    pub tasks: &'a [Task],
    /// The program wrote the graph as a dict.
    pub is_dict: bool,
    pub direction: Direction,
}

/// Letters of the token in the names that Dask gives.
const TOKEN_LETTERS: usize = 32;

/// A key of the form `('name', 0, 1)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BlockKey<'a> {
    pub name: &'a str,
    pub index: Vec<u32>,
}

/// Reads the key of a block; nothing for keys of other forms.
pub(crate) fn block_key(key: &str) -> Option<BlockKey<'_>> {
    let rest = key.strip_prefix("('")?.strip_suffix(')')?;
    let (name, index) = rest.split_once('\'')?;
    let numbers = index.trim_end_matches(',').split(',').skip(1);
    let index = numbers.map(|number| number.trim().parse().ok()).collect::<Option<Vec<u32>>>()?;
    Some(BlockKey { name, index })
}

/// Whether Dask made the name up: `prefix-` and a token.
pub(crate) fn has_token(name: &str) -> bool {
    let Some((_, token)) = name.rsplit_once('-') else { return false };
    token.len() == TOKEN_LETTERS && token.bytes().all(|letter| letter.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_blocks_are_read() {
        let check = |key, expect: Option<(&str, &[u32])>| {
            let read = block_key(key);
            let read = read.as_ref().map(|block| (block.name, block.index.as_slice()));
            assert_eq!(read, expect, "{key}");
        };
        check("('x-1', 0, 12)", Some(("x-1", &[0, 12])));
        check("('s',)", Some(("s", &[])));
        check("inc-12", None);
        check("('x', 'y')", None);
        check("('x', -1)", None);
        check("", None);
    }

    #[test]
    fn tokens_are_told_from_names() {
        assert!(has_token("sum-0123456789abcdef0123456789abcdef"));
        assert!(!has_token("sum-aggregate"));
        assert!(!has_token("sum"));
    }
}
