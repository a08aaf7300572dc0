//! The program `taskyard`: runs, records and draws programs without a browser.

mod draw;
mod options;
mod record;
mod run;
mod world;

use std::process::ExitCode;

use options::{Command, USAGE};

fn main() -> ExitCode {
    match options::parse() {
        Ok(Command::Help) => {
            println!("{USAGE}");
            ExitCode::SUCCESS
        }
        Ok(Command::Run(options)) => run::run(&options),
        Ok(Command::Record(options)) => record::record(&options),
        Ok(Command::Graph(options)) => draw::draw(&options),
        Err(error) => {
            eprintln!("taskyard: {error}\n\n{USAGE}");
            ExitCode::from(2)
        }
    }
}
