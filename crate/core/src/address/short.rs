//! An address in few bytes, as it is stored with its photo.

use crate::base64;
use crate::bytes::{Reader, Writer};

/// What photos' addresses have in common; each is stored as a byte over 127, its index. So new ones must come after the
/// last, and of two that fit, the longer one comes first.
const PIECES: [&str; 12] = [
    "https://media.licdn.com/dms/image/v2/",
    "https://media.licdn.com/dms/image/",
    "profile-displayphoto-shrink_",
    "profile-displayphoto-scale_",
    "profile-displayphoto-crop_",
    "profile-framedphoto-shrink_",
    "100_100/",
    "200_200/",
    "400_400/",
    "800_800/",
    "&v=beta&t=",
    "?e=",
];
/// The byte that stands for the first piece.
const FIRST: u8 = 128;
/// Stands for the photo's id, which its record is kept under.
const ID: u8 = 255;
/// Is followed by a number ([`Writer::number`]).
const NUMBER: u8 = 254;
/// The digits of a number that is worth it, and of one that fits into 64 bits.
const DIGITS: std::ops::RangeInclusive<usize> = 5..=18;
/// Is followed by bytes ([`Writer::bytes`]) that the address has as base64.
const BYTES: u8 = 253;
/// How many symbols of base64 are worth it, and how many are read at most.
const SYMBOLS: std::ops::RangeInclusive<usize> = 16..=200;

/// The address of the photo with this id, with a byte for each piece; `None` if it is not plain ASCII.
pub(super) fn shortened(url: &str, id: &str) -> Option<Vec<u8>> {
    let mut rest = url;
    let mut short = Writer::default();
    while let Some(&next) = rest.as_bytes().first().filter(|next| next.is_ascii()) {
        let piece = (FIRST..).zip(PIECES).find_map(|(byte, piece)| Some((byte, rest.strip_prefix(piece)?)));
        let id = Some(id).filter(|id| !id.is_empty()).and_then(|id| Some((ID, rest.strip_prefix(id)?)));
        rest = if let Some((byte, behind)) = piece.or(id) {
            short.byte(byte);
            behind
        } else if let Some((bytes, behind)) = base64(rest) {
            short.byte(BYTES);
            short.bytes(&bytes);
            behind
        } else if let Some((value, behind)) = number(rest) {
            short.byte(NUMBER);
            short.number(value);
            behind
        } else {
            short.byte(next);
            rest.get(1..)?
        };
    }
    rest.is_empty().then_some(short.0)
}

/// The bytes that a text begins with as base64, and what follows it.
fn base64(text: &str) -> Option<(Vec<u8>, &str)> {
    let count = text.bytes().take_while(|byte| base64::value_in_address(*byte).is_some()).count();
    let (symbols, behind) = text.split_at_checked(count).filter(|_| SYMBOLS.contains(&count))?;
    Some((base64::decode_in_address(symbols)?, behind))
}

/// The number that a text begins with, and what follows it.
fn number(text: &str) -> Option<(u64, &str)> {
    let count = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, behind) = text.split_at_checked(count)?;
    let is_short = DIGITS.contains(&count) && !digits.starts_with('0');
    Some((digits.parse().ok().filter(|_| is_short)?, behind))
}

/// The address again; `None` for bytes that [`shortened`] does not write.
pub(super) fn whole(short: &[u8], id: &str) -> Option<String> {
    let mut short = Reader(short);
    let mut url = String::new();
    while let Some(byte) = short.byte() {
        match byte {
            0..FIRST => url.push(char::from(byte)),
            ID if !id.is_empty() => url.push_str(id),
            NUMBER => url.push_str(&short.number()?.to_string()),
            BYTES => url.push_str(&base64::encode_in_address(short.bytes()?)),
            piece => url.push_str(PIECES.get(usize::from(piece - FIRST))?),
        }
    }
    Some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: &str = "https://media.licdn.com/dms/image/v2/D4E03AQG9s6nN5QkQzA/profile-displayphoto-shrink_200_200/profile-displayphoto-shrink_200_200/0/1718000000000?e=1790000000&v=beta&t=lN9TVEUqXki8rUJD8UTw7XH6_pTzMm9D34VulsiDEPQ";

    const ID: &str = "D4E03AQG9s6nN5QkQzA";

    #[test]
    fn an_address_takes_a_third_of_its_bytes_and_is_restored() {
        let short = shortened(URL, ID).unwrap();
        assert!(short.len() * 3 < URL.len(), "{} of {}", short.len(), URL.len());
        let no_base64 = URL.replace("DEPQ", "DEPR");
        let leading = URL.replace("e=1790000000", "e=0790000000");
        let many = format!("{URL}{}", "9".repeat(30));
        let long = format!("{URL}{}", "aB-_".repeat(80));
        let others =
            ["", "https://media-exp1.licdn.com/dms/image/C4/x", "https://media.licdn.com/dms/image/C4/x?e=?e=1"];
        for url in others.into_iter().chain([URL, &no_base64, &leading, &many, &long]) {
            for id in [ID, "", "x"] {
                assert_eq!(whole(&shortened(url, id).unwrap(), id).as_deref(), Some(url));
            }
        }
    }

    #[test]
    fn what_earlier_versions_stored_is_read() {
        // As version 4 of the store wrote it.
        let stored = b"\x80D4/\x82\x87\x82\x870/1718000000000\x8b1790000000\x8ax";
        let url = "https://media.licdn.com/dms/image/v2/D4/profile-displayphoto-shrink_200_200/profile-displayphoto-shrink_200_200/0/1718000000000?e=1790000000&v=beta&t=x";
        assert_eq!(whole(stored, "D4").as_deref(), Some(url));
        // And version 9.
        let stored = b"\x80\xff/\x82\x87\x82\x870/\xfe\x80\xb8\x9e\x86\x80\x32\x8b\xfe\x80\xf7\xc4\xd5\x06\x8ax";
        assert_eq!(shortened(url, "D4").as_deref(), Some(stored.as_slice()));
        assert_eq!(whole(stored, "D4").as_deref(), Some(url));
    }

    #[test]
    fn other_texts_and_bytes_are_refused() {
        assert_eq!(shortened("https://media.licdn.com/\u{e4}", ""), None);
        for bytes in [&[FIRST + 12][..], &[NUMBER], &[NUMBER, 0x80], &[BYTES], &[BYTES, 2, 1], &[super::ID]] {
            assert_eq!(whole(bytes, ""), None, "{bytes:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn every_address_is_restored(url in "[ -~]{0,60}|[A-Za-z0-9_/-]{0,90}", id in "[A-Za-z0-9]{0,3}") {
            let short = shortened(&url, &id);
            proptest::prop_assert_eq!(short.and_then(|short| whole(&short, &id)), Some(url));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..40)) {
            let _ = whole(&bytes, "D4");
        }
    }
}
