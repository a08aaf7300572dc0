//! Programs that call a few functions many times, each time with other values from a pool, and look at what comes back.

use super::awkward::{ATOMS, PRELUDE, class};
use super::numbers::Numbers;
use super::surface::Surface;

/// Values in the pool; results take places in it.
const POOL: usize = 24;
const CLASSES: usize = 3;
/// Functions called in one program.
const FUNCTIONS: usize = 6;
const TURNS: usize = 40;

/// The functions that do it, in Python.
const HAMMER: &str = "\
def following(seed):
    return (seed * 1103515245 + 12345) % 2147483648
def look(value, seed):
    other = pool[seed // 65536 % len(pool)]
    for way in (repr, hash, iter, len, bool, lambda v: v == other, lambda v: v < other, lambda v: v + other, lambda v: other in v,
                lambda v: v[seed % 3], lambda v: v[1:], lambda v: [next(v), next(v)], lambda v: format(v, '>9'), lambda v: f'{v!a}'):
        try:
            way(value)
        except Exception:
            pass
def hammer(function, turns, seed, first=None):
    for turn in range(turns):
        arguments = [] if first is None else [first]
        for i in range(1 + turn % 3 if turn % 9 else 0):
            seed = following(seed)
            arguments.append(pool[seed // 65536 % len(pool)])
        seed = following(seed)
        print(turn, *[type(argument).__name__ for argument in arguments])
        try:
            result = function(*arguments)
        except Exception:
            continue
        look(result, seed)
        pool[seed // 65536 % len(pool)] = result
def methods(value, turns, seed):
    names = dir(value)
    for turn in range(turns):
        seed = following(seed)
        name = names[seed // 65536 % len(names)]
        print(type(value).__name__, name)
        try:
            method = getattr(value, name)
        except Exception:
            continue
        hammer(method, 7, seed)
";

const FILL: &str = "    try:\n        pool.append(make())\n    except Exception:\n        pool.append(None)\n";

/// One such program.
pub fn hammer(numbers: &mut Numbers, surface: &Surface) -> String {
    let mut classes = String::from("v0 = [1, 2, 3]\nv1 = {1: 2}\nv2 = {3}\n");
    let mut pool: Vec<String> = (0..POOL).map(|_| numbers.pick(ATOMS).to_owned()).collect();
    pool.extend(["v0", "v1", "v2"].map(str::to_owned));
    for at in 0..CLASSES {
        let text = class(numbers, &format!("C{at}"), 3);
        let body: String = text.lines().map(|line| format!("    {line}\n")).collect();
        classes += &format!("try:\n{body}    c{at} = C{at}()\nexcept Exception:\n    C{at} = c{at} = object\n");
        pool.push(format!("C{at}"));
        pool.push(format!("c{at}"));
    }
    let mut calls = String::new();
    let mut imports = Vec::new();
    for _ in 0..FUNCTIONS {
        let (path, method) = target(numbers, surface, &mut imports);
        let seed = numbers.below(1 << 30);
        calls += &format!("print({path:?})\ntry:\n    ");
        calls += &match method {
            true => format!("methods({path}, 8, {seed})"),
            false => format!("hammer({path}, {TURNS}, {seed})"),
        };
        calls += "\nexcept Exception as error:\n    print(type(error))\n";
    }
    imports.sort();
    imports.dedup();
    let imports: String = imports.iter().map(|module| format!("import {module}\n")).collect();
    let pool: String = pool.iter().map(|value| format!("    lambda: {value},\n")).collect();
    format!("{imports}{PRELUDE}{HAMMER}{classes}pool = []\nfor make in [\n{pool}]:\n{FILL}{calls}")
}

/// What is called, and whether it is a value whose methods are.
fn target(numbers: &mut Numbers, surface: &Surface, imports: &mut Vec<String>) -> (String, bool) {
    let (path, method) = match numbers.below(8) {
        0..4 => (surface.functions[numbers.below(surface.functions.len())].clone(), false),
        4 | 5 => {
            let class = &surface.classes[numbers.below(surface.classes.len())];
            (class.path.clone(), numbers.once_in(4))
        }
        6 => (format!("pool[{}]", numbers.below(POOL)), true),
        _ => {
            let class = &surface.classes[numbers.below(surface.classes.len())];
            let name = class.attributes.get(numbers.below(class.attributes.len()));
            (name.map_or_else(|| class.path.clone(), |name| format!("{}.{name}", class.path)), false)
        }
    };
    imports.extend(surface.module_of(&path).map(str::to_owned));
    (path, method)
}
