//! Which profiles are one account: a changed slug, a member code, a slug with other capitals.
//!
//! The user's opinion of one profile applies to all of its account, and forgetting one forgets all. So profiles are joined
//! only by what nobody can put on their own profile: the member number, and an upload seen inside the links to both.

use super::packed_map::PackedMap;
use super::sighting_index::SightingIndex;
use super::{Hashed, Sighting};
use crate::address::{PhotoId, ProfileId};

/// A key that joins profiles to one account: the profile itself, its member number, or an upload seen inside
/// its link (one upload belongs to one account).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Link {
    Profile(ProfileId),
    Member(u32),
    Upload(PhotoId),
}

/// Profiles joined to accounts: a union-find over everything that links them. An account is worked out when it is first asked
/// for, from one of its links to all.
#[derive(Debug, Clone, Default)]
pub(super) struct Accounts {
    numbers: Hashed<Link, usize>,
    parents: Vec<usize>,
    /// The profiles of each account, at its root.
    members: Vec<Vec<ProfileId>>,
    /// Links whose sightings were not looked up yet.
    pending: Vec<Link>,
}

/// The sightings, and the index by which links are looked up among them.
#[derive(Clone, Copy)]
pub(super) struct SightingLookup<'a> {
    pub sightings: &'a PackedMap<Sighting>,
    pub index: &'a SightingIndex,
}

impl Accounts {
    /// Takes in a sighting that was put, if one of its links is known already; else it is looked up when it is asked for.
    pub fn join(&mut self, sighting: &Sighting, seen: SightingLookup<'_>) {
        if links(sighting).any(|link| self.numbers.contains_key(&link)) {
            self.connect(sighting);
            self.complete(seen);
        }
    }

    /// The profile's account: equal for profiles that are one. `None` for one never seen.
    pub fn of(&mut self, profile: &ProfileId, seen: SightingLookup<'_>) -> Option<usize> {
        let link = Link::Profile(profile.clone());
        if !self.numbers.contains_key(&link) {
            seen.of_profile(profile).next()?;
            self.number(link.clone());
            self.complete(seen);
        }
        self.numbers.get(&link).map(|number| self.root(*number))
    }

    /// The profiles that are one account with this one, itself among them; none if it was never seen.
    pub fn members(&mut self, profile: &ProfileId, seen: SightingLookup<'_>) -> &[ProfileId] {
        self.of(profile, seen).and_then(|root| self.members.get(root)).map_or(&[], Vec::as_slice)
    }

    /// Follows every link to its end.
    fn complete(&mut self, seen: SightingLookup<'_>) {
        while let Some(link) = self.pending.pop() {
            match link {
                Link::Profile(profile) => seen.of_profile(&profile).for_each(|sighting| self.connect(sighting)),
                Link::Member(member) => seen.of_member(member).for_each(|sighting| self.connect(sighting)),
                Link::Upload(photo) => {
                    let linked = seen.of_photo(&photo).filter(|sighting| sighting.place.links_photo());
                    linked.for_each(|sighting| self.connect(sighting));
                }
            }
        }
    }

    /// Unites what a sighting links.
    fn connect(&mut self, sighting: &Sighting) {
        let mut first = None;
        for link in links(sighting) {
            let number = self.number(link);
            self.unite(*first.get_or_insert(number), number);
        }
    }

    fn number(&mut self, link: Link) -> usize {
        if let Some(number) = self.numbers.get(&link) {
            return *number;
        }
        let number = self.parents.len();
        self.parents.push(number);
        self.members.push(match &link {
            Link::Profile(profile) => vec![profile.clone()],
            Link::Member(_) | Link::Upload(_) => Vec::new(),
        });
        self.pending.push(link.clone());
        self.numbers.insert(link, number);
        number
    }

    fn root(&self, mut number: usize) -> usize {
        while let Some(parent) = self.parents.get(number).copied().filter(|parent| *parent != number) {
            number = parent;
        }
        number
    }

    /// The smaller root wins, so chains stay short: later links hang below earlier ones.
    fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        let (from, into) = (a.max(b), a.min(b));
        if from == into {
            return;
        }
        if let Some(parent) = self.parents.get_mut(from) {
            *parent = into;
        }
        let moved = self.members.get_mut(from).map(std::mem::take).unwrap_or_default();
        if let Some(members) = self.members.get_mut(into) {
            members.extend(moved);
        }
    }
}

