//! One session of Taskyard: preview a program, run it, record it. Plain data in and out.

pub mod data;
