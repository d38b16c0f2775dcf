//! People who are forgotten leave no trace, and no task that was under way brings them back.

use std::collections::BTreeSet;
use std::task::{Context, Waker};

use pollster::block_on;

use super::super::*;
use super::import::full;
use super::searches::{IN, hit, profile};
use super::stand_ins::{Card, Fixture, TestStore, picture};
use super::{OWNER, THIEF, stolen};
use crate::memory::{Kind, Outcome, Place, Stance};

fn passers(many: u32) -> Vec<PersonAsRead> {
    (0..many)
        .map(|n| PersonAsRead {
            profile: format!("https://www.linkedin.com/in/passer-{n}/"),
            name: format!("Passer Number {n}"),
            photo: OWNER().photo_url(100).replace("/OWN/", &format!("/PASSER{n}/")),
        })
        .collect()
}

#[test]
fn open_pages_are_told_who_is_forgotten_and_which_views_changed() {
    let fixture = stolen();
    fixture.see(&OWNER().read());
    fixture.see(&THIEF().read());
    let told = block_on(fixture.service.forget_person("olga-owner")).unwrap();
    assert_eq!(told.keys, ["in:olga-owner"]);
    let views: Vec<_> = told.views.iter().map(|view| (view.key.as_str(), view.twins.len())).collect();
    assert_eq!(views, [("in:theo-thief", 0)]);
}

#[test]
fn a_forgotten_profile_does_not_stay_in_somebodys_photo_check() {
    let fixture = stolen();
    fixture.see(&OWNER().read());
    fixture.see(&Card::of("ann-other", "Ann Other", "OTHER").read());
    let photo = PhotoId::from("OTHER".to_owned());
    let owner = "https://www.linkedin.com/in/olga-owner/";
    block_on(fixture.service.check_answered(&photo, CheckAnswer::OtherName, owner)).unwrap();
    block_on(fixture.service.forget_person("olga-owner")).unwrap();
    let said = format!("{:?}", fixture.store.contents());
    assert!(!said.contains("olga") && !said.contains("Olga"), "{said}");
    assert_eq!(
        fixture.view("ann-other").photo.unwrap().answer,
        Some(CheckFound::OtherName),
        "the finding itself stays"
    );
}

/// Polls a task until `asked` photos were asked for, forgets, and lets the task end.
fn forgotten_on_the_way<T>(fixture: &Fixture, asked: usize, task: impl Future<Output = T>, forget: impl Future) {
    fixture.photos.is_slow.set(true);
    let mut task = std::pin::pin!(task);
    let mut context = Context::from_waker(Waker::noop());
    while fixture.photos.asked.borrow().len() < asked {
        assert!(task.as_mut().poll(&mut context).is_pending());
    }
    block_on(forget);
    block_on(task);
}

#[test]
fn a_batch_that_is_under_way_brings_nobody_back() {
    let fixture = Fixture::open();
    for n in 0..10 {
        fixture.photo(&format!("PASSER{n}"), &picture(n));
    }
    let people = passers(10);
    let batch = async { fixture.service.see_people(Place::Search, &people).await.unwrap() };
    forgotten_on_the_way(&fixture, 3, batch, async { fixture.service.forget_all().await.unwrap() });
    assert_eq!(block_on(fixture.service.people()).unwrap(), []);
    assert_eq!(fixture.store.contents(), []);
}

#[test]
fn somebody_forgotten_while_a_batch_is_under_way_does_not_come_back_and_the_others_do_come() {
    let fixture = Fixture::open();
    let people = passers(4);
    let batch = async { fixture.service.see_people(Place::Search, &people).await.unwrap() };
    forgotten_on_the_way(&fixture, 2, batch, async { fixture.service.forget_person("passer-3").await.unwrap() });
    assert_eq!(block_on(fixture.service.people()).unwrap().len(), 3);
}

#[test]
fn a_card_whose_photo_is_under_way_is_forgotten_with_everything() {
    let fixture = stolen();
    let card = OWNER().read();
    let seen = async { fixture.service.see_card(&card).await.unwrap() };
    forgotten_on_the_way(&fixture, 1, seen, async { fixture.service.forget_all().await.unwrap() });
    assert_eq!(fixture.store.contents(), []);
}

#[test]
fn somebody_forgotten_while_a_file_is_taken_in_does_not_come_back_by_it() {
    let source = full();
    let hits =
        [hit("https://www.linkedin.com/in/olga-owner/", "Olga Owner | LinkedIn"), profile("maria", "Maria Gomez")];
    block_on(source.service.record_search(&PhotoId::from("OTHER".to_owned()), "bing", Outcome::Results, &hits))
        .unwrap();
    let owner = "https://www.linkedin.com/in/olga-owner/";
    block_on(source.service.check_answered(&PhotoId::from("OTHER".to_owned()), CheckAnswer::OtherName, owner)).unwrap();
    block_on(source.service.overrule("in:olga-owner", Some(Stance::Known))).unwrap();
    for at in 1..source.file().len() {
        let fixture = Fixture::on(TestStore::default(), source.photos.clone(), source.clock.clone());
        fixture.see(&OWNER().read());
        block_on(async {
            let job = fixture.service.import_begin().await.unwrap();
            for (number, line) in source.file().into_iter().enumerate() {
                if number == at {
                    fixture.service.forget_person("olga-owner").await.unwrap();
                }
                fixture.service.import_part(job, vec![line]).await.unwrap();
            }
            fixture.service.import_finish(job).await.unwrap();
        });
        let said = format!("{:?}", fixture.store.contents());
        assert!(!said.contains("olga") && !said.contains("Olga") && !said.contains("OWN\""), "{at}: {said}");
        let people = block_on(fixture.service.people()).unwrap().into_iter().map(|person| person.profile);
        assert_eq!(people.collect::<BTreeSet<_>>(), ["ann-other", "theo-thief"].map(str::to_owned).into(), "{at}");
        assert!(said.contains("Maria"), "{at}: the rest stays");
    }
}

