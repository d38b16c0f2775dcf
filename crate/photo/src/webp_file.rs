//! The parts of a WebP file (RFC 9649), as far as they must be known before it is decoded.

/// How a key frame of VP8 goes on after its first three bytes (RFC 6386, 9.1); width and height follow, 14 bits each.
const KEY_FRAME: [u8; 3] = [0x9d, 0x01, 0x2a];

/// The chunks that follow each other in some bytes: kind and content, cut off where the bytes end.
pub(super) fn chunks(bytes: &[u8]) -> impl Iterator<Item = ([u8; 4], &[u8])> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let (kind, after) = rest.split_first_chunk::<4>()?;
        let (length, after) = after.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).unwrap_or(usize::MAX);
        // Chunks have an even length.
        rest = length.checked_add(length & 1).and_then(|length| after.get(length..)).unwrap_or_default();
        Some((*kind, after.get(..length).unwrap_or(after)))
    })
}

/// Whether every lossy frame has the size that the file says it has. The decoder takes memory for what the frame says, and
/// may panic where the two differ.
pub(super) fn frames_fit(file: &[u8], width: u32, height: u32) -> bool {
    chunks(file.get(12..).unwrap_or_default()).all(|(kind, content)| match &kind {
        b"VP8 " => fits(content, width, height),
        // The chunk after its alpha chunk is taken for its frame, whatever its kind.
        b"ANMF" => {
            let side = |at: usize| match content.get(at..at + 3) {
                Some(&[a, b, c]) => u32::from_le_bytes([a, b, c, 0]) + 1,
                _ => 0,
            };
            chunks(content.get(16..).unwrap_or_default()).all(|(_, frame)| fits(frame, side(6), side(9)))
        }
        _ => true,
    })
}

/// Whether some content is a key frame of this size, or no key frame.
fn fits(content: &[u8], width: u32, height: u32) -> bool {
    let (Some(start), Some(&[w, more_w, h, more_h])) = (content.get(3..6), content.get(6..10)) else { return true };
    let side = |low, high| u32::from(u16::from_le_bytes([low, high]) & 0x3fff);
    start != KEY_FRAME || (side(w, more_w), side(h, more_h)) == (width, height)
}
