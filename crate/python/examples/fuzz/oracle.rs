//! Compares answers with those of another Python: `--oracle python3` runs the same expressions on both.

use std::collections::BTreeMap;
use std::process::Command;
use std::time::{Duration, Instant};

use super::folder;
use super::machine::How;
use super::numbers::Numbers;
use super::plain::Plain;
use super::verdict::judge;

/// Expressions in one program.
const EXPRESSIONS: usize = 150;

const BEFORE: &str = "import math, re, json, string, textwrap, itertools, functools, operator, collections, heapq, bisect, statistics, fractions, copy, pprint\nfor number, text in enumerate([\n";
const AFTER: &str = "]):\n    try:\n        print(number, ascii(eval(text))[:400])\n    except RecursionError:\n        print(number, 'deep')\n    except Exception as error:\n        print(number, type(error).__name__, ascii(str(error))[:400])\n";

/// Runs programs on both until the time is over, and prints what differs.
pub fn compare(python: &str, seed: u64, time: Duration) {
    let start = Instant::now();
    let mut asked = 0;
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let mut round = 0;
    while start.elapsed() < time {
        let mut plain = Plain { numbers: Numbers(seed.wrapping_mul(0x9E6D_62D0_6F6A_9A9B) ^ round) };
        round += 1;
        let texts: Vec<String> = (0..EXPRESSIONS).map(|_| plain.expression()).collect();
        let lines: String = texts.iter().map(|text| format!("    {text:?},\n")).collect();
        let program = format!("{BEFORE}{lines}{AFTER}");
        let place = folder().join(format!("oracle-{seed}.py"));
        let _ = std::fs::write(&place, &program);
        let Ok(output) = Command::new(python).arg(&place).output() else { return println!("{python} does not run") };
        let theirs = String::from_utf8_lossy(&output.stdout).into_owned();
        let (find, ran) = judge(&program, How { collect_often: false, travel: false, patient: true });
        if let Some(find) = find {
            println!("FIND {}", find.title());
        }
        let Some(ran) = ran else { continue };
        asked += theirs.lines().count();
        for (own, other) in ran.printed.lines().zip(theirs.lines()) {
            let number: usize = own.split(' ').next().and_then(|word| word.parse().ok()).unwrap_or(0);
            if own == other {
                continue;
            }
            let text = texts.get(number).map_or("", String::as_str);
            // The same difference shows in many places: what was answered names it well enough.
            let plain = |text: &str| text.chars().filter(char::is_ascii_alphabetic).take(60).collect::<String>();
            let shape = plain(own) + &plain(other);
            let seen = known.entry(shape).or_default();
            *seen += 1;
            if *seen <= 1 {
                println!("{text}\n    ours   {own}\n    theirs {other}");
            }
        }
        if ran.printed.lines().count() != theirs.lines().count() {
            println!("round {round}: {:?} {} instead of {} lines; {}", ran.end, ran.printed.lines().count(), theirs.lines().count(), String::from_utf8_lossy(&output.stderr));
        }
    }
    println!("{asked} expressions in {} s, {} shapes differ", start.elapsed().as_secs(), known.len());
}
