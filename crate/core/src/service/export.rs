//! Exports the memory to a file, part by part.

use std::rc::Rc;

use serde::Serialize;

use super::transfer::{ExportedPhoto, FORMAT, Header, Line, VERSION};
use super::{Clock, Memory, Photo, PhotoSource, Service, Store, StoreError};

/// Photos in one part: some 2 KB each.
const PHOTOS: usize = 200;
/// Other lines in one part.
const LINES: usize = 2000;

/// A part of the file.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ExportPart {
    /// Its lines.
    #[cfg_attr(test, ts(type = "Array<Record<string, any>>"))]
    pub lines: Vec<Line>,
    /// The argument that asks for the next part; the last part has none.
    pub next: Option<String>,
    /// How many lines the whole file has, as of now.
    pub total: usize,
}

/// What the parts hold, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Photos,
    Sightings,
    Checks,
    Opinions,
    Comparings,
    Searched,
    Accounts,
    Goals,
}

impl Stage {
    const ALL: [Self; 8] = [
        Self::Photos,
        Self::Sightings,
        Self::Checks,
        Self::Opinions,
        Self::Comparings,
        Self::Searched,
        Self::Accounts,
        Self::Goals,
    ];
}

/// Where the next part begins: after this key of this stage, and after this number of lines.
struct Cursor {
    stage: usize,
    key: Option<String>,
    lines: usize,
}

impl Cursor {
    fn read(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '\n');
        let (stage, lines) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(Self { stage, key: parts.next().map(str::to_owned), lines })
    }

    fn written(&self) -> String {
        let key = self.key.as_deref().map_or(String::new(), |key| format!("\n{key}"));
        format!("{}\n{}{key}", self.stage, self.lines)
    }
}

impl<S: Store, P: PhotoSource, C: Clock> Service<S, P, C> {
    /// The part of the file that comes `after` ([`ExportPart::next`]), or the first. Changes made meanwhile are in later
    /// parts or in none; no line comes twice.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    pub async fn export_part(&self, after: Option<&str>) -> Result<ExportPart, StoreError> {
        self.ready().await?;
        let first = Cursor { stage: 0, key: None, lines: 0 };
        let begun = after.and_then(Cursor::read);
        let mut lines = Vec::new();
        if begun.is_none() {
            lines.push(Line::Memory(Header { format: FORMAT.to_owned(), version: VERSION }));
        }
        let Cursor { mut stage, key, lines: before } = begun.unwrap_or(first);
        let (mut key, mut photos, total) = {
            let memory = self.memory.borrow();
            let Some(at) = Stage::ALL.get(stage) else {
                return Ok(ExportPart { lines: vec![Line::End(before)], next: None, total: before + 1 });
            };
            let (found, photos) = lines_of(&memory, *at, key.as_deref());
            let last = found
                .last()
                .map(|(key, _)| key.clone())
                .or_else(|| photos.last().map(|photo| photo.address.id.as_str().to_owned()));
            lines.extend(found.into_iter().map(|(_, line)| line));
            (last, photos, total(&memory))
        };
        for photo in photos.drain(..) {
            let fingerprint = self.memory.borrow().fingerprint(&photo.address.id);
            let rendition = self.store.rendition(&photo.address.id).await?;
            lines.push(Line::Photo(ExportedPhoto::of(&photo, fingerprint, rendition.as_ref())));
        }
        if key.is_none() {
            stage += 1;
        }
        let next = Cursor { stage, key: key.take(), lines: before + lines.len() };
        Ok(ExportPart { lines, next: Some(next.written()), total })
    }
}

/// How many lines the file has, header and end included.
fn total(memory: &Memory) -> usize {
    memory.photo_count()
        + memory.sighting_count()
        + memory.checks().count()
        + memory.opinions().count()
        + memory.comparings().count()
        + memory.all_searched().count()
        + memory.all_about_seen().count()
        + usize::from(!memory.goals().is_empty())
        + 2
}

/// Some lines of a stage with their keys, after a key. For photos it returns records: their renditions are read later.
fn lines_of(memory: &Memory, stage: Stage, after: Option<&str>) -> (Vec<(String, Line)>, Vec<Rc<Photo>>) {
    let behind = |key: &str| after.is_none_or(|after| key > after);
    let lines = match stage {
        Stage::Photos => {
            return (Vec::new(), memory.photos_after(after).take(PHOTOS).collect());
        }
        Stage::Sightings => {
            let sightings = memory.sightings_after(after).take(LINES);
            sightings.map(|one| (one.key(), Line::Sighting(Rc::unwrap_or_clone(one)))).collect()
        }
        Stage::Checks => some(memory.checks().map(|one| (one.photo.as_str().to_owned(), one)), &behind, Line::Check),
        Stage::Opinions => {
            some(memory.opinions().map(|one| (one.profile.as_str().to_owned(), one)), &behind, Line::Opinion)
        }
        Stage::Comparings => some(memory.comparings().map(|one| (one.key_of_both(), one)), &behind, Line::Comparing),
        Stage::Searched => {
            some(memory.all_searched().map(|one| (one.photo.as_str().to_owned(), one)), &behind, Line::Searched)
        }
        Stage::Accounts => {
            some(memory.all_about_seen().map(|one| (one.profile.as_str().to_owned(), one)), &behind, Line::About)
        }
        Stage::Goals if after.is_none() && !memory.goals().is_empty() => {
            vec![("goals".to_owned(), Line::Goals(memory.goals().clone()))]
        }
        Stage::Goals => Vec::new(),
    };
    (lines, Vec::new())
}

fn some<'a, T: Clone + 'a>(
    all: impl Iterator<Item = (String, &'a T)>,
    behind: &dyn Fn(&str) -> bool,
    line: fn(T) -> Line,
) -> Vec<(String, Line)> {
    let rest = all.filter(|(key, _)| behind(key)).take(LINES);
    rest.map(|(key, one)| (key, line(one.clone()))).collect()
}
