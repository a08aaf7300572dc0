//! Every invariant of the state machine, checked from scratch.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use taskyard_graph::TaskId;

use crate::plan::NodeKind;
use crate::scheduler::{Scheduler, Slot, TaskState};

impl Scheduler {
    /// Whether everything holds together; the error says what does not. Takes
    /// time in the size of the plan.
    pub fn validate(&self) -> Result<(), String> {
        self.check_slots()?;
        self.check_lanes()?;
        self.check_queues()?;
        self.check_frontier()?;
        self.check_end()
    }

    fn slot(&self, task: TaskId) -> Result<&Slot, String> {
        self.slots.get(task.index()).ok_or_else(|| format!("task {} has no slot", task.0))
    }

    fn check_slots(&self) -> Result<(), String> {
        let done = |state| matches!(state, TaskState::Memory | TaskState::Released);
        for (at, slot) in self.slots.iter().enumerate() {
            let task = TaskId::from(at);
            let mut missing = 0;
            for &dep in self.plan.deps(task) {
                let state = self.slot(dep)?.state;
                missing += u32::from(!done(state));
                ensure(
                    done(slot.state) || state != TaskState::Released,
                    || format!("task {at} still needs {}, which was released", dep.0),
                )?;
            }
            ensure(missing == slot.missing, || {
                format!("task {at} misses {missing} inputs, not {}", slot.missing)
            })?;
            let mut users = 0;
            for &user in self.plan.users(task) {
                users += u32::from(!done(self.slot(user)?.state));
            }
            ensure(users == slot.users, || {
                format!("task {at} has {users} users left, not {}", slot.users)
            })?;
            ensure(!self.begun || (slot.state == TaskState::Waiting) == (missing > 0), || {
                format!("task {at} is {:?} and misses {missing} inputs", slot.state)
            })?;
            let needed = users > 0 || self.plan.is_wanted(task);
            ensure(slot.state != TaskState::Memory || needed, || {
                format!("task {at} is kept and nobody needs it")
            })?;
            ensure(slot.state != TaskState::Released || !needed, || {
                format!("task {at} was released and is needed")
            })?;
        }
        Ok(())
    }

    fn check_lanes(&self) -> Result<(), String> {
        let mut running = usize::from(self.home_running.is_some());
        for (lane, task) in (0u32..).zip(&self.lanes) {
            let Some(task) = *task else { continue };
            running += 1;
            let slot = self.slot(task)?;
            ensure(slot.state == TaskState::Running && slot.worker == lane, || {
                format!("lane {lane} holds {}, which is {:?} in {}", task.0, slot.state, slot.worker)
            })?;
        }
        if let Some(task) = self.home_running {
            let slot = self.slot(task)?;
            let at_home = slot.state == TaskState::Running && slot.worker == self.options.workers;
            ensure(at_home, || format!("{} is at home and is {:?}", task.0, slot.state))?;
        }
        let found = self.count(TaskState::Running);
        ensure(found == running, || format!("{found} tasks run in {running} lanes"))
    }

    fn check_queues(&self) -> Result<(), String> {
        let ready = self.check_queue(&self.ready, TaskState::Ready)?;
        let home = self.check_queue(&self.home, TaskState::Home)?;
        let waiting_home = self.count(TaskState::Home);
        ensure(home == waiting_home, || format!("{home} queued for home, {waiting_home} wait"))?;
        let is_task = |at: usize| self.plan.kind(TaskId::from(at)) == NodeKind::Task;
        let of_ready = |wanted: bool| {
            let ready = self.slots.iter().enumerate();
            ready.filter(|(at, slot)| slot.state == TaskState::Ready && is_task(*at) == wanted).count()
        };
        let resolving = of_ready(false);
        ensure(resolving == self.resolving as usize, || {
            format!("{resolving} plain values are asked for, not {}", self.resolving)
        })?;
        // A task that gave up is ready again but not queued.
        let gave_up = self.stopping || self.limit != u32::MAX;
        let tasks = of_ready(true);
        ensure(ready == tasks || (gave_up && ready < tasks), || {
            format!("{ready} queued, {tasks} ready")
        })?;
        let idle_lane = self.lanes.iter().any(Option::is_none);
        let startable = self.ready.peek().is_some_and(|&Reverse(rank)| rank < self.limit);
        let may_launch = !self.stopping && !self.cancelled;
        ensure(!(may_launch && idle_lane && startable), || "a worker is idle, a task ready".into())
    }

    fn check_queue(
        &self,
        queue: &BinaryHeap<Reverse<u32>>,
        state: TaskState,
    ) -> Result<usize, String> {
        for &Reverse(rank) in queue {
            let task = self.plan.by_rank().get(rank as usize).copied();
            let found = task.and_then(|task| self.state(task));
            ensure(found == Some(state), || format!("rank {rank} is queued and is {found:?}"))?;
        }
        Ok(queue.len())
    }

    fn check_frontier(&self) -> Result<(), String> {
        let done = |task: &&TaskId| {
            matches!(self.state(**task), Some(TaskState::Memory | TaskState::Released))
        };
        let expected = self.plan.by_rank().iter().take_while(done).count();
        ensure(expected == self.frontier as usize, || {
            format!("the frontier is {}, not {expected}", self.frontier)
        })?;
        if let Some(task) = self.home_running {
            let rank = self.plan.rank(task);
            ensure(rank == self.frontier, || format!("rank {rank} is at home too early"))?;
        }
        let failed = (0..self.slots.len()).map(TaskId::from);
        let first = failed
            .filter(|task| self.state(*task) == Some(TaskState::Failed))
            .map(|task| self.plan.rank(task))
            .min();
        ensure(first.unwrap_or(u32::MAX) == self.limit, || {
            format!("the first failure is {first:?}, not {}", self.limit)
        })
    }

    fn check_end(&self) -> Result<(), String> {
        let idle = self.count(TaskState::Running) == 0 && self.resolving == 0;
        let over = self.is_complete() || self.stopping || self.frontier >= self.limit;
        ensure(self.finished == (self.begun && idle && over), || {
            format!("finished is {}, idle {idle}, over {over}", self.finished)
        })?;
        // Progress: something is on its way as long as the run is not over.
        ensure(!self.begun || self.finished || !idle, || "nothing runs and nothing ends".into())
    }

    fn count(&self, state: TaskState) -> usize {
        self.slots.iter().filter(|slot| slot.state == state).count()
    }
}

fn ensure(holds: bool, message: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(message()) }
}
