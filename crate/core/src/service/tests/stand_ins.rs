//! Test doubles for the service's ports, and made-up cards.

pub use crate::time::DAY;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::task::Poll;

use image::{ImageFormat, Rgb, RgbImage, imageops};

use super::super::*;
use crate::invitation::{CardAsRead, Piece, Root};
use crate::memory::Failure;

pub const TODAY: Millis = 1_795_000_000_000;

/// A store that outlives the service that uses it, and can be made to fail.
#[derive(Clone, Default)]
pub struct TestStore {
    held: InMemory,
    pub is_full: Rc<Cell<bool>>,
    /// How many more commits are taken before the process "dies".
    pub dies_after: Rc<Cell<Option<usize>>>,
    /// How many records were read.
    pub reads: Rc<Cell<usize>>,
    /// How many records cannot be read.
    pub unreadable: Rc<Cell<usize>>,
}

impl TestStore {
    pub fn len(&self) -> usize {
        self.held.count()
    }

    /// All records except the calendar, in the order of their keys.
    pub fn contents(&self) -> Vec<Record> {
        self.held.contents().into_iter().filter(|record| record.kind() != Kind::Calendar).collect()
    }

    /// Changes the packs of records, or drops them.
    pub fn damage(&self, damage: impl Fn(&[u8]) -> Option<Vec<u8>>) {
        self.held.damage(damage);
    }

    fn may_write(&self) -> Result<(), StoreError> {
        if let Some(left) = self.dies_after.get() {
            if left == 0 {
                return Err(StoreError::Failed("killed".to_owned()));
            }
            self.dies_after.set(Some(left - 1));
        }
        if self.is_full.get() { Err(StoreError::Full) } else { Ok(()) }
    }

    fn counted(&self, records: usize) {
        self.reads.set(self.reads.get() + records);
    }
}

impl Store for TestStore {
    async fn read(&self, kind: Kind, after: Option<&str>) -> Result<Part, StoreError> {
        let mut part = self.held.read(kind, after).await?;
        if part.records.len() > PART {
            part.records.truncate(PART);
            part.next = part.records.last().map(Record::key);
        }
        self.counted(part.records.len());
        part.unreadable = if kind == Kind::Photo { self.unreadable.get() } else { 0 };
        Ok(part)
    }

    async fn drop_unreadable(&self) -> Result<(), StoreError> {
        self.may_write()?;
        self.unreadable.set(0);
        self.held.damage(|_| None);
        Ok(())
    }

    async fn get(&self, kind: Kind, key: &str) -> Result<Option<Record>, StoreError> {
        self.counted(1);
        self.held.get(kind, key).await
    }

    async fn sightings(&self, of: SightingsOf<'_>) -> Result<Vec<Record>, StoreError> {
        let found = self.held.sightings(of).await?;
        self.counted(found.len());
        Ok(found)
    }

    async fn commit(&self, changes: &[Change]) -> Result<(), StoreError> {
        self.may_write()?;
        self.held.commit(changes).await
    }

    async fn clear(&self) -> Result<(), StoreError> {
        self.may_write()?;
        self.held.clear().await
    }

    async fn since_packed(&self) -> Result<Option<Vec<Record>>, StoreError> {
        self.held.since_packed().await
    }

    async fn packs(&self, of: PacksOf, after: Option<u32>) -> Result<Packs, StoreError> {
        self.held.packs(of, after).await
    }

    async fn wants_packs(&self) -> Result<bool, StoreError> {
        self.held.wants_packs().await
    }

    async fn put_packs(&self, packs: &[Vec<u8>]) -> Result<(), StoreError> {
        self.may_write()?;
        self.held.put_packs(packs).await
    }
}

/// Few, so that every test that reads a store reads it in parts.
const PART: usize = 3;

type Fetched = Result<Vec<u8>, Failure>;

