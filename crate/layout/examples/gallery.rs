//! Writes the pictures of `docs/gallery.md`, and their graphs for graphviz:
//! `cargo run -p taskyard-layout --example gallery PICTURES GRAPHS`, two folders.

#[path = "../tests/common/mod.rs"]
mod common;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut folders = std::env::args().skip(1);
    let (Some(pictures), Some(graphs)) = (folders.next(), folders.next()) else {
        return Err("two folders are needed: one for pictures, one for graphs".into());
    };
    for exhibit in common::gallery::exhibits() {
        let name = exhibit.name;
        std::fs::write(format!("{pictures}/{name}.svg"), exhibit.svg()?)?;
        std::fs::write(format!("{graphs}/{name}.dot"), exhibit.dot()?)?;
    }
    Ok(())
}
