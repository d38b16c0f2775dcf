//! The memory as a file: export, and import of what was exported.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Change, Clock, PhotoSource, Service, ServiceError, Store, StoreError};
use crate::address::{PhotoAddress, PhotoId, ProfileId};
use crate::base64;
use crate::invitation::text;
use crate::memory::{Comparing, Memory, Opinion, Photo, PhotoCheck, Picture, Record, Sighting};
use crate::photo::{Fingerprint, NotComparable, Portrait, Rendition, Sought};
use crate::value::Goals;

/// What such a file says it is.
const FORMAT: &str = "vouchsafe-memory";
/// The version written. Read are this one and the one before, which had no opinions and comparisons.
const VERSION: u32 = 2;
/// So many photos are looked up before others have their turn.
const AT_A_TIME: usize = 16;
/// More records than this are not a person's own memory.
const MOST: usize = 2_000_000;

/// The memory as a file. Invitations are left out: they are LinkedIn's, and come again by themselves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Export {
    /// [`FORMAT`]
    format: String,
    /// [`VERSION`]
    version: u32,
    sightings: Vec<Sighting>,
    photos: Vec<ExportedPhoto>,
    checks: Vec<PhotoCheck>,
    #[serde(default)]
    opinions: Vec<Opinion>,
    #[serde(default)]
    comparings: Vec<Comparing>,
    #[serde(default)]
    goals: Goals,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ExportedPhoto {
    address: PhotoAddress,
    side: u32,
    last_seen: i64,
    /// Base64; `None` for a picture that cannot be compared.
    fingerprint: Option<String>,
    /// Base64.
    rendition: Option<String>,
}

/// How much was imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Imported {
    /// Profiles.
    pub people: usize,
    /// Photos.
    pub photos: usize,
}

/// Why a file cannot be imported. Nothing of it was taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// Another format or version.
    #[error("not a file that this version exported")]
    OtherVersion,
    /// The right format, with something in it that no export holds.
    #[error("the file is damaged: {0}")]
    Broken(&'static str),
}

