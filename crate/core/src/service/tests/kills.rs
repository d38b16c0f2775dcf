//! The process may be killed at any step: what it acknowledged is stored, and every other change is stored whole or not at
//! all.

use std::collections::BTreeSet;
use std::task::{Context, Waker};

use pollster::block_on;

use super::super::*;
use super::stand_ins::{Card, DAY, Dice, Fixture, TODAY, picture};
use super::{OWNER, THIEF, stolen};
use crate::memory::{Place, Stance};

/// How often the process is killed; in `./build.sh check`, which is to be quick, less often.
fn kills() -> u64 {
    if std::env::var_os("VOUCHSAFE_LONG").is_some() { 200 } else { 40 }
}

/// A fixed seed: a failure is the same the next time.
const SEED: u64 = 20_261_128;

const PEOPLE: [(&str, &str, &str); 6] = [
    ("kim-sample", "Kim Sample", "A"),
    ("sam-other", "Sam Other", "B"),
    ("lee-third", "Lee Third", "C"),
    ("ann-fourth", "Ann Fourth", "D"),
    ("ben-fifth", "Ben Fifth", "E"),
    ("eve-sixth", "Eve Sixth", "A2"),
];

fn open() -> Fixture {
    let fixture = Fixture::open();
    for (n, (_, _, asset)) in (0..).zip(PEOPLE) {
        fixture.photo(asset, &picture(if asset == "A2" { 0 } else { n }));
    }
    fixture.photos.is_slow.set(true);
    fixture
}

/// What was acknowledged, and must be there.
#[derive(Default)]
struct Known {
    people: BTreeSet<&'static str>,
    opinion: Option<Stance>,
    imported: bool,
}

/// Sends one request, and notes what is acknowledged.
async fn act(fixture: &Fixture, what: u64, file: &[Line], known: &RefCell<Known>) -> Result<(), ServiceError> {
    let (slug, name, asset) = PEOPLE[usize::try_from(what % 5).unwrap()];
    let card = Card::of(slug, name, asset).set(900);
    let address = format!("https://www.linkedin.com/in/{slug}/");
    match what / 5 {
        0 => drop(fixture.service.see_card(&card.read()).await?),
        1 => drop(fixture.service.see_profile(&address, name, &[card.photo_url(200)], true).await?),
        2 => {
            let person = PersonAsRead { profile: address, name: name.to_owned(), photo: card.photo_url(100) };
            fixture.service.see_people(Place::Search, &[person]).await?;
        }
        3 => {
            fixture.service.see_card(&Card::of("kim-sample", "Kim Sample", "A").set(900).read()).await?;
            known.borrow_mut().people.insert("kim-sample");
            let says = if what.is_multiple_of(2) { Stance::Known } else { Stance::Fake };
            fixture.service.overrule("in:kim-sample", Some(says)).await?;
            known.borrow_mut().opinion = Some(says);
            return Ok(());
        }
        4 => {
            let job = fixture.service.import_begin().await?;
            for part in file.chunks(2) {
                fixture.service.import_part(job, part.to_vec()).await?;
            }
            fixture.service.import_finish(job).await?;
            known.borrow_mut().imported = true;
            return Ok(());
        }
        _ => return fixture.service.tidy(180, 1000).await.map(drop),
    }
    known.borrow_mut().people.insert(slug);
    Ok(())
}

/// Polls a task `times` times, or until its end, then drops it, as if its process were killed.
fn polled(task: impl Future<Output = Result<(), ServiceError>>, times: u64) {
    let mut task = std::pin::pin!(task);
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..times {
        if task.as_mut().poll(&mut context).is_ready() {
            return;
        }
    }
}

