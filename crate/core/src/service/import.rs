//! Imports a file into the memory, part by part. Each part is stored with a record that undoes it, so that an import
//! which is cancelled, refused or cut off by the end of the process leaves nothing. Other requests are answered between
//! parts.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::remembered::Forgotten;
use super::transfer::{
    ExportedPhoto, FORMAT, Header, Line, VERSION, checked_about, checked_check, checked_opinion, checked_pair,
    checked_searched, checked_sighting,
};
use super::{Change, Clock, ImportError, Kind, Memory, Photo, PhotoSource, Record, Service, ServiceError, Store};
use crate::address::{PhotoId, ProfileId};
use crate::memory::{AboutSeen, Answer, Opinion, PhotoCounts, Searched, Sighting, Undo};
use crate::photo::{PhotoIndex, Query};
use crate::time::Millis;

/// How many photos are looked up before other tasks get a turn.
const PHOTOS_AT_A_TIME: usize = 16;
/// The most lines of a file: no person's own memory has more.
const MOST_LINES: usize = 2_000_000;

/// How much was taken in that was not known before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Imported {
    /// Profiles.
    pub people: usize,
    /// Photos.
    pub photos: usize,
    /// The user's opinions of people.
    pub opinions: usize,
    /// Photo checks.
    pub checks: usize,
    /// The user's answers on two photos.
    pub comparings: usize,
    /// Searches of the web.
    pub searches: usize,
    /// Whether the import added to the user's goals.
    pub goals: bool,
}

/// An import that is under way.
#[derive(Debug)]
pub(super) struct Importing {
    job: Millis,
    /// How often something was forgotten before it began: somebody forgotten meanwhile does not come back with the
    /// file.
    since: usize,
    /// How many lines were read.
    lines: usize,
    is_ended: bool,
    /// The number of the next part.
    number: u32,
    people: BTreeSet<ProfileId>,
    imported: Imported,
}

/// The changes that are stored at once.
#[derive(Default)]
struct Batch {
    changes: Vec<Change>,
    undo: Undo,
    /// The records that the changes touch.
    keys: BTreeSet<(Kind, String)>,
    /// The photos among them.
    index: PhotoIndex<usize>,
}

impl Batch {
    fn put(&mut self, memory: &Memory, record: Record) {
        let change = Change::Put(record);
        self.undo.note(memory, &change);
        self.push(change);
    }

    fn push(&mut self, change: Change) {
        if let Change::Put(record) = &change {
            self.keys.insert((record.kind(), record.key()));
        }
        self.changes.push(change);
    }

    fn touches(&self, kind: Kind, key: &str) -> bool {
        self.keys.contains(&(kind, key.to_owned()))
    }
}

impl<S: Store, P: PhotoSource, C: Clock> Service<S, P, C> {
    /// Begins an import and returns its number. An import that was under way is undone.
    ///
    /// # Errors
    /// [`ServiceError::Store`] if what was left of an earlier one cannot be undone.
    pub async fn import_begin(&self) -> Result<Millis, ServiceError> {
        let mut importing = self.importing.lock().await;
        let last = importing.take().map_or(0, |before| before.job);
        self.undo_import().await?;
        let job = self.clock.now().max(last + 1);
        *importing = Some(Importing {
            job,
            since: self.forgotten_count(),
            lines: 0,
            is_ended: false,
            number: 0,
            people: BTreeSet::new(),
            imported: Imported::default(),
        });
        Ok(job)
    }

    /// Takes in some lines of a file. What is known already is merged; what the user said here stays.
    ///
    /// # Errors
    /// [`ServiceError::Import`] if the file cannot be taken in, [`ServiceError::Store`] if the store failed. Either way
    /// the whole import is undone.
    pub async fn import_part(&self, job: Millis, lines: Vec<Line>) -> Result<(), ServiceError> {
        let mut importing = self.importing.lock().await;
        let state = importing.as_mut().filter(|state| state.job == job).ok_or(ImportError::Lost)?;
        let done = self.take_in(state, lines).await;
        if done.is_err() {
            *importing = None;
            self.undo_import().await?;
        }
        done
    }

