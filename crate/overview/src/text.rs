//! The texts of the overview and the room they take. Nothing here can measure
//! a font, so widths are those of a usual sans-serif letter, on the safe side.

/// Width of a usual letter and of a wide one, in shares of the text size.
const LETTER_EM: f64 = 0.6;
const WIDE_LETTER_EM: f64 = 1.05;
/// First of the scripts whose letters are wide.
const WIDE_FROM: char = '\u{1100}';

fn letter_em(letter: char) -> f64 {
    if letter >= WIDE_FROM && letter != '…' { WIDE_LETTER_EM } else { LETTER_EM }
}

/// Estimated width of a text in pixels.
pub(crate) fn width_px(text: &str, font_px: f64) -> f64 {
    text.chars().map(letter_em).sum::<f64>() * font_px
}

/// Cuts a text to a width, the last letter then being an ellipsis. Control
/// characters, which cannot be drawn, become spaces.
pub(crate) fn shorten(text: &str, room_px: f64, font_px: f64) -> String {
    let shown: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    if width_px(&shown, font_px) <= room_px {
        return shown;
    }
    let room = room_px - LETTER_EM * font_px;
    let mut taken = 0.0;
    let fits = shown.chars().take_while(|&letter| {
        taken += letter_em(letter) * font_px;
        taken <= room
    });
    let mut cut: String = fits.collect();
    cut.truncate(cut.trim_end().len());
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_to_the_room() {
        let check = |text, letters: f64, expect: &str| {
            assert_eq!(shorten(text, letters * LETTER_EM * 10.0 + 1e-6, 10.0), expect);
        };
        check("inc", 3.0, "inc");
        check("increment", 4.0, "inc…");
        check("y = x.mean()", 6.0, "y = x…");
        check("two\nlines", 9.0, "two lines");
        check("日本語日本語", 6.0, "日本…");
        check("", 0.0, "");
    }
}
