//! Packs the word lists below src/ into one: unpacked they would be a quarter of the core.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The text files below a folder, in the order of their paths.
fn texts(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            texts(&path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            found.push(path);
        }
    }
    found.sort();
    Ok(())
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=src");
    let source = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("src");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut paths = Vec::new();
    texts(&source, &mut paths)?;
    let (mut all, mut places) = (String::new(), String::new());
    for path in paths {
        let text = fs::read_to_string(&path)?;
        let relative = path.strip_prefix(&source)?.with_extension("");
        let name = relative.iter().filter(|part| *part != "data").map(|part| part.to_string_lossy().to_uppercase());
        let name = name.collect::<Vec<_>>().join("_");
        writeln!(places, "pub(crate) const {name}: Text = Text {{ at: {}, length: {} }};", all.len(), text.len())?;
        all.push_str(&text);
    }
    fs::write(out.join("texts.rs"), places)?;
    fs::write(out.join("texts.zlib"), miniz_oxide::deflate::compress_to_vec_zlib(all.as_bytes(), 10))?;
    Ok(())
}
