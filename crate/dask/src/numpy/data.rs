//! What lies in the instances of numpy's classes.
//!
//! ```text
//! a = np.arange(6)      View { layout of all }  --+
//! b = a[1:3]            View { layout of two }  --+--> Base { the elements }
//! ```
//! A base is an object of its own, so that writing through any view asks the
//! heap whether a task has captured the elements.

use std::any::Any;
use std::sync::Arc;

use taskyard_ndarray::{DType, Layout, NdArray, Scalar};
use taskyard_python::object::{Native, PortableNative};
use taskyard_python::value::Value;

/// The elements that views show.
#[derive(Debug)]
pub(crate) struct Base {
    pub array: NdArray,
}

/// An `ndarray`: a window on a base.
#[derive(Debug)]
pub(crate) struct View {
    pub base: Value,
    pub layout: Layout,
}

/// A numpy scalar, except those that are Python's `float` or `str` as well.
#[derive(Debug, Clone)]
pub(crate) struct ScalarData {
    pub scalar: Scalar,
}

/// A `dtype` object.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DTypeData {
    pub dtype: DType,
}

/// A part of numpy that is not there; naming anything in it says so.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Refused {
    pub module: &'static str,
    pub name: &'static str,
    pub instead: &'static str,
}

macro_rules! plain_native {
    ($type:ty, $size:expr) => {
        impl Native for $type {
            fn as_any(&self) -> &dyn Any {
                self
            }

            fn as_any_mut(&mut self) -> &mut dyn Any {
                self
            }

            fn trace(&self, _visit: &mut dyn FnMut(Value)) {}

            fn size(&self) -> usize {
                $size(self)
            }

            fn portable(&self, _children: &mut Vec<Value>) -> Option<Arc<dyn PortableNative>> {
                Some(Arc::new(self.clone()))
            }
        }

        impl PortableNative for $type {
            fn restore(&self, _children: &[Value]) -> Box<dyn Native> {
                Box::new(self.clone())
            }

            fn size(&self) -> usize {
                $size(self)
            }
        }
    };
}

plain_native!(Base, |base: &Base| base.array.nbytes() + 64);
plain_native!(ScalarData, |_: &ScalarData| 32);
plain_native!(DTypeData, |_: &DTypeData| 16);
plain_native!(Refused, |_: &Refused| 16);

impl Clone for Base {
    /// Shares the elements; whoever writes first copies them.
    fn clone(&self) -> Self {
        Self { array: self.array.clone() }
    }
}

impl Native for View {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.base);
    }

    fn size(&self) -> usize {
        64 + self.layout.shape.len() * 16
    }

    fn portable(&self, children: &mut Vec<Value>) -> Option<Arc<dyn PortableNative>> {
        children.push(self.base);
        Some(Arc::new(PortableView { layout: self.layout.clone() }))
    }
}

#[derive(Debug)]
struct PortableView {
    layout: Layout,
}

impl PortableNative for PortableView {
    fn restore(&self, children: &[Value]) -> Box<dyn Native> {
        Box::new(View { base: children.first().copied().unwrap_or(Value::NONE), layout: self.layout.clone() })
    }

    fn size(&self) -> usize {
        64
    }
}
