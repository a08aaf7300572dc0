//! A picture as the text of an SVG file: a pure function of the picture and
//! of what is known of its values.
//!
//! It shows what the page shows of a picture at rest, in the same lines, faces
//! and greys, so that an exported picture is the one that was looked at.

use std::fmt::Write;

use crate::path::{Px, arrow_head, path_data};
use crate::picture::{Picture, Shape, ShapeKind};
use crate::text::{BASELINE_EM, FONT_FAMILY, LINE_EM, shorten};
use crate::unit::SHEET_PX;

/// The ground a picture is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    #[default]
    Light,
    Dark,
}

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct SvgOptions<'a> {
    pub theme: Theme,
    /// Fills the ground, which is transparent otherwise.
    pub ground: bool,
    /// Short texts of the values of tasks, by the index of the task.
    pub values: &'a [Option<String>],
}

/// The greys of a theme: the page's text colour laid thinly over its surface.
struct Palette {
    surface: &'static str,
    line: &'static str,
    tip: &'static str,
    border: &'static str,
    given: &'static str,
    sheet: &'static str,
    text: &'static str,
    muted: &'static str,
}

const LIGHT: Palette = Palette {
    surface: "#ffffff",
    line: "#9fa0a2",
    tip: "#88898c",
    border: "#717275",
    given: "#f4f4f4",
    sheet: "#f6f6f6",
    text: "#1a1c21",
    muted: "#59606c",
};
const DARK: Palette = Palette {
    surface: "#181b20",
    line: "#6f7276",
    tip: "#84868b",
    border: "#989b9f",
    given: "#22252a",
    sheet: "#202328",
    text: "#e7e9ed",
    muted: "#a0a7b3",
};

const LABEL_RADIUS_PX: f64 = 10.0;
const BOX_RADIUS_PX: f64 = 4.0;
/// Text of a value, and how far it and the name above it stand from the middle.
const VALUE_FONT_PX: f64 = 10.5;
const VALUE_DOWN_PX: f64 = 9.0;
const NAME_UP_PX: f64 = 7.0;
const VALUE_PADDING_PX: f64 = 12.0;

/// The text of an SVG file, ending in a newline.
pub fn to_svg(picture: &Picture, options: &SvgOptions<'_>) -> String {
    let palette = match options.theme {
        Theme::Light => LIGHT,
        Theme::Dark => DARK,
    };
    let (width, height) = (
        picture.width.ceil().max(1.0),
        picture.height.ceil().max(1.0),
    );
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"{FONT_FAMILY}\" text-anchor=\"middle\">\n"
    );
    if let Some(notice) = &picture.notice {
        let _ = writeln!(svg, "<desc>{}</desc>", Escaped(notice));
    }
    if options.ground {
        let _ = writeln!(
            svg,
            "<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>",
            palette.surface
        );
    }
    let (line, tip) = (palette.line, palette.tip);
    let _ = writeln!(
        svg,
        "<g fill=\"none\" stroke=\"{line}\" stroke-width=\"1.25\">"
    );
    for edge in &picture.edges {
        let _ = writeln!(svg, "<path d=\"{}\"/>", path_data(&edge.curve));
    }
    let _ = writeln!(svg, "</g>\n<g fill=\"{tip}\">");
    for edge in &picture.edges {
        let _ = writeln!(svg, "<path d=\"{}\"/>", arrow_head(&edge.curve));
    }
    let _ = writeln!(
        svg,
        "</g>\n<g stroke=\"{}\" stroke-width=\"1.5\">",
        palette.border
    );
    for shape in &picture.shapes {
        write_border(&mut svg, shape, &palette);
    }
    let _ = writeln!(svg, "</g>\n<g fill=\"{}\">", palette.text);
    for shape in &picture.shapes {
        write_text(&mut svg, shape, value_of(shape, options.values), &palette);
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

/// The value that is written under the name of a task.
fn value_of<'a>(shape: &Shape, values: &'a [Option<String>]) -> Option<&'a str> {
    let value = values.get(shape.task as usize)?.as_deref()?;
    (shape.kind == ShapeKind::Label).then_some(value)
}

