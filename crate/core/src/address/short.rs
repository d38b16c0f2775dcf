//! An address in few bytes, as it is stored with its photo.

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

/// The address with a byte for each piece; `None` if it is not plain ASCII.
pub(super) fn shortened(url: &str) -> Option<Vec<u8>> {
    let mut rest = url;
    let mut bytes = Vec::new();
    while let Some(&next) = rest.as_bytes().first().filter(|next| next.is_ascii()) {
        let piece = (FIRST..).zip(PIECES).find_map(|(byte, piece)| Some((byte, rest.strip_prefix(piece)?)));
        let (byte, behind) = piece.or(rest.get(1..).map(|behind| (next, behind)))?;
        bytes.push(byte);
        rest = behind;
    }
    rest.is_empty().then_some(bytes)
}

/// The address again; `None` for bytes that [`shortened`] does not write.
pub(super) fn whole(bytes: &[u8]) -> Option<String> {
    let mut url = String::new();
    for &byte in bytes {
        match byte.checked_sub(FIRST) {
            Some(piece) => url.push_str(PIECES.get(usize::from(piece))?),
            None => url.push(char::from(byte)),
        }
    }
    Some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: &str = "https://media.licdn.com/dms/image/v2/D4E03AQG9s6nN5QkQzA/profile-displayphoto-shrink_200_200/profile-displayphoto-shrink_200_200/0/1718000000000?e=1790000000&v=beta&t=lN9TVEUqXki8rUJD8UTw7XH6_pTzMm9D34VulsiDEPQ";

    #[test]
    fn an_address_takes_half_its_bytes_and_is_restored() {
        let short = shortened(URL).unwrap();
        assert!(short.len() * 2 < URL.len(), "{} of {}", short.len(), URL.len());
        assert_eq!(whole(&short).unwrap(), URL);
        for url in ["", "https://media-exp1.licdn.com/dms/image/C4/x", "https://media.licdn.com/dms/image/C4/x?e=?e=1"]
        {
            assert_eq!(whole(&shortened(url).unwrap()).unwrap(), url);
        }
    }

    #[test]
    fn the_indices_of_stored_pieces_do_not_change() {
        // As version 4 of the store wrote it.
        let stored = b"\x80D4/\x82\x87\x82\x870/1718000000000\x8b1790000000\x8ax";
        let url = "https://media.licdn.com/dms/image/v2/D4/profile-displayphoto-shrink_200_200/profile-displayphoto-shrink_200_200/0/1718000000000?e=1790000000&v=beta&t=x";
        assert_eq!(whole(stored).as_deref(), Some(url));
        assert_eq!(shortened(url).as_deref(), Some(stored.as_slice()));
    }

    #[test]
    fn other_texts_and_bytes_are_refused() {
        assert_eq!(shortened("https://media.licdn.com/\u{e4}"), None);
        assert_eq!(whole(&[FIRST + 12]), None);
    }
}
