//! A picture as the text of an SVG file: a pure function of the picture.

use std::fmt::Write;

use crate::path::{Px, arrow_head, path_data};
use crate::picture::{Picture, Shape, ShapeKind};
use crate::unit::{CIRCLE_ROOM, FONT_PX, text_em};

const LINE_COLOUR: &str = "#8a8f98";
const BORDER_COLOUR: &str = "#3b4252";
const TEXT_COLOUR: &str = "#1f2430";
const CALL_FILL: &str = "#eef4ff";
const VALUE_FILL: &str = "#ffffff";
/// Where the baseline stands below the middle of a text, in shares of its size.
const BASELINE_EM: f64 = 0.35;
const LABEL_RADIUS_PX: f64 = 9.0;
const BOX_RADIUS_PX: f64 = 2.0;

/// The text of an SVG file, ending in a newline.
pub fn to_svg(picture: &Picture) -> String {
    let (width, height) = (picture.width.ceil(), picture.height.ceil());
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"Helvetica, Arial, sans-serif\" \
         text-anchor=\"middle\">\n"
    );
    if let Some(notice) = &picture.notice {
        let _ = writeln!(svg, "<desc>{}</desc>", Escaped(notice));
    }
    let _ = writeln!(
        svg,
        "<g fill=\"none\" stroke=\"{LINE_COLOUR}\" stroke-width=\"1.3\">"
    );
    for edge in &picture.edges {
        let _ = writeln!(svg, "<path d=\"{}\"/>", path_data(&edge.curve));
    }
    let _ = writeln!(svg, "</g>\n<g fill=\"{LINE_COLOUR}\">");
    for edge in &picture.edges {
        let _ = writeln!(svg, "<path d=\"{}\"/>", arrow_head(&edge.curve));
    }
    let _ = writeln!(
        svg,
        "</g>\n<g stroke=\"{BORDER_COLOUR}\" stroke-width=\"1.2\">"
    );
    for shape in &picture.shapes {
        write_border(&mut svg, shape);
    }
    let _ = writeln!(svg, "</g>\n<g fill=\"{TEXT_COLOUR}\">");
    for shape in picture.shapes.iter().filter(|s| !s.label.is_empty()) {
        let size = font_px(shape);
        let _ = writeln!(
            svg,
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\">{}</text>",
            Px(shape.x),
            Px(shape.y + BASELINE_EM * size),
            Px(size),
            Escaped(&shape.label)
        );
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

fn write_border(svg: &mut String, shape: &Shape) {
    let radius = match shape.kind {
        ShapeKind::Circle => {
            let _ = writeln!(
                svg,
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{CALL_FILL}\"/>",
                Px(shape.x),
                Px(shape.y),
                Px(shape.width / 2.0)
            );
            return;
        }
        ShapeKind::Box => BOX_RADIUS_PX,
        ShapeKind::Label | ShapeKind::Stack => LABEL_RADIUS_PX,
    };
    let fill = if shape.kind == ShapeKind::Box {
        VALUE_FILL
    } else {
        CALL_FILL
    };
    let _ = writeln!(
        svg,
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" fill=\"{fill}\"/>",
        Px(shape.x - shape.width / 2.0),
        Px(shape.y - shape.height / 2.0),
        Px(shape.width),
        Px(shape.height),
        Px(radius)
    );
}

/// The usual size, or what fits into a circle.
fn font_px(shape: &Shape) -> f64 {
    match shape.kind {
        ShapeKind::Circle => {
            FONT_PX.min(shape.width * CIRCLE_ROOM / text_em(&shape.label).max(0.1))
        }
        ShapeKind::Box | ShapeKind::Label | ShapeKind::Stack => FONT_PX,
    }
}

/// Text that is safe between tags and in attributes.
struct Escaped<'a>(&'a str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for letter in self.0.chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                // XML has no way to write these.
                '\u{fffe}' | '\u{ffff}' => f.write_str("\u{fffd}")?,
                c if c.is_control() => f.write_char(' ')?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped() {
        let escaped = Escaped("<b a='\"'>&\u{0}").to_string();
        assert_eq!(escaped, "&lt;b a=&#39;&quot;&#39;&gt;&amp; ");
    }
}
