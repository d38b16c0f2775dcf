//! The memory: who was seen with which photo, under which name, when.

mod accounts;
mod apply;
mod calendar;
mod change;
mod fingerprint_pack;
mod forgetting;
mod likenesses;
mod packed_entries;
mod packed_map;
mod packed_records;
mod packs;
mod pictures;
mod record;
mod searched;
mod sighting_index;
mod texts;
mod times;
mod undo;
mod worth;

pub use calendar::Calendar;
pub use change::{Change, Kind, Record};
pub use fingerprint_pack::FingerprintPack;
pub(crate) use likenesses::note_likeness;
pub use packs::{DamagedPack, PacksTaken};
pub use record::{
    Answer, Answered, Comparing, Connections, Failure, LastLook, Layout, Opinion, Photo, PhotoCheck, PhotoCounts,
    Picture, Place, Received, Sighting, Stance,
};
pub use searched::{AboutSeen, Generated, Outcome, ResultWord, SEARCH_KEPT, Searched, WebSearch, is_engine};
pub use texts::Text;
pub use undo::Undo;

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, DefaultHasher};
use std::rc::Rc;

use crate::address::{PhotoId, ProfileId};
use crate::photo::{Candidate, PhotoIndex, Query};
use crate::worth::{Goals, Worth};
use accounts::{Accounts, SightingLookup};
use packed_map::PackedMap;
use searched::KnownReadings;
use sighting_index::SightingIndex;
use texts::Texts;
use worth::WorthFound;

/// A hash map, for what is looked up and never listed: many times as quick to fill as an ordered one. Its hashes are
/// the same in every run, so that runs are reproducible.
type Hashed<K, V> = HashMap<K, V, BuildHasherDefault<DefaultHasher>>;

/// All that is remembered, except renditions.
///
/// Records are behind `Rc`: copies of the memory share them, and the maps, alike in form, share their code.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    sightings: PackedMap<Sighting>,
    sighting_index: SightingIndex,
    accounts: RefCell<Accounts>,
    /// Without their fingerprints, which are in the index.
    photos: PackedMap<Photo>,
    index: PhotoIndex<PhotoId>,
    received: BTreeMap<String, Rc<Received>>,
    checks: BTreeMap<PhotoId, Rc<PhotoCheck>>,
    last_look: Option<LastLook>,
    opinions: BTreeMap<ProfileId, Rc<Opinion>>,
    comparings: BTreeMap<String, Rc<Comparing>>,
    searched: BTreeMap<PhotoId, Rc<Searched>>,
    readings: KnownReadings,
    all_about_seen: BTreeMap<ProfileId, Rc<AboutSeen>>,
    photo_counts: PhotoCounts,
    goals: Goals,
    connections: Option<Connections>,
    calendar: Option<Calendar>,
    worth_found: WorthFound,
    texts: Texts,
}