impl<S: Store, P: PhotoSource, C: Clock> Service<S, P, C> {
    /// The memory as a file.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    pub async fn export(&self) -> Result<Export, StoreError> {
        self.ready().await?;
        let (mut file, photos): (Export, Vec<Photo>) = {
            let memory = self.memory.borrow();
            let file = Export {
                format: FORMAT.to_owned(),
                version: VERSION,
                sightings: memory.sightings().cloned().collect(),
                photos: Vec::new(),
                checks: memory.checks().cloned().collect(),
                opinions: memory.opinions().cloned().collect(),
                comparings: memory.comparings().cloned().collect(),
                goals: memory.goals().clone(),
            };
            (file, memory.photos().cloned().collect())
        };
        for photo in photos {
            let rendition = self.store.rendition(&photo.address.id).await?;
            file.photos.push(ExportedPhoto {
                fingerprint: match &photo.picture {
                    Picture::Comparable { fingerprint } => Some(base64::encode(fingerprint)),
                    _ => None,
                },
                rendition: rendition.map(|rendition| base64::encode(rendition.as_bytes())),
                address: photo.address,
                side: photo.side,
                last_seen: photo.last_seen,
            });
        }
        Ok(file)
    }

    /// Takes in a file that was exported, all of it or nothing. What is known already is merged.
    ///
    /// # Errors
    /// [`ServiceError::Import`] if the file cannot be taken in, [`ServiceError::Store`] if nothing could be stored.
    pub async fn import(&self, file: Export) -> Result<Imported, ServiceError> {
        if file.format != FORMAT || !(VERSION - 1..=VERSION).contains(&file.version) {
            return Err(ImportError::OtherVersion.into());
        }
        let lengths = [file.sightings.len(), file.photos.len(), file.checks.len(), file.opinions.len()];
        if lengths.iter().chain([&file.comparings.len()]).any(|length| *length > MOST) {
            return Err(ImportError::Broken("too many records").into());
        }
        let photos: Vec<(Photo, Option<Portrait>)> =
            file.photos.into_iter().map(ExportedPhoto::check).collect::<Result<_, _>>()?;
        let mut known: BTreeSet<&PhotoId> = BTreeSet::new();
        known.extend(photos.iter().map(|(photo, ..)| &photo.address.id));
        let latest = self.clock.now() + super::CLOCK_SLACK;
        if !file.sightings.iter().all(|sighting| is_plausible(sighting, &known, latest)) {
            return Err(ImportError::Broken("a sighting").into());
        }
        if !file.checks.iter().all(|check| known.contains(&check.photo)) {
            return Err(ImportError::Broken("a photo check").into());
        }
        if !file.opinions.iter().all(|opinion| is_profile(&opinion.profile) && (0..=latest).contains(&opinion.at)) {
            return Err(ImportError::Broken("an opinion").into());
        }
        let is_pair = |pair: &Comparing| pair.a < pair.b && known.contains(&pair.a) && known.contains(&pair.b);
        if !file.comparings.iter().all(is_pair) {
            return Err(ImportError::Broken("a comparison of photos").into());
        }
        let mut people: BTreeSet<&ProfileId> = BTreeSet::new();
        people.extend(file.sightings.iter().map(|sighting| &sighting.profile));
        let imported = Imported { people: people.len(), photos: photos.len() };
        self.ready().await?;
        let _turn = self.queue.lock().await;
        // Planned on a copy, so that each new photo finds those taken in before it.
        let mut memory = self.memory.borrow().clone();
        let mut changes = Vec::new();
        let mut at_hand = BTreeMap::new();
        let mut take = |memory: &mut Memory, change: Change| {
            memory.apply([&change]);
            changes.push(change);
        };
        for sighting in file.sightings {
            let merged = memory.merged(sighting);
            take(&mut memory, Change::Put(Record::Sighting(merged)));
        }
        for (count, (photo, portrait)) in photos.into_iter().enumerate() {
            if count % AT_A_TIME == 0 {
                self.clock.pause().await;
            }
            if memory.photo(&photo.address.id).is_some_and(Photo::is_read) {
                continue;
            }
            let Some(portrait) = portrait else {
                take(&mut memory, Change::Put(Record::Photo(photo)));
                continue;
            };
            let sought = Sought::of(&portrait);
            let candidates = sought.as_ref().map(|sought| memory.candidates(sought)).unwrap_or_default();
            let same = self.confirm(sought.as_ref(), candidates, &at_hand).await?;
            let id = photo.address.id.clone();
            let planned = memory.changes_for_picture(photo, &portrait, same);
            planned.into_iter().for_each(|change| take(&mut memory, change));
            at_hand.insert(id, portrait.rendition);
        }
        for check in file.checks {
            if memory.check(&check.photo).is_none() {
                take(&mut memory, Change::Put(Record::PhotoCheck(check)));
            }
        }
        // Of two words on one matter the later counts.
        for opinion in file.opinions {
            if memory.opinion(&opinion.profile).is_none_or(|known| known.at < opinion.at) {
                take(&mut memory, Change::Put(Record::Opinion(opinion)));
            }
        }
        for pair in file.comparings {
            if memory.comparing(&pair.a, &pair.b).is_none_or(|known| known.at < pair.at) {
                take(&mut memory, Change::Put(Record::Comparing(pair)));
            }
        }
        let goals = memory.goals().clone().joined(file.goals);
        if goals != *memory.goals() {
            take(&mut memory, Change::Put(Record::Goals(goals)));
        }
        self.settle(changes).await?;
        Ok(imported)
    }
}

impl ExportedPhoto {
    fn check(self) -> Result<(Photo, Option<Portrait>), ImportError> {
        let decode = |text: Option<String>| {
            text.map(|text| base64::decode(&text).ok_or(ImportError::Broken("base64"))).transpose()
        };
        let fingerprint = decode(self.fingerprint)?
            .map(|bytes| Fingerprint::from_bytes(&bytes))
            .transpose()
            .map_err(|_| ImportError::Broken("a fingerprint"))?;
        let rendition = decode(self.rendition)?
            .map(|bytes| Rendition::from_bytes(&bytes).ok_or(ImportError::Broken("a small copy")))
            .transpose()?;
        let portrait = match (fingerprint, rendition) {
            (Some(fingerprint), Some(rendition)) => Some(Portrait { rendition, fingerprint: Ok(fingerprint) }),
            (None, Some(rendition)) => {
                let lack = rendition.telling().err().unwrap_or(NotComparable::Plain);
                Some(Portrait { rendition, fingerprint: Err(lack) })
            }
            (None, None) => None,
            (Some(_), None) => return Err(ImportError::Broken("a fingerprint without its small copy")),
        };
        let side = if portrait.is_some() { self.side } else { 0 };
        let (picture, same) = (Picture::Unread, Vec::new());
        Ok((Photo { address: self.address, picture, side, same, last_seen: self.last_seen }, portrait))
    }
}

fn is_plausible(sighting: &Sighting, photos: &BTreeSet<&PhotoId>, latest: i64) -> bool {
    is_profile(&sighting.profile)
        && !sighting.name.is_empty()
        && text::line(&sighting.name, text::MAX_NAME) == sighting.name
        && (0..=sighting.last_seen).contains(&sighting.first_seen)
        && sighting.last_seen <= latest
        && sighting.photo.as_ref().is_none_or(|photo| photos.contains(photo))
}

fn is_profile(profile: &ProfileId) -> bool {
    ProfileId::from_address(&profile.to_address()).as_ref() == Some(profile)
}
