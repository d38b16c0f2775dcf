//! The checksum of PNG's chunks (CRC-32, IEEE), in the place of the crate of this name (`[patch]` in Cargo.toml).
//!
//! That crate is made for speed: its 16 KB of tables, which do not compress, would be a twentieth of the
//! download. What the PNG decoder and its inflater use of its interface is here.

/// What each byte contributes.
const TABLE: [u32; 256] = table();

const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut rest = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            rest = if rest & 1 == 1 { 0xedb8_8320 ^ (rest >> 1) } else { rest >> 1 };
            bit += 1;
        }
        table[byte] = rest;
        byte += 1;
    }
    table
}

fn next(state: u32, byte: u8) -> u32 {
    TABLE[usize::from(state.to_le_bytes()[0] ^ byte)] ^ (state >> 8)
}

/// The checksum of some bytes.
#[must_use]
pub fn hash(bytes: &[u8]) -> u32 {
    let mut hasher = Hasher::new();
    hasher.update(bytes);
    hasher.finalize()
}

/// A checksum in the making.
#[derive(Debug, Clone, Default)]
pub struct Hasher {
    checksum: u32,
    length: u64,
}

impl Hasher {
    /// Of nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.checksum = !bytes.iter().fold(!self.checksum, |state, byte| next(state, *byte));
        self.length += bytes.len() as u64;
    }

    /// The checksum.
    #[must_use]
    pub fn finalize(self) -> u32 {
        self.checksum
    }

    /// Begins anew.
    pub fn reset(&mut self) {
        *self = Self::default();
    }

    /// Takes in, by their checksum, the bytes that follow.
    pub fn combine(&mut self, following: &Self) {
        self.checksum = (0..following.length).fold(self.checksum, |state, _| next(state, 0)) ^ following.checksum;
        self.length += following.length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_checksums() {
        assert_eq!(hash(b""), 0);
        assert_eq!(hash(b"123456789"), 0xcbf4_3926);
        assert_eq!(hash(b"The quick brown fox jumps over the lazy dog"), 0x414f_a339);
    }

    #[test]
    fn in_parts_as_in_one() {
        let (mut first, mut second) = (Hasher::new(), Hasher::new());
        first.update(b"1234");
        second.update(b"56");
        second.update(b"789");
        first.combine(&second);
        assert_eq!(first.clone().finalize(), hash(b"123456789"));
        first.reset();
        first.update(b"123456789");
        assert_eq!(first.finalize(), hash(b"123456789"));
    }
}
