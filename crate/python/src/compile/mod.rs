//! Syntax tree to bytecode.
