//! The command line.

use std::path::PathBuf;

use lexopt::prelude::{Long, Short, Value, ValueExt};

/// What `--help` prints.
pub const USAGE: &str = "\
usage: taskyard run FILE [--workers N] [--sleep real|virtual] [--trace OUT]
       taskyard record FILE [--workers N] [--pool threads|inline|simulated] [--seed N]
       taskyard graph FILE [--format svg|dot|json]

run     runs a program and prints what it prints; --trace writes a Chrome trace
record  prints the JSON record of a program: what it printed, drew and returned
graph   draws the last graph of a program";

/// What to do.
#[derive(Debug)]
pub enum Command {
    Help,
    Run(Options),
    Record(Options),
    Graph(Options),
}

/// Where tasks run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PoolKind {
    Threads,
    Inline,
    Simulated,
}

/// How a graph is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Svg,
    Dot,
    Json,
}

/// The options of all commands.
#[derive(Debug)]
pub struct Options {
    pub file: PathBuf,
    pub workers: u32,
    pub pool: PoolKind,
    pub seed: u64,
    pub virtual_sleep: bool,
    pub trace: Option<PathBuf>,
    pub format: Format,
}

fn choose<T: Copy>(parser: &mut lexopt::Parser, choices: &[(&str, T)]) -> Result<T, lexopt::Error> {
    let text = parser.value()?.string()?;
    match choices.iter().find(|(name, _)| *name == text) {
        Some((_, value)) => Ok(*value),
        None => {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            Err(format!("{text:?} is none of {}", names.join(", ")).into())
        }
    }
}

/// Reads the command line.
pub fn parse() -> Result<Command, lexopt::Error> {
    let mut parser = lexopt::Parser::from_env();
    let verb = match parser.next()? {
        None | Some(Short('h') | Long("help")) => return Ok(Command::Help),
        Some(Value(verb)) => verb.string()?,
        Some(other) => return Err(other.unexpected()),
    };
    let command = match verb.as_str() {
        "run" => Command::Run,
        "record" => Command::Record,
        "graph" => Command::Graph,
        other => return Err(format!("there is no command {other:?}").into()),
    };
    let mut file = None;
    let mut options = Options {
        file: PathBuf::new(),
        workers: std::thread::available_parallelism().map_or(1, |n| n.get() as u32),
        pool: PoolKind::Threads,
        seed: 0,
        virtual_sleep: false,
        trace: None,
        format: Format::Svg,
    };
    while let Some(arg) = parser.next()? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("workers") => options.workers = parser.value()?.parse()?,
            Long("seed") => options.seed = parser.value()?.parse()?,
            Long("trace") => options.trace = Some(parser.value()?.into()),
            Long("sleep") => options.virtual_sleep = choose(&mut parser, &[("real", false), ("virtual", true)])?,
            Long("pool") => {
                let pools = [
                    ("threads", PoolKind::Threads),
                    ("inline", PoolKind::Inline),
                    ("simulated", PoolKind::Simulated),
                ];
                options.pool = choose(&mut parser, &pools)?;
            }
            Long("format") => {
                let formats = [("svg", Format::Svg), ("dot", Format::Dot), ("json", Format::Json)];
                options.format = choose(&mut parser, &formats)?;
            }
            Value(path) if file.is_none() => file = Some(PathBuf::from(path)),
            other => return Err(other.unexpected()),
        }
    }
    options.file = file.ok_or("the program file is missing")?;
    Ok(command(options))
}
