//! Tests of the compiler: listings of instructions, the words of errors, and
//! any input at all.

mod any_input;
mod errors;
mod listings;
mod listings_statements;
mod limits;
mod magics;

use std::sync::Arc;

use super::{SyntaxError, compile};
use crate::code::Code;
use crate::span::Source;

fn source(text: &str) -> Arc<Source> {
    Arc::new(Source::new("program", text))
}

fn compiled(text: &str) -> Result<Arc<Code>, SyntaxError> {
    compile(source(text)).map_err(|errors| errors[0].clone())
}
