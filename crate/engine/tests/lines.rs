//! Every task knows the line of the program that made it.

use std::sync::Arc;
use std::sync::atomic::AtomicU8;

use taskyard_engine::{Asked, Environment, PreviewLimits, preview};

fn environment() -> Environment {
    Environment {
        now_us: || 0.0,
        sleep_us: |_| {},
        ask_line: || Asked::End,
        interrupt: Arc::new(AtomicU8::new(0)),
        seed: 3,
    }
}

/// Prefix and line of each task of the picture that is shown, in order of their ids.
fn check(program: &str, expected: &[(&str, u32)]) {
    let shown = preview(program, Vec::new(), &PreviewLimits::default(), &environment());
    let picture = shown.shown.and_then(|at| shown.pictures.get(at as usize));
    let tasks = &picture.unwrap_or_else(|| panic!("a picture is shown: {:?}", shown.error)).graph.tasks;
    let mut lines: Vec<(&str, u32)> = tasks.iter().map(|task| (task.prefix.as_str(), task.line)).collect();
    lines.sort_by_key(|&(prefix, line)| (line, prefix));
    lines.dedup();
    assert_eq!(lines, expected, "{program}");
}

#[test]
fn a_task_has_the_line_of_the_call() {
    check(
        "from dask import delayed\n\n@delayed\ndef inc(x):\n    return x + 1\n\na = [inc(i)\n     for i in range(3)]\ntotal = delayed(sum)(a)\ntotal.compute()\n",
        &[("inc", 7), ("sum", 9)],
    );
}

#[test]
fn operators_attributes_and_values_have_lines() {
    check(
        "from dask import delayed\nx = delayed(3)\ny = x + 1\nz = y.real\nw = z * 2\nw.compute()\n",
        &[("int", 2), ("add", 3), ("getattr", 4), ("mul", 5)],
    );
}

#[test]
fn a_call_in_the_library_has_the_line_of_the_program() {
    check(
        "from functools import reduce\nfrom operator import add\nfrom dask import delayed\ninc = delayed(add)\nt = reduce(\n    lambda a, b: inc(a, b), [1, 2, 3])\nt.compute()\n",
        &[("add", 6)],
    );
}

#[test]
fn array_operations_have_lines() {
    check(
        "import dask.array as da\nx = da.ones((4, 4), chunks=(2, 2))\ny = x + x.T\ns = y.sum()\ns.compute()\n",
        &[("ones_like", 2), ("add", 3), ("transpose", 3), ("sum", 4), ("sum-aggregate", 4)],
    );
}

#[test]
fn the_tasks_of_a_dict_have_the_line_that_reads_it() {
    check(
        "import dask\nfrom operator import add\ndsk = {'x': 1, 'y': (add, 'x', 2)}\n\ndask.get(dsk, 'y')\n",
        &[("x", 5), ("y", 5)],
    );
}

#[test]
fn tasks_keep_their_line_through_optimize_and_persist() {
    check(
        "import dask\nfrom dask import delayed\nx = delayed(abs)(-1)\n(y,) = dask.optimize(x)\nz = delayed(abs)(y)\nz.compute()\n",
        &[("abs", 3), ("abs", 5)],
    );
    check(
        "from dask import delayed\nx = delayed(abs)(-1)\np = x.persist()\nz = delayed(abs)(p)\nz.compute()\n",
        &[("abs", 3), ("abs", 4)],
    );
}

#[test]
fn a_function_that_makes_tasks_gives_them_its_own_lines() {
    check(
        "from dask import delayed\ndef step(x):\n    return delayed(abs)(x)\nstep(step(1)).compute()\n",
        &[("abs", 3)],
    );
}
