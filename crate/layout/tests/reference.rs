//! Our pictures of the named families beside graphviz's: at most as many
//! crossings, no line through a shape, no overlap, no line backwards.
//! `tests/pictures/exceptions.json` names the graphs that have more today; one
//! that is no longer needed fails.

mod common;

#[test]
fn families_cross_at_most_as_much_as_graphviz_draws_them() {
    let problems = common::reference::problems(&common::families::all());
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
