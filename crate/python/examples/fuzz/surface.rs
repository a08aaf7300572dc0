//! What the machine offers, asked of the machine itself: new functions and methods come under the fuzzer by themselves.

use super::machine::{How, module_names, run};

/// A class and the names of its attributes.
#[derive(Debug)]
pub struct Class {
    /// Where it lies, as a program writes it.
    pub path: String,
    pub attributes: Vec<String>,
}

/// Everything that can be called, by the path that a program writes.
#[derive(Debug, Default)]
pub struct Surface {
    pub modules: Vec<String>,
    pub functions: Vec<String>,
    pub classes: Vec<Class>,
    pub values: Vec<String>,
    /// Methods of any class, each once.
    pub methods: Vec<String>,
}

/// Names that end the program or only talk to a person.
const LEFT_OUT: &[&str] = &["exit", "quit", "sys.exit", "help", "breakpoint"];

/// Classes that have no name anywhere: what an expression makes.
const NAMELESS: &[&str] = &[
    "iter([])", "iter(())", "iter('')", "iter({})", "iter(set())", "iter(range(1))", "iter({}.values())", "{}.keys()",
    "{}.values()", "{}.items()", "(x for x in [])", "(lambda: 0)", "len", "[].append", "re.compile('a')", "re.match('a', 'a')",
    "None", "...", "NotImplemented", "list[int]", "int | str", "type", "reversed([])", "iter(int, 0)", "random",
];

/// Asks a machine what it offers.
pub fn surface() -> Surface {
    let modules: Vec<String> = module_names().into_iter().filter(|name| name != "__main__").collect();
    let mut surface = Surface::default();
    for module in &modules {
        let path = if module == "builtins" { String::new() } else { format!("{module}.") };
        let ask = format!(
            "import {module}\nfor name in dir({module}):\n    value = getattr({module}, name)\n    kind = 'class' if isinstance(value, type) else 'function' if callable(value) else 'value'\n    print(kind, '{path}' + name, *([name for name in dir(value) if value is object or name not in dir(object)] if kind == 'class' else []))\n"
        );
        let count = surface.functions.len() + surface.classes.len();
        surface.add(&ask);
        if surface.functions.len() + surface.classes.len() > count {
            surface.modules.push(module.clone());
        }
    }
    for expression in NAMELESS {
        surface.add(&format!("import re, random\nprint('nameless', '-', *dir({expression}))\n"));
    }
    surface.methods.sort();
    surface.methods.dedup();
    surface
}

impl Surface {
    /// The module that a path begins with.
    pub fn module_of(&self, path: &str) -> Option<&str> {
        let owns = |module: &&String| path.strip_prefix(module.as_str()).is_some_and(|rest| rest.starts_with('.'));
        self.modules.iter().filter(owns).max_by_key(|module| module.len()).map(String::as_str)
    }

    fn add(&mut self, ask: &str) {
        let how = How { collect_often: false, travel: false, patient: true };
        let ran = run(ask, how);
        for line in ran.printed.lines() {
            let mut words = line.split(' ').map(str::to_owned);
            let (Some(kind), Some(path)) = (words.next(), words.next()) else { continue };
            let attributes: Vec<String> = words.collect();
            let hidden = path.contains('$') || LEFT_OUT.contains(&&*path);
            self.methods.extend(attributes.iter().cloned());
            match &*kind {
                _ if hidden => {}
                "class" => self.classes.push(Class { path, attributes }),
                "function" => self.functions.push(path),
                "value" => self.values.push(path),
                _ => {}
            }
        }
    }
}