/// Photos by upload, and how often each was asked for.
#[derive(Clone, Default)]
pub struct TestPhotos {
    pub answers: Rc<RefCell<BTreeMap<String, Fetched>>>,
    pub asked: Rc<RefCell<Vec<String>>>,
    /// How many more requests fail on their way.
    pub breaks: Rc<Cell<usize>>,
    /// Whether other tasks run before an answer.
    pub is_slow: Rc<Cell<bool>>,
}

impl PhotoSource for TestPhotos {
    async fn fetch(&self, url: &str) -> Result<Vec<u8>, Failure> {
        self.asked.borrow_mut().push(url.to_owned());
        let mut waits = self.is_slow.get();
        let turn = std::future::poll_fn(|context| {
            context.waker().wake_by_ref();
            if std::mem::take(&mut waits) { Poll::Pending } else { Poll::Ready(()) }
        });
        turn.await;
        if let Some(left) = self.breaks.get().checked_sub(1) {
            self.breaks.set(left);
            return Err(Failure::Unreachable);
        }
        let asset = PhotoAddress::read(url).map(|address| address.id.as_str().to_owned()).unwrap_or_default();
        self.answers.borrow().get(&asset).cloned().unwrap_or(Err(Failure::Refused { status: 404 }))
    }
}

#[derive(Clone)]
pub struct TestClock(pub Rc<Cell<Millis>>);

impl Clock for TestClock {
    fn now(&self) -> Millis {
        self.0.get()
    }
}

/// A service with everything around it.
pub struct Fixture {
    pub store: TestStore,
    pub photos: TestPhotos,
    pub clock: TestClock,
    pub service: Service<TestStore, TestPhotos, TestClock>,
}

impl Fixture {
    pub fn open() -> Self {
        Self::on(TestStore::default(), TestPhotos::default(), TestClock(Rc::new(Cell::new(TODAY))))
    }

    pub fn on(store: TestStore, photos: TestPhotos, clock: TestClock) -> Self {
        let service = Service::open(store.clone(), photos.clone(), clock.clone());
        Self { store, photos, clock, service }
    }

    /// The same store after the process died.
    pub fn reopened(&self) -> Self {
        Self::on(self.store.clone(), self.photos.clone(), self.clock.clone())
    }

    pub fn photo(&self, asset: &str, picture: &RgbImage) {
        self.photos.answers.borrow_mut().insert(asset.to_owned(), Ok(png(picture)));
    }

    pub fn later(&self, by: Millis) {
        self.clock.0.set(self.clock.0.get() + by);
    }

    /// Days pass, and the browser runs on each of them.
    pub fn days_pass(&self, days: i64) {
        for _ in 0..days {
            self.later(DAY);
            pollster::block_on(self.service.tidy(100_000, usize::MAX)).unwrap();
        }
    }

    /// The memory as a file.
    pub fn file(&self) -> Vec<Line> {
        let (mut lines, mut after) = (Vec::new(), None);
        loop {
            let part = pollster::block_on(self.service.export_part(after.as_deref())).unwrap();
            lines.extend(part.lines);
            after = part.next;
            if after.is_none() {
                assert_eq!(lines.len(), part.total, "the last part knows");
                return lines;
            }
        }
    }

    /// Imports a file, this many lines at a time.
    pub fn import_by(&self, lines: &[Line], at_a_time: usize) -> Result<Imported, ServiceError> {
        pollster::block_on(async {
            let job = self.service.import_begin().await?;
            for part in lines.chunks(at_a_time) {
                self.service.import_part(job, part.to_vec()).await?;
            }
            self.service.import_finish(job).await
        })
    }

    pub fn import(&self, lines: &[Line]) -> Result<Imported, ServiceError> {
        self.import_by(lines, 3)
    }

    pub fn see(&self, card: &CardAsRead) -> View {
        match pollster::block_on(self.service.see_card(card)).unwrap() {
            CardSeen::Invitation { view, .. } => *view,
            other => panic!("{other:?}"),
        }
    }

