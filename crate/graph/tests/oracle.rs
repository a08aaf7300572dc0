//! Keys and cycles against what CPython and real dask said, see `oracle/make_tables.py`.

use taskyard_graph::{GraphBuilder, Key, TaskKind, key_split};

/// Calls `check` with the columns of each line; lines end with `\n` alone.
fn each_line(table: &str, mut check: impl FnMut(&[&str])) {
    let lines: Vec<&str> = table.split('\n').filter(|line| !line.is_empty()).collect();
    assert!(lines.len() > 200, "the table is too short");
    for line in lines {
        check(&line.split('\t').collect::<Vec<_>>());
    }
}

#[test]
fn texts_are_split_and_quoted_as_dask_and_python_do() {
    each_line(include_str!("oracle/texts.tsv"), |columns| {
        let [text, prefix, repr] = columns else { panic!("three columns: {columns:?}") };
        let key = Key::from(*text);
        assert_eq!(key_split(&key), *prefix, "key_split({repr})");
        assert_eq!(key.repr(), *repr);
        assert_eq!(key_split(&Key::tuple([key, Key::Int(0)])), *prefix);
    });
}

#[test]
fn floats_are_written_as_python_does() {
    each_line(include_str!("oracle/floats.tsv"), |columns| {
        let [bits, repr] = columns else { panic!("two columns: {columns:?}") };
        let bits = u64::from_str_radix(bits, 16).expect("16 hex digits");
        assert_eq!(Key::Float(f64::from_bits(bits)).to_string(), *repr);
    });
}

#[test]
fn cycles_are_told_as_dask_tells_them() {
    let number = |text: &str| Key::Int(text.parse().expect("a number"));
    each_line(include_str!("oracle/cycles.tsv"), |columns| {
        let [graph, expected] = columns else { panic!("two columns: {columns:?}") };
        let mut builder = GraphBuilder::new();
        for entry in graph.split(' ') {
            let (key, deps) = entry.split_once(':').expect("key:deps");
            let deps = deps.split(',').filter(|dep| !dep.is_empty()).map(number).collect();
            builder.insert(number(key), TaskKind::Task, deps, ());
        }
        let resolved = builder.resolve(&[]).expect("all keys are defined");
        let told = match resolved.topological() {
            Ok(_) => "-".to_owned(),
            Err(cycle) => {
                let keys: Vec<String> = cycle.keys.iter().map(Key::to_string).collect();
                keys.join(" ")
            }
        };
        assert_eq!(told, *expected, "{graph}");
    });
}
