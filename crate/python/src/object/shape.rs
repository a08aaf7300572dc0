//! Shapes: which attribute an instance keeps in which slot. Instances that got
//! the same attributes in the same order share a shape, so an instruction can
//! remember the slot. Each class has a root shape of its own: a shape tells the class.

use rustc_hash::FxHashMap;

use super::Sym;
use crate::value::Ref;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ShapeId(pub u32);

#[derive(Debug)]
struct Shape {
    class: Ref,
    names: Vec<Sym>,
    slots: FxHashMap<Sym, u32>,
    next: FxHashMap<Sym, ShapeId>,
}

/// All shapes of one machine. They are never freed; there are as many as
/// classes times the ways their instances are filled.
#[derive(Debug, Default)]
pub struct Shapes {
    shapes: Vec<Shape>,
}

impl Shapes {
    /// The empty shape of a new class.
    pub fn root(&mut self, class: Ref) -> ShapeId {
        self.shapes.push(Shape { class, names: Vec::new(), slots: FxHashMap::default(), next: FxHashMap::default() });
        ShapeId(self.shapes.len() as u32 - 1)
    }

    #[inline]
    #[must_use]
    pub fn slot(&self, shape: ShapeId, name: Sym) -> Option<u32> {
        self.shapes[shape.0 as usize].slots.get(&name).copied()
    }

    #[must_use]
    pub fn class(&self, shape: ShapeId) -> Ref {
        self.shapes[shape.0 as usize].class
    }

    /// Names in slot order.
    #[must_use]
    pub fn names(&self, shape: ShapeId) -> &[Sym] {
        &self.shapes[shape.0 as usize].names
    }

    /// The shape with one more name at the end.
    pub fn with(&mut self, shape: ShapeId, name: Sym) -> ShapeId {
        let place = shape.0 as usize;
        if let Some(&next) = self.shapes[place].next.get(&name) {
            return next;
        }
        let class = self.shapes[place].class;
        let mut names = self.shapes[place].names.clone();
        let mut slots = self.shapes[place].slots.clone();
        slots.insert(name, names.len() as u32);
        names.push(name);
        let next = ShapeId(self.shapes.len() as u32);
        self.shapes.push(Shape { class, names, slots, next: FxHashMap::default() });
        self.shapes[place].next.insert(name, next);
        next
    }

    /// The shape without a name; later slots move down by one.
    pub fn without(&mut self, root: ShapeId, shape: ShapeId, name: Sym) -> ShapeId {
        let names = self.shapes[shape.0 as usize].names.clone();
        names.into_iter().filter(|&other| other != name).fold(root, |shape, name| self.with(shape, name))
    }
}
