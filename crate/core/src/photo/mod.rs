//! Photos: bytes → decoded, bounded picture → fingerprint and small rendition → the same photo found again.

pub mod alignment;
pub mod box_sums;
mod decode;
mod fingerprint;
mod index;
mod plane_code;
pub mod relief;
mod rendition;
pub mod view;

pub use decode::{MAX_BYTES, MAX_SIDE, PhotoError};
pub use fingerprint::{Fingerprint, StoredError};
pub use index::{Closeness, Match, PhotoIndex};
pub use rendition::Rendition;

/// A photo as it is remembered: what it looks like, small, and what finds it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portrait {
    /// A small copy, to be shown beside another and to confirm a match.
    pub rendition: Rendition,
    /// What finds the photo again; `None` when the picture is too flat to be told from others.
    pub fingerprint: Option<Fingerprint>,
}

impl Portrait {
    /// Reads a JPEG, PNG or WebP file. Deterministic: the same bytes give the same portrait natively and in
    /// WebAssembly.
    ///
    /// # Errors
    /// [`PhotoError`] names what is wrong with the file; nothing is decoded beyond [`MAX_BYTES`] and
    /// [`MAX_SIDE`].
    pub fn read(bytes: &[u8]) -> Result<Self, PhotoError> {
        let picture = decode::decode(bytes)?;
        Ok(Self { rendition: Rendition::of(&picture), fingerprint: Fingerprint::of(&picture) })
    }
}
