//! Graphs as programs make them, for tests.

#![allow(dead_code, reason = "each test uses some of them")]

use taskyard_overview::{Direction, Input, Task, TaskKind};

/// A graph and its program.
#[derive(Debug, Default, Clone)]
pub struct Made {
    pub source: String,
    pub tasks: Vec<Task>,
    pub direction: Direction,
}

impl Made {
    pub fn input(&self) -> Input<'_> {
        Input { source: &self.source, tasks: &self.tasks, is_dict: false, direction: self.direction }
    }
}

/// Writes a program and its graph together.
#[derive(Debug, Default)]
pub struct Program {
    made: Made,
    lines: u32,
}

/// An empty program.
#[must_use]
pub fn program() -> Program {
    Program::default()
}

impl Program {
    /// Adds a line and returns its number.
    pub fn line(&mut self, text: &str) -> u32 {
        self.made.source.push_str(text);
        self.made.source.push('\n');
        self.lines += 1;
        self.lines
    }

    /// A delayed call.
    pub fn task(&mut self, prefix: &str, line: u32, deps: &[u32]) -> u32 {
        let id = self.made.tasks.len() as u32;
        self.push(format!("{prefix}-{id:08x}-0000-4000-8000-000000000000"), prefix, line, deps)
    }

    /// A block of an array; `array` tells arrays of one prefix apart.
    pub fn block(&mut self, prefix: &str, array: u32, index: &[u32], line: u32, deps: &[u32]) -> u32 {
        let index: String = index.iter().map(|at| format!(", {at}")).collect();
        self.push(format!("('{prefix}-{array:032x}'{index})"), prefix, line, deps)
    }

    fn push(&mut self, key: String, prefix: &str, line: u32, deps: &[u32]) -> u32 {
        let task = Task { key, prefix: prefix.to_owned(), kind: TaskKind::Task, line, deps: deps.to_vec() };
        self.made.tasks.push(task);
        self.made.tasks.len() as u32 - 1
    }

    #[must_use]
    pub fn done(self) -> Made {
        self.made
    }

    /// `n` calls and one of all their results.
    #[must_use]
    pub fn loop_of(mut self, n: u32) -> Self {
        let line = self.line(&format!("parts = [inc(i) for i in range({n})]"));
        let parts: Vec<u32> = (0..n).map(|_| self.task("inc", line, &[])).collect();
        let line = self.line("total = sum(parts)");
        self.task("sum", line, &parts);
        self
    }

    /// `n` calls, added in pairs.
    #[must_use]
    pub fn tree_of(mut self, n: u32) -> Self {
        let line = self.line(&format!("level = [inc(i) for i in range({n})]"));
        let mut level: Vec<u32> = (0..n).map(|_| self.task("inc", line, &[])).collect();
        self.line("while len(level) > 1:");
        let line = self.line("    level = [add(a, b) for a, b in zip(level[::2], level[1::2])]");
        while level.len() > 1 {
            level = level.chunks(2).map(|pair| self.task("add", line, pair)).collect();
        }
        self
    }

    /// One call after the other.
    #[must_use]
    pub fn chain_of(mut self, n: u32) -> Self {
        let line = self.line("x = inc(1)");
        let mut last = self.task("inc", line, &[]);
        self.line(&format!("for i in range({n} - 1):"));
        let line = self.line("    x = add(x, i)");
        for _ in 1..n {
            last = self.task("add", line, &[last]);
        }
        self
    }

    /// An array of `n` blocks and its sum in steps of four.
    #[must_use]
    pub fn array_reduction(mut self, n: u32) -> Self {
        let line = self.line("x = da.ones(...)");
        let blocks: Vec<u32> = (0..n).map(|i| self.block("ones", 0, &[i], line, &[])).collect();
        let line = self.line("total = x.sum(split_every=4)");
        let mut level: Vec<u32> =
            blocks.iter().zip(0..).map(|(&block, i)| self.block("sum", 1, &[i], line, &[block])).collect();
        let mut array = 2;
        while level.len() > 1 {
            level = level
                .chunks(4)
                .zip(0..)
                .map(|(group, i)| self.block("sum-partial", array, &[i], line, group))
                .collect();
            array += 1;
        }
        self
    }

    /// A loop of two calls, each of the result of the other.
    #[must_use]
    pub fn rounds(mut self, n: u32) -> Self {
        self.line(&format!("for i in range({n}):"));
        let (up, on) = (self.line("    a = inc(b)"), self.line("    b = dbl(a)"));
        let mut last: Option<u32> = None;
        for _ in 0..n {
            let a = self.task("inc", up, last.as_slice());
            last = Some(self.task("dbl", on, &[a]));
        }
        self
    }
}

