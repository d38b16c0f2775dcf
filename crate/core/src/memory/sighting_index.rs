//! An index of sightings by photo and by member number.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::hash::Hasher;

use super::packed_map::PackedMap;
use super::{Hashed, Sighting};
use crate::address::{PhotoId, ProfileId};
use crate::sorted::sorted;

/// The keys of sightings by photo and by member number. Packed sightings are found by their numbers, in tables built at
/// the first lookup, so that reading a memory does not wait for them.
#[derive(Debug, Clone, Default)]
pub(super) struct SightingIndex {
    packed: OnceCell<Packed>,
    by_photo: Hashed<PhotoId, BTreeSet<String>>,
    by_member: Hashed<u32, BTreeSet<String>>,
}

#[derive(Debug, Clone)]
struct Packed {
    by_photo: Table,
    by_member: Table,
}

/// Numbers by a hash: a hash table with separate chaining.
#[derive(Debug, Clone)]
struct Table {
    /// For each remainder of a hash the last number that has it, plus one; 0 for none.
    last: Vec<u32>,
    /// For each number the one before it that has the same remainder, plus one; 0 for none.
    before: Vec<u32>,
}

impl Table {
    fn for_numbers(count: usize) -> Self {
        Self { last: vec![0; count.max(1)], before: vec![0; count] }
    }

    /// Numbers must ascend.
    fn insert(&mut self, hash: u32, number: usize) {
        let remainder = hash as usize % self.last.len();
        if let (Some(last), Some(before)) = (self.last.get_mut(remainder), self.before.get_mut(number)) {
            *before = std::mem::replace(last, number as u32 + 1);
        }
    }

    /// The numbers that may have this hash, ascending.
    fn get(&self, hash: u32) -> Vec<usize> {
        let first = self.last.get(hash as usize % self.last.len()).copied();
        let number = |link: &u32| (*link as usize).checked_sub(1);
        let chain = std::iter::successors(first, |link| self.before.get(number(link)?).copied());
        let mut numbers: Vec<usize> = chain.filter_map(|link| number(&link)).collect();
        numbers.reverse();
        numbers
    }
}

impl Packed {
    fn of(sightings: &PackedMap<Sighting>) -> Self {
        let count = sightings.packed().len();
        let (mut by_photo, mut by_member) = (Table::for_numbers(count), Table::for_numbers(count));
        for (number, key) in sightings.packed().keys().enumerate() {
            let Some((profile, _, photo, _)) = Sighting::of_key(key) else { continue };
            if let Some(photo) = photo {
                by_photo.insert(hash(photo), number);
            }
            if let Some(member) = ProfileId::member_of(profile) {
                by_member.insert(member, number);
            }
        }
        Self { by_photo, by_member }
    }
}

fn hash(text: &str) -> u32 {
    let mut hasher = std::hash::DefaultHasher::new();
    hasher.write(text.as_bytes());
    hasher.finish() as u32
}

impl SightingIndex {
    /// Takes in a sighting that was put.
    pub fn insert(&mut self, key: &str, sighting: &Sighting) {
        if let Some(photo) = &sighting.photo {
            self.by_photo.entry(photo.clone()).or_default().insert(key.to_owned());
        }
        if let Some(member) = sighting.profile.member() {
            self.by_member.entry(member).or_default().insert(key.to_owned());
        }
    }

    /// Takes out a sighting that is removed.
    pub fn remove(&mut self, key: &str, sighting: &Sighting) {
        if let Some(keys) = sighting.photo.as_ref().and_then(|photo| self.by_photo.get_mut(photo)) {
            keys.remove(key);
        }
        if let Some(keys) = sighting.profile.member().and_then(|member| self.by_member.get_mut(&member)) {
            keys.remove(key);
        }
    }

    /// The keys of a photo's sightings, in order.
    pub fn of_photo<'a>(&'a self, photo: &PhotoId, sightings: &'a PackedMap<Sighting>) -> Vec<&'a str> {
        let shows = |key: &str| Sighting::of_key(key).is_some_and(|(_, _, shown, _)| shown == Some(photo.as_str()));
        let packed = self.packed(sightings).by_photo.get(hash(photo.as_str()));
        merged(sightings, packed, self.by_photo.get(photo), &shows)
    }

    /// The keys of the sightings of all profiles with this member number, in order.
    pub fn of_member<'a>(&'a self, member: u32, sightings: &'a PackedMap<Sighting>) -> Vec<&'a str> {
        let is_of = |key: &str| {
            Sighting::of_key(key).is_some_and(|(profile, ..)| ProfileId::member_of(profile) == Some(member))
        };
        let packed = self.packed(sightings).by_member.get(member);
        merged(sightings, packed, self.by_member.get(&member), &is_of)
    }

    fn packed(&self, sightings: &PackedMap<Sighting>) -> &Packed {
        self.packed.get_or_init(|| Packed::of(sightings))
    }
}

/// The keys with these numbers that match and are still as they were packed, and those that were put since, in order.
fn merged<'a>(
    sightings: &'a PackedMap<Sighting>,
    packed: Vec<usize>,
    put: Option<&'a BTreeSet<String>>,
    matches: &dyn Fn(&str) -> bool,
) -> Vec<&'a str> {
    let packed = packed.into_iter().filter_map(|number| sightings.packed().key(number));
    let mut keys: Vec<&str> = packed.filter(|key| !sightings.is_changed(key) && matches(key)).collect();
    match put {
        Some(put) if !put.is_empty() => {
            keys.extend(put.iter().map(String::as_str));
            sorted(keys, Ord::cmp)
        }
        _ => keys,
    }
}