    /// The changes that drop the photos to which nothing refers, and the counts after that; and how many of those photos
    /// were read.
    fn drop_orphans(&self) -> (Vec<Change>, usize) {
        let memory = self.memory.borrow();
        let mut changes = memory.changes_to_drop_orphans();
        let dropped = || {
            changes.iter().filter_map(|change| match change {
                Change::Delete(Kind::Photo, id) => memory.photo(&id.clone().into()),
                _ => None,
            })
        };
        let read = dropped().filter(|photo| photo.is_read()).count();
        let comparable = memory.comparable().saturating_sub(dropped().filter(|photo| photo.is_comparable()).count());
        changes.push(Change::Put(Record::PhotoCounts(PhotoCounts { comparable, ..memory.photo_counts() })));
        (changes, read)
    }

    /// Ends an import: what was taken in stays.
    ///
    /// # Errors
    /// [`ServiceError::Import`] if the file had no end, and [`ServiceError::Store`] if the store failed; the import is
    /// undone.
    pub async fn import_finish(&self, job: Millis) -> Result<Imported, ServiceError> {
        let mut importing = self.importing.lock().await;
        let state = importing.take_if(|state| state.job == job).ok_or(ImportError::Lost)?;
        let mut imported = Imported { people: state.people.len(), ..state.imported };
        let finished = if state.is_ended {
            let _turn = self.queue.lock().await;
            let (mut changes, dropped) = self.drop_orphans();
            imported.photos = imported.photos.saturating_sub(dropped);
            changes.extend((0..state.number).map(|number| Change::Delete(Kind::Undo, Record::undo_key(number))));
            self.store_planned(changes).await.map_err(ServiceError::from)
        } else {
            Err(ImportError::Broken("it has no end").into())
        };
        if finished.is_err() {
            self.undo_import().await?;
        }
        finished.map(|()| imported)
    }

    /// Cancels an import: nothing of it stays.
    ///
    /// # Errors
    /// [`ServiceError::Store`] if it cannot be undone now; it is tried again by [`Self::tidy`].
    pub async fn import_cancel(&self, job: Millis) -> Result<(), ServiceError> {
        let mut importing = self.importing.lock().await;
        if importing.take_if(|state| state.job == job).is_some() {
            self.undo_import().await?;
        }
        Ok(())
    }

    /// Whether an import is under way.
    pub(super) fn is_importing(&self) -> bool {
        self.importing.try_lock().is_none_or(|importing| importing.is_some())
    }

    /// Undoes an import that did not finish, the last part first.
    pub(super) async fn undo_import(&self) -> Result<(), ServiceError> {
        let mut parts = Vec::new();
        let mut after = None;
        loop {
            let part = self.store.read(Kind::Undo, after.as_deref()).await?;
            parts.extend(part.records);
            after = part.next;
            if after.is_none() {
                break;
            }
        }
        while let Some(Record::Undo(undo)) = parts.pop() {
            self.change(Box::new(|memory| Ok(memory.changes_to_undo(&undo)))).await?;
            self.clock.pause().await;
        }
        Ok(())
    }

    async fn take_in(&self, state: &mut Importing, lines: Vec<Line>) -> Result<(), ServiceError> {
        self.ready().await?;
        let _turn = self.queue.lock().await;
        let now = self.clock.now();
        let mut batch = Batch::default();
        for (count, line) in lines.into_iter().enumerate() {
            state.lines += 1;
            if state.is_ended || (state.lines == 1) != matches!(line, Line::Memory(_)) || state.lines > MOST_LINES {
                return Err(not_a_line_here(state.lines).into());
            }
            match line {
                Line::Memory(Header { format, version }) => {
                    if format != FORMAT || version != VERSION {
                        return Err(ImportError::OtherVersion.into());
                    }
                }
                Line::End(lines) if lines + 1 == state.lines => state.is_ended = true,
                Line::End(_) => return Err(ImportError::Broken("lines are missing").into()),
                Line::Photo(photo) => {
                    if count % PHOTOS_AT_A_TIME == 0 {
                        self.clock.pause().await;
                    }
                    self.take_photo(state, &mut batch, photo, now).await?;
                }
                line => self.take_line(state, &mut batch, line, now).await?,
            }
        }
        self.flush(state, &mut batch).await
    }

