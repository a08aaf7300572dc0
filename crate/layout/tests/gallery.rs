//! The pictures in `docs/pictures` are those that are drawn today.

mod common;

use std::path::PathBuf;

#[test]
fn the_gallery_shows_what_is_drawn_today() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/pictures");
    let exhibits = common::gallery::exhibits();
    assert_eq!(exhibits.len(), 10);
    let stale: Vec<&str> = exhibits
        .iter()
        .filter(|exhibit| {
            let kept = std::fs::read_to_string(folder.join(format!("{}.svg", exhibit.name)));
            kept.ok().as_deref() != exhibit.svg().ok().as_deref()
        })
        .map(|exhibit| exhibit.name)
        .collect();
    assert!(
        stale.is_empty(),
        "run `npm run gallery` and look at {stale:?}"
    );
}
