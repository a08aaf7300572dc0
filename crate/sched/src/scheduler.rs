//! The state machine: events in, instructions out, nothing else.
//!
//! States, in Dask's words, and how a task moves between them:
//!
//! ```text
//!   waiting ──all inputs in memory──> ready ──a worker is free──> running ──> memory ──last user done──> released
//!      │                               │                             │ │
//!      │                               │ function known to write     │ └──> failed
//!      │                               └──────> home <──wrote shared─┘
//!      │                                         └─ rank reached ──> running, in the main program
//!      └─ data and alias: ready ──at once──> memory
//! ```
//!
//! Example: `add` needs `x` and `y`, two workers.
//!
//! ```text
//!   Begin               -> Execute x on 0, Execute y on 1
//!   Done y              -> (nothing: add still waits)
//!   Done x              -> Execute add on 0
//!   Done add            -> Release x, Release y, Finish
//! ```

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use rustc_hash::FxHashSet;
use taskyard_graph::TaskId;

use crate::MAX_WORKERS;
use crate::plan::{NodeKind, Plan};
use crate::trace::{Totals, Trace, TraceEvent, TraceKind};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Event {
    /// The run begins. Must come first, once.
    Begin,
    /// A worker or the main program really begins a task it was given.
    Started { task: TaskId },
    /// The result is there: also for resolved and home tasks.
    Done { task: TaskId, bytes: usize },
    Failed { task: TaskId },
    /// On a worker the task was about to write shared state.
    WroteShared { task: TaskId },
    /// The task gave up because it was asked to.
    Stopped { task: TaskId },
    /// The learner wants no more.
    Stop,
}

/// What to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instruction {
    Execute { task: TaskId, worker: u32 },
    /// Run it in the main program. One at a time.
    ExecuteHome { task: TaskId },
    /// Find the value of a data or alias task at once.
    Resolve { task: TaskId },
    /// Drop the result.
    Release { task: TaskId },
    /// Ask running tasks to give up: nothing they do is needed.
    Cancel,
    /// The run is over. Comes last, once.
    Finish,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskState {
    Waiting,
    Ready,
    /// On a worker or in the main program.
    Running,
    /// Waits to run in the main program.
    Home,
    Memory,
    Released,
    Failed,
}

/// How a scheduler is set up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Lanes; at least 1, at most [`MAX_WORKERS`].
    pub workers: u32,
    /// Keep all events for a [`crate::Replay`].
    pub keep_log: bool,
    /// Let pools check every invariant after every event (slow: for tests).
    pub validate: bool,
}

impl Options {
    /// A scheduler for a real run.
    pub fn new(workers: u32) -> Self {
        Self { workers, keep_log: false, validate: false }
    }
}

/// All that is known of one task.
#[derive(Debug, Clone)]
pub(crate) struct Slot {
    pub state: TaskState,
    /// Dependencies that are not in memory yet.
    pub missing: u32,
    /// Users that are not done yet.
    pub users: u32,
    /// The lane it runs or ran in; the number of workers is the main program.
    pub worker: u32,
    pub start_us: f64,
    pub duration_us: f64,
}

/// The scheduler of one run.
#[derive(Debug, Clone)]
pub struct Scheduler {
    pub(crate) plan: Arc<Plan>,
    pub(crate) options: Options,
    pub(crate) slots: Vec<Slot>,
    /// Ranks of ready tasks for workers.
    pub(crate) ready: BinaryHeap<Reverse<u32>>,
    /// Ranks of tasks that wait for the main program.
    pub(crate) home: BinaryHeap<Reverse<u32>>,
    pub(crate) home_running: Option<TaskId>,
    /// The task in each lane.
    pub(crate) lanes: Vec<Option<TaskId>>,
    /// Instructions to resolve that were not answered yet.
    pub(crate) resolving: u32,
    /// Every task of a lower rank is in memory or released.
    pub(crate) frontier: u32,
    /// The lowest rank that failed: nothing from there on starts any more.
    pub(crate) limit: u32,
    pub(crate) stopping: bool,
    pub(crate) cancelled: bool,
    pub(crate) begun: bool,
    pub(crate) finished: bool,
    home_functions: FxHashSet<u64>,
    home_count: u32,
    begin_us: f64,
    now_us: f64,
    ignored: u32,
    trace: Trace,
    log: Vec<(Event, f64)>,
}

