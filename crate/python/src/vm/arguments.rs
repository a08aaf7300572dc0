//! Arguments of Python functions: positions, names, defaults, `*args`, `**kwargs`.

use std::fmt::Write;
use std::rc::Rc;
use std::sync::Arc;

use super::Vm;
use crate::error::{Res, Unwind};
use crate::object::{Args, CodeInstance, Object, Sym};
use crate::value::{Ref, Value};

/// `'a', 'b', and 'c'` as Python lists names in these errors.
fn name_list(names: &[Arc<str>]) -> String {
    match names {
        [] => String::new(),
        [one] => format!("'{one}'"),
        [one, two] => format!("'{one}' and '{two}'"),
        [rest @ .., last] => {
            let mut text = String::new();
            for name in rest {
                // Writing to a String cannot fail.
                let _ = write!(text, "'{name}', ");
            }
            text + &format!("and '{last}'")
        }
    }
}

fn plural(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}

impl Vm {
    /// The registers of a call in signature order.
    ///
    /// # Errors
    /// `TypeError` in Python's words.
    pub(super) fn bind_python(&mut self, r: Ref, code: &Rc<CodeInstance>, args: &Args<'_>) -> Res<Vec<Value>> {
        let signature = &code.code.signature;
        let positional = signature.positional as usize;
        let named = signature.names.len();
        let mut bound = vec![Value::UNBOUND; named];
        let given = args.pos.len().min(positional);
        bound[..given].copy_from_slice(&args.pos[..given]);
        let extra = &args.pos[given..];
        let mut rest: Vec<(Sym, Value)> = Vec::new();
        self.bind_keywords(r, code, args, &mut bound, &mut rest)?;
        if !extra.is_empty() && signature.star.is_none() {
            return Err(self.too_many_positional(r, code, args, &bound));
        }
        self.fill_defaults(r, &mut bound, positional);
        self.check_missing(r, code, &bound)?;
        if signature.star.is_some() {
            let star = self.tuple(extra.to_vec());
            bound.push(star);
        }
        if signature.star_star.is_some() {
            let dict = self.dict_of_symbols(rest);
            bound.push(dict);
        }
        Ok(bound)
    }

    fn bind_keywords(
        &mut self,
        r: Ref,
        code: &Rc<CodeInstance>,
        args: &Args<'_>,
        bound: &mut [Value],
        rest: &mut Vec<(Sym, Value)>,
    ) -> Res<()> {
        let signature = &code.code.signature;
        let positional_only = signature.positional_only as usize;
        let mut misplaced = Vec::new();
        for &(keyword, value) in args.kw {
            let named = &code.parameters[..signature.names.len()];
            match named.iter().position(|&parameter| parameter == keyword) {
                Some(place) if place >= positional_only => {
                    if !bound[place].is_unbound() {
                        let (name, text) = (self.function_name(r), self.names.text(keyword).clone());
                        return Err(self.type_error(format!("{name}() got multiple values for argument '{text}'")));
                    }
                    bound[place] = value;
                }
                _ if signature.star_star.is_some() => rest.push((keyword, value)),
                Some(_) => misplaced.push(self.names.text(keyword).clone()),
                None => {
                    let (name, text) = (self.function_name(r), self.names.text(keyword).clone());
                    return Err(self.type_error(format!("{name}() got an unexpected keyword argument '{text}'")));
                }
            }
        }
        if misplaced.is_empty() {
            return Ok(());
        }
        let name = self.function_name(r);
        let names = misplaced.join(", ");
        Err(self.type_error(format!(
            "{name}() got some positional-only arguments passed as keyword arguments: '{names}'"
        )))
    }

    fn fill_defaults(&self, r: Ref, bound: &mut [Value], positional: usize) {
        let Object::Function(function) = self.heap.get(r) else { return };
        let first = positional.saturating_sub(function.defaults.len());
        for (slot, &default) in bound[first..positional].iter_mut().zip(&function.defaults) {
            if slot.is_unbound() {
                *slot = default;
            }
        }
        for (place, slot) in bound.iter_mut().enumerate().skip(positional) {
            let parameter = function.code.parameters[place];
            if slot.is_unbound()
                && let Some((_, default)) = function.keyword_defaults.iter().find(|(name, _)| *name == parameter)
            {
                *slot = *default;
            }
        }
    }

    fn check_missing(&mut self, r: Ref, code: &Rc<CodeInstance>, bound: &[Value]) -> Res<()> {
        if bound.iter().all(|value| !value.is_unbound()) {
            return Ok(());
        }
        let signature = &code.code.signature;
        let positional = signature.positional as usize;
        let missing = |range: std::ops::Range<usize>| -> Vec<Arc<str>> {
            range.filter(|&place| bound[place].is_unbound()).map(|place| signature.names[place].clone()).collect()
        };
        let first = missing(0..positional);
        let (kind, names) =
            if first.is_empty() { ("keyword-only", missing(positional..bound.len())) } else { ("positional", first) };
        let (name, count) = (self.function_name(r), names.len());
        let list = name_list(&names);
        Err(self.type_error(format!("{name}() missing {count} required {kind} argument{}: {list}", plural(count))))
    }

    fn too_many_positional(&mut self, r: Ref, code: &Rc<CodeInstance>, args: &Args<'_>, bound: &[Value]) -> Unwind {
        let positional = code.code.signature.positional as usize;
        let defaults = match self.heap.get(r) {
            Object::Function(function) => function.defaults.len(),
            _ => 0,
        };
        let takes = if defaults > 0 {
            format!("from {} to {positional} positional arguments", positional - defaults)
        } else {
            format!("{positional} positional argument{}", plural(positional))
        };
        let keyword_only = bound[positional..].iter().filter(|value| !value.is_unbound()).count();
        let given = args.pos.len();
        let also = if keyword_only > 0 {
            format!(
                " positional argument{} (and {keyword_only} keyword-only argument{})",
                plural(given),
                plural(keyword_only)
            )
        } else {
            String::new()
        };
        let verb = if given == 1 && keyword_only == 0 { "was" } else { "were" };
        let name = self.function_name(r);
        self.type_error(format!("{name}() takes {takes} but {given}{also} {verb} given"))
    }

    fn function_name(&self, r: Ref) -> Arc<str> {
        match self.heap.get(r) {
            Object::Function(function) => function.qualname.clone(),
            _ => "function".into(),
        }
    }
}