/// More programs, of what lessons are about.
impl Program {
    /// `add(x, y)` and `mul(x, y)` on each line; a function of each `per_block` lines.
    #[must_use]
    pub fn long(mut self, lines: u32, per_block: u32) -> Self {
        let mut last: Option<u32> = None;
        for line in 0..lines {
            if line % per_block == 0 {
                self.line(&format!("def part{line}(x):"));
            }
            let made_at = self.line(&format!("    x = add(mul(x, {line}))"));
            let product = self.task("mul", made_at, last.as_slice());
            last = Some(self.task("add", made_at, &[product]));
        }
        self
    }

    /// A call on each line, of the results of up to three earlier lines; blocks
    /// of four lines are loops.
    #[must_use]
    pub fn tangled(mut self, n: u32) -> Self {
        let mut state = 1u32;
        for id in 0..n {
            if id % 4 == 0 {
                self.line("for i in range(1):");
            }
            let line = self.line(&format!("    x{id} = f{id}(...)"));
            // Numerical Recipes' linear congruential generator.
            let mut draw = || {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                state >> 16
            };
            let deps: Vec<u32> = (0..draw() % 4).filter(|_| id > 0).map(|_| draw() % id.max(1)).collect();
            self.task(&format!("f{id}"), line, &deps);
        }
        self
    }

    /// `(x * w).sum() / w.sum()` in one line of a function.
    #[must_use]
    pub fn weighted_mean(mut self, n: u32) -> Self {
        self.line("def weighted_mean(x, w):");
        let mean = self.line("    return (x * w).sum() / w.sum()");
        let (x, w) = (self.line("grades = da.from_array(...)"), self.line("credits = da.from_array(...)"));
        self.line("weighted_mean(grades, credits).compute()");
        let xs: Vec<u32> = (0..n).map(|i| self.block("array", 0, &[i], x, &[])).collect();
        let ws: Vec<u32> = (0..n).map(|i| self.block("array", 1, &[i], w, &[])).collect();
        let products: Vec<u32> =
            (0..n).map(|i| self.block("mul", 2, &[i], mean, &[xs[i as usize], ws[i as usize]])).collect();
        let mut total = |of: &[u32], array: u32| {
            let sums: Vec<u32> = (0..n).map(|i| self.block("sum", array, &[i], mean, &[of[i as usize]])).collect();
            self.block("sum-aggregate", array + 1, &[], mean, &sums)
        };
        let (above, below) = (total(&products, 3), total(&ws, 5));
        self.block("truediv", 7, &[], mean, &[above, below]);
        self
    }

    /// `x + x.T` on a grid, and its mean.
    #[must_use]
    pub fn transposed(mut self, n: u32) -> Self {
        let (x, y) = (self.line("x = da.ones((n, n), chunks=(1, 1))"), self.line("y = x + x.T"));
        let place = |i: u32, j: u32| (i * n + j) as usize;
        let each = |n: u32| (0..n).flat_map(move |i| (0..n).map(move |j| (i, j)));
        let ones: Vec<u32> = each(n).map(|(i, j)| self.block("ones_like", 0, &[i, j], x, &[])).collect();
        let turned: Vec<u32> =
            each(n).map(|(i, j)| self.block("transpose", 1, &[i, j], y, &[ones[place(j, i)]])).collect();
        for (i, j) in each(n) {
            self.block("add", 2, &[i, j], y, &[ones[place(i, j)], turned[place(i, j)]]);
        }
        self
    }

    /// A loop of three calls for each of `n` things, then one of all.
    #[must_use]
    pub fn pipelines(mut self, n: u32) -> Self {
        self.line("for name in names:");
        let split = self.line("    part = split(name)");
        let join = self.line("    results.append(join(wash(part), dry(part)))");
        let report = self.line("report(results)");
        let joined: Vec<u32> = (0..n)
            .map(|_| {
                let part = self.task("split", split, &[]);
                let (wash, dry) = (self.task("wash", join, &[part]), self.task("dry", join, &[part]));
                self.task("join", join, &[wash, dry])
            })
            .collect();
        self.task("report", report, &joined);
        self
    }
}

/// Programs of size `n` with their names.
#[must_use]
pub fn families(n: u32) -> Vec<(&'static str, Made)> {
    vec![
        ("loop", program().loop_of(n).done()),
        ("tree", program().tree_of(n).done()),
        ("chain", program().chain_of(n).done()),
        ("reduction", program().array_reduction(n).done()),
        ("rounds", program().rounds(n).done()),
        ("pipelines", program().pipelines(n).done()),
        ("weighted mean", program().weighted_mean(n).done()),
        ("transposed", program().transposed(n.min(30)).done()),
    ]
}