impl Scheduler {
    /// A scheduler that has not begun.
    pub fn new(plan: Arc<Plan>, options: Options) -> Self {
        let workers = options.workers.clamp(1, MAX_WORKERS);
        let options = Options { workers, ..options };
        let slots = plan
            .tasks()
            .iter()
            .enumerate()
            .map(|(at, task)| Slot {
                state: TaskState::Waiting,
                missing: TaskId::from(task.deps.len()).0,
                users: TaskId::from(plan.users(TaskId::from(at)).len()).0,
                worker: workers,
                start_us: 0.0,
                duration_us: 0.0,
            })
            .collect();
        Self {
            slots,
            ready: BinaryHeap::new(),
            home: BinaryHeap::new(),
            home_running: None,
            lanes: vec![None; workers as usize],
            resolving: 0,
            frontier: 0,
            limit: u32::MAX,
            stopping: false,
            cancelled: false,
            begun: false,
            finished: false,
            home_functions: FxHashSet::default(),
            home_count: 0,
            begin_us: 0.0,
            now_us: 0.0,
            ignored: 0,
            trace: Trace::default(),
            log: Vec::new(),
            plan,
            options,
        }
    }

    /// Takes one event and returns what to do, in order.
    pub fn handle(&mut self, event: Event, now_us: f64) -> Vec<Instruction> {
        let mut instructions = Vec::new();
        self.handle_into(event, now_us, &mut instructions);
        instructions
    }

    /// As [`Scheduler::handle`], appending to a list. Events that make no sense
    /// in the state of their task (a late message) are counted and ignored.
    pub fn handle_into(&mut self, event: Event, now_us: f64, out: &mut Vec<Instruction>) {
        if self.options.keep_log {
            self.log.push((event, now_us));
        }
        // Threads read the clock before they get the lock, so times may cross.
        self.now_us = self.now_us.max(now_us);
        if self.finished || (self.begun == (event == Event::Begin)) {
            self.ignored += 1;
            return;
        }
        match event {
            Event::Begin => self.begin(out),
            Event::Started { task } => self.on_started(task),
            Event::Done { task, bytes } => self.on_done(task, bytes, out),
            Event::Failed { task } => self.on_failed(task),
            Event::WroteShared { task } => self.on_wrote_shared(task),
            Event::Stopped { task } => self.on_stopped(task),
            Event::Stop => self.stopping = true,
        }
        self.launch(out);
        self.settle(out);
    }

    fn begin(&mut self, out: &mut Vec<Instruction>) {
        self.begun = true;
        self.begin_us = self.now_us;
        let plan = Arc::clone(&self.plan);
        for &task in plan.by_rank() {
            if plan.deps(task).is_empty() {
                self.make_ready(task, out);
            }
        }
    }

    fn make_ready(&mut self, task: TaskId, out: &mut Vec<Instruction>) {
        self.set_state(task, TaskState::Ready);
        self.record(task, TraceKind::Ready, self.options.workers, 0);
        if self.plan.kind(task) == NodeKind::Task {
            self.ready.push(Reverse(self.plan.rank(task)));
        } else {
            self.resolving += 1;
            out.push(Instruction::Resolve { task });
        }
    }

    fn on_started(&mut self, task: TaskId) {
        if self.state(task) != Some(TaskState::Running) {
            self.ignored += 1;
            return;
        }
        let now_us = self.now_us;
        let worker = self.worker_of(task);
        if let Some(slot) = self.slots.get_mut(task.index()) {
            slot.start_us = now_us;
        }
        self.record(task, TraceKind::Start, worker, 0);
    }

