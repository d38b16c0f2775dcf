//! one QUERY MEMORY
#![allow(missing_docs, clippy::all, clippy::pedantic, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use vouchsafe_core::photo::*;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let read = |p: &str| Portrait::read(&std::fs::read(p).unwrap()).unwrap();
    let (q, m) = (read(&a[1]), read(&a[2]));
    let mut index = PhotoIndex::default();
    index.insert(1, &m);
    let s = Sought::of(&q).unwrap();
    for c in index.candidates(&s) { println!("{:?}\n{:?}", c.placement, s.compare(&c.placement, &m.rendition)); }
}
