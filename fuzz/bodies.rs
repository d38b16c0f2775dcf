//! The fuzz targets' bodies: each function takes any bytes and asserts invariants. `cargo fuzz run` runs them with coverage
//! (fuzz_targets); crate/core/tests/fuzzed.rs runs them briefly in every test run, on mutated seeds. Both start from seeds/.

use pollster::block_on;
use vouchsafe_core::address::ProfileId;
use vouchsafe_core::invitation::{self, CardAsRead, Piece, Reading, Root};
use vouchsafe_core::memory::{Change, Failure, Record};
use vouchsafe_core::names::{NameMatch, ReadName, compare};
use vouchsafe_core::service::{Clock, InMemory, Line, PhotoSource, Service, Store};
use vouchsafe_core::time::Millis;
use vouchsafe_core::web::{self, Hit, Inviter, ReadHit};

const NOW: Millis = 1_795_000_000_000;

struct FixedClock;

impl Clock for FixedClock {
    fn now(&self) -> Millis {
        NOW
    }
}

struct NoPhotos;

impl PhotoSource for NoPhotos {
    async fn fetch(&self, _: &str) -> Result<Vec<u8>, Failure> {
        Err(Failure::Unreachable)
    }
}

fn service(store: InMemory) -> Service<InMemory, NoPhotos, FixedClock> {
    Service::open(store, NoPhotos, FixedClock)
}

/// Asserts that every memory can be shown, exported and tidied.
fn can_be_used(store: InMemory) {
    let service = service(store);
    block_on(async {
        let overview = service.overview().await.unwrap();
        for item in &overview.items {
            service.view(&item.key).await.unwrap();
        }
        for held in service.people().await.unwrap().iter().take(3) {
            let _ = service.forget_person(&held.profile).await;
        }
        let mut after = None;
        for _ in 0..100 {
            let part = service.export_part(after.as_deref()).await.unwrap();
            after = part.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(after, None, "an export ends");
        service.tidy(180, 10).await.unwrap();
    });
}

/// A card as a hostile page could forge it: JSON.
pub fn card(bytes: &[u8]) {
    let Ok(card) = serde_json::from_slice::<CardAsRead>(bytes) else { return };
    if let Reading::Invitation(read, name_at) = invitation::read(&card) {
        assert!(name_at < card.pieces.len() && !read.name.is_empty() && !read.key.is_empty());
    }
    let store = InMemory::default();
    block_on(service(store.clone()).see_card(&card)).unwrap();
    can_be_used(store);
}

/// A file to import: one JSON object a line.
pub fn import(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let lines: Result<Vec<Line>, _> = text.lines().map(serde_json::from_str).collect();
    let Ok(lines) = lines else { return };
    let store = InMemory::default();
    let service = service(store.clone());
    block_on(async {
        let job = service.import_begin().await.unwrap();
        let mut taken = Ok(());
        for part in lines.chunks(7) {
            taken = service.import_part(job, part.to_vec()).await;
            if taken.is_err() {
                break;
            }
        }
        if taken.is_err() || service.import_finish(job).await.is_err() {
            assert!(service.people().await.unwrap().is_empty(), "a refused file leaves nothing");
        }
    });
    can_be_used(store);
}

/// A store as an older version or a fault may have left it: one JSON record a line.
pub fn stored(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let records = text.lines().filter_map(|line| serde_json::from_str::<Record>(line).ok());
    let changes: Vec<Change> = records.take(50).map(Change::Put).collect();
    let store = InMemory::default();
    block_on(store.commit(&changes)).unwrap();
    can_be_used(store);
}

/// Two names, one a line.
pub fn names(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (one, other) = text.split_once('\n').unwrap_or((&text, ""));
    assert_eq!(compare(one, other), compare(other, one), "{one:?} {other:?}");
    assert_ne!(compare(one, one), NameMatch::Different, "{one:?}");
}

/// The lines of a card, as text, among them those on mutual connections.
pub fn mutual(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let profile = "https://www.linkedin.com/in/kim-sample/".to_owned();
    let control = |label: &str| Piece::Control { label: label.to_owned(), text: String::new(), href: String::new() };
    let mut pieces = vec![Piece::Link { href: profile, text: "Kim Sample".to_owned(), strong: true }];
    pieces.extend(text.lines().take(50).map(|line| Piece::Text { text: line.to_owned() }));
    pieces.push(control("Ignore an invitation to connect from Kim Sample"));
    pieces.push(control("Accept Kim Sample’s invitation"));
    for language in ["en", "de", "", "xx"] {
        let card = CardAsRead {
            root: Root::Structure,
            urn: String::new(),
            language: language.to_owned(),
            pieces: pieces.clone(),
        };
        let _ = invitation::read(&card);
    }
}

/// The results of a search, as read from an engine's page: JSON.
pub fn results(bytes: &[u8]) {
    let Ok(hits) = serde_json::from_slice::<Vec<Hit>>(bytes) else { return };
    let profile = ProfileId::from_address("https://www.linkedin.com/in/kim-sample/");
    let inviter = Inviter { profiles: profile.into_iter().collect(), names: vec![ReadName::new("Kim Sample")] };
    let mut read: Vec<ReadHit> = Vec::new();
    for hit in &hits {
        let Some(kept) = hit.kept() else { continue };
        assert_eq!(kept.kept().as_ref(), Some(&kept), "kept again it is the same");
        assert!(kept.title.chars().count() <= 120 && kept.url.len() <= 300, "{kept:?}");
        assert_eq!(web::key_of(&kept.url), web::key_of(&hit.url), "{hit:?}");
        read.extend(web::read(&kept, &inviter));
    }
    assert!(web::other_people(&read).len() <= read.len());
}