    async fn take_photo(
        &self,
        state: &mut Importing,
        batch: &mut Batch,
        photo: ExportedPhoto,
        now: Millis,
    ) -> Result<(), ServiceError> {
        let (photo, portrait) = photo.check(now)?;
        let id = photo.address.id.clone();
        let query = portrait.as_ref().and_then(Query::of);
        // Photos of this batch are found only once they are stored.
        let is_alike = query.as_ref().is_some_and(|query| !batch.index.candidates(query).is_empty());
        if is_alike || batch.touches(Kind::Photo, id.as_str()) {
            self.flush(state, batch).await?;
        }
        let known = self.memory.borrow().photo(&id).cloned();
        let (Some(portrait), false) = (portrait, known.as_ref().is_some_and(Photo::is_read)) else {
            if known.is_none() {
                batch.undo.photos.push(id);
                batch.push(Change::Put(Record::Photo(photo)));
            }
            return Ok(());
        };
        let candidates = query.as_ref().map(|query| self.memory.borrow().candidates(query)).unwrap_or_default();
        let same = self.confirm(query.as_ref(), candidates, &BTreeMap::new()).await?;
        if same.iter().any(|(other, _)| batch.touches(Kind::Photo, other.as_str())) {
            self.flush(state, batch).await?;
        }
        // The address seen here is newer than the file's.
        let photo = known.map_or(photo.clone(), |known| Photo { side: photo.side, ..known });
        let planned = self.memory.borrow().changes_for_picture(photo, &portrait, same);
        planned.into_iter().for_each(|change| batch.push(change));
        if let Ok(fingerprint) = &portrait.fingerprint {
            batch.index.insert_fingerprint(batch.changes.len(), fingerprint);
        }
        batch.undo.photos.push(id);
        state.imported.photos += 1;
        Ok(())
    }

    async fn take_line(
        &self,
        state: &mut Importing,
        batch: &mut Batch,
        line: Line,
        now: Millis,
    ) -> Result<(), ServiceError> {
        // The records that a line refers to, or is merged with, must be in the memory, not still in the batch.
        let key = match &line {
            Line::Sighting(sighting) => (Kind::Sighting, sighting.key()),
            Line::Opinion(opinion) => (Kind::Opinion, opinion.profile.as_str().to_owned()),
            Line::Check(check) => (Kind::PhotoCheck, check.photo.as_str().to_owned()),
            Line::Comparing(pair) => (Kind::Comparing, pair.key_of_both()),
            Line::Searched(searched) => (Kind::Searched, searched.photo.as_str().to_owned()),
            Line::About(seen) => (Kind::About, seen.profile.as_str().to_owned()),
            _ => (Kind::Goals, "goals".to_owned()),
        };
        let holds_photos = batch.changes.iter().any(|change| matches!(change, Change::Put(Record::Photo(_))));
        let is_word = matches!(line, Line::Opinion(_) | Line::Searched(_) | Line::About(_))
            && batch.keys.iter().any(|(kind, _)| *kind == Kind::Sighting);
        if holds_photos || is_word || batch.keys.contains(&key) {
            self.flush(state, batch).await?;
        }
        let Some(line) = self.without_forgotten(line, state.since) else { return Ok(()) };
        let memory = self.memory.borrow();
        match line {
            Line::Sighting(sighting) => {
                let sighting = memory.merged(checked_sighting(sighting, &memory, now)?);
                if memory.sighting(&key.1) != Some(&sighting) {
                    state.people.insert(sighting.profile.clone());
                    batch.put(&memory, Record::Sighting(sighting));
                }
            }
            Line::Opinion(opinion) => {
                let opinion = checked_opinion(opinion, now)?;
                if memory.opinion(&opinion.profile).is_none_or(|known| known.imported && known.at < opinion.at) {
                    state.imported.opinions += 1;
                    batch.put(&memory, Record::Opinion(opinion));
                }
            }
            Line::Check(check) => {
                let check = checked_check(check, &memory, now)?;
                if memory.check(&check.photo).is_none() {
                    state.imported.checks += 1;
                    batch.put(&memory, Record::PhotoCheck(check));
                }
            }
            Line::Comparing(pair) => {
                let pair = checked_pair(pair, &memory, now)?;
                if memory.comparing(&pair.a, &pair.b).is_none() {
                    state.imported.comparings += 1;
                    batch.put(&memory, Record::Comparing(pair));
                }
            }
            Line::Searched(searched) => {
                let searched = checked_searched(searched, &memory, now)?;
                let known = memory.searched(&searched.photo);
                // What is known and answered here takes precedence.
                let merged = known.map_or_else(|| searched.clone(), |known| known.clone().merged(&searched));
                if known != Some(&merged) {
                    let before = known.map_or(0, |known| known.searches.len());
                    state.imported.searches += merged.searches.len().saturating_sub(before);
                    batch.put(&memory, Record::Searched(merged));
                }
            }
            Line::About(seen) => {
                let seen = checked_about(seen, &memory, now)?;
                if memory.about_seen(&seen.profile).is_none() {
                    batch.put(&memory, Record::About(seen));
                }
            }
            Line::Goals(goals) => {
                let goals = memory.goals().clone().joined(goals);
                if goals != *memory.goals() {
                    state.imported.goals = true;
                    batch.put(&memory, Record::Goals(goals));
                }
            }
            Line::Memory(_) | Line::Photo(_) | Line::End(_) => {}
        }
        Ok(())
    }

