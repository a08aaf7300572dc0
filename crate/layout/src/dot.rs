//! A graph in the language of graphviz, for those who want to draw it there.

use std::fmt::Write;

use crate::draw::{Direction, Options, Style};
use crate::graph::{LayoutError, NodeKind, PictureGraph};
use crate::identity::{name_nodes, value_id};

/// The graph as graphviz text, with the shapes and the direction of `options`.
///
/// # Errors
/// [`LayoutError::UnknownNode`] when an index is out of range.
pub fn to_dot(graph: &PictureGraph, options: &Options) -> Result<String, LayoutError> {
    let edges = graph.edges()?;
    let names = name_nodes(graph);
    let direction = match options.direction {
        Direction::BottomToTop => "BT",
        Direction::TopToBottom => "TB",
        Direction::LeftToRight => "LR",
        Direction::RightToLeft => "RL",
    };
    let mut dot =
        format!("digraph {{\n\tgraph [rankdir={direction}]\n\tnode [fontname=helvetica]\n");
    let dask = options.style == Style::Dask;
    for (node, name) in graph.nodes.iter().zip(&names) {
        if !dask {
            let space = if node.box_label.is_empty() { "" } else { " " };
            let label = format!("{}{space}{}", node.label, node.box_label);
            write_node(&mut dot, name, &label, "box", " style=rounded");
            continue;
        }
        write_node(&mut dot, &value_id(name), &node.box_label, "box", "");
        if node.kind != NodeKind::Data {
            write_node(&mut dot, name, &node.label, "circle", "");
            let _ = writeln!(dot, "\t{} -> {}", Quoted(name), Quoted(&value_id(name)));
        }
    }
    for (from, to) in edges {
        let (from, to) = (&names[from as usize], &names[to as usize]);
        let from = if dask { value_id(from) } else { from.clone() };
        let _ = writeln!(dot, "\t{} -> {}", Quoted(&from), Quoted(to));
    }
    dot.push_str("}\n");
    Ok(dot)
}

fn write_node(dot: &mut String, name: &str, label: &str, shape: &str, more: &str) {
    let _ = writeln!(
        dot,
        "\t{} [label={} shape={shape}{more}]",
        Quoted(name),
        Quoted(label)
    );
}

/// A string of the language; a backslash would begin an escape in labels.
struct Quoted<'a>(&'a str);

impl std::fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_char('"')?;
        for letter in self.0.chars() {
            match letter {
                '"' => f.write_str("\\\"")?,
                '\\' => f.write_str("\\\\")?,
                '\n' => f.write_str("\\n")?,
                c if c.is_control() => f.write_char(' ')?,
                c => f.write_char(c)?,
            }
        }
        f.write_char('"')
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::PictureNode;

    #[test]
    fn shapes_are_those_of_dask() {
        let node = |label: &str, kind, deps| PictureNode {
            label: label.into(),
            box_label: String::new(),
            kind,
            deps,
        };
        let graph = PictureGraph {
            nodes: vec![
                node("x", NodeKind::Data, vec![]),
                node("a\"b", NodeKind::Task, vec![0]),
            ],
            outputs: vec![1],
        };
        let dot = to_dot(&graph, &Options::default()).expect("sound");
        assert_eq!(
            dot,
            r#"digraph {
	graph [rankdir=BT]
	node [fontname=helvetica]
	"x#0:value" [label="" shape=box]
	"a\"b(x)#0:value" [label="" shape=box]
	"a\"b(x)#0" [label="a\"b" shape=circle]
	"a\"b(x)#0" -> "a\"b(x)#0:value"
	"x#0:value" -> "a\"b(x)#0"
}
"#
        );
    }
}
