//! The memory as a file: export, and import of what was exported.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Change, Clock, Desk, DeskError, PhotoSource, Store, StoreError};
use crate::address::{PhotoAddress, PhotoId, ProfileId};
use crate::base64;
use crate::invitation::text;
use crate::memory::{Photo, PhotoCheck, Picture, Record, Sighting};
use crate::photo::{Fingerprint, Rendition};

/// What such a file says it is.
const FORMAT: &str = "vouchsafe-memory";
/// The version written, and the only one read.
const VERSION: u32 = 1;
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

impl<S: Store, P: PhotoSource, C: Clock> Desk<S, P, C> {
    /// The memory as a file.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    pub async fn export(&self) -> Result<Export, StoreError> {
        let (sightings, photos, checks): (Vec<_>, Vec<Photo>, Vec<_>) = {
            let memory = self.memory.borrow();
            (
                memory.sightings().cloned().collect(),
                memory.photos().cloned().collect(),
                memory.checks().cloned().collect(),
            )
        };
        let mut exported = Vec::with_capacity(photos.len());
        for photo in photos {
            let rendition = self.store.rendition(&photo.address.id).await?;
            exported.push(ExportedPhoto {
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
        Ok(Export { format: FORMAT.to_owned(), version: VERSION, sightings, photos: exported, checks })
    }

    /// Takes in a file that was exported, all of it or nothing. What is known already is merged.
    ///
    /// # Errors
    /// [`DeskError::Import`] if the file cannot be taken in, [`DeskError::Store`] if nothing could be stored.
    pub async fn import(&self, file: Export) -> Result<Imported, DeskError> {
        if file.format != FORMAT || file.version != VERSION {
            return Err(ImportError::OtherVersion.into());
        }
        if file.sightings.len() > MOST || file.photos.len() > MOST || file.checks.len() > MOST {
            return Err(ImportError::Broken("too many records").into());
        }
        let photos: Vec<(Photo, Option<Fingerprint>, Option<Rendition>)> =
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
        let mut people: BTreeSet<&ProfileId> = BTreeSet::new();
        people.extend(file.sightings.iter().map(|sighting| &sighting.profile));
        let imported = Imported { people: people.len(), photos: photos.len() };
        self.change(Box::new(|memory| {
            // Planned on a copy, so that each new photo finds those taken in before it.
            let mut memory = memory.clone();
            let mut changes = Vec::new();
            let mut take = |memory: &mut crate::memory::Memory, change: Change| {
                memory.apply(&change);
                changes.push(change);
            };
            for sighting in file.sightings {
                let merged = memory.merged(sighting);
                take(&mut memory, Change::Put(Record::Sighting(merged)));
            }
            for (photo, fingerprint, rendition) in photos {
                let id = photo.address.id.clone();
                if memory.photo(&id).is_some_and(Photo::is_read) {
                    continue;
                }
                let planned = match fingerprint {
                    Some(fingerprint) => memory.changes_for_fingerprint(photo, &fingerprint),
                    None => vec![Change::Put(Record::Photo(photo))],
                };
                planned.into_iter().for_each(|change| take(&mut memory, change));
                if let Some(rendition) = rendition {
                    let bytes = rendition.as_bytes().to_vec();
                    take(&mut memory, Change::Put(Record::Rendition { photo: id, bytes }));
                }
            }
            for check in file.checks {
                if memory.check(&check.photo).is_none() {
                    take(&mut memory, Change::Put(Record::PhotoCheck(check)));
                }
            }
            changes
        }))
        .await?;
        Ok(imported)
    }
}

impl ExportedPhoto {
    fn check(self) -> Result<(Photo, Option<Fingerprint>, Option<Rendition>), ImportError> {
        if PhotoAddress::read(&self.address.url).as_ref() != Some(&self.address) {
            return Err(ImportError::Broken("a photo's address"));
        }
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
        let photo = Photo {
            address: self.address,
            picture: if fingerprint.is_none() && rendition.is_some() {
                Picture::NotComparable
            } else {
                Picture::Unread
            },
            side: self.side,
            same: Vec::new(),
            last_seen: self.last_seen,
        };
        Ok((photo, fingerprint, rendition))
    }
}

fn is_plausible(sighting: &Sighting, photos: &BTreeSet<&PhotoId>, latest: i64) -> bool {
    ProfileId::from_address(&sighting.profile.to_address()).as_ref() == Some(&sighting.profile)
        && !sighting.name.is_empty()
        && text::line(&sighting.name, text::MAX_NAME) == sighting.name
        && (0..=sighting.last_seen).contains(&sighting.first_seen)
        && sighting.last_seen <= latest
        && sighting.photo.as_ref().is_none_or(|photo| photos.contains(photo))
}
