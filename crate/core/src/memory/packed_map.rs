//! Records in the order of their keys; those read from packs stay packed until they are asked for, since a memory that
//! has just been read is asked for few of its photos at first.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::{Bound, Range};
use std::rc::Rc;

use super::packed_entries::PackedEntries;
use crate::bytes::{Reader, Writer};

/// A record that can be packed.
pub(super) trait Packable: Clone {
    /// The letter of the packs that hold such records.
    const LETTER: u8;

    /// The key under which it is kept.
    fn key(&self) -> String;

    /// Writes what its key does not say.
    fn pack(&self, value: &mut Writer);

    /// What [`Self::pack`] writes.
    fn packed(&self) -> Vec<u8> {
        let mut value = Writer::default();
        self.pack(&mut value);
        value.0
    }

    /// Reads what [`Self::pack`] wrote.
    fn unpack(key: &str, value: Reader<'_>) -> Option<Self>;
}

/// The records of one kind, by key.
#[derive(Debug, Clone)]
pub(super) struct PackedMap<R> {
    packed: PackedEntries,
    /// The packed records that were asked for, by number.
    unpacked: Vec<OnceCell<Option<Rc<R>>>>,
    /// Records put since, in place of packed ones or beside them; `None` for removed ones.
    changed: BTreeMap<String, Option<Rc<R>>>,
    len: usize,
}

impl<R> Default for PackedMap<R> {
    fn default() -> Self {
        Self { packed: PackedEntries::default(), unpacked: Vec::new(), changed: BTreeMap::new(), len: 0 }
    }
}

/// An entry as it is kept.
enum Entry<'a, R> {
    /// The number of a packed record.
    Packed(usize),
    Unpacked(&'a Rc<R>),
}

impl<R: Packable> PackedMap<R> {
    /// Takes in the entries of a pack ([`PackedEntries::push`]), before anything is put; `None` if it cannot be.
    pub fn push(&mut self, pack: Vec<u8>, entries: Range<usize>) -> Option<()> {
        if !self.changed.is_empty() {
            return None;
        }
        self.packed.push(pack, entries)?;
        self.len = self.packed.len();
        self.unpacked.resize_with(self.len, OnceCell::new);
        Some(())
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// A record.
    pub fn get(&self, key: &str) -> Option<&R> {
        match self.changed.get(key) {
            Some(record) => record.as_deref(),
            None => self.unpacked(self.packed.number(key)?).map(Rc::as_ref),
        }
    }

    pub fn contains(&self, key: &str) -> bool {
        self.changed.get(key).map_or_else(|| self.packed.number(key).is_some(), Option::is_some)
    }

    pub fn insert(&mut self, record: R) {
        let key = record.key();
        self.len += usize::from(!self.contains(&key));
        self.changed.insert(key, Some(Rc::new(record)));
    }

    pub fn remove(&mut self, key: &str) {
        self.len -= usize::from(self.contains(key));
        match self.packed.number(key) {
            Some(_) => self.changed.insert(key.to_owned(), None),
            None => self.changed.remove(key),
        };
    }

    /// The records after a key, or all, in the order of their keys. Packed ones are unpacked and not kept.
    pub fn after<'a>(&'a self, key: Option<&str>) -> impl Iterator<Item = Rc<R>> + use<'a, R> {
        let start = key.unwrap_or_default().to_owned();
        let behind = self.entries(&start).filter(move |(key, _)| *key > start.as_str());
        behind.filter_map(|(_, entry)| match entry {
            Entry::Packed(number) => match self.unpacked.get(number)?.get() {
                Some(known) => known.clone(),
                None => self.unpack(number).map(Rc::new),
            },
            Entry::Unpacked(record) => Some(Rc::clone(record)),
        })
    }

