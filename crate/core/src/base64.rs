//! Base64 (RFC 4648), with padding: how bytes are written in exported files and messages.
//!
//! A crate's engine, made for all alphabets and for speed, took 13 KB of the download.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Bytes as base64.
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for part in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, i| bits << 8 | u32::from(part.get(i).copied().unwrap_or(0)));
        for i in 0..4 {
            let index = (bits >> (18 - 6 * i) & 63) as usize;
            text.push(if i > part.len() { '=' } else { char::from(ALPHABET[index]) });
        }
    }
    text
}

/// Base64 as bytes; `None` for anything that [`encode`] does not write.
#[must_use]
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    for part in text.trim_end_matches('=').as_bytes().chunks(4) {
        let mut bits = 0;
        for i in 0..4 {
            bits = bits << 6 | part.get(i).map_or(Some(0), |symbol| value(*symbol))?;
        }
        bytes.extend_from_slice(&bits.to_be_bytes()[1..part.len()]);
    }
    // Wrong padding, a symbol too many, bits that belong to no byte.
    (encode(&bytes) == text).then_some(bytes)
}

/// The value of a symbol, from 0 to 63.
fn value(symbol: u8) -> Option<u32> {
    let value = match symbol {
        b'A'..=b'Z' => symbol - b'A',
        b'a'..=b'z' => symbol - b'a' + 26,
        b'0'..=b'9' => symbol - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

/// The value of a symbol in an address (base64url), where `-` and `_` stand for 62 and 63.
pub(crate) fn value_in_address(symbol: u8) -> Option<u32> {
    match symbol {
        b'-' => Some(62),
        b'_' => Some(63),
        b'+' | b'/' => None,
        other => value(other),
    }
}

/// Bytes as base64url, without padding.
pub(crate) fn encode_in_address(bytes: &[u8]) -> String {
    encode(bytes).trim_end_matches('=').replace('+', "-").replace('/', "_")
}

/// Base64url as bytes; `None` for anything that [`encode_in_address`] does not write.
pub(crate) fn decode_in_address(text: &str) -> Option<Vec<u8>> {
    let padding = "=".repeat(text.len().wrapping_neg() % 4);
    let bytes = decode(&format!("{}{padding}", text.replace('-', "+").replace('_', "/")))?;
    (encode_in_address(&bytes) == text).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_encoded_and_decoded() {
        for (bytes, text) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE=")]
        {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decode(text).as_deref(), Some(bytes.as_bytes()));
        }
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(decode(&encode(&all)), Some(all));
    }

    #[test]
    fn other_texts_are_refused() {
        for text in ["Zg", "Zg=", "Zg===", "Zh==", "Z", "Z===", "=", "Zm9v=", "Zm9v\n", "Zm-v", "Zm9vé", "Zg==Zg=="] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
