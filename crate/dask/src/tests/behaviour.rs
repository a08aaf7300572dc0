//! What no record shows: sizes, travelling, tokens, and pictures of variables.

use std::cell::RefCell;
use std::rc::Rc;

use taskyard_graph::canonical_text;
use taskyard_python::portable::Parcel;
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::host::{machine, run, run_in};
use crate::collection_at;

fn global(vm: &mut Vm, name: &str) -> Value {
    let sym = vm.names.intern(name);
    let main = Value::object(vm.main_module());
    vm.get_attr(main, sym).expect("the program defines it")
}

fn stdout_of(program: &str) -> String {
    let run = run(program);
    assert_eq!(run.error, None);
    run.stdout
}

fn error_of(program: &str) -> String {
    run(program).error.map_or_else(String::new, |error| format!("{}: {}", error.class, error.message))
}

#[test]
fn long_chains_and_wide_sums_need_no_deep_stack() {
    let program = "
import dask
inc = dask.delayed(lambda x: x + 1)
value = inc(0)
for _ in range(9999):
    value = inc(value)
total = dask.delayed(sum)([inc(n) for n in range(10000)])
print(value.compute(), total.compute(), len(value.dask), len(total.dask))
deep = value
for _ in range(3000):
    deep = deep.real
print(deep.compute())
";
    assert_eq!(stdout_of(program), "10000 50005000 10000 10001\n10000\n");
}

#[test]
fn deep_containers_are_refused() {
    let deep = "
import dask
deep = dask.delayed(1)
for _ in range(100000):
    deep = [deep]
";
    for call in ["dask.compute(deep)", "dask.delayed(len)(deep)", "dask.get({'a': deep}, 'a')", "dask.base.tokenize(deep)"] {
        assert!(error_of(&format!("{deep}{call}")).starts_with("RecursionError"), "{call}");
    }
}

#[test]
fn shared_parts_are_visited_once() {
    // 2^60 paths lead to the first task.
    let program = "
import dask
add = dask.delayed(lambda a, b: a + b)
value = add(1, 0)
for _ in range(60):
    value = add(value, value)
print(value.compute() == 2 ** 60, len(value.dask))
nested = dask.delayed(1)
for _ in range(40):
    nested = dask.delayed(sum)([nested, nested])
print(nested.compute() == 2 ** 40)
";
    assert_eq!(stdout_of(program), "True 61\nTrue\n");
}

#[test]
fn nothing_in_use_is_freed() {
    // Each turn leaves garbage, and the heap is small enough to be collected often.
    let program = "
import dask
@dask.delayed
def text(n, *more):
    return [str(n)] * 2000 + [str(k) for k in range(200)]
@dask.delayed
def size(values):
    return sum(len(v) for v in values)
total = 0
for turn in range(30):
    parts = [text(n, [n, {'k': str(n)}]) for n in range(20)]
    total += size(parts).compute() + len(dask.compute(p for p in parts)[0])
    dsk = {('t', k): (len, ['text-%d' % k, [k, str(k)]]) for k in range(50)}
    total += sum(dask.get(dsk, list(dsk)))
print(total)
";
    assert_eq!(stdout_of(program), format!("{}\n", 30 * (20 * 2200 + 20 + 50 * 2)));
}

