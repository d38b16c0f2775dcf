//! The user's own answers.

use pollster::block_on;

use super::super::*;
use super::stand_ins::Fixture;
use super::{OWNER, THIEF, codes, stolen};
use crate::memory::Stance;
use crate::verdict::Verdict;

fn says(fixture: &Fixture, slug: &str, word: Option<Stance>) -> Vec<String> {
    let views = block_on(fixture.service.overrule(&format!("in:{slug}"), word)).unwrap();
    views.into_iter().map(|view| view.key).collect()
}

#[test]
fn an_overruled_verdict_stays_overruled_and_is_taken_back() {
    let fixture = stolen();
    fixture.see(&OWNER().read());
    fixture.see(&THIEF().read());
    assert!(says(&fixture, "theo-thief", Some(Stance::Known)).contains(&"in:theo-thief".to_owned()));
    let view = fixture.reopened().view("theo-thief");
    assert_eq!((view.verdict, view.overruled), (Verdict::AcceptSafe, Some(Verdict::LikelyFake)));
    assert_eq!((view.opinion, view.basis[0].code.as_str()), (Some(Stance::Known), "said-known"));
    assert_eq!(view.twins.len(), 1, "what was found is still shown");
    says(&fixture, "theo-thief", None);
    let view = fixture.reopened().view("theo-thief");
    assert_eq!((view.verdict, view.opinion, view.overruled), (Verdict::LikelyFake, None, None));
}

#[test]
fn a_known_persons_photo_elsewhere_is_the_stolen_one() {
    let fixture = stolen();
    // By the dates the owner would be the thief.
    fixture.see(&OWNER().set(5).read());
    fixture.see(&THIEF().set(900).read());
    assert_eq!(fixture.view("olga-owner").verdict, Verdict::LikelyFake);
    let changed = says(&fixture, "olga-owner", Some(Stance::Known));
    assert_eq!(changed, ["in:olga-owner", "in:theo-thief"]);
    assert_eq!(fixture.view("olga-owner").verdict, Verdict::AcceptSafe);
    assert_eq!(fixture.view("theo-thief").verdict, Verdict::LikelyFake);
}

#[test]
fn an_account_called_fake_is_never_the_photos_owner() {
    let fixture = stolen();
    fixture.see(&OWNER().set(5).read());
    fixture.see(&THIEF().set(900).read());
    says(&fixture, "theo-thief", Some(Stance::Fake));
    let owner = fixture.view("olga-owner");
    assert_eq!(owner.verdict, Verdict::Suspicious);
    assert!(codes(&owner).contains(&"first-holder-unknown"), "{:?}", codes(&owner));
    assert_eq!(fixture.view("theo-thief").basis[0].code.as_str(), "said-fake");
}

#[test]
fn only_remembered_invitations_can_be_overruled() {
    let fixture = stolen();
    assert_eq!(
        block_on(fixture.service.overrule("in:nobody", Some(Stance::Fake))),
        Err(ServiceError::InvitationUnknown)
    );
    assert_eq!(fixture.store.len(), 0);
}

#[test]
fn the_users_answer_settles_a_likeness() {
    let fixture = stolen();
    fixture.see(&OWNER().mutual("3 mutual connections").read());
    fixture.see(&THIEF().mutual("3 mutual connections").read());
    let (own, theft) = (PhotoId::from("OWN".to_owned()), PhotoId::from("THEFT".to_owned()));
    let settle = |same| block_on(fixture.service.compare_photos(&own, &theft, same)).unwrap();
    assert_eq!(settle(Some(false)).len(), 2);
    let view = fixture.reopened().view("theo-thief");
    assert_eq!(view.verdict, Verdict::AcceptSafe);
    assert_eq!(view.twins.iter().map(|twin| twin.same).collect::<Vec<_>>(), [Some(false)], "it can be taken back");
    settle(Some(true));
    assert_eq!(fixture.view("theo-thief").twins[0].same, Some(true));
    settle(None);
    let view = fixture.view("theo-thief");
    assert_eq!((view.verdict, view.twins[0].same), (Verdict::LikelyFake, None));
    let strange = PhotoId::from("OTHER".to_owned());
    assert_eq!(block_on(fixture.service.compare_photos(&own, &strange, Some(true))), Err(ServiceError::PhotoUnknown));
}

#[test]
fn a_looser_likeness_asks_the_user_to_compare() {
    let fixture = stolen();
    fixture.see(&OWNER().read());
    fixture.see(&THIEF().read());
    // Stored as pictures that only look alike.
    let photo = |id: &str| block_on(fixture.store.get(Kind::Photo, id)).unwrap();
    for id in ["OWN", "THEFT"] {
        let Some(Record::Photo(mut photo)) = photo(id) else { panic!("{id}") };
        photo.same.iter_mut().for_each(|(_, closeness)| *closeness = crate::photo::Closeness::Looser);
        block_on(fixture.store.commit(&[Change::Put(Record::Photo(photo))])).unwrap();
    }
    let fixture = fixture.reopened();
    let view = fixture.view("theo-thief");
    assert_eq!((view.verdict, view.basis[0].code.as_str()), (Verdict::Suspicious, "photo-looks-alike"));
    let (own, theft) = (PhotoId::from("OWN".to_owned()), PhotoId::from("THEFT".to_owned()));
    block_on(fixture.service.compare_photos(&theft, &own, Some(true))).unwrap();
    assert_eq!(fixture.view("theo-thief").verdict, Verdict::LikelyFake);
}