#[test]
fn what_is_kept_elsewhere_of_invitations_can_be_forgotten_with_them() {
    let fixture = stolen();
    fixture.see(&OWNER().read());
    let keys = |fixture: &Fixture| block_on(fixture.service.tidy(30, 1000)).unwrap();
    assert_eq!(keys(&fixture), ["in:olga-owner"]);
    fixture.days_pass(20);
    let person = PersonAsRead {
        photo: OWNER().photo_url(100),
        name: OWNER().name.to_owned(),
        profile: format!("{IN}/olga-owner"),
    };
    block_on(fixture.service.see_people(Place::Search, &[person])).unwrap();
    for _ in 0..20 {
        fixture.later(crate::time::DAY);
        let _ = keys(&fixture);
    }
    // The invitation is too old, the person is remembered from the search.
    assert_eq!(keys(&fixture), [""; 0]);
    assert_eq!(block_on(fixture.service.forget_person("olga-owner")).unwrap().keys, ["in:olga-owner"]);
}

#[test]
fn an_opinion_on_somebody_just_forgotten_is_refused() {
    let fixture = stolen();
    fixture.see(&OWNER().read());
    let mut says = std::pin::pin!(fixture.service.overrule("in:olga-owner", Some(Stance::Fake)));
    block_on(async {
        let turn = fixture.service.queue.lock().await;
        let mut context = Context::from_waker(Waker::noop());
        assert!(says.as_mut().poll(&mut context).is_pending());
        let changes = fixture.service.memory.borrow().changes_to_forget(
            &crate::address::ProfileId::from_address("https://www.linkedin.com/in/olga-owner/").unwrap(),
        );
        fixture.service.store_planned(changes).await.unwrap();
        drop(turn);
        assert_eq!(says.await, Err(ServiceError::InvitationUnknown));
    });
    assert!(!fixture.store.contents().iter().any(|record| record.kind() == Kind::Opinion));
}

#[test]
fn the_daily_limit_is_counted_within_the_queue() {
    let fixture = Fixture::open();
    fixture.photos.is_slow.set(true);
    let people = passers(3);
    let photo_counts = crate::memory::PhotoCounts {
        day: fixture.clock.0.get().div_euclid(crate::time::DAY),
        passing: people::MOST_PASSED_A_DAY - 1,
        comparable: 0,
    };
    block_on(fixture.service.change(Box::new(|_| Ok(vec![Change::Put(Record::PhotoCounts(photo_counts))])))).unwrap();
    let mut tasks: Vec<_> =
        people.chunks(1).map(|one| Box::pin(fixture.service.see_people(Place::Search, one))).collect();
    let turn = fixture.service.queue.try_lock().unwrap();
    let mut context = Context::from_waker(Waker::noop());
    // All of them wait for their turn before any of them is stored.
    for task in &mut tasks {
        assert!(task.as_mut().poll(&mut context).is_pending());
    }
    drop(turn);
    while !tasks.is_empty() {
        tasks.retain_mut(|task| task.as_mut().poll(&mut context).is_pending());
    }
    assert_eq!(fixture.photos.asked.borrow().len(), 1);
}

#[test]
fn unreadable_records_and_orphans_are_dropped() {
    let fixture = stolen();
    fixture.see(&OWNER().read());
    fixture.store.unreadable.set(2);
    let lone = Photo {
        address: PhotoAddress::read(&THIEF().photo_url(100)).unwrap(),
        picture: crate::memory::Picture::Unread,
        side: 0,
        same: Vec::new(),
        last_seen: 0,
    };
    let check = crate::memory::PhotoCheck { photo: PhotoId::from("NONE".to_owned()), opened: 0, answer: None };
    let loose = [Change::Put(Record::Photo(lone)), Change::Put(Record::PhotoCheck(check))];
    let before = fixture.store.contents();
    block_on(fixture.store.commit(&loose)).unwrap();
    let fixture = fixture.reopened();
    block_on(fixture.service.tidy(180, 1000)).unwrap();
    assert_eq!((fixture.store.contents(), fixture.store.unreadable.get()), (before, 0));
}

#[test]
fn people_are_forgotten_one_by_one_by_age_and_all() {
    let fixture = stolen();
    fixture.see(&OWNER().read());
    fixture.see(&THIEF().read());
    block_on(fixture.service.forget_person("olga-owner")).unwrap();
    assert_eq!(
        block_on(fixture.service.people()).unwrap().iter().map(|held| held.profile.as_str()).collect::<Vec<_>>(),
        ["theo-thief"]
    );
    assert_eq!(fixture.view("theo-thief").twins, []);
    assert!(block_on(fixture.service.rendition_pixels(&PhotoId::from("OWN".to_owned()))).unwrap().is_none());
    fixture.days_pass(181);
    fixture.see(&Card::of("ann-other", "Ann Other", "OTHER").read());
    block_on(fixture.service.tidy(180, 1000)).unwrap();
    assert_eq!(block_on(fixture.service.people()).unwrap().len(), 1);
    fixture.store.is_full.set(true);
    assert!(block_on(fixture.service.forget_all()).is_err());
    assert_eq!(block_on(fixture.service.people()).unwrap().len(), 1);
    fixture.store.is_full.set(false);
    block_on(fixture.service.forget_all()).unwrap();
    assert_eq!(fixture.store.len(), 0);
    assert_eq!(block_on(fixture.service.people()).unwrap(), []);
    fixture.see(&OWNER().read());
    assert_eq!(fixture.reopened().view("olga-owner").twins, []);
}