    /// All keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries("").map(|(key, _)| key)
    }

    /// The records whose keys begin so, in the order of their keys.
    pub fn beginning<'a>(&'a self, start: &str) -> impl Iterator<Item = &'a R> + use<'a, R> {
        let start = start.to_owned();
        let entries = self.entries(&start).take_while(move |(key, _)| key.starts_with(&start));
        entries.filter_map(|(_, entry)| match entry {
            Entry::Packed(number) => self.unpacked(number).map(Rc::as_ref),
            Entry::Unpacked(record) => Some(record.as_ref()),
        })
    }

    /// Calls `each` with every key and packed value, in the order of the keys.
    pub fn each_packed(&self, each: &mut dyn FnMut(&str, &[u8])) {
        for (key, entry) in self.entries("") {
            match entry {
                Entry::Packed(number) => {
                    let Some((_, value)) = self.packed.get(number) else { continue };
                    each(key, value);
                }
                Entry::Unpacked(record) => each(key, &record.packed()),
            }
        }
    }

    /// The entries as they were packed; some were removed or replaced since ([`Self::is_changed`]).
    pub fn packed(&self) -> &PackedEntries {
        &self.packed
    }

    /// Whether a record was put or removed since the packs were taken in.
    pub fn is_changed(&self, key: &str) -> bool {
        self.changed.contains_key(key)
    }

    /// Every entry from a key on, in the order of the keys.
    fn entries<'a>(&'a self, start: &str) -> impl Iterator<Item = (&'a str, Entry<'a, R>)> + use<'a, R> {
        let mut number = self.packed.first_from(start);
        let mut changed = self.changed.range::<str, _>((Bound::Included(start), Bound::Unbounded)).peekable();
        std::iter::from_fn(move || {
            loop {
                let packed = self.packed.key(number);
                let first = changed.next_if(|(key, _)| packed.is_none_or(|packed| key.as_str() <= packed));
                let Some((key, record)) = first else {
                    number += 1;
                    return packed.map(|key| (key, Entry::Packed(number - 1)));
                };
                number += usize::from(packed == Some(key));
                if let Some(record) = record {
                    return Some((key, Entry::Unpacked(record)));
                }
            }
        })
    }

    fn unpack(&self, number: usize) -> Option<R> {
        let (key, value) = self.packed.get(number)?;
        R::unpack(key, Reader(value))
    }

    fn unpacked(&self, number: usize) -> Option<&Rc<R>> {
        self.unpacked.get(number)?.get_or_init(|| self.unpack(number).map(Rc::new)).as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A key and a number.
    #[derive(Debug, Clone, PartialEq)]
    struct Counted(String, u8);

    impl Packable for Counted {
        const LETTER: u8 = b'c';

        fn key(&self) -> String {
            self.0.clone()
        }

        fn pack(&self, value: &mut Writer) {
            value.byte(self.1);
        }

        fn unpack(key: &str, mut value: Reader<'_>) -> Option<Self> {
            Some(Self(key.to_owned(), value.byte()?))
        }
    }

    /// A pack of these, and nothing else.
    fn pack(entries: &[(&str, u8)]) -> Vec<u8> {
        let mut pack = Writer::default();
        for (key, count) in entries {
            pack.bytes(key.as_bytes());
            pack.bytes(&[*count]);
        }
        pack.0
    }

    fn push(map: &mut PackedMap<Counted>, pack: Vec<u8>) -> Option<()> {
        let entries = 0..pack.len();
        map.push(pack, entries)
    }

    fn of_packs(packs: &[&[(&str, u8)]]) -> PackedMap<Counted> {
        let mut map = PackedMap::default();
        packs.iter().for_each(|entries| push(&mut map, pack(entries)).unwrap());
        map
    }

    /// The content, read in each of the ways.
    fn held(map: &PackedMap<Counted>) -> Vec<(String, u8)> {
        let all: Vec<(String, u8)> = map.after(None).map(|record| (record.0.clone(), record.1)).collect();
        let mut packed = Vec::new();
        map.each_packed(&mut |key, value| packed.push((key.to_owned(), value[0])));
        let by_key = map.keys().map(|key| (key.to_owned(), map.get(key).unwrap().1));
        assert_eq!(by_key.collect::<Vec<_>>(), all);
        assert_eq!((packed, map.len()), (all.clone(), all.len()));
        all
    }

    proptest! {
        #[test]
        fn is_as_an_ordered_map_is(
            packed in prop::collection::btree_map("[a-d]{1,3}", any::<u8>(), 0..20),
            changes in prop::collection::vec(("[a-d]{1,3}", any::<Option<u8>>()), 0..20),
        ) {
            let mut expected = packed.clone();
            let entries: Vec<(&str, u8)> = packed.iter().map(|(key, count)| (key.as_str(), *count)).collect();
            let (one, other) = entries.split_at(entries.len() / 2);
            let mut map = of_packs(&[one, other]);
            for (key, count) in changes {
                match count {
                    Some(count) => {
                        map.insert(Counted(key.clone(), count));
                        expected.insert(key.clone(), count);
                    }
                    None => {
                        map.remove(&key);
                        expected.remove(&key);
                    }
                }
                prop_assert_eq!(map.contains(&key), expected.contains_key(&key));
            }
            prop_assert_eq!(held(&map), expected.clone().into_iter().collect::<Vec<_>>());
            let behind: Vec<String> = map.after(Some("bb")).map(|record| record.0.clone()).collect();
            prop_assert_eq!(behind, expected.keys().filter(|key| key.as_str() > "bb").cloned().collect::<Vec<_>>());
            let beginning: Vec<String> = map.beginning("c").map(|record| record.0.clone()).collect();
            prop_assert_eq!(beginning, expected.keys().filter(|key| key.starts_with('c')).cloned().collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_record_is_unpacked_once() {
        let map = of_packs(&[&[("a", 1), ("b", 2)]]);
        assert!(std::ptr::eq(map.get("b").unwrap(), map.get("b").unwrap()));
        assert_eq!(map.get("c"), None);
    }

    #[test]
    fn packs_out_of_order_or_cut_off_are_refused() {
        let mut map = of_packs(&[&[("b", 1), ("d", 2)]]);
        for wrong in [&[("c", 1)][..], &[("d", 1)], &[("f", 1), ("e", 1)]] {
            assert_eq!(push(&mut map, pack(wrong)), None, "{wrong:?}");
        }
        let cut = pack(&[("f", 1)]);
        assert_eq!(push(&mut map, cut[..cut.len() - 1].to_vec()), None);
        assert_eq!(map.push(vec![], 1..2), None);
        assert_eq!(held(&map), [("b".to_owned(), 1), ("d".to_owned(), 2)]);
        map.insert(Counted("a".to_owned(), 0));
        assert_eq!(push(&mut map, pack(&[("f", 1)])), None, "something was put");
    }
}
