//! Which photos are the same picture: stored with both photos, so that the order of arrival does not matter.

use super::{Change, Memory, Photo, Picture, Record};
use crate::address::PhotoId;
use crate::photo::{Closeness, NotComparable, Portrait};

impl Memory {
    /// The changes that store a picture: the photo's record with the photos found to be the same, their records with
    /// this photo, and its rendition.
    #[must_use]
    pub fn changes_for_picture(
        &self,
        photo: Photo,
        portrait: &Portrait,
        same: Vec<(PhotoId, Closeness)>,
    ) -> Vec<Change> {
        let rendition =
            Record::Rendition { photo: photo.address.id.clone(), bytes: portrait.rendition.as_bytes().to_vec() };
        let picture = match &portrait.fingerprint {
            Ok(fingerprint) => Picture::Comparable { fingerprint: fingerprint.to_bytes() },
            Err(NotComparable::Plain) => Picture::NotComparable,
            Err(NotComparable::Soft) => Picture::Soft,
        };
        let mut changes = self.changes_for_likenesses(Photo { picture, same, ..photo });
        changes.push(Change::Put(rendition));
        changes
    }

    /// Stores a photo, and updates the records of the photos that it is or was like.
    fn changes_for_likenesses(&self, photo: Photo) -> Vec<Change> {
        let id = &photo.address.id;
        let before = self.photo(id).map(|known| known.same.as_slice()).unwrap_or_default();
        let no_longer = before.iter().filter(|(other, _)| !photo.same.iter().any(|(key, _)| key == other));
        let likenesses = photo.same.iter().map(|(other, closeness)| (other, Some(*closeness)));
        let mut changes: Vec<Change> = Vec::new();
        for (other, likeness) in likenesses.chain(no_longer.map(|(other, _)| (other, None))) {
            let Some(mut other) = self.photo(other).cloned() else { continue };
            other.same.retain(|(key, _)| key != id);
            if let Some(closeness) = likeness {
                note_likeness(&mut other.same, id.clone(), closeness);
            }
            changes.push(Change::Put(Record::Photo(other)));
        }
        changes.push(Change::Put(Record::Photo(photo)));
        changes
    }

    /// The photos that are the same picture, itself first; the user's answer on two photos decides.
    #[must_use]
    pub fn same_picture(&self, id: &PhotoId) -> Vec<(PhotoId, Closeness)> {
        let others = self.alike(id).filter_map(|(other, closeness)| match self.comparing(id, other) {
            None => Some((other.clone(), closeness)),
            Some(pair) => pair.same.then(|| (other.clone(), Closeness::NearExact)),
        });
        std::iter::once((id.clone(), Closeness::NearExact)).chain(others).collect()
    }

    /// The photos that look the same, whatever the user answered.
    pub fn alike(&self, id: &PhotoId) -> impl Iterator<Item = (&PhotoId, Closeness)> {
        self.photo(id).into_iter().flat_map(|photo| &photo.same).map(|(other, closeness)| (other, *closeness))
    }
}

/// Puts a likeness among others, in the order of their photos.
pub(crate) fn note_likeness(same: &mut Vec<(PhotoId, Closeness)>, photo: PhotoId, closeness: Closeness) {
    let at = same.partition_point(|(known, _)| *known < photo);
    same.insert(at, (photo, closeness));
}
