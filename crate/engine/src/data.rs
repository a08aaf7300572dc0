//! What crosses the boundary to the page: plain data with public fields.
//!
//! Places are 1-based lines and 0-based columns in UTF-16 units, as editors
//! count them; times are microseconds; sizes are bytes; lengths in pictures
//! are CSS pixels.

use serde::{Deserialize, Serialize};

macro_rules! data {
    ($($(#[$meta:meta])* pub struct $name:ident { $($(#[$fmeta:meta])* pub $field:ident : $ty:ty,)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(tsify::Tsify))]
        #[serde(rename_all = "camelCase")]
        pub struct $name { $($(#[$fmeta])* pub $field: $ty,)* }
    )*};
}

macro_rules! words {
    ($($(#[$meta:meta])* pub enum $name:ident { $($(#[$vmeta:meta])* $variant:ident,)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(tsify::Tsify))]
        #[serde(rename_all = "camelCase")]
        pub enum $name { $($(#[$vmeta])* $variant,)* }
    )*};
}

data! {
    /// A range in the program. Lines are 1-based, columns 0-based UTF-16.
    pub struct Place {
        pub line: u32,
        pub column: u32,
        pub end_line: u32,
        pub end_column: u32,
    }

    /// One frame of a traceback, outermost first.
    pub struct Frame {
        pub function: String,
        pub line: u32,
        pub source: String,
    }

    /// An error a learner sees.
    pub struct Diagnostic {
        /// Python's class of the error, such as `NameError`, or `Limit`,
        /// `Interrupted` and `Unsupported` for Taskyard's own.
        pub kind: String,
        /// The text after `Kind: ` in a traceback.
        pub message: String,
        /// Where to put the squiggle; absent when no line is to blame.
        pub place: Option<Place>,
        /// What to try, one sentence each.
        pub hints: Vec<String>,
        pub frames: Vec<Frame>,
        /// The key of the task that failed, when one did.
        pub task: Option<String>,
        /// The whole traceback as CPython would print it.
        pub text: String,
    }

    /// A value in a few letters.
    #[derive(Eq, Hash)]
    pub struct ValueData {
        /// At most 40 letters: `12`, `[1, 2, …`, `(4, 4) float64`.
        pub text: String,
        /// The name of its class.
        pub kind: String,
    }

    /// One task of a drawn graph. `id` is its index in `GraphData::tasks`.
    pub struct TaskData {
        pub id: u32,
        /// The key as Python's `str(key)`.
        pub key: String,
        /// Dask's `key_split(key)`: the label in the circle.
        pub prefix: String,
        pub kind: TaskKind,
        /// What Dask writes in the box of the value; empty for string keys.
        #[serde(rename = "box")]
        pub box_label: String,
        pub deps: Vec<u32>,
        /// The 1-based line of the program that made the task; 0 when unknown.
        /// Tasks that a loop made have the same, in order of their ids.
        pub line: u32,
        /// The call with its plain arguments, where it has any: `measure(3)`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub call: Option<String>,
        /// The value, for what needs no computing and for what a preview computed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub value: Option<ValueData>,
    }

    /// A graph of one call; `outputs` are the wanted tasks in order.
    /// A graph with a cycle has no tasks and `cyclic` set.
    pub struct GraphData {
        pub tasks: Vec<TaskData>,
        pub outputs: Vec<u32>,
        pub cyclic: bool,
        /// Equal for graphs that look the same, whatever their keys' tokens.
        pub figure: String,
    }

    /// One shape of a picture. `id` is stable over edits: it is made from the
    /// prefix of the task and its place in the graph, never from its token.
    pub struct Shape {
        pub id: String,
        pub task: u32,
        pub kind: ShapeKind,
        /// The whole text; empty for most values.
        pub label: String,
        /// The text as it is written: in lines that fit.
        pub lines: Vec<String>,
        pub font_px: f64,
        /// Centre.
        pub x: f64,
        pub y: f64,
        pub width: f64,
        pub height: f64,
        /// How many tasks it stands for.
        pub count: u32,
    }

    /// An edge from the shape that is needed to the shape that needs it.
    pub struct Edge {
        /// Indices in `Layout::shapes`.
        pub from: u32,
        pub to: u32,
        /// x and y of a smooth line from border to border: its first point, then
        /// two control points and an end for each cubic Bézier piece.
        pub curve: Vec<f64>,
        /// How many dependencies it stands for.
        pub count: u32,
    }

    /// A stack whose tasks are drawn one by one, because the reader opened it.
    pub struct OpenStack {
        pub id: String,
        pub label: String,
        pub count: u32,
    }

    /// Where everything of a graph is drawn.
    pub struct Layout {
        pub width: f64,
        pub height: f64,
        pub shapes: Vec<Shape>,
        pub edges: Vec<Edge>,
        /// For each task, the index of the first shape that shows it.
        pub shape_of: Vec<u32>,
        /// Some tasks are folded into stacks, or would be if they were not opened.
        pub folds: bool,
        /// How far most of what was in the picture before has moved since: a
        /// view that moves by as much leaves it at rest.
        pub shift: (f64, f64),
        pub open: Vec<OpenStack>,
        /// Why less than was asked for is drawn.
        pub notice: Option<String>,
    }

    /// How a graph is to be drawn.
    pub struct Look {
        pub style: Style,
        pub direction: Direction,
        /// Stacks that are drawn task by task, by the `Shape::id` they have when closed.
        pub open: Vec<String>,
        /// No stacks, as far as that is possible.
        pub unfold: bool,
    }

    /// A graph that can be shown: a call site or a variable with a collection.
    pub struct Picture {
        /// Stable name, such as `total.compute()` or `total`.
        pub name: String,
        pub call: CallKind,
        /// Line of the call site or of the assignment; 0 when unknown.
        pub line: u32,
        pub graph: GraphData,
        /// Where everything is drawn, for the picture that is shown.
        pub layout: Option<Layout>,
    }

    /// What a preview found. Never fails: errors are in `error`.
    pub struct Preview {
        pub pictures: Vec<Picture>,
        /// Index of the picture to show; absent when there is none.
        pub shown: Option<u32>,
        pub output: String,
        /// `repr` of the last statement's value, when it has one.
        pub last: Option<String>,
        pub error: Option<Diagnostic>,
        /// The preview stopped early, and why.
        pub notice: Option<String>,
        /// The program asks for a line, which nobody is there to type.
        pub asks: bool,
        pub steps: f64,
        pub elapsed_us: f64,
    }

    /// How to run. `workers` is clamped to what the page has.
    pub struct RunOptions {
        pub workers: u32,
        pub sleep: SleepKind,
    }

    /// One thing that happened to one task. `call` is the index of the compute
    /// in this run, `task` the id in that call's graph.
    pub struct TraceEvent {
        pub call: u32,
        pub task: u32,
        pub kind: TraceKind,
        /// Worker lane, from 0; `HOME` (the number of workers) is the main program.
        pub worker: u32,
        /// Since the run began.
        pub time_us: f64,
        /// Size of the result, for `end`.
        pub bytes: f64,
        /// The result, for `end`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub value: Option<ValueData>,
    }

    /// Totals of one compute call.
    pub struct CallTotals {
        pub call: u32,
        pub tasks: u32,
        pub workers: u32,
        pub wall_us: f64,
        /// Sum of the durations of all tasks.
        pub work_us: f64,
        /// Longest chain of durations through the graph.
        pub longest_path_us: f64,
        /// Work divided by wall time.
        pub parallelism: f64,
        /// Tasks that ran in the main program because they write shared state.
        pub home: u32,
    }

    /// The end of a run.
    pub struct RunResult {
        pub last: Option<String>,
        pub error: Option<Diagnostic>,
        pub totals: Vec<CallTotals>,
        pub wall_us: f64,
        pub stopped: bool,
    }

    /// A task of a conformance record: what the reference shows of it too.
    pub struct RecordedTask {
        pub id: u32,
        pub key: String,
        pub prefix: String,
        pub kind: TaskKind,
        #[serde(rename = "box")]
        pub box_label: String,
        pub deps: Vec<u32>,
    }

    /// One entry of a conformance record.
    pub struct RecordedCall {
        pub call: CallKind,
        pub tasks: Option<Vec<RecordedTask>>,
        pub outputs: Option<Vec<u32>>,
        pub result: Option<String>,
    }

    /// The error of a conformance record.
    pub struct RecordedError {
        #[serde(rename = "type")]
        pub kind: String,
        pub message: String,
        pub line: Option<u32>,
    }

    /// A conformance record: everything a program printed, drew and returned.
    pub struct Record {
        pub program: String,
        pub stdout: String,
        pub last: Option<String>,
        pub error: Option<RecordedError>,
        pub graphs: Vec<RecordedCall>,
    }
}

words! {
    pub enum TaskKind { Task, Data, Alias, }

    pub enum ShapeKind {
        Circle,
        Box,
        Label,
        /// Several tasks of one layer.
        Stack,
    }

    pub enum Style {
        /// Circles and boxes, as Dask draws them.
        Dask,
        /// One labelled node a task.
        Clear,
    }

    /// Where the flow goes, from what is needed to what needs it.
    pub enum Direction { BottomToTop, TopToBottom, LeftToRight, RightToLeft, }

    /// What asked for a graph.
    pub enum CallKind { Compute, Get, Visualize, Persist, Variable, }

    /// Whether `time.sleep` waits or only costs virtual time.
    pub enum SleepKind { Real, Virtual, }

    pub enum TraceKind {
        /// All dependencies are in memory.
        Ready,
        Start,
        End,
        Failed,
        /// The result is no longer needed and was dropped.
        Release,
        /// The task wrote shared state: it runs again in the main program.
        Home,
    }
}

/// What a run tells while it goes on, in order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum RunEvent {
    /// Text for the console.
    Output { text: String },
    /// A compute, get, persist or visualize was met; `call` counts computes
    /// from 0 and is what trace events name (absent for visualize).
    Graph { call: Option<u32>, picture: Box<Picture> },
    Trace { events: Vec<TraceEvent> },
}
