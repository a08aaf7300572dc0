//! Values on their way between machines: a parcel is an immutable copy of a
//! value and all that it reaches, without references into any heap.
//!
//! ```text
//! heap of machine A --pack--> Parcel (Send, shared behind Arc) --unpack--> heap of machine B
//! ```
//! Sharing and cycles inside one parcel are kept. A function takes along the
//! globals, cells and defaults that it uses. A class has a number from where
//! it was made, so that objects come home to the class they left.

mod node;
mod origin;
mod pack;
mod unpack;

pub use node::Parcel;
pub use origin::Origins;
pub use pack::NotPortable;
