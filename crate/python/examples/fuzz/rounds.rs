//! One program after the other: what is tried in a round follows from the seed and the number of the round.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::folder;
use super::grammar::Grammar;
use super::hammer::hammer;
use super::machine::{End, How, Ran};
use super::memory;
use super::mutate::{mutate, pieces, programs};
use super::noise::noise;
use super::numbers::Numbers;
use super::surface::{Surface, surface};
use super::verdict::judge;

/// What was tried.
#[derive(Debug, Default, Clone)]
pub struct Tally {
    pub round: u64,
    pub programs: u64,
    refused: u64,
    done: u64,
    raised: u64,
    halted: u64,
    finds: u64,
    /// The most memory of one program.
    peak_mb: u64,
    slowest_ms: u64,
}

impl Tally {
    fn fields(&mut self) -> [&mut u64; 9] {
        [
            &mut self.round,
            &mut self.programs,
            &mut self.refused,
            &mut self.done,
            &mut self.raised,
            &mut self.halted,
            &mut self.finds,
            &mut self.peak_mb,
            &mut self.slowest_ms,
        ]
    }

    fn write(&mut self, seed: u64) {
        let text: Vec<String> = self.fields().iter().map(ToString::to_string).collect();
        let _ = std::fs::write(folder().join(format!("tally-{seed}")), text.join(" "));
    }

    /// What the last worker wrote.
    pub fn read(seed: u64) -> Self {
        let text = std::fs::read_to_string(folder().join(format!("tally-{seed}"))).unwrap_or_default();
        let mut tally = Self::default();
        for (field, word) in tally.fields().into_iter().zip(text.split(' ')) {
            *field = word.parse().unwrap_or(0);
        }
        tally
    }

    pub fn add(&mut self, other: &Self) {
        let mut other = other.clone();
        for (at, (mine, its)) in self.fields().into_iter().zip(other.fields()).enumerate() {
            *mine = if at == 0 || at >= 7 { (*mine).max(*its) } else { *mine + *its };
        }
    }

    pub fn text(&self) -> String {
        format!(
            "{} programs ({} refused, {} done, {} raised, {} halted), {} finds, at most {} MB, {} ms",
            self.programs, self.refused, self.done, self.raised, self.halted, self.finds, self.peak_mb, self.slowest_ms
        )
    }

    fn count(&mut self, ran: &Ran) {
        match ran.end {
            End::Refused => self.refused += 1,
            End::Done => self.done += 1,
            End::Raised => self.raised += 1,
            End::Halted => self.halted += 1,
        }
    }
}

/// What programs are made of.
pub struct Rounds {
    seed: u64,
    sources: Vec<Vec<String>>,
    surface: Surface,
}

impl Rounds {
    pub fn new(seed: u64) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folders: Vec<PathBuf> = ["tests", "../../tests/conformance/programs"].map(|name| root.join(name)).into();
        let sources = programs(&folders).iter().map(|text| pieces(text)).collect();
        Self { seed, sources, surface: surface() }
    }

    /// The program of a round and how it is run.
    pub fn program(&self, round: u64) -> (String, How) {
        let mut numbers = Numbers(self.seed.wrapping_mul(0xA24B_AED4_963E_E407) ^ round.wrapping_mul(0xD129_0BCE));
        let text = match numbers.below(16) {
            0 | 1 => noise(&mut numbers, &self.sources),
            2..7 => mutate(&mut numbers, &self.sources),
            7..11 => hammer(&mut numbers, &self.surface),
            _ => Grammar::new(numbers.clone(), &self.surface).program(),
        };
        (text, How { collect_often: round.is_multiple_of(5), travel: round.is_multiple_of(3), patient: false })
    }

    /// Runs rounds until the time is over.
    pub fn run(&self, from: u64, time: Duration) {
        let start = Instant::now();
        let mut tally = Tally { round: from, ..Tally::default() };
        while start.elapsed() < time {
            let (text, how) = self.program(tally.round);
            let _ = std::fs::write(folder().join(format!("current-{}.py", self.seed)), &text);
            tally.write(self.seed);
            let (begun, before) = (Instant::now(), memory::mark());
            let (find, ran) = judge(&text, how);
            tally.programs += 1;
            tally.peak_mb = tally.peak_mb.max((memory::peak().saturating_sub(before) >> 20) as u64);
            tally.slowest_ms = tally.slowest_ms.max(begun.elapsed().as_millis() as u64);
            if let Some(ran) = &ran {
                tally.count(ran);
            }
            if let Some(find) = find {
                tally.finds += 1;
                let place = folder().join(format!("finds/{}.py", find.name()));
                let known = std::fs::metadata(&place).map_or(usize::MAX, |file| file.len() as usize);
                if known == usize::MAX {
                    println!("FIND round {}: {}", tally.round, find.title());
                }
                if text.len() < known {
                    let _ = std::fs::write(&place, &text);
                }
            }
            tally.round += 1;
        }
        tally.write(self.seed);
    }
}