#[test]
fn killed_processes_lose_nothing_that_was_acknowledged() {
    let imported = ("eve-sixth", "Eve Sixth", "A2");
    let file = {
        let source = open();
        block_on(source.service.see_card(&Card::of(imported.0, imported.1, imported.2).set(30).read())).unwrap();
        source.file()
    };
    let mut dice = Dice(SEED);
    let known = RefCell::new(Known::default());
    let mut fixture = open();
    for kill in 0..kills() {
        fixture.later(1000);
        // Between steps of the store, or between steps of a fetch.
        fixture.store.dies_after.set(Some(usize::try_from(dice.below(8)).unwrap()));
        let tasks: Vec<u64> = (0..=dice.below(3)).map(|_| dice.below(26)).collect();
        for what in tasks {
            let steps = 1 + dice.below(12);
            polled(act(&fixture, what, &file, &known), steps);
        }
        fixture.store.dies_after.set(None);
        fixture = fixture.reopened();
        let held: BTreeSet<String> =
            block_on(fixture.service.people()).unwrap().into_iter().map(|held| held.profile).collect();
        for slug in &known.borrow().people {
            assert!(held.contains(*slug), "kill {kill}: {slug}");
        }
        if let Some(says) = known.borrow().opinion {
            let view = block_on(fixture.service.view("in:kim-sample")).unwrap().unwrap();
            assert_eq!(view.opinion, Some(says), "kill {kill}");
        }
        block_on(fixture.service.tidy(180, 1000)).unwrap();
        is_consistent(&fixture, kill);
        let is_there = block_on(fixture.service.people()).unwrap().iter().any(|held| held.profile == imported.0);
        assert_eq!(is_there, known.borrow().imported || is_there && ended(&fixture), "kill {kill}");
        if known.borrow().imported && dice.below(4) == 0 {
            // Now and then forget the imported person, since importing what is known changes nothing.
            block_on(fixture.service.forget_person(imported.0)).unwrap();
            known.borrow_mut().imported = false;
        }
    }
    assert!(known.borrow().people.len() == 5, "the seed sees everybody");
    // The page asks again for what was not answered: in the end the memory is as if no process had been killed.
    let (calm, judged) = (open(), |fixture: &Fixture| {
        for (slug, name, asset) in PEOPLE.into_iter().take(5) {
            let set = Card::of(slug, name, asset).set(900).read();
            block_on(fixture.service.see_card(&set)).unwrap();
        }
        block_on(fixture.service.overrule("in:kim-sample", None)).unwrap();
        block_on(fixture.service.forget_person(imported.0)).unwrap();
        let items = fixture.overview().items.into_iter();
        items.map(|view| format!("{} {:?} {}", view.key, view.verdict, view.twins.len())).collect::<BTreeSet<_>>()
    });
    assert_eq!(judged(&fixture), judged(&calm));
}

/// If the end of an import was stored and only its answer was lost, the whole import stays.
fn ended(fixture: &Fixture) -> bool {
    !fixture.store.contents().iter().any(|record| record.kind() == Kind::Undo)
}

/// Asserts that the store is consistent: every sighting's photo, every comparable photo's rendition, both sides of a
/// likeness.
fn is_consistent(fixture: &Fixture, kill: u64) {
    let contents = fixture.store.contents();
    let photos: Vec<&Photo> = contents
        .iter()
        .filter_map(|record| if let Record::Photo(photo) = record { Some(photo) } else { None })
        .collect();
    let has = |id: &PhotoId| photos.iter().find(|photo| photo.address.id == *id);
    for record in &contents {
        match record {
            Record::Sighting(sighting) => assert!(sighting.photo.as_ref().is_none_or(|id| has(id).is_some()), "{kill}"),
            Record::Rendition { photo, .. } => assert!(has(photo).is_some_and(|photo| photo.is_read()), "{kill}"),
            Record::Undo(undo) => panic!("kill {kill}: {undo:?}"),
            _ => {}
        }
    }
    for photo in &photos {
        let rendition = block_on(fixture.store.get(Kind::Rendition, photo.address.id.as_str())).unwrap();
        assert_eq!(rendition.is_some(), photo.is_read(), "{kill}");
        for (other, _) in &photo.same {
            let other = has(other).unwrap_or_else(|| panic!("kill {kill}: {other:?}"));
            assert!(other.same.iter().any(|(id, _)| *id == photo.address.id), "{kill}");
        }
    }
}

#[test]
fn the_test_clock_is_later_than_every_upload_time() {
    assert!(Card::of("x", "X", "X").set_at < TODAY - DAY);
}

#[test]
fn a_process_killed_at_any_commit_loses_nothing_acknowledged() {
    let cards = [OWNER().read(), THIEF().read(), Card::of("ann-other", "Ann Other", "OTHER").verified().read()];
    let expected = {
        let fixture = stolen();
        cards.iter().for_each(|card| drop(fixture.see(card)));
        fixture.overview().items.into_iter().map(|view| (view.key, view.verdict, view.twins.len())).collect::<Vec<_>>()
    };
    for commits in 0..8 {
        let fixture = stolen();
        fixture.store.dies_after.set(Some(commits));
        let answered = cards.iter().take_while(|card| block_on(fixture.service.see_card(card)).is_ok()).count();
        fixture.store.dies_after.set(None);
        let reborn = fixture.reopened();
        assert!(reborn.overview().items.len() >= answered);
        // The page asks again for what was not answered.
        cards.iter().skip(answered).for_each(|card| drop(reborn.see(card)));
        let items = reborn.overview().items;
        assert_eq!(
            items.into_iter().map(|view| (view.key, view.verdict, view.twins.len())).collect::<Vec<_>>(),
            expected,
            "{commits}"
        );
    }
}

#[test]
fn a_full_store_is_reported_and_loses_nothing() {
    let fixture = stolen();
    fixture.see(&OWNER().read());
    let before = fixture.overview();
    fixture.store.is_full.set(true);
    assert_eq!(block_on(fixture.service.see_card(&THIEF().read())), Err(ServiceError::Store(StoreError::Full)));
    assert_eq!(fixture.overview(), before);
}