    fn on_done(&mut self, task: TaskId, bytes: usize, out: &mut Vec<Instruction>) {
        let is_task = self.plan.kind(task) == NodeKind::Task;
        if is_task && !self.leave_lane(task) {
            return;
        }
        if !is_task {
            if self.state(task) != Some(TaskState::Ready) {
                self.ignored += 1;
                return;
            }
            self.resolving -= 1;
        }
        let now_us = self.now_us;
        if let Some(slot) = self.slots.get_mut(task.index()) {
            slot.state = TaskState::Memory;
            slot.duration_us = if is_task { now_us - slot.start_us } else { 0.0 };
        }
        self.record(task, TraceKind::End, self.worker_of(task), bytes);
        let plan = Arc::clone(&self.plan);
        for &user in plan.users(task) {
            let Some(slot) = self.slots.get_mut(user.index()) else { continue };
            slot.missing -= 1;
            if slot.missing == 0 {
                self.make_ready(user, out);
            }
        }
        for &dep in plan.deps(task) {
            let Some(slot) = self.slots.get_mut(dep.index()) else { continue };
            slot.users -= 1;
            self.release_if_unneeded(dep, out);
        }
        self.release_if_unneeded(task, out);
        self.advance_frontier();
    }

    fn release_if_unneeded(&mut self, task: TaskId, out: &mut Vec<Instruction>) {
        let unneeded = self
            .slots
            .get(task.index())
            .is_some_and(|slot| slot.users == 0 && slot.state == TaskState::Memory);
        if unneeded && !self.plan.is_wanted(task) {
            self.set_state(task, TaskState::Released);
            self.record(task, TraceKind::Release, self.worker_of(task), 0);
            out.push(Instruction::Release { task });
        }
    }

    fn on_failed(&mut self, task: TaskId) {
        if !self.leave_lane(task) {
            return;
        }
        self.set_state(task, TaskState::Failed);
        self.record(task, TraceKind::Failed, self.worker_of(task), 0);
        self.limit = self.limit.min(self.plan.rank(task));
    }

    fn on_wrote_shared(&mut self, task: TaskId) {
        if self.home_running == Some(task) {
            // Nowhere is more home than home.
            self.on_stopped(task);
        } else if self.leave_lane(task) {
            if let Some(function) = self.plan.function(task) {
                self.home_functions.insert(function);
            }
            self.send_home(task, self.worker_of(task));
        }
    }

    fn send_home(&mut self, task: TaskId, from: u32) {
        self.set_state(task, TaskState::Home);
        self.record(task, TraceKind::Home, from, 0);
        self.home.push(Reverse(self.plan.rank(task)));
    }

    fn on_stopped(&mut self, task: TaskId) {
        // A task that is still needed stops only because the learner asked.
        let needed = self.is_needed(task);
        if self.leave_lane(task) {
            self.set_state(task, TaskState::Ready);
            self.stopping |= needed;
        }
    }

    /// Gives work to free lanes and to the main program.
    fn launch(&mut self, out: &mut Vec<Instruction>) {
        if self.stopping || self.cancelled {
            return;
        }
        while let Some(&Reverse(rank)) = self.ready.peek() {
            if rank >= self.limit {
                break;
            }
            let Some(&task) = self.plan.by_rank().get(rank as usize) else { break };
            if self.plan.function(task).is_some_and(|code| self.home_functions.contains(&code)) {
                self.ready.pop();
                self.send_home(task, self.options.workers);
                continue;
            }
            let Some((worker, lane)) =
                (0u32..).zip(&mut self.lanes).find(|(_, lane)| lane.is_none())
            else {
                break;
            };
            *lane = Some(task);
            self.ready.pop();
            self.run_in(task, worker);
            out.push(Instruction::Execute { task, worker });
        }
        // Shared writes happen in the order of one worker, whatever the pool.
        if self.home_running.is_none() && self.home.peek() == Some(&Reverse(self.frontier)) {
            let rank = self.frontier;
            if let (true, Some(&task)) = (rank < self.limit, self.plan.by_rank().get(rank as usize))
            {
                self.home.pop();
                self.home_running = Some(task);
                self.home_count += 1;
                self.run_in(task, self.options.workers);
                out.push(Instruction::ExecuteHome { task });
            }
        }
    }

    fn run_in(&mut self, task: TaskId, worker: u32) {
        let now_us = self.now_us;
        if let Some(slot) = self.slots.get_mut(task.index()) {
            slot.state = TaskState::Running;
            slot.worker = worker;
            slot.start_us = now_us;
        }
    }

