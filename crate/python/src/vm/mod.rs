//! The machine: one heap, one stack of registers, one stack of frames.
//!
//! ```text
//! stack   | module window | f window ... | g window ... |   registers of all frames
//! frames  [ module, f, g ]                                  explicit: no native recursion for Python calls
//! temps   values that native code holds                     roots beside the stack
//! ```
//! A native function may hold values freely: whatever it allocates or gets back
//! from a call is kept in `temps` until it returns to the run loop. Only values
//! *taken out* of an object (`mem::take` of a list) must be kept by [`Vm::keep`]
//! while Python code runs.
//!
//! The files: `run` (dispatch), `call` (arguments, frames), `raise` (exceptions),
//! `traceback`, `generator`, `attribute`, `class`, `import`, `make` (values),
//! `poll` (limits and collection), `ask` (`input`), `native` (what extensions use), `ops` (operators, text, items, iteration).

mod arguments;
mod ask;
mod attribute;
mod bind;
mod call;
mod carets;
mod class;
mod evaluate;
mod fast;
mod frame;
mod fstring;
mod generator;
mod import;
mod install;
mod instead;
mod late;
mod limits;
mod make;
mod meta;
mod metaclass;
mod native;
mod ops;
mod poll;
mod raise;
mod run;
mod slow;
mod small_int;
mod special;
mod traceback;
mod type_names;

use std::any::{Any, TypeId};
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::code::Code;
use crate::error::Res;
use crate::heap::Heap;
use crate::object::{CodeInstance, Interner, Object, Shapes, Sym, TraceEntry};
use crate::portable::Origins;
use crate::value::{Ref, Value};

pub use ask::{Asked, LineRequest};
pub use evaluate::Locals;
pub use frame::Outcome;
pub use generator::{Resume, Resumed};
pub use import::ModuleBuild;
pub use limits::{Limits, SleepMode, World};
pub use native::{ClassSpec, Getter};
pub use traceback::{TraceLine, Traceback};

use frame::Frame;

/// Registers that a new machine has room for; never none.
const FIRST_REGISTERS: usize = 1024;

/// Answers what native code asks of the host when the machine cannot stop for
/// it: the request that was passed to `Unwind::Suspend`.
pub type HostCall = Rc<dyn Fn(&mut Vm, Box<dyn Any>) -> Res>;

/// A Python machine.
pub struct Vm {
    pub heap: Heap,
    pub names: Interner,
    pub shapes: Shapes,
    pub limits: Limits,
    /// Classes that came from or went to other machines.
    pub origins: Origins,
    /// The clock, the random seed and where printed text goes.
    pub world: Box<dyn World>,
    stack: Vec<Value>,
    frames: Vec<Frame>,
    /// Exceptions being handled, innermost last.
    handled: Vec<Value>,
    temps: Vec<Value>,
    /// Values that the host keeps.
    pinned: Vec<Value>,
    /// Back-edges and calls left until the next poll.
    fuel: u32,
    fuel_granted: u32,
    steps: u64,
    deadline_us: f64,
    /// Native functions on the native stack that run Python code.
    native_depth: u32,
    /// Native functions entered since the last look at the limits.
    entered: usize,
    printed_bytes: usize,
    builtins: Ref,
    main: Ref,
    modules: Vec<(Sym, Ref)>,
    builders: FxHashMap<Arc<str>, ModuleBuild>,
    /// Modules that the host offers as Python text.
    offered: FxHashMap<Arc<str>, Arc<str>>,
    /// All builtin and extension classes: they live as long as the machine.
    builtin_classes: Vec<Ref>,
    class_epoch: u32,
    code_instances: FxHashMap<usize, Rc<CodeInstance>>,
    /// All codes in use, by the number that frames have for them.
    codes: Vec<Option<Rc<CodeInstance>>>,
    free_codes: Vec<u32>,
    symbol_texts: Vec<Value>,
    /// What the last expression statement of the program gave.
    last: Value,
    /// Data bound to the native function that is running.
    native_data: Value,
    host: Option<HostCall>,
    extensions: FxHashMap<TypeId, Box<dyn Any>>,
    /// Objects that are being written by `repr`, against endless recursion.
    repr_stack: Vec<Value>,
    /// Classes that natives ask for by name.
    known_classes: FxHashMap<Arc<str>, Ref>,
    /// The exception on its way was raised again: no new traceback entry.
    reraising: bool,
    /// What a generator driven by native code handed out in a slow instruction.
    handed_out: Option<Value>,
    /// The generator that native code resumed has yielded, not returned.
    yielded: bool,
    /// Where the answer to a request of native code goes.
    pending_dst: usize,
    /// Where texts are put together.
    scratch: String,
    /// `list.append`, which the run loop knows.
    list_append: Value,
    /// `dict.get`, too.
    dict_get: Value,
    /// The same for the request that the whole machine waits for.
    suspended_dst: usize,
    /// Where a limit or Stop ended the program.
    halted_at: Option<TraceEntry>,
}

