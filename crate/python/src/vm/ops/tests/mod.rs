//! Cases whose answers CPython 3.11 gave (`record.py` writes them), and the limits that CPython does not have.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use crate::compile::compile;
use crate::error::{Res, Unwind};
use crate::object::{Args, Type};
use crate::span::Source;
use crate::value::Value;
use crate::vm::{Limits, Vm, World};

const ARROW: &str = "  #-> ";

/// A world that remembers what was printed.
#[derive(Default)]
struct Paper(Rc<RefCell<String>>);

impl World for Paper {
    fn now_us(&self) -> f64 {
        0.0
    }

    fn sleep_us(&mut self, _us: f64) {}

    fn print(&mut self, text: &str) {
        self.0.borrow_mut().push_str(text);
    }

    fn seed(&self) -> u64 {
        1
    }
}

fn message(vm: &mut Vm, error: Unwind) -> Res<String> {
    let Unwind::Raise(exc) = error else { return Err(error) };
    let name = vm.type_name(exc);
    let text = vm.to_str(exc)?;
    Ok(format!("{name}: {text}"))
}

/// Calls a function without arguments and prints its value, or its exception.
fn show(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [case] = vm.exact("show", args)?;
    let line = match vm.call(case, &[]).and_then(|value| vm.repr(value)) {
        Ok(text) => text,
        Err(error) => message(vm, error)?,
    };
    vm.print_text(&format!("{line}\n"))?;
    Ok(Value::NONE)
}

/// What a program prints, and how it ends if not well.
fn run(text: &str, limits: Limits) -> String {
    let printed = Rc::new(RefCell::new(String::new()));
    let mut vm = Vm::new(limits, Box::new(Paper(printed.clone())));
    vm.add_builtin("show", show);
    let code = match compile(Arc::new(Source::new("test", text))) {
        Ok(code) => code,
        Err(errors) => return format!("{errors:?}"),
    };
    let main = vm.main_module();
    let end = match vm.run_module(&code, main) {
        Ok(_) => String::new(),
        Err(error) => message(&mut vm, error).unwrap_or_else(|error| format!("{error:?}")),
    };
    let printed = printed.borrow().clone();
    printed + &end
}

fn check_cases(text: &str) {
    let (definitions, cases) = text.split_once("# cases\n").unwrap();
    let cases: Vec<(&str, &str)> = cases.lines().filter_map(|line| line.split_once(ARROW)).collect();
    let calls: String = cases.iter().map(|(case, _)| format!("show(lambda: ({case}))\n")).collect();
    let printed = run(&format!("{definitions}{calls}"), Limits::default());
    let mut answers = printed.lines();
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(case, expect)| {
            let got = answers.next().unwrap_or("(nothing)");
            (got != *expect).then(|| format!("{case}\n  expected {expect}\n  got      {got}\n"))
        })
        .collect();
    let rest: Vec<&str> = answers.collect();
    assert!(wrong.is_empty() && rest.is_empty(), "{} wrong\n{}{rest:?}", wrong.len(), wrong.concat());
}

#[test]
fn numbers() {
    check_cases(include_str!("numbers.py"));
}

#[test]
fn sequences() {
    check_cases(include_str!("sequences.py"));
}

#[test]
fn containers() {
    check_cases(include_str!("containers.py"));
}

#[test]
fn classes() {
    check_cases(include_str!("classes.py"));
}

#[test]
fn addresses_are_stable() {
    let program = "
class A:
    def f(self): pass
def f(): pass
def g(): yield
class B:
    pass
print([A(), f, A().f, A.f, g(), len, [].append, str.upper, iter([]), map(f, []), object()])
";
    let first = run(program, Limits::default());
    assert_eq!(first, run(program, Limits::default()));
    let shape: String = first
        .split("0x7f")
        .enumerate()
        .map(|(i, part)| if i == 0 { part } else { part.get(10..).unwrap_or("") })
        .collect();
    let expect = "[<__main__.A object at >, <function f at >, <bound method A.f of <__main__.A object at >>, \
                  <function A.f at >, <generator object g at >, <built-in function len>, \
                  <built-in method append of list object at >, <method 'upper' of 'str' objects>, \
                  <list_iterator object at >, <map object at >, <object object at >]\n";
    assert_eq!(shape, expect);
}

#[test]
fn huge_results_fail_at_once() {
    let program = "
show(lambda: 10 ** 10 ** 8)
show(lambda: 1 << 10 ** 9)
show(lambda: (1 << 8_000_000) * (1 << 8_000_000))
show(lambda: pow(3, 1 << 4_000_000, (1 << 4_000_000) + 1))
show(lambda: [0] * 10 ** 12)
show(lambda: 'a' * 10 ** 12)
show(lambda: list(range(10 ** 12)))
show(lambda: '%1000000000d' % 5)
def grow():
    x = []
    for _ in range(40): x = [x, x]
    return repr(x)
show(grow)
def deep():
    x = []
    for _ in range(10000): x = [x]
    return x
show(lambda: repr(deep()))
show(lambda: deep() == deep())
show(lambda: hash(((),)))
def tuples():
    x = ()
    for _ in range(10000): x = (x,)
    return hash(x)
show(tuples)
";
    let printed = run(program, Limits::default());
    let kinds: Vec<&str> = printed.lines().map(|line| line.split(':').next().unwrap_or("")).collect();
    let memory = Type::MemoryError.name();
    let recursion = Type::RecursionError.name();
    let plain = kinds[11];
    let expect =
        [memory, memory, memory, memory, memory, memory, memory, memory, memory, recursion, recursion, plain, recursion];
    assert_eq!(kinds, expect, "{printed}");
}

#[test]
fn endless_iteration_is_stopped() {
    let program = "
class Forever:
    def __iter__(self): return self
    def __next__(self): return 1
show(lambda: list(Forever()))
";
    let limits = Limits { steps: 1_000_000, ..Limits::default() };
    let printed = run(program, limits);
    assert!(printed.contains("steps"), "{printed}");
    let native = "for x in filter(None, iter(int, 1)): pass";
    let printed = run(native, Limits { steps: 100_000, ..Limits::default() });
    assert!(printed.contains("steps"), "{printed}");
}
