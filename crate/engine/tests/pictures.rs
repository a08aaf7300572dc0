//! The pictures of all recorded programs and examples beside graphviz's.

#[path = "../../layout/tests/common/mod.rs"]
mod common;
mod programs;

#[test]
fn programs_cross_at_most_as_much_as_graphviz_draws_them() {
    let graphs = programs::all();
    assert!(graphs.len() > 20, "the programs draw graphs");
    let problems = common::reference::problems(&graphs);
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
