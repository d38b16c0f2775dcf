//! The word lists: packed into one by build.rs, unpacked when the first of them is read.

use std::sync::OnceLock;

/// One of the text files below src/. `NAMES_TITLES` is names/data/titles.txt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Text {
    /// Where it begins in the joined texts, in bytes.
    at: usize,
    /// Its length in bytes.
    length: usize,
}

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

impl Text {
    /// An empty text.
    pub(crate) const NONE: Self = Self { at: 0, length: 0 };

    /// Whether it is empty.
    pub(crate) const fn is_empty(self) -> bool {
        self.length == 0
    }

    /// The text.
    pub(crate) fn read(self) -> &'static str {
        all().get(self.at..self.at + self.length).unwrap_or_default()
    }
}

fn all() -> &'static str {
    static ALL: OnceLock<String> = OnceLock::new();
    // Unpacking what build.rs packed cannot fail: a test reads it.
    ALL.get_or_init(|| {
        let packed = include_bytes!(concat!(env!("OUT_DIR"), "/texts.zlib"));
        String::from_utf8(fdeflate::decompress_to_vec(packed).unwrap_or_default()).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_is_its_file() {
        assert_eq!(NAMES_TITLES.read(), include_str!("names/data/titles.txt"));
        assert_eq!(LANGUAGES_EN_WORTH.read(), include_str!("languages/en/worth.txt"));
        assert_eq!(WORTH_COMPANIES.read(), include_str!("worth/data/companies.txt"));
        assert!(Text::NONE.read().is_empty());
    }
}
