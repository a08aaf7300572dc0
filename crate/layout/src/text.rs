//! What is written on a shape: how wide a text is, where it may be broken, and
//! how it is made to fit.
//!
//! The page and the SVG file write labels in one family, [`FONT_FAMILY`], whose
//! letters all have one width. So a few classes of letters stand for a table:
//! the widths are those of the widest face of the family, and of the widest
//! usual fallback for what such faces lack. What is placed by them fits in
//! every browser, at most a little loosely.

/// The faces of labels. The page has the same list (`--mono`).
pub const FONT_FAMILY: &str = "ui-monospace, 'SF Mono', 'Cascadia Code', 'JetBrains Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";

/// SF Mono 0.618, DejaVu Sans Mono, Menlo and JetBrains Mono 0.60, Cascadia
/// Code 0.59, Consolas 0.55 of the text size.
const LETTER_EM: f64 = 0.62;
/// Scripts that faces of equal width mostly lack; ideographs are 1.0.
const WIDE_EM: f64 = 1.05;
/// Segoe UI Emoji 1.37, Noto Color Emoji 1.25.
const EMOJI_EM: f64 = 1.4;

/// From line to line, in shares of the text size.
pub const LINE_EM: f64 = 1.1;
/// Where the baseline stands below the middle of a line.
pub const BASELINE_EM: f64 = 0.34;
/// How far most letters reach above and below the middle of their line.
const REACH_EM: f64 = 0.38;

/// More letters than this are never looked at.
const MAX_LETTERS: usize = 160;
/// Marks kept on one letter; towers of them would leave the shape.
const MAX_MARKS: usize = 2;
/// Most lines in a circle.
const MAX_CIRCLE_LINES: usize = 3;

/// Circles come in few sizes, so that ranks look even.
const CIRCLES_PX: [f64; 4] = [44.0, 52.0, 60.0, 72.0];
/// Free space between a circle and its text.
const CIRCLE_PADDING_PX: f64 = 2.5;
/// Sizes of text: the usual one, what is good enough not to need a larger
/// circle, what is good enough for several lines, and the smallest at all.
pub(crate) const FONT_PX: f64 = 13.0;
const GOOD_FONT_PX: f64 = 10.0;
const READABLE_FONT_PX: f64 = 9.0;
const MIN_FONT_PX: f64 = 7.5;

/// A text in lines, each of which fits.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Text {
    pub lines: Vec<String>,
    pub font_px: f64,
}

/// A letter with its marks, or a joined emoji: what is never cut in two.
#[derive(Debug, Clone)]
struct Cluster {
    text: String,
    em: f64,
}

fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200b}'..='\u{200d}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e01ef}')
}

/// Letters that turn the direction of the text around them.
fn turns_text(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn letter_em(letter: char) -> f64 {
    match letter {
        letter if is_mark(letter) => 0.0,
        '\u{2010}'..='\u{2027}' | '\0'..='\u{58f}' => LETTER_EM,
        '\u{2190}'..='\u{2bff}' | '\u{1f000}'.. => EMOJI_EM,
        _ => WIDE_EM,
    }
}

fn clusters(text: &str) -> Vec<Cluster> {
    let is_flag = |letter: char| matches!(letter, '\u{1f1e6}'..='\u{1f1ff}');
    let mut all: Vec<Cluster> = Vec::new();
    let mut marks = 0;
    for letter in text.chars().filter(|&letter| !turns_text(letter)) {
        let letter = if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') {
            ' '
        } else {
            letter
        };
        if all.len() == MAX_LETTERS && !is_mark(letter) {
            break;
        }
        let last = all.last_mut().filter(|last| {
            let before = last.text.chars().next_back();
            is_mark(letter)
                || before == Some('\u{200d}')
                || is_flag(letter) && before.is_some_and(is_flag) && last.text.chars().count() == 1
        });
        match last {
            Some(last) => {
                marks += 1;
                if marks <= MAX_MARKS || !is_mark(letter) {
                    last.text.push(letter);
                    last.em += letter_em(letter);
                }
            }
            None => {
                marks = 0;
                all.push(Cluster {
                    text: letter.to_string(),
                    em: letter_em(letter),
                });
            }
        }
    }
    all
}

fn width_em(letters: &[Cluster]) -> f64 {
    letters.iter().map(|letter| letter.em).sum()
}

