//! "Did you mean": CPython 3.11's choice of the name most like a misspelt one. Its distance is Levenshtein's over
//! UTF-8 bytes, where a wrong case costs half of a wrong letter.

/// With this many candidates or more CPython does not guess.
const MAX_CANDIDATE_ITEMS: usize = 750;
/// Longer rests, after removal of the common ends, are not compared.
const MAX_STRING_SIZE: usize = 40;
const MOVE_COST: usize = 2;
const CASE_COST: usize = 1;

fn substitution_cost(a: u8, b: u8) -> usize {
    if a == b {
        0
    } else if a.eq_ignore_ascii_case(&b) {
        CASE_COST
    } else {
        MOVE_COST
    }
}

/// The distance, or `None` if it is more than `max_cost`.
fn distance(a: &[u8], b: &[u8], max_cost: usize) -> Option<usize> {
    let prefix = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (a.get(prefix..)?, b.get(prefix..)?);
    let suffix = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (a.get(..a.len() - suffix)?, b.get(..b.len() - suffix)?);
    let within = |cost: usize| (cost <= max_cost).then_some(cost);
    if a.is_empty() || b.is_empty() {
        return within((a.len() + b.len()) * MOVE_COST);
    }
    if a.len() > MAX_STRING_SIZE || b.len() > MAX_STRING_SIZE {
        return None;
    }
    let (short, long) = if b.len() < a.len() { (b, a) } else { (a, b) };
    within((long.len() - short.len()) * MOVE_COST)?;
    let mut row: Vec<usize> = (1..=short.len()).map(|i| i * MOVE_COST).collect();
    let mut result = 0;
    for (index, code) in long.iter().enumerate() {
        let mut diagonal = index * MOVE_COST;
        result = diagonal;
        let mut minimum = usize::MAX;
        for (cell, other) in row.iter_mut().zip(short) {
            let substitute = diagonal + substitution_cost(*code, *other);
            diagonal = *cell;
            result = substitute.min(result.min(diagonal) + MOVE_COST);
            *cell = result;
            minimum = minimum.min(result);
        }
        within(minimum)?;
    }
    within(result)
}

/// The candidate CPython would suggest for `name`, if any; among equally near ones the first.
pub fn suggest<'a>(name: &str, candidates: &[&'a str]) -> Option<&'a str> {
    if candidates.len() >= MAX_CANDIDATE_ITEMS {
        return None;
    }
    let mut best: Option<(usize, &'a str)> = None;
    for candidate in candidates.iter().copied().filter(|candidate| *candidate != name) {
        // No more than a third of the characters involved may change.
        let mut max_cost = (name.len() + candidate.len() + 3) * MOVE_COST / 6;
        if let Some((beaten, _)) = best {
            max_cost = max_cost.min(beaten.saturating_sub(1));
        }
        if let Some(cost) = distance(name.as_bytes(), candidate.as_bytes(), max_cost) {
            best = Some((cost, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggestions_are_pythons() {
        let table: &[(&str, &[&str], Option<&str>)] = include!("testdata/suggest.in");
        for (name, candidates, expect) in table {
            assert_eq!(suggest(name, candidates), *expect, "{name} among {candidates:?}");
        }
        assert_eq!(suggest("aa", &["ab"; 750]), None);
    }
}