    /// Removes from a line what was forgotten since the import began. `None` if the line is about somebody who was
    /// forgotten, or about a photo that was dropped with them. Photos that nobody shows are dropped at the end.
    fn without_forgotten(&self, line: Line, since: usize) -> Option<Line> {
        let forgotten = self.forgotten.borrow();
        let forgotten = forgotten.get(since..).filter(|forgotten| !forgotten.is_empty());
        let Some(forgotten) = forgotten else { return Some(line) };
        let memory = self.memory.borrow();
        let was = |profile: &ProfileId| self.was_forgotten(profile, since);
        let is_there = |photo: &PhotoId| memory.photo(photo).is_some();
        match line {
            Line::Sighting(Sighting { ref profile, ref photo, .. }) => {
                (!was(profile) && photo.as_ref().is_none_or(is_there)).then_some(line)
            }
            Line::Opinion(Opinion { ref profile, .. }) | Line::About(AboutSeen { ref profile, .. }) => {
                (!was(profile)).then_some(line)
            }
            Line::Comparing(ref pair) => (is_there(&pair.a) && is_there(&pair.b)).then_some(line),
            Line::Check(mut check) => {
                if let Some((Answer::OtherName { profile }, _)) = &mut check.answer {
                    *profile = profile.take().filter(|profile| !was(profile));
                }
                is_there(&check.photo).then_some(Line::Check(check))
            }
            Line::Searched(searched) => {
                let without = |searched: Searched, forgotten: &Forgotten| match forgotten {
                    Forgotten::Person(person) => searched.without_person(&memory.inviter(person, "")),
                    Forgotten::Everybody => searched,
                };
                let is_held = memory.shows_of(&searched.photo).next().is_some();
                is_held.then(|| Line::Searched(forgotten.iter().fold(searched, without)))
            }
            line => Some(line),
        }
    }

    /// Stores a batch with what undoes it, and begins another.
    async fn flush(&self, state: &mut Importing, batch: &mut Batch) -> Result<(), ServiceError> {
        let Batch { mut changes, undo, .. } = std::mem::take(batch);
        if changes.is_empty() {
            return Ok(());
        }
        changes.push(Change::Put(Record::Undo(Undo { number: state.number, ..undo })));
        state.number += 1;
        Ok(self.store_planned(changes).await?)
    }
}

fn not_a_line_here(number: usize) -> ImportError {
    if number == 1 { ImportError::OtherVersion } else { ImportError::Broken("a line where none belongs") }
}