    /// Says when nothing that runs is needed, and when nothing runs any more.
    fn settle(&mut self, out: &mut Vec<Instruction>) {
        let all_done = self.frontier as usize >= self.plan.len();
        let failed = self.frontier >= self.limit;
        if !(all_done || failed || self.stopping) {
            return;
        }
        let idle = self.home_running.is_none() && self.lanes.iter().all(Option::is_none);
        if !idle && !self.cancelled {
            self.cancelled = true;
            out.push(Instruction::Cancel);
        }
        if idle && self.resolving == 0 {
            self.finished = true;
            out.push(Instruction::Finish);
        }
    }

    fn advance_frontier(&mut self) {
        while let Some(&task) = self.plan.by_rank().get(self.frontier as usize) {
            if !matches!(self.state(task), Some(TaskState::Memory | TaskState::Released)) {
                break;
            }
            self.frontier += 1;
        }
    }

    /// Frees the lane of a running task; false (and counted) if it does not run.
    fn leave_lane(&mut self, task: TaskId) -> bool {
        if self.state(task) != Some(TaskState::Running) {
            self.ignored += 1;
            return false;
        }
        let worker = self.worker_of(task);
        if self.home_running == Some(task) {
            self.home_running = None;
        } else if let Some(lane) = self.lanes.get_mut(worker as usize) {
            *lane = None;
        }
        true
    }

    fn set_state(&mut self, task: TaskId, state: TaskState) {
        if let Some(slot) = self.slots.get_mut(task.index()) {
            slot.state = state;
        }
    }

    fn worker_of(&self, task: TaskId) -> u32 {
        self.slots.get(task.index()).map_or(self.options.workers, |slot| slot.worker)
    }

    fn record(&mut self, task: TaskId, kind: TraceKind, worker: u32, bytes: usize) {
        let time_us = self.now_us - self.begin_us;
        self.trace.push(TraceEvent { task, kind, worker, time_us, bytes });
    }

    /// Whether the end of the run can still depend on `task`: no need to begin
    /// it otherwise, [`Event::Stopped`] answers.
    pub fn is_needed(&self, task: TaskId) -> bool {
        !self.stopping && self.plan.rank(task) < self.limit
    }

    /// The state of a task; nothing for a task of another plan.
    pub fn state(&self, task: TaskId) -> Option<TaskState> {
        self.slots.get(task.index()).map(|slot| slot.state)
    }

    pub fn plan(&self) -> &Arc<Plan> {
        &self.plan
    }

    /// How it was set up, with the number of workers that it really has.
    pub fn options(&self) -> Options {
        self.options
    }

    /// Whether [`Instruction::Finish`] was given.
    pub fn is_finished(&self) -> bool {
        self.finished
    }

    /// The failure that the run ends with: that of the lowest rank so far.
    pub fn failure(&self) -> Option<TaskId> {
        self.plan.by_rank().get(self.limit as usize).copied()
    }

    /// Whether all tasks are done.
    pub fn is_complete(&self) -> bool {
        self.frontier as usize >= self.plan.len()
    }

    /// Events that were ignored.
    pub fn ignored_events(&self) -> u32 {
        self.ignored
    }

    pub fn trace(&self) -> &Trace {
        &self.trace
    }

    /// Takes the trace out, at the end.
    pub fn take_trace(&mut self) -> Trace {
        std::mem::take(&mut self.trace)
    }

    /// All events so far, if they are kept.
    pub fn log(&self) -> &[(Event, f64)] {
        &self.log
    }

    /// The duration of each task that ended, 0 for the others.
    pub fn durations_us(&self) -> Vec<f64> {
        self.slots.iter().map(|slot| slot.duration_us).collect()
    }

    /// Totals up to now.
    pub fn totals(&self) -> Totals {
        let durations = self.durations_us();
        let wall_us = self.now_us - self.begin_us;
        let work_us: f64 = durations.iter().sum();
        Totals {
            tasks: TaskId::from(self.plan.len()).0,
            workers: self.options.workers,
            wall_us,
            work_us,
            longest_path_us: self.plan.longest_path(&durations),
            parallelism: if wall_us > 0.0 { work_us / wall_us } else { 0.0 },
            home: self.home_count,
        }
    }
}