fn write_border(svg: &mut String, shape: &Shape, palette: &Palette) {
    let fill = if shape.given {
        palette.given
    } else {
        palette.surface
    };
    let (left, top) = (shape.x - shape.width / 2.0, shape.y - shape.height / 2.0);
    let mut rect = |x: f64, y: f64, inset: f64, radius: f64, fill: &str| {
        let _ = writeln!(
            svg,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" fill=\"{fill}\"/>",
            Px(x),
            Px(y),
            Px(shape.width - inset),
            Px(shape.height - inset),
            Px(radius)
        );
    };
    match shape.kind {
        ShapeKind::Box => rect(left, top, 0.0, BOX_RADIUS_PX, fill),
        ShapeKind::Label => rect(left, top, 0.0, LABEL_RADIUS_PX, fill),
        ShapeKind::Stack => {
            for sheet in [2.0, 1.0, 0.0] {
                let fill = if sheet > 0.0 { palette.sheet } else { fill };
                let (x, y) = (left + SHEET_PX * sheet, top + SHEET_PX * (2.0 - sheet));
                rect(x, y, 2.0 * SHEET_PX, LABEL_RADIUS_PX, fill);
            }
        }
        ShapeKind::Circle => {
            let (x, y, radius) = (Px(shape.x), Px(shape.y), Px(shape.width / 2.0));
            let _ = writeln!(
                svg,
                "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{fill}\"/>"
            );
        }
    }
}

fn write_text(svg: &mut String, shape: &Shape, value: Option<&str>, palette: &Palette) {
    // The front sheet of a stack lies to the lower left of the middle.
    let sheet = if shape.kind == ShapeKind::Stack {
        SHEET_PX
    } else {
        0.0
    };
    let up = if value.is_some() { NAME_UP_PX } else { 0.0 };
    let (x, y) = (shape.x - sheet, shape.y + sheet - up);
    let middle = shape.lines.len().saturating_sub(1) as f64 / 2.0;
    let size = shape.font_px;
    for (i, line) in (0..).zip(&shape.lines) {
        let down = (BASELINE_EM + LINE_EM * (f64::from(i) - middle)) * size;
        write_line(svg, (x, y + down), size, "", line);
    }
    if let Some(value) = value {
        let size = VALUE_FONT_PX;
        let shown = shorten(value, (shape.width - VALUE_PADDING_PX) / size);
        let at = (x, shape.y + VALUE_DOWN_PX + BASELINE_EM * size);
        write_line(
            svg,
            at,
            size,
            &format!(" fill=\"{}\"", palette.muted),
            &shown,
        );
    }
}

fn write_line(svg: &mut String, (x, y): (f64, f64), size: f64, more: &str, line: &str) {
    let (x, y, size) = (Px(x), Px(y), Px(size));
    let _ = writeln!(
        svg,
        "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{more}>{}</text>",
        Escaped(line)
    );
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

    #[test]
    fn a_value_stands_under_its_name() {
        let shape = Shape {
            id: String::new(),
            task: 0,
            kind: ShapeKind::Label,
            label: "add".into(),
            lines: vec!["add".into()],
            font_px: 13.0,
            x: 40.0,
            y: 30.0,
            width: 72.0,
            height: 42.0,
            count: 1,
            given: false,
        };
        let picture = Picture {
            shapes: vec![shape],
            ..Picture::default()
        };
        let values = [Some("[1, 2, 3, 4]".to_owned())];
        let options = SvgOptions {
            values: &values,
            ..SvgOptions::default()
        };
        let svg = to_svg(&picture, &options);
        assert!(
            svg.contains(">add</text>") && svg.contains(">[1, 2, 3…</text>"),
            "{svg}"
        );
    }
}