#[test]
fn dict_graphs_are_drawn() {
    let run = run("
import dask.dot
dask.dot.dot_graph({'x': 1, 'y': (len, ['x'])}, rankdir='LR')
dask.get(dask.delayed(len)([1], dask_key_name='n').dask, 'n')
");
    assert_eq!(run.error, None);
    let texts: Vec<_> = run.calls.iter().map(|call| (call.call, call.graph.as_ref().map(|g| g.tasks.len()))).collect();
    assert_eq!(texts, [("visualize", Some(2)), ("get", Some(1))]);
}

#[test]
fn tokens_are_the_same_in_every_run_and_differ_in_tasks() {
    let program = "
import dask
@dask.delayed
def make(n):
    return dask.delayed(len)([n]).key
keys = dask.compute(make(0), make(1), dask.delayed(len)([0]).key)
print(len(set(keys)), keys[0])
";
    let first = stdout_of(program);
    assert!(first.starts_with("3 len-"), "{first}");
    assert_eq!(first, stdout_of(program));
}

#[test]
fn collections_travel_between_machines() {
    let program = "
import dask
inc = dask.delayed(lambda x: x + 1)
a = inc(1, dask_key_name='a')
kept = a.persist()
both = dask.optimize(a, inc(a))
pair = [inc(a) + 1, a.real, kept, both[1], inc, dask.delayed({'k': a}), a.dask['a']]
";
    let stdout = Rc::new(RefCell::new(String::new()));
    let mut home = machine(&stdout);
    assert!(run_in(&mut home, program).error.is_none());
    let pair = global(&mut home, "pair");
    let parcel = Parcel::pack(&mut home, pair).expect("everything of dask travels");
    let mut away = machine(&stdout);
    let arrived = parcel.unpack(&mut away, false).expect("the modules are there");
    let main = away.main_module();
    away.module_set(main, "pair", arrived);
    let run = run_in(
        &mut away,
        "
import dask
print(dask.compute(*pair[:4]), pair[4](10).compute(), pair[5].compute())
print(pair[6], pair[6](), pair[2], pair[2].dask, type(pair[1]).__name__)
",
    );
    assert_eq!(run.error, None);
    let expected = "(4, 2, 2, 3) 11 {'k': 2}\n<Task 'a' lambda(1)> 2 Delayed('a') {'a': 2} DelayedAttr\n";
    assert_eq!(*stdout.borrow(), expected);
}

#[test]
fn variables_that_hold_something_lazy_are_drawn() {
    let program = "
import dask
inc = dask.delayed(lambda x: x + 1)
one = inc(1)
several = [inc(2), inc(one)]
named = {'k': (one, 5)}
data = dask.delayed(5)
plain = [1, 2]
";
    let stdout = Rc::new(RefCell::new(String::new()));
    let mut vm = machine(&stdout);
    assert!(run_in(&mut vm, program).error.is_none());
    let mut drawn = |name: &str| {
        let value = global(&mut vm, name);
        collection_at(&vm, value).map(|graph| canonical_text(&graph))
    };
    assert_eq!(drawn("one").as_deref(), Some("0 lambda\n= 0\n"));
    assert_eq!(drawn("several").as_deref(), Some("0 lambda\n1 lambda\n2 lambda <- 1\n= 0 2\n"));
    assert_eq!(drawn("named").as_deref(), Some("0 lambda\n= 0\n"));
    assert_eq!(drawn("data").as_deref(), Some("0 int [data]\n= 0\n"));
    assert_eq!(drawn("inc"), None);
    assert_eq!(drawn("plain"), None);
    assert_eq!(drawn("dask"), None);
}

#[test]
fn modules_are_where_dask_has_them() {
    let program = "
import dask
from dask.delayed import delayed, Delayed
import dask.delayed
from dask import delayed as same, compute, visualize, persist, config
from dask.diagnostics import ProgressBar
from dask.base import tokenize, is_dask_collection
import dask.threaded, dask.multiprocessing, dask.local
print(delayed is same, dask.delayed is delayed, dask.get is dask.local.get_sync, isinstance(delayed(1), Delayed))
with ProgressBar():
    print(delayed(1).compute(scheduler=dask.threaded.get))
print(dask.multiprocessing.get({'a': 1}, 'a'), dask.threaded.get({'a': 1}, ['a'], num_workers=2))
";
    assert_eq!(stdout_of(program), "True True True True\n1\n1 (1,)\n");
    for (program, message) in [
        ("from dask.diagnostics import Profiler\nProfiler()", "NotImplementedError: The profilers"),
        ("import dask\ndask.annotate(priority=1)", "NotImplementedError: dask.annotate"),
        ("import dask\ndask.compute(dask.delayed(1), scheduler=lambda dsk, keys: 1)", "NotImplementedError: A function"),
        ("import dask\ndask.get({frozenset(): 1}, 'a')", "TypeError: Keys of a graph are"),
    ] {
        let error = error_of(program);
        assert!(error.starts_with(message), "{error}");
    }
}

#[test]
fn values_are_told_shortly_without_running_anything() {
    let stdout = Rc::new(RefCell::new(String::new()));
    let mut vm = machine(&stdout);
    run_in(
        &mut vm,
        "
import numpy as np
from dask import delayed
class Loud:
    def __repr__(self):
        raise SystemError('it was called')
loop = [1]
loop.append(loop)
values = [
    12, 0.5, 'a', 'x' * 1000, b'ab', None, 10**20, 1 << 5000, 2j, range(3),
    [1, 2, 3], (1,), {'a': [1, Loud()]}, {1}, set(), [[[[1]]]], list(range(100000)), loop,
    Loud(), Loud, len, lambda: 0,
    np.ones((4, 4)), np.arange(3.0), np.arange(100), np.float64(0.5), np.int64(3), np.array(['a', 'b']),
]
def measure(site, scale=1):
    return site
calls = [delayed(measure)(3, scale=Loud()), delayed(measure)(delayed(measure)(1)), delayed(sum)([1, 2])]
",
    );
    let values = global(&mut vm, "values");
    let told: Vec<String> = vm.list_items(values).expect("a list").iter().map(|&value| crate::short_text(&vm, value)).collect();
    let long = format!("'{}…", "x".repeat(38));
    let expect = [
        "12", "0.5", "'a'", &long, "b'ab'", "None", "100000000000000000000", "<int of 5001 bits>", "2j", "range(0, 3)",
        "[1, 2, 3]", "(1,)", "{'a': [1, Loud(…)]}", "{1}", "set()", "[[[[…]]]]",
        "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …", "[1, [1, [1, […]]]]",
        "Loud(…)", "<class Loud>", "<function len>", "<function <lambda>>",
        "(4, 4) float64", "[0. 1. 2.]", "(100,) int64", "0.5", "3", "['a' 'b']",
    ];
    assert_eq!(told, expect);
    let calls = global(&mut vm, "calls");
    let calls = vm.list_items(calls).expect("a list").to_vec();
    let call = |place: usize| {
        let graph = collection_at(&vm, calls[place]).expect("a graph");
        let wanted = graph.outputs()[0];
        graph.node(wanted).and_then(|node| crate::short_call(&vm, &node.payload))
    };
    let texts: Vec<Option<String>> = (0..3).map(call).collect();
    assert_eq!(texts, [Some("measure(3, scale=Loud(…))".to_owned()), None, Some("sum([1, 2])".to_owned())]);
}