    pub fn view(&self, slug: &str) -> View {
        let key = format!("in:{slug}");
        self.overview().items.into_iter().find(|view| view.key == key).unwrap()
    }

    pub fn overview(&self) -> Overview {
        pollster::block_on(self.service.overview()).unwrap()
    }
}

/// A picture with plenty to compare: soft blobs in places that a seed decides.
pub fn picture(seed: u32) -> RgbImage {
    let mut state = seed.wrapping_mul(2_654_435_761).wrapping_add(1);
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state >> 16
    };
    let mut picture = RgbImage::from_pixel(100, 100, Rgb([120, 120, 120]));
    for _ in 0..40 {
        let (x0, y0, side) = (next() % 90, next() % 90, 8 + next() % 30);
        let colour = Rgb([(next() % 256) as u8, (next() % 256) as u8, (next() % 256) as u8]);
        for (x, y) in (x0..100.min(x0 + side)).flat_map(|x| (y0..100.min(y0 + side)).map(move |y| (x, y))) {
            picture.put_pixel(x, y, colour);
        }
    }
    imageops::blur(&picture, 1.5)
}

pub fn png(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// A card to be filled in.
pub struct Card {
    pub slug: &'static str,
    pub name: &'static str,
    pub asset: &'static str,
    pub set_at: Millis,
    pub context: &'static str,
    pub verified: bool,
    pub headline: &'static str,
    pub note: &'static str,
}

impl Card {
    pub fn of(slug: &'static str, name: &'static str, asset: &'static str) -> Self {
        Self {
            slug,
            name,
            asset,
            set_at: TODAY - 100 * DAY,
            context: "",
            verified: false,
            headline: "Head of Something",
            note: "",
        }
    }

    pub fn set(self, days_ago: i64) -> Self {
        Self { set_at: TODAY - days_ago * DAY, ..self }
    }

    pub fn mutual(self, context: &'static str) -> Self {
        Self { context, ..self }
    }

    pub fn verified(self) -> Self {
        Self { verified: true, ..self }
    }

    pub fn note(self, note: &'static str) -> Self {
        Self { note, ..self }
    }

    pub fn photo_url(&self, side: u32) -> String {
        let (asset, set_at) = (self.asset, self.set_at);
        format!(
            "https://media.licdn.com/dms/image/v2/{asset}/profile-displayphoto-shrink_{side}_{side}/0/{set_at}?e=1900000000"
        )
    }

    pub fn read(&self) -> CardAsRead {
        let profile = format!("https://www.linkedin.com/in/{}/", self.slug);
        let text = |text: &str| Piece::Text { text: text.to_owned() };
        let control = |label: String, text: &str| Piece::Control { label, text: text.to_owned(), href: String::new() };
        let mut pieces = Vec::new();
        if !self.asset.is_empty() {
            pieces.push(Piece::Image { src: self.photo_url(100), alt: String::new(), link: profile.clone() });
        }
        pieces.push(Piece::Link { href: profile, text: self.name.to_owned(), strong: true });
        if self.verified {
            pieces.push(Piece::Mark { id: "verified-small".to_owned(), label: String::new(), link: String::new() });
        }
        pieces.extend([text(&format!("{} is inviting you to connect", self.name)), text(self.headline)]);
        // LinkedIn's own line: beside the picture of somebody else.
        pieces.push(Piece::Mark { id: "person-accent-1".to_owned(), label: String::new(), link: String::new() });
        pieces.push(text(self.context));
        pieces.push(control(format!("Ignore an invitation to connect from {}", self.name), "Ignore"));
        pieces.push(control(format!("Accept {}’s invitation", self.name), "Accept"));
        pieces.push(text(self.note));
        CardAsRead { root: Root::Structure, urn: String::new(), language: "en".to_owned(), pieces }
    }
}

/// Numbers that look random and are the same in every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}
