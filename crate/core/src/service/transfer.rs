//! The lines of an exported file, so that a file of any length is written and read in parts: a header, photos,
//! sightings, the user's answers, and last a count, by which a truncated file is noticed. extension/options/file.js
//! lays the lines out.

use serde::{Deserialize, Serialize};

use super::Memory;
use super::photos::set_at;
use crate::address::{FIRST_DAY, PhotoAddress, ProfileId};
use crate::base64;
use crate::invitation::text;
use crate::memory::{
    AboutSeen, Answer, Comparing, Generated, Opinion, Photo, PhotoCheck, Picture, Searched, Sighting, WebSearch,
    is_engine,
};
use crate::photo::{Portrait, Rendition};
use crate::time::{CLOCK_SLACK, DAY, Millis};
use crate::web::key_of;
use crate::worth::Goals;

/// The format that a file's header names.
pub(super) const FORMAT: &str = "vouchsafe-memory";
/// The version written and read: frozen in tests/stored. Version 1 was never released.
pub(super) const VERSION: u32 = 2;
/// 1 January 2026: Vouchsafe did not exist before, so no sighting is older.
const FIRST_SIGHTING: Millis = 1_767_225_600_000;

/// One line. Invitations are left out: LinkedIn's page shows them again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Line {
    /// The first line.
    Memory(Header),
    /// A photo.
    Photo(ExportedPhoto),
    /// Who was seen with which photo; after the photo's line.
    Sighting(Sighting),
    /// What a photo check found.
    Check(PhotoCheck),
    /// The user's opinion of a person.
    Opinion(Opinion),
    /// The user's answer on two photos.
    Comparing(Comparing),
    /// What searches of the web found for a photo.
    Searched(Searched),
    /// What LinkedIn's "About this profile" says.
    #[serde(rename = "account")]
    About(AboutSeen),
    /// The user's goals.
    Goals(Goals),
    /// The last line: how many lines came before.
    End(usize),
}

/// The header of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    pub(super) format: String,
    pub(super) version: u32,
}

/// A photo in a file. When it was set is in its address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportedPhoto {
    address: PhotoAddress,
    /// Side in pixels of the rendition that was read.
    side: u32,
    /// When it was last seen.
    last_seen: Millis,
    /// Its fingerprint, base64. Not read: it is computed from the rendition.
    #[serde(default)]
    fingerprint: Option<String>,
    /// Its rendition, base64; `None` for a photo that could not be read.
    rendition: Option<String>,
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
    /// The import was cancelled, replaced by another, or the process ended: it has to begin again.
    #[error("the import is not under way")]
    Lost,
}

impl ExportedPhoto {
    pub(super) fn of(photo: &Photo, fingerprint: Option<Vec<u8>>, rendition: Option<&Rendition>) -> Self {
        Self {
            address: photo.address.clone(),
            side: photo.side,
            last_seen: photo.last_seen,
            fingerprint: fingerprint.map(|fingerprint| base64::encode(&fingerprint)),
            rendition: rendition.map(|rendition| base64::encode(rendition.as_bytes())),
        }
    }

    /// The photo, not read yet, and the portrait made of its rendition.
    pub(super) fn check(self, now: Millis) -> Result<(Photo, Option<Portrait>), ImportError> {
        let bytes =
            self.rendition.map(|text| base64::decode(&text).ok_or(ImportError::Broken("base64"))).transpose()?;
        let rendition =
            bytes.map(|bytes| Rendition::from_bytes(&bytes).ok_or(ImportError::Broken("a rendition"))).transpose()?;
        let last_seen = checked(self.last_seen, now).ok_or(ImportError::Broken("when a photo was seen"))?;
        // A side larger than the address names would keep larger renditions from being read.
        let side = if rendition.is_some() { self.side.min(self.address.side.max(1)) } else { 0 };
        let photo = Photo { address: self.address, picture: Picture::Unread, side, same: Vec::new(), last_seen };
        Ok((photo, rendition.map(Portrait::of_rendition)))
    }
}

/// A time from a file: neither before LinkedIn existed nor in the future, with some slack between clocks.
fn checked(time: Millis, now: Millis) -> Option<Millis> {
    (FIRST_DAY..=now.saturating_add(CLOCK_SLACK)).contains(&time).then_some(time.min(now))
}

