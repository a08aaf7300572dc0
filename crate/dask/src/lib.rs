//! The dask modules: Python objects that build task graphs.
//!
//! ```text
//! delayed, array, bag -> node (tasks and what they need) -> collect -> TaskGraph
//! dict graphs         -> legacy ------------------------------------------^
//! compute, get, visualize, persist -> request -> the host runs it -> finish -> a value
//! ```
//! Knows no scheduler: a call stops the machine with a [`CallRequest`], which the
//! host answers. What runs a task anywhere is [`evaluate`].

pub mod array;
mod callbacks;
mod collect;
mod collection;
mod compute;
mod config;
mod delayed;
mod digest;
mod get;
mod hash;
mod high_level;
mod key;
mod legacy;
mod modules;
mod name;
mod node;
pub mod numpy;
mod options;
mod pack;
mod request;
mod short;
mod state;
mod task;
mod task_object;
mod task_text;
mod token;
mod tree;

#[cfg(test)]
mod tests;

use taskyard_python::vm::Vm;

pub use collect::graph_of;
pub use collection::{
    Collection, CollectionKind, Probe, collection_at, collection_of, graph_of_collections, register_collection,
};
pub use compute::{compute_method, compute_then, persist_method, visualize_method};
pub use delayed::{Delayed, Source, delayed_of, new_delayed};
pub use high_level::graph_value;
pub use key::{key_from, key_of, key_value};
pub use name::funcname;
pub use node::{Form, Layer, NodeDef, Part, new_layer};
pub use request::{
    CallKind, CallRequest, CallbackSet, FaultGraph, Finish, GraphFault, RunOptions, callback_key, request_of,
};
pub use short::{short_call, short_text};
pub use task::{Arg, CallArg, TaskSpec, evaluate};
pub use token::{TokenScope, enter_task, leave_task, tokenize, unique_token};
pub use tree::TreeBuilder;

/// Offers the dask modules to a machine.
pub fn install(vm: &mut Vm) {
    numpy::install(vm);
    array::install(vm);
    modules::register(vm);
}