fn joined(letters: &[Cluster]) -> String {
    letters.iter().map(|letter| letter.text.as_str()).collect()
}

/// Width of a text, in shares of its size.
pub fn text_em(text: &str) -> f64 {
    width_em(&clusters(text))
}

/// A text as it can be drawn at all: no control characters, not endless.
pub(crate) fn cleaned(text: &str) -> String {
    joined(&clusters(text))
}

/// Cuts a text to a width, the last letter then being an ellipsis.
pub fn shorten(text: &str, room_em: f64) -> String {
    let mut letters = clusters(text);
    if width_em(&letters) > room_em {
        while !letters.is_empty() && width_em(&letters) + LETTER_EM > room_em {
            letters.pop();
        }
        letters.push(Cluster {
            text: "…".to_owned(),
            em: LETTER_EM,
        });
    }
    joined(&letters)
}

/// One line in `room_px`, as large as fits between `least_px` and `usual_px`,
/// then cut.
pub(crate) fn one_line(text: &str, room_px: f64, usual_px: f64, least_px: f64) -> Text {
    let em = text_em(text);
    if em == 0.0 {
        return Text::default();
    }
    let font_px = floor_px((room_px / em).clamp(least_px, usual_px));
    Text {
        lines: vec![shorten(text, room_px / font_px)],
        font_px,
    }
}

/// Tenths of a pixel, downwards: what is rounded up may not fit.
fn floor_px(length: f64) -> f64 {
    (length * 10.0 + 1e-6).floor() / 10.0
}

/// The smallest good circle for a name, and the name in it: in one line, else
/// in a few lines broken at its joints, else smaller, else cut.
pub(crate) fn in_circle(name: &str) -> (f64, Text) {
    let [usual @ .., largest] = CIRCLES_PX;
    // More than this has no chance, so the search for joints stays short.
    let most = MAX_CIRCLE_LINES as f64 * largest / MIN_FONT_PX;
    let letters = clusters(&shorten(name, most));
    if letters.is_empty() {
        return (CIRCLES_PX[0], Text::default());
    }
    for size in usual {
        if let Some(text) = fit(&letters, size, 1, GOOD_FONT_PX) {
            return (size, text);
        }
    }
    for size in [usual[usual.len() - 1], largest] {
        for lines in 1..=MAX_CIRCLE_LINES {
            if let Some(text) = fit(&letters, size, lines, READABLE_FONT_PX) {
                return (size, text);
            }
        }
    }
    (largest, smaller_or_cut(letters, largest))
}

fn smaller_or_cut(mut letters: Vec<Cluster>, size: f64) -> Text {
    let smallest = |letters: &[Cluster]| {
        let fits =
            (1..=MAX_CIRCLE_LINES).filter_map(|lines| fit(letters, size, lines, MIN_FONT_PX));
        fits.max_by(|a, b| a.font_px.total_cmp(&b.font_px))
    };
    loop {
        if let Some(text) = smallest(&letters) {
            return text;
        }
        // The ellipsis itself always fits.
        let cut = letters.last().is_some_and(|last| last.text == "…");
        letters.truncate(letters.len().saturating_sub(if cut { 2 } else { 1 }));
        letters.push(Cluster {
            text: "…".to_owned(),
            em: LETTER_EM,
        });
    }
}

/// `letters` in exactly so many lines in a circle, unless that takes text
/// smaller than `least_px`.
fn fit(letters: &[Cluster], size: f64, lines: usize, least_px: f64) -> Option<Text> {
    let lines = break_evenly(letters, lines)?;
    let radius = size / 2.0 - CIRCLE_PADDING_PX;
    let middle = (lines.len() - 1) as f64 / 2.0;
    // The corners of each line must lie in the circle.
    let reach = (0..).zip(&lines).map(|(i, line)| {
        let beside = width_em(line) / 2.0;
        let above = LINE_EM * (f64::from(i) - middle).abs() + REACH_EM;
        beside.hypot(above)
    });
    let font_px = floor_px((radius / reach.fold(0.1, f64::max)).min(FONT_PX));
    (font_px >= least_px).then(|| Text {
        lines: lines.iter().map(|line| joined(line)).collect(),
        font_px,
    })
}

