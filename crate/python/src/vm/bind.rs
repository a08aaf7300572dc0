//! Arguments of native functions, with Python's own complaints.

use super::Vm;
use crate::error::{Res, Unwind};
use crate::object::Args;
use crate::value::Value;

impl Vm {
    /// # Errors
    /// `TypeError` when there are keyword arguments.
    pub fn no_keywords(&mut self, name: &str, args: &Args<'_>) -> Res<()> {
        if args.kw.is_empty() { Ok(()) } else { Err(self.type_error(format!("{name}() takes no keyword arguments"))) }
    }

    fn wrong_count(&mut self, name: &str, min: usize, max: usize, given: usize) -> Unwind {
        let plural = |n: usize| if n == 1 { "" } else { "s" };
        let text = if min == max {
            match min {
                0 => format!("{name}() takes no arguments ({given} given)"),
                1 => format!("{name}() takes exactly one argument ({given} given)"),
                _ => format!("{name} expected {min} arguments, got {given}"),
            }
        } else if given < min {
            format!("{name} expected at least {min} argument{}, got {given}", plural(min))
        } else {
            format!("{name} expected at most {max} argument{}, got {given}", plural(max))
        };
        self.type_error(text)
    }

    /// Exactly `N` positional arguments.
    ///
    /// # Errors
    /// `TypeError` for another number, or for keywords.
    pub fn exact<const N: usize>(&mut self, name: &str, args: &Args<'_>) -> Res<[Value; N]> {
        self.no_keywords(name, args)?;
        match <[Value; N]>::try_from(args.pos) {
            Ok(values) => Ok(values),
            Err(_) => Err(self.wrong_count(name, N, N, args.pos.len())),
        }
    }

    /// Between `min` and `max` positional arguments.
    ///
    /// # Errors
    /// `TypeError` for another number, or for keywords.
    pub fn between<'a>(&mut self, name: &str, args: &Args<'a>, min: usize, max: usize) -> Res<&'a [Value]> {
        self.no_keywords(name, args)?;
        if (min..=max).contains(&args.pos.len()) {
            return Ok(args.pos);
        }
        Err(self.wrong_count(name, min, max, args.pos.len()))
    }

    /// The receiver of a method and exactly `N` more arguments.
    ///
    /// # Errors
    /// `TypeError` for another number, or for keywords.
    pub fn method<const N: usize>(&mut self, name: &str, args: &Args<'_>) -> Res<(Value, [Value; N])> {
        let (receiver, rest) = self.split_receiver(name, args)?;
        Ok((receiver, self.exact(name, &rest)?))
    }

    /// The receiver of a method and its other arguments.
    ///
    /// # Errors
    /// `TypeError` when there is no receiver.
    pub fn split_receiver<'a>(&mut self, name: &str, args: &Args<'a>) -> Res<(Value, Args<'a>)> {
        match args.pos.split_first() {
            Some((&receiver, rest)) => Ok((receiver, Args { pos: rest, kw: args.kw })),
            None => Err(self.type_error(format!("unbound method {name}() needs an argument"))),
        }
    }

    /// Like `bind` for a method: the receiver comes first.
    ///
    /// # Errors
    /// As `bind`.
    pub fn bind_method<const N: usize>(
        &mut self,
        name: &str,
        args: &Args<'_>,
        names: [&str; N],
        required: usize,
    ) -> Res<(Value, [Option<Value>; N])> {
        let (receiver, rest) = self.split_receiver(name, args)?;
        Ok((receiver, self.bind(name, &rest, names, required)?))
    }

    /// The complaint when arguments are missing that have no name to give them by.
    fn too_few<const N: usize>(&mut self, fname: &str, given: usize, names: [&str; N], required: usize) -> Unwind {
        let plural = if required == 1 { "" } else { "s" };
        let positional = names.iter().filter(|name| !name.starts_with('*')).count();
        let amount = if required == positional { "exactly" } else { "at least" };
        if names.iter().all(|name| name.starts_with('/')) {
            return self.wrong_count(fname, required, N, given);
        }
        self.type_error(format!("{fname}() takes {amount} {required} positional argument{plural} ({given} given)"))
    }

    /// Positional and keyword arguments in the order of `names`. A name that
    /// starts with `/` is positional-only, with `*` keyword-only.
    ///
    /// # Errors
    /// `TypeError` when arguments are missing, too many, unknown or given twice.
    pub fn bind<const N: usize>(
        &mut self,
        fname: &str,
        args: &Args<'_>,
        names: [&str; N],
        required: usize,
    ) -> Res<[Option<Value>; N]> {
        let mut bound = [None; N];
        let positional = names.iter().take_while(|name| !name.starts_with('*')).count();
        if args.pos.len() > positional {
            let (given, least) = (args.pos.len(), required.min(positional));
            let plural = if positional == 1 { "" } else { "s" };
            let amount = if least == positional { "exactly" } else { "at most" };
            let kind = if args.kw.is_empty() && positional == N { "" } else { " positional" };
            return Err(self.type_error(format!(
                "{fname}() takes {amount} {positional}{kind} argument{plural} ({given} given)"
            )));
        }
        for (slot, &value) in bound.iter_mut().zip(args.pos) {
            *slot = Some(value);
        }
        for &(keyword, value) in args.kw {
            let text = self.names.text(keyword).clone();
            let place = names.iter().position(|name| name.trim_start_matches('*') == &*text);
            match place {
                None => {
                    return Err(self.type_error(format!("'{text}' is an invalid keyword argument for {fname}()")));
                }
                Some(place) if bound[place].is_some() => {
                    return Err(self.type_error(format!(
                        "argument for {fname}() given by name ('{text}') and position ({})",
                        place + 1
                    )));
                }
                Some(place) => bound[place] = Some(value),
            }
        }
        for (place, slot) in bound.iter().enumerate().take(required) {
            if slot.is_none() && names[place].starts_with('/') {
                return Err(self.too_few(fname, args.pos.len(), names, required));
            }
            if slot.is_none() {
                let name = names[place].trim_start_matches(['/', '*']);
                return Err(self.type_error(format!(
                    "{fname}() missing required argument '{name}' (pos {})",
                    place + 1
                )));
            }
        }
        Ok(bound)
    }
}