impl Vm {
    /// A machine with the builtins and the standard library.
    #[must_use]
    pub fn new(limits: Limits, world: Box<dyn World>) -> Self {
        let mut vm = Self {
            heap: Heap::new(limits.heap_bytes),
            names: Interner::default(),
            shapes: Shapes::default(),
            deadline_us: f64::INFINITY,
            fuel: 0,
            fuel_granted: 0,
            limits,
            origins: Origins::default(),
            world,
            stack: vec![Value::UNBOUND; FIRST_REGISTERS],
            frames: Vec::with_capacity(64),
            handled: Vec::new(),
            temps: Vec::with_capacity(256),
            pinned: Vec::new(),
            steps: 0,
            native_depth: 0,
            entered: 0,
            printed_bytes: 0,
            builtins: Ref(0),
            main: Ref(0),
            modules: Vec::new(),
            builders: FxHashMap::default(),
            offered: FxHashMap::default(),
            builtin_classes: Vec::new(),
            class_epoch: 0,
            code_instances: FxHashMap::default(),
            codes: Vec::new(),
            free_codes: Vec::new(),
            symbol_texts: Vec::new(),
            last: Value::NONE,
            native_data: Value::NONE,
            host: None,
            extensions: FxHashMap::default(),
            repr_stack: Vec::new(),
            known_classes: FxHashMap::default(),
            reraising: false,
            yielded: false,
            handed_out: None,
            pending_dst: 0,
            scratch: String::new(),
            list_append: Value::UNBOUND,
            dict_get: Value::UNBOUND,
            suspended_dst: 0,
            halted_at: None,
        };
        if vm.limits.collect_often {
            vm.heap.rest_freed();
        }
        vm.install();
        vm.start_clock();
        vm
    }

    /// The module `__main__`.
    #[must_use]
    pub fn main_module(&self) -> Ref {
        self.main
    }

    /// `repr`-able value of the last expression statement; `None` if there was none.
    #[must_use]
    pub fn last_value(&self) -> Value {
        self.last
    }

    /// Back-edges and calls executed so far.
    #[must_use]
    pub fn steps(&self) -> u64 {
        self.steps + u64::from(self.fuel_granted - self.fuel)
    }

    /// Sets who answers requests of native code.
    pub fn set_host(&mut self, host: HostCall) {
        self.host = Some(host);
    }

    /// State of an extension (one of each type), made on first use.
    pub fn extension<T: Any + Default>(&mut self) -> &mut T {
        let entry = self.extensions.entry(TypeId::of::<T>()).or_insert_with(|| Box::new(T::default()));
        entry.downcast_mut().expect("the map is keyed by the type of the value")
    }

    /// State of an extension when it was used before.
    #[must_use]
    pub fn extension_ref<T: Any>(&self) -> Option<&T> {
        self.extensions.get(&TypeId::of::<T>()).and_then(|state| state.downcast_ref())
    }