/// Cuts a name at its joints so that the longest line is as short as can be.
/// Nothing when it has too few joints.
fn break_evenly(letters: &[Cluster], lines: usize) -> Option<Vec<&[Cluster]>> {
    if lines <= 1 {
        return Some(vec![letters]);
    }
    let mut best: Option<(f64, Vec<&[Cluster]>)> = None;
    for at in (1..letters.len()).filter(|&at| is_joint(letters, at)) {
        let Some(rest) = break_evenly(&letters[at..], lines - 1) else {
            continue;
        };
        let longest = rest
            .iter()
            .map(|line| width_em(line))
            .fold(width_em(&letters[..at]), f64::max);
        if best.as_ref().is_none_or(|(known, _)| longest < *known) {
            let mut all = vec![&letters[..at]];
            all.extend(rest);
            best = Some((longest, all));
        }
    }
    best.map(|(_, lines)| lines)
}

/// Whether a line may end before letter `at`: behind a hyphen or an underscore
/// that does not stand alone, before a capital, and between ideographs.
fn is_joint(letters: &[Cluster], at: usize) -> bool {
    let letter = |at: usize| letters[at].text.chars().next().unwrap_or(' ');
    let (before, after) = (letter(at - 1), letter(at));
    let joins = |letter: char| matches!(letter, '-' | '_' | ' ' | '.');
    let word_ends = joins(before) && !joins(after) && at >= 2 && at + 1 < letters.len();
    let hump = before.is_lowercase() && after.is_uppercase();
    let wide = letters[at - 1].em >= WIDE_EM && letters[at].em >= WIDE_EM;
    word_ends || hump || wide
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_to_the_room() {
        let check = |text, letters: f64, expect: &str| {
            assert_eq!(shorten(text, letters * LETTER_EM + 1e-6), expect);
        };
        check("inc", 3.0, "inc");
        check("increment", 4.0, "inc…");
        check("two\nlines", 9.0, "two lines");
        check("", 0.0, "");
        check("日本語日本語", 6.0, "日本…");
        check("e\u{301}e\u{301}e\u{301}e\u{301}", 3.0, "e\u{301}e\u{301}…");
        check("👩\u{200d}🚀👩\u{200d}🚀", 6.0, "👩\u{200d}🚀…");
        check("a\u{202e}b", 9.0, "ab");
    }

    #[test]
    fn towers_of_marks_are_cut_down() {
        assert_eq!(
            cleaned(&format!("a{}", "\u{301}".repeat(40))),
            "a\u{301}\u{301}"
        );
        assert_eq!(cleaned(&"x".repeat(9_999)).len(), MAX_LETTERS);
    }

    #[test]
    fn names_are_broken_at_their_joints() {
        let check = |name: &str, expect: &[&str]| {
            let (size, text) = in_circle(name);
            assert_eq!(text.lines, expect);
            assert!(
                text.font_px >= READABLE_FONT_PX && size <= 72.0,
                "{size} {text:?}"
            );
        };
        check("inc", &["inc"]);
        check("lambda", &["lambda"]);
        check("ones_like", &["ones_like"]);
        check("sum-aggregate", &["sum-", "aggregate"]);
        check("mean_agg-aggregate", &["mean_agg-", "aggregate"]);
        check("_load_table", &["_load_", "table"]);
        check("measurement", &["measurement"]);
        check("mean_combine-partial", &["mean_", "combine-", "partial"]);
        check("loadTable", &["loadTable"]);
        check("loadManyTables", &["loadMany", "Tables"]);
        check("日本語日本語", &["日本語", "日本語"]);
    }

    #[test]
    fn what_cannot_fit_is_cut() {
        for name in [
            "x".repeat(40),
            "a_very_long_name_of_a_function_that_goes_on_and_on_for_ever".into(),
            "🎈".repeat(30),
        ] {
            let (size, text) = in_circle(&name);
            assert_eq!(size, 72.0);
            assert!(text.font_px >= MIN_FONT_PX);
            assert!(
                text.lines.last().is_some_and(|line| line.ends_with('…')),
                "{text:?}"
            );
        }
        assert_eq!(in_circle("").1, Text::default());
    }

    #[test]
    fn circles_grow_with_their_name() {
        let size = |name| in_circle(name).0;
        assert_eq!(
            [size("inc"), size("ones_like"), size("concatenate")],
            [44.0, 60.0, 72.0]
        );
    }
}