impl Memory {
    fn lookup(&self) -> SightingLookup<'_> {
        SightingLookup { sightings: &self.sightings, index: &self.sighting_index }
    }

    /// The sighting as it is to be stored: merged with what is known under its key.
    #[must_use]
    pub fn merged(&self, sighting: Sighting) -> Sighting {
        match self.sightings.get(&sighting.key()) {
            Some(known) => sighting.merged(known),
            None => sighting,
        }
    }

    /// A sighting by its key.
    #[must_use]
    pub fn sighting(&self, key: &str) -> Option<&Sighting> {
        self.sightings.get(key)
    }

    /// How many sightings there are.
    #[must_use]
    pub fn sighting_count(&self) -> usize {
        self.sightings.len()
    }

    /// All sightings, in the order of their keys.
    pub fn sightings(&self) -> impl Iterator<Item = Rc<Sighting>> {
        self.sightings.after(None)
    }

    /// The sightings after a key, in the order of their keys.
    pub fn sightings_after(&self, key: Option<&str>) -> impl Iterator<Item = Rc<Sighting>> {
        self.sightings.after(key)
    }

    /// The keys of one photo's sightings, in order.
    fn keys_of(&self, photo: &PhotoId) -> Vec<&str> {
        self.sighting_index.of_photo(photo, &self.sightings)
    }

    /// The sightings of one photo.
    pub fn sightings_of(&self, photo: &PhotoId) -> impl Iterator<Item = &Sighting> + use<'_> {
        self.lookup().of_photo(photo)
    }

    /// The sightings of a photo that say whose it is. On a profile's page somebody else's photo may be taken for the
    /// owner's, so such sightings count only if no account was seen with the photo inside its link.
    pub fn shows_of(&self, photo: &PhotoId) -> impl Iterator<Item = &Sighting> + use<'_> {
        let is_linked = self.sightings_of(photo).any(|sighting| sighting.place.links_photo());
        self.sightings_of(photo).filter(move |sighting| !is_linked || sighting.place.links_photo())
    }

    /// The accounts that show a photo.
    pub fn shown_by(&self, photo: &PhotoId) -> impl Iterator<Item = Option<usize>> + use<'_> {
        self.shows_of(photo).map(|sighting| self.account(&sighting.profile))
    }

    /// The sightings of one profile.
    pub fn sightings_of_profile(&self, profile: &ProfileId) -> impl Iterator<Item = &Sighting> + use<'_> {
        self.lookup().of_profile(profile)
    }

    /// The sightings of all profiles that are one account with this one.
    pub fn sightings_of_account(&self, profile: &ProfileId) -> impl Iterator<Item = &Sighting> + use<'_> {
        self.members(profile).into_iter().flat_map(|member| self.sightings_of_profile(&member))
    }

    /// A photo.
    #[must_use]
    pub fn photo(&self, id: &PhotoId) -> Option<&Photo> {
        self.photos.get(id.as_str())
    }

    /// How many photos there are.
    #[must_use]
    pub fn photo_count(&self) -> usize {
        self.photos.len()
    }

    /// All photos, in the order of their ids.
    pub fn photos(&self) -> impl Iterator<Item = Rc<Photo>> {
        self.photos.after(None)
    }

    /// The photos after an id, in the order of their ids.
    pub fn photos_after(&self, id: Option<&str>) -> impl Iterator<Item = Rc<Photo>> {
        self.photos.after(id)
    }

    /// An invitation.
    #[must_use]
    pub fn received(&self, key: &str) -> Option<&Received> {
        self.received.get(key).map(Rc::as_ref)
    }

    /// All invitations, answered ones too.
    pub fn all_received(&self) -> impl Iterator<Item = &Received> {
        self.received.values().map(Rc::as_ref)
    }

    /// The invitations still to be answered.
    pub fn pending(&self) -> impl Iterator<Item = &Received> {
        self.all_received().filter(|received| received.handled.is_none())
    }

    /// The reasons to accept an invitation, whatever is thought of its inviter.
    #[must_use]
    pub fn worth(&self, received: &Received) -> Rc<Vec<Worth>> {
        self.worth_found.of_invitation(&received.invitation)
    }

    /// The user's goals.
    #[must_use]
    pub fn goals(&self) -> &Goals {
        &self.goals
    }

    /// How many connections the user has, if a page showed it.
    #[must_use]
    pub fn connections(&self) -> Option<Connections> {
        self.connections
    }

    /// The user's own check of a photo.
    #[must_use]
    pub fn check(&self, photo: &PhotoId) -> Option<&PhotoCheck> {
        self.checks.get(photo).map(Rc::as_ref)
    }

    /// All photo checks.
    pub fn checks(&self) -> impl Iterator<Item = &PhotoCheck> {
        self.checks.values().map(Rc::as_ref)
    }

    /// The user's latest opinion of the account a profile belongs to; an imported one only if there is no other.
    #[must_use]
    pub fn opinion(&self, profile: &ProfileId) -> Option<&Opinion> {
        if self.opinions.is_empty() {
            return None;
        }
        let members = self.members(profile);
        let word = members.iter().filter_map(|member| self.opinions.get(member)).map(Rc::as_ref);
        // An imported opinion never beats one given here.
        word.max_by_key(|opinion| (!opinion.imported, opinion.at, opinion.profile.as_str()))
    }

    /// All opinions.
    pub fn opinions(&self) -> impl Iterator<Item = &Opinion> {
        self.opinions.values().map(Rc::as_ref)
    }

    /// The user's answers on pairs of photos that look alike: the same picture, or not.
    #[must_use]
    pub fn comparing(&self, one: &PhotoId, other: &PhotoId) -> Option<&Comparing> {
        self.comparings.get(&Comparing::key(one, other)).map(Rc::as_ref)
    }

    /// All that the user says of photos that look alike.
    pub fn comparings(&self) -> impl Iterator<Item = &Comparing> {
        self.comparings.values().map(Rc::as_ref)
    }

    /// The counts of photos, as last stored.
    #[must_use]
    pub fn photo_counts(&self) -> PhotoCounts {
        self.photo_counts
    }

    /// The counts with this photo counted as comparable or not.
    #[must_use]
    pub fn counted_with(&self, photo: &PhotoId, is_comparable: bool) -> PhotoCounts {
        let was = self.index.contains(photo);
        let comparable = self.index.len() - usize::from(was) + usize::from(is_comparable);
        PhotoCounts { comparable, ..self.photo_counts }
    }

    /// The keys of all invitations with this text, the inviters' own names aside.
    pub fn with_text(&self, text: &Text) -> impl Iterator<Item = &str> {
        self.texts.with(text)
    }

    /// The last reading of an invitation page.
    #[must_use]
    pub fn last_look(&self) -> Option<LastLook> {
        self.last_look
    }

    /// How many photos can be compared.
    #[must_use]
    pub fn comparable(&self) -> usize {
        self.index.len()
    }

    /// The account a profile belongs to; equal for profiles that are one.
    #[must_use]
    pub fn account(&self, profile: &ProfileId) -> Option<usize> {
        self.accounts.borrow_mut().of(profile, self.lookup())
    }

    /// The profiles that are one account with this one, itself among them.
    #[must_use]
    pub fn members(&self, profile: &ProfileId) -> Vec<ProfileId> {
        match self.accounts.borrow_mut().members(profile, self.lookup()) {
            [] => vec![profile.clone()],
            members => members.to_vec(),
        }
    }

    /// The remembered photos that may be the same picture: to be confirmed by their renditions.
    #[must_use]
    pub fn candidates(&self, query: &Query) -> Vec<Candidate<PhotoId>> {
        self.index.candidates(query)
    }
}