    /// Makes a code ready for this machine; the same instance each time.
    pub fn instance_of(&mut self, code: &Arc<Code>, module: Ref) -> Rc<CodeInstance> {
        let address = Arc::as_ptr(code) as usize;
        if let Some(known) = self.code_instances.get(&address)
            && known.module.get() == module
        {
            return known.clone();
        }
        let id = self.free_codes.pop().unwrap_or(self.codes.len() as u32);
        let instance = Rc::new(self.make_instance(id, code, module));
        match self.codes.get_mut(id as usize) {
            Some(place) => *place = Some(instance.clone()),
            None => self.codes.push(Some(instance.clone())),
        }
        self.code_instances.insert(address, instance.clone());
        instance
    }

    /// The code of a frame.
    #[inline]
    fn code_of(&self, frame: &Frame) -> Option<&Rc<CodeInstance>> {
        self.codes.get(frame.code as usize)?.as_ref()
    }

    /// Forgets the codes that nothing refers to: those of `eval` and `exec`.
    fn drop_codes(&mut self) {
        for id in 0..self.codes.len() {
            let unused = self.codes[id].as_ref().is_some_and(|code| Rc::strong_count(code) == 1);
            if unused && !self.frames.iter().any(|frame| frame.code as usize == id) {
                self.codes[id] = None;
                self.free_codes.push(id as u32);
            }
        }
    }

    /// Keeps a value alive until the native function that runs returns.
    #[inline]
    pub fn keep(&mut self, value: Value) {
        if value.as_ref().is_some() {
            self.temps.push(value);
        }
    }

    /// A mark for [`Vm::release`].
    #[must_use]
    pub fn kept(&self) -> usize {
        self.temps.len()
    }

    /// Lets go of what was kept since a mark, except `value`. Long native loops
    /// that call Python code do this once a turn so that garbage is freed.
    pub fn release(&mut self, mark: usize, value: Value) {
        self.temps.truncate(mark);
        self.keep(value);
    }

    /// Keeps a value alive for the host, until `unpin`.
    pub fn pin(&mut self, value: Value) {
        self.pinned.push(value);
    }

    /// How many values are pinned: a mark for `unpin`.
    #[must_use]
    pub fn pins(&self) -> usize {
        self.pinned.len()
    }

    /// Lets go of all values pinned since a mark.
    pub fn unpin(&mut self, mark: usize) {
        self.pinned.truncate(mark);
    }

    /// The place of the instruction that runs in the innermost frame of the
    /// program: where a native function was called.
    #[must_use]
    pub fn call_site(&self) -> Option<TraceLine> {
        Some(traceback::trace_line(&self.trace_entry(self.frames.last()?)?))
    }

    /// Where a frame is.
    fn trace_entry(&self, frame: &Frame) -> Option<TraceEntry> {
        Some(TraceEntry { code: self.code_of(frame)?.code.clone(), pc: frame.pc.saturating_sub(1) })
    }

    /// Puts an object into the heap and keeps it for the running native function.
    #[inline]
    pub fn alloc(&mut self, object: Object) -> Value {
        let value = Value::object(self.heap.alloc(object));
        self.temps.push(value);
        if self.heap.wants_collection() {
            self.hurry_poll();
        }
        value
    }

    /// The interned `str` object of a symbol.
    pub fn symbol_text(&mut self, sym: Sym) -> Value {
        let place = sym.0 as usize;
        if place >= self.symbol_texts.len() {
            self.symbol_texts.resize(place + 1, Value::UNBOUND);
        }
        if self.symbol_texts[place].is_unbound() {
            let text = self.names.text(sym).clone();
            self.symbol_texts[place] = self.shared_str(text);
        }
        self.symbol_texts[place]
    }

    /// The symbol of a `str` value, interned when it is new.
    pub fn symbol_of(&mut self, text: Value) -> Option<Sym> {
        match self.heap.object(self.plain(text))? {
            Object::Str(s) => Some(self.names.intern(s.as_str())),
            _ => None,
        }
    }
}

impl std::fmt::Debug for Vm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Vm").field("frames", &self.frames.len()).field("steps", &self.steps).finish_non_exhaustive()
    }
}