/// The keys that a sighting joins: its profile, the profile's member number, the photo inside the link.
fn links(sighting: &Sighting) -> impl Iterator<Item = Link> {
    let photo = sighting.photo.as_ref().filter(|_| sighting.place.links_photo());
    let member = sighting.profile.member().map(Link::Member);
    std::iter::once(Link::Profile(sighting.profile.clone())).chain(member).chain(photo.cloned().map(Link::Upload))
}

impl<'a> SightingLookup<'a> {
    /// The sightings of one photo, in the order of their keys.
    pub fn of_photo(self, photo: &PhotoId) -> impl Iterator<Item = &'a Sighting> + use<'a> {
        self.index.of_photo(photo, self.sightings).into_iter().filter_map(move |key| self.sightings.get(key))
    }

    /// The sightings of one profile, in the order of their keys.
    pub fn of_profile(self, profile: &ProfileId) -> impl Iterator<Item = &'a Sighting> + use<'a> {
        self.sightings.beginning(&Sighting::key_start(profile))
    }

    fn of_member(self, member: u32) -> impl Iterator<Item = &'a Sighting> + use<'a> {
        self.index.of_member(member, self.sightings).into_iter().filter_map(move |key| self.sightings.get(key))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Change, Kind, Memory, PacksTaken, Place, Record};
    use super::*;

    const CODE: &str = "ACoAAAAAAQIDBA";

    fn id(slug: &str) -> ProfileId {
        ProfileId::from_address(&format!("https://www.linkedin.com/in/{slug}/")).unwrap()
    }

    fn seen(slug: &str, photo: &str, place: Place) -> Sighting {
        let photo = Some(PhotoId::from(photo.to_owned()));
        Sighting { profile: id(slug), name: "Kim".to_owned(), photo, set_at: None, place, first_seen: 1, last_seen: 1 }
    }

    /// The groups of these profiles that are one account, in the order of their first.
    fn groups(memory: &Memory, slugs: &[&'static str]) -> Vec<Vec<&'static str>> {
        let mut groups: Vec<(Option<usize>, Vec<&str>)> = Vec::new();
        for slug in slugs {
            let account = memory.account(&id(slug));
            match groups.iter_mut().find(|(known, _)| account.is_some() && *known == account) {
                Some((_, group)) => group.push(slug),
                None => groups.push((account, vec![slug])),
            }
        }
        for (_, group) in &groups {
            let mut members: Vec<ProfileId> = memory.members(&id(group[0]));
            let mut expected: Vec<ProfileId> = group.iter().map(|slug| id(slug)).collect();
            members.sort();
            expected.sort();
            assert_eq!(members, expected);
        }
        groups.into_iter().map(|(_, group)| group).collect()
    }

    #[test]
    fn one_upload_or_member_number_is_one_account() {
        const ALL: [&str; 6] = ["kim", "sam", CODE, "ACoAAAAAAQIDBAother", "kim-married", "nobody"];
        let sightings = [
            seen("kim", "A", Place::Invitation),
            seen("sam", "B", Place::Search),
            seen(CODE, "C", Place::Search),
            seen("ACoAAAAAAQIDBAother", "D", Place::Search),
            // On a profile's page a photo may be somebody else's.
            seen("sam", "A", Place::Profile),
            seen("kim-married", "C", Place::Invitation),
            seen("kim-married", "A", Place::Invitation),
        ];
        let expected = vec![vec!["kim", CODE, "ACoAAAAAAQIDBAother", "kim-married"], vec!["sam"], vec!["nobody"]];
        let mut asked_once = Memory::default();
        asked_once.take(sightings.iter().cloned().map(Record::Sighting).collect());
        assert_eq!(groups(&asked_once, &ALL), expected);
        let mut asked_between = Memory::default();
        for sighting in sightings.iter().rev() {
            asked_between.take(vec![Record::Sighting(sighting.clone())]);
            groups(&asked_between, &ALL);
        }
        assert_eq!(groups(&asked_between, &ALL), expected);
        let mut packed = Memory::default();
        let mut taken = PacksTaken::default();
        asked_once.packs().into_iter().for_each(|pack| packed.take_pack(pack, &mut taken).unwrap());
        assert!(taken.is_whole());
        assert_eq!(groups(&packed, &ALL), expected);
        for memory in [&mut asked_once, &mut packed] {
            memory.apply(&[Change::Delete(Kind::Sighting, sightings[6].key())]);
            let parted =
                vec![vec!["kim"], vec!["sam"], vec![CODE, "ACoAAAAAAQIDBAother", "kim-married"], vec!["nobody"]];
            assert_eq!(groups(memory, &ALL), parted);
        }
    }
}