/// Checks a sighting of a file. Its upload time comes from the photo's address; it is no earlier than that, and no
/// earlier than Vouchsafe.
pub(super) fn checked_sighting(sighting: Sighting, memory: &Memory, now: Millis) -> Result<Sighting, ImportError> {
    let is_clean = is_profile(&sighting.profile)
        && !sighting.name.is_empty()
        && text::line(&sighting.name, text::MAX_NAME) == sighting.name;
    let photo = sighting.photo.as_ref().map(|id| memory.photo(id));
    let times = (checked(sighting.first_seen, now), checked(sighting.last_seen, now));
    match (times, photo) {
        ((Some(first), Some(last)), None | Some(Some(_))) if is_clean && first <= last => {
            let set_at = photo.flatten().and_then(|photo| set_at(&photo.address, now));
            let earliest = set_at.unwrap_or_default().max(FIRST_SIGHTING).min(now);
            Ok(Sighting { set_at, first_seen: first.max(earliest), last_seen: last.max(earliest), ..sighting })
        }
        _ => Err(ImportError::Broken("a sighting")),
    }
}

pub(super) fn checked_opinion(opinion: Opinion, now: Millis) -> Result<Opinion, ImportError> {
    let at = checked(opinion.at, now).filter(|_| is_profile(&opinion.profile));
    at.map(|at| Opinion { at, imported: true, ..opinion }).ok_or(ImportError::Broken("an opinion"))
}

pub(super) fn checked_check(check: PhotoCheck, memory: &Memory, now: Millis) -> Result<PhotoCheck, ImportError> {
    let is_good = memory.photo(&check.photo).is_some()
        && check.answer.as_ref().is_none_or(|(answer, at)| {
            let found = match answer {
                Answer::OtherName { profile } => profile.as_ref(),
                Answer::Nothing | Answer::SameName => None,
            };
            checked(*at, now).is_some() && found.is_none_or(is_profile)
        });
    let opened = checked(check.opened, now).filter(|_| is_good).ok_or(ImportError::Broken("a photo check"))?;
    let answer = check.answer.map(|(answer, at)| (answer, at.min(now)));
    Ok(PhotoCheck { opened, answer, ..check })
}

pub(super) fn checked_pair(pair: Comparing, memory: &Memory, now: Millis) -> Result<Comparing, ImportError> {
    let is_pair = pair.a < pair.b && memory.photo(&pair.a).is_some() && memory.photo(&pair.b).is_some();
    let at = checked(pair.at, now).filter(|_| is_pair);
    at.map(|at| Comparing { at, ..pair }).ok_or(ImportError::Broken("a comparison of photos"))
}

/// Checks the searches of a photo in a file: addresses are unwrapped and titles read here, within the usual bounds.
pub(super) fn checked_searched(searched: Searched, memory: &Memory, now: Millis) -> Result<Searched, ImportError> {
    const WRONG: ImportError = ImportError::Broken("a search of the web");
    if !searched.is_bounded() {
        return Err(WRONG);
    }
    let Searched { photo, searches, words, generated } = searched;
    let holder = memory.shows_of(&photo).max_by_key(|sighting| (sighting.last_seen, sighting.key()));
    let holder = holder.filter(|_| memory.photo(&photo).is_some()).ok_or(WRONG)?;
    let inviter = memory.inviter(&holder.profile, &holder.name);
    let mut all = Searched::of(&photo);
    for search in searches {
        let at = checked(search.at, now).filter(|_| is_engine(&search.engine)).ok_or(WRONG)?;
        let kept = WebSearch::kept(&search.engine, at, search.outcome, &search.hits, &inviter);
        all = all.with(WebSearch { more: kept.more.saturating_add(search.more), ..kept });
    }
    for word in words {
        let at = checked(word.at, now).ok_or(WRONG)?;
        let key = key_of(&word.key).filter(|key| *key == word.key).ok_or(WRONG)?;
        all = all.with_word(&key, Some(word.same), at);
    }
    if let Some(generated) = generated {
        let at = checked(generated.at, now).ok_or(WRONG)?;
        let is_good = is_engine(&generated.provider) && generated.thousandths <= 1000;
        all.generated = Some(Generated { at, ..generated }).filter(|_| is_good);
    }
    Ok(all)
}

/// Checks what a file says of "About this profile".
pub(super) fn checked_about(seen: AboutSeen, memory: &Memory, now: Millis) -> Result<AboutSeen, ImportError> {
    let is_month = |time: &Millis| *time <= now && *time >= FIRST_DAY.saturating_sub(31 * DAY);
    let is_good = memory.account(&seen.profile).is_some()
        && is_profile(&seen.profile)
        && seen.joined.iter().chain(&seen.photo_updated).all(is_month);
    let at = checked(seen.at, now).filter(|_| is_good);
    at.map(|at| AboutSeen { at, ..seen }).ok_or(ImportError::Broken("an account"))
}

fn is_profile(profile: &ProfileId) -> bool {
    ProfileId::from_address(&profile.to_address()).as_ref() == Some(profile)
}
