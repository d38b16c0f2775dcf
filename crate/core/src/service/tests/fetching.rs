//! Photos are fetched once for each upload and size, one after another, and tried again after a failure.

use std::task::{Context, Poll, Waker};

use pollster::block_on;

use super::super::*;
use super::stand_ins::{Card, DAY, picture};
use super::{OWNER, THIEF, codes, stolen};
use crate::invitation::Piece;
use crate::verdict::Verdict;

#[test]
fn renditions_of_one_photo_are_fetched_one_after_another() {
    let fixture = stolen();
    fixture.see(&OWNER().read());
    fixture.photos.is_slow.set(true);
    let [first, second, third] = [200, 400, 800].map(|side| PhotoAddress::read(&OWNER().photo_url(side)).unwrap());
    let mut first = std::pin::pin!(fixture.service.read_photo(&first));
    let mut second = std::pin::pin!(fixture.service.read_photo(&second));
    let mut third = std::pin::pin!(fixture.service.read_photo(&third));
    let mut context = Context::from_waker(Waker::noop());
    // The second waits for the first; the third comes when the first is done, and the second is about to begin.
    assert!(first.as_mut().poll(&mut context).is_pending() && second.as_mut().poll(&mut context).is_pending());
    assert!(first.as_mut().poll(&mut context).is_ready());
    assert!(third.as_mut().poll(&mut context).is_pending() && second.as_mut().poll(&mut context).is_pending());
    block_on(third).unwrap();
    block_on(second).unwrap();
    assert_eq!(
        *fixture.photos.asked.borrow(),
        [100, 200, 800].map(|side| OWNER().photo_url(side)),
        "no smaller one after"
    );
    assert_eq!(fixture.service.memory.borrow().photo(&PhotoId::from("OWN".to_owned())).unwrap().side, 800);
    assert!(fixture.service.fetching.borrow().is_empty());
}

#[test]
fn a_photo_is_fetched_once_for_each_upload_and_only_again_when_larger() {
    let fixture = stolen();
    let card = OWNER();
    let larger = Card { context: "", ..OWNER() };
    for _ in 0..3 {
        fixture.see(&card.read());
    }
    assert_eq!(fixture.photos.asked.borrow().len(), 1);
    let url = [larger.photo_url(400)];
    block_on(fixture.service.see_profile("https://www.linkedin.com/in/olga-owner/", "Olga Owner", &url, false))
        .unwrap();
    fixture.see(&card.read());
    assert_eq!(fixture.photos.asked.borrow().len(), 2);
    assert_eq!(fixture.view("olga-owner").photo.unwrap().side, 400);
}

#[test]
fn a_larger_rendition_that_fails_is_not_asked_for_at_every_reading() {
    let fixture = stolen();
    fixture.see(&OWNER().read());
    fixture.photos.breaks.set(2);
    let url = [OWNER().photo_url(400)];
    for _ in 0..4 {
        block_on(fixture.service.see_profile("https://www.linkedin.com/in/olga-owner/", "Olga Owner", &url, false))
            .unwrap();
    }
    assert_eq!(fixture.photos.asked.borrow().len(), 3, "the small one, and the large one twice at once");
    fixture.later(photos::TRY_AGAIN + 1);
    block_on(fixture.service.see_profile("https://www.linkedin.com/in/olga-owner/", "Olga Owner", &url, false))
        .unwrap();
    assert_eq!(fixture.photos.asked.borrow().len(), 4, "again later");
}

#[test]
fn a_photo_that_could_not_be_fetched_is_tried_again_later() {
    let fixture = stolen();
    let card = Card::of("ann-other", "Ann Other", "GONE").mutual("3 mutual connections").read();
    fixture.see(&card);
    fixture.see(&card);
    assert_eq!(fixture.photos.asked.borrow().len(), 1);
    fixture.photo("GONE", &picture(5));
    fixture.later(photos::TRY_AGAIN + 1);
    assert_eq!(fixture.see(&card).verdict, Verdict::AcceptSafe);
}

#[test]
fn a_photo_whose_connection_failed_is_tried_again_at_once_and_soon() {
    let fixture = stolen();
    let card = Card::of("ann-other", "Ann Other", "OTHER").mutual("3 mutual connections").read();
    fixture.photos.breaks.set(1);
    assert_eq!(fixture.see(&card).verdict, Verdict::AcceptSafe, "the second try");
    assert_eq!(fixture.photos.asked.borrow().len(), 2);

    let card = Card::of("olga-owner", "Olga Owner", "OWN").mutual("3 mutual connections").read();
    fixture.photos.breaks.set(2);
    assert_eq!(fixture.see(&card).basis[0].code.as_str(), "photo-unreachable");
    assert_eq!(fixture.see(&card).basis[0].code.as_str(), "photo-unreachable");
    assert_eq!(fixture.photos.asked.borrow().len(), 4, "two tries, and no more for now");
    fixture.later(photos::TRY_AGAIN_SOON + 1);
    assert_eq!(fixture.see(&card).verdict, Verdict::AcceptSafe);
    assert_eq!(fixture.photos.asked.borrow().len(), 5);
}

#[test]
fn photos_are_fetched_no_faster_than_they_are_stored() {
    const ASSETS: [&str; 9] = ["M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "M9"];
    let fixture = stolen();
    fixture.photos.is_slow.set(true);
    let cards = ASSETS.map(|asset| Card::of(asset, "Many Others", asset).read());
    let mut seen: Vec<_> = cards.iter().map(|card| Box::pin(fixture.service.see_card(card))).collect();
    let mut context = Context::from_waker(Waker::noop());
    let mut poll_all = || seen.iter_mut().map(|task| task.as_mut().poll(&mut context)).filter(Poll::is_pending).count();
    poll_all();
    // Something else is being stored, which takes a while. What waits for it, such as the user's answer, also waits for
    // all photos that began to wait earlier.
    let storing = block_on(fixture.service.queue.lock());
    for _ in 0..ASSETS.len() {
        poll_all();
    }
    assert_eq!(fixture.photos.asked.borrow().len(), photos::FETCHES);
    drop(storing);
    for asset in ASSETS.into_iter().skip(photos::FETCHES) {
        fixture.photo(asset, &picture(1));
    }
    block_on(async {
        for task in seen {
            task.await.unwrap();
        }
    });
    assert_eq!(fixture.photos.asked.borrow().len(), ASSETS.len());
}

#[test]
fn a_photo_that_the_page_does_not_show_is_not_fetched_and_one_known_before_stays() {
    let not_shown = |card: Card| {
        let mut read = card.read();
        for piece in &mut read.pieces {
            if let Piece::Image { src, .. } = piece {
                *src = "https://media.licdn.com/not-shown/profile-displayphoto".to_owned();
            }
        }
        read
    };
    let fixture = stolen();
    fixture.see(&OWNER().read());
    let unseen = fixture.see(&not_shown(THIEF()));
    assert_eq!(unseen.verdict, Verdict::Unchecked);
    assert!(codes(&unseen).contains(&"photo-not-fetched"), "{:?}", codes(&unseen));
    assert_eq!(fixture.see(&THIEF().read()).verdict, Verdict::LikelyFake);
    fixture.later(DAY);
    assert_eq!(fixture.see(&not_shown(THIEF())).verdict, Verdict::LikelyFake);
}
