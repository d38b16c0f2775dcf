//! People seen in passing and on their profiles.

use pollster::block_on;

use super::super::people::MOST_PASSED_A_DAY;
use super::super::*;
use super::stand_ins::{Card, DAY, Fixture, TODAY, picture};
use super::{OWNER, THIEF, stolen};
use crate::memory::Place;
use crate::verdict::Verdict;

fn person(card: &Card, side: u32) -> PersonAsRead {
    PersonAsRead {
        profile: format!("https://www.linkedin.com/in/{}/", card.slug),
        name: card.name.to_owned(),
        photo: card.photo_url(side),
    }
}

fn pass(fixture: &Fixture, place: Place, people: &[PersonAsRead]) -> Vec<View> {
    block_on(fixture.service.see_people(place, people)).unwrap()
}

#[test]
fn a_photo_seen_in_a_search_makes_a_later_invitation_likely_fake() {
    let fixture = stolen();
    pass(&fixture, Place::Search, &[person(&OWNER(), 100)]);
    assert_eq!(fixture.see(&THIEF().read()).verdict, Verdict::LikelyFake);
    assert_eq!(fixture.overview().items.len(), 1, "who was passed by did not invite");
}

#[test]
fn a_photo_passed_by_changes_an_invitations_verdict() {
    let fixture = stolen();
    fixture.see(&THIEF().read());
    let changed = pass(&fixture, Place::Feed, &[person(&OWNER(), 100)]);
    assert_eq!(changed.iter().map(|view| view.verdict).collect::<Vec<_>>(), [Verdict::LikelyFake]);
}

#[test]
fn people_who_cannot_be_read_are_not_stored() {
    let fixture = stolen();
    let good = person(&OWNER(), 100);
    for odd in [
        person(&OWNER(), 48),
        PersonAsRead { profile: "https://evil.test/in/olga/".to_owned(), ..good.clone() },
        PersonAsRead { photo: "https://evil.test/a.jpg".to_owned(), ..good.clone() },
        PersonAsRead { name: " \u{202e} ".to_owned(), ..good.clone() },
    ] {
        pass(&fixture, Place::Search, &[odd]);
    }
    // Invitations and profiles have requests of their own.
    pass(&fixture, Place::Invitation, &[good]);
    assert_eq!((fixture.store.len(), fixture.photos.asked.borrow().len()), (0, 0));
}

#[test]
fn the_daily_limit_of_photos_is_kept() {
    let fixture = stolen();
    let day = |many: u32, start: u32| {
        let people: Vec<PersonAsRead> = (start..start + many)
            .map(|n| PersonAsRead {
                profile: format!("https://www.linkedin.com/in/passer-{n}/"),
                name: format!("Passer Number {n}"),
                photo: person(&OWNER(), 100).photo.replace("/OWN/", &format!("/PASSER{n}/")),
            })
            .collect();
        pass(&fixture, Place::Suggestion, &people);
        fixture.photos.asked.borrow().len()
    };
    assert_eq!(day(MOST_PASSED_A_DAY + 20, 0), MOST_PASSED_A_DAY as usize);
    assert_eq!(
        block_on(fixture.service.people()).unwrap().len(),
        MOST_PASSED_A_DAY as usize,
        "nor is anybody kept without one"
    );
    fixture.later(DAY);
    assert_eq!(day(3, 10_000), MOST_PASSED_A_DAY as usize + 3);
}

#[test]
fn a_profile_page_tells_of_its_photo_under_other_names() {
    let fixture = stolen();
    fixture.see(&OWNER().read());
    let url = [THIEF().photo_url(400)];
    let open = |everybody| {
        block_on(fixture.service.see_profile("https://www.linkedin.com/in/theo-thief/", "Theo Thief", &url, everybody))
    };
    assert_eq!(open(false).unwrap().twins, [], "nobody the user met");
    let twins = open(true).unwrap().twins;
    assert_eq!(twins.iter().map(|twin| twin.name.as_str()).collect::<Vec<_>>(), ["Olga Owner"]);
    let own = [OWNER().photo_url(400)];
    let seen =
        block_on(fixture.service.see_profile("https://www.linkedin.com/in/olga-married/", "Olga Married", &own, true));
    let names: Vec<String> = seen.unwrap().twins.into_iter().map(|twin| twin.name).collect();
    assert_eq!(names, ["Theo Thief"], "one upload is one account, whatever its address");
}

#[test]
fn the_least_useful_are_forgotten_first() {
    let fixture = stolen();
    for n in 3..9 {
        let card = Card::of("", "", "");
        let url = card.photo_url(100).replace("/v2//", &format!("/v2/P{n}/"));
        fixture.photo(&format!("P{n}"), &picture(n));
        let passer = PersonAsRead {
            profile: format!("https://www.linkedin.com/in/passer-{n}/"),
            name: format!("Passer Number {n}"),
            photo: url,
        };
        pass(&fixture, Place::Search, &[passer]);
        fixture.later(1000);
    }
    fixture.see(&Card::of("ann-other", "Ann Other", "OTHER").read());
    pass(&fixture, Place::Search, &[person(&OWNER(), 100)]);
    fixture.see(&THIEF().read());
    block_on(fixture.service.tidy(180, 4)).unwrap();
    let mut left: Vec<String> =
        block_on(fixture.service.people()).unwrap().into_iter().map(|held| held.profile).collect();
    left.sort();
    assert_eq!(left, ["ann-other", "olga-owner", "passer-8", "theo-thief"]);
    assert_eq!(fixture.reopened().view("theo-thief").verdict, Verdict::LikelyFake);
    fixture.clock.0.set(TODAY);
    block_on(fixture.service.tidy(180, 4)).unwrap();
    assert_eq!(block_on(fixture.service.people()).unwrap().len(), 4, "nothing to do");
}
