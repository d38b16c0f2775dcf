//! The golden table: the matcher's results for a few pictures, the same on every machine, bit for bit.
//!
//! For every picture of tests/golden: FNV-1a of its stored rendition and of its stored fingerprint, the other
//! pictures it is the same as, and FNV-1a of all numbers that a lookup among the others computes. The test below
//! checks the whole table natively, tests/bench/matcher.mjs in both browsers' WebAssembly, and
//! tests/e2e/golden.test.mjs the part that the built extension stores.

use vouchsafe_core::photo::{Closeness, Fingerprint, PhotoIndex, Portrait, Query};

/// The table as committed.
const TABLE: &str = include_str!("../../../tests/golden/table.csv");

macro_rules! pictures {
    ($($name:literal),*) => {
        [$(($name, include_bytes!(concat!("../../../tests/golden/", $name)).as_slice())),*]
    };
}

/// Drawn by `golden_pictures_are_drawn` in the tests of crate/photo.
const PICTURES: [(&str, &[u8]); 11] = pictures![
    "1.png",
    "1-altered.png",
    "2.jpg",
    "2-altered.jpg",
    "2-covered.jpg",
    "3.webp",
    "3-altered.webp",
    "4.jpg",
    "4-altered.jpg",
    "5.png",
    "5-altered.png"
];

fn fnv1a(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The table as this machine computes it.
fn table() -> String {
    let portraits: Vec<(&str, Portrait)> =
        PICTURES.iter().filter_map(|(name, bytes)| Some((*name, Portrait::read(bytes).ok()?))).collect();
    let mut index = PhotoIndex::default();
    for (key, (_, portrait)) in portraits.iter().enumerate() {
        index.insert(key, portrait);
    }
    let mut table = String::from("picture,rendition,fingerprint,same,bits\n");
    for (own, (name, portrait)) in portraits.iter().enumerate() {
        let query = Query::of(portrait);
        let mut same = Vec::new();
        let mut bits: Vec<u32> = Vec::new();
        let candidates =
            query.iter().flat_map(|query| index.candidates(query).into_iter().map(move |found| (query, found)));
        for (query, candidate) in candidates {
            bits.extend([candidate.key as u32, candidate.weight]);
            let Some((other, known)) = portraits.get(candidate.key) else { continue };
            let compared = query.compare(&candidate.placement, &known.rendition);
            bits.extend(compared.low_frequencies);
            bits.extend(compared.map.coefficients().map(f32::to_bits));
            bits.extend(compared.evidence.map(f32::to_bits));
            bits.extend(compared.patches.iter().map(|patch| patch.correlation.to_bits()));
            if let Some(closeness) = compared.closeness().filter(|_| candidate.key != own) {
                let closeness = match closeness {
                    Closeness::NearExact => "near-exact",
                    Closeness::Part => "part",
                    Closeness::Looser => "looser",
                };
                same.push(format!("{other} {closeness}"));
            }
        }
        same.sort();
        let rendition = fnv1a(portrait.rendition.as_bytes().iter().copied());
        let fingerprint = fnv1a(portrait.fingerprint.as_ref().map(Fingerprint::to_bytes).unwrap_or_default());
        let bits = fnv1a(bits.into_iter().flat_map(u32::to_le_bytes));
        table += &format!("{name},{rendition:016x},{fingerprint:016x},{},{bits:016x}\n", same.join(" + "));
    }
    table
}

/// The lines this machine computes that are not in the committed table; empty if all agree.
#[must_use]
pub fn differing() -> String {
    let made = table();
    made.lines().filter(|line| !TABLE.lines().any(|golden| golden == *line)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_the_same_here() {
        assert_eq!(table(), TABLE);
    }

    #[test]
    fn pictures_of_one_scene_are_the_same_whichever_is_looked_up() {
        let rows: Vec<Vec<&str>> = TABLE.lines().skip(1).map(|line| line.split(',').collect()).collect();
        assert_eq!(rows.len(), PICTURES.len());
        for row in &rows {
            for (other, _) in row[3].split(" + ").map(|same| same.split_once(' ').unwrap_or_default()) {
                assert_eq!(other.get(..1), row[0].get(..1), "{row:?}");
                let back = format!("{} ", row[0]);
                assert!(rows.iter().any(|row| row[0] == other && row[3].contains(&back)), "{row:?}");
            }
        }
        assert!(TABLE.contains("near-exact"));
    }
}
