//! The user's goals: stored, shown, exported.

use super::stand_ins::TODAY;
use super::*;
use crate::worth::{GoalsAsSent, GoalsError, WorthCode};

fn sent(companies: &[&str]) -> GoalsAsSent {
    GoalsAsSent { companies: companies.iter().map(|&company| company.to_owned()).collect(), ..GoalsAsSent::default() }
}

fn codes(view: &View) -> Vec<WorthCode> {
    view.worth.iter().map(|worth| worth.code).collect()
}

fn engineer(fixture: &Fixture) -> View {
    fixture.photo("AAA", &picture(1));
    fixture.see(
        &Card { verified: true, headline: "Engineer at Nordwind", ..Card::of("kim-sample", "Kim Sample", "AAA") }
            .read(),
    )
}

#[test]
fn goals_change_pending_views_and_are_stored() {
    let fixture = Fixture::open();
    assert_eq!(codes(&engineer(&fixture)), []);
    let changed = pollster::block_on(fixture.service.set_goals(sent(&["Nordwind GmbH"]))).unwrap();
    assert_eq!(changed.iter().map(codes).collect::<Vec<_>>(), [[WorthCode::TargetCompany]]);
    let fixture = fixture.reopened();
    assert_eq!(codes(&fixture.view("kim-sample")), [WorthCode::TargetCompany]);
    assert_eq!(pollster::block_on(fixture.service.goals()).unwrap().companies, ["Nordwind GmbH"]);
    let changed = pollster::block_on(fixture.service.set_goals(sent(&[]))).unwrap();
    assert_eq!(changed.iter().map(codes).collect::<Vec<_>>(), [[]]);
}

#[test]
fn a_first_answer_has_the_same_reasons() {
    let fixture = Fixture::open();
    pollster::block_on(fixture.service.set_goals(sent(&["Nordwind"]))).unwrap();
    let card =
        Card { verified: true, headline: "Engineer at Nordwind", ..Card::of("kim-sample", "Kim Sample", "AAA") }.read();
    fixture.photo("AAA", &picture(1));
    fixture.see(&card);
    let Some(CardSeen::Invitation { view, .. }) = pollster::block_on(fixture.reopened().service.recall(&card)).unwrap()
    else {
        panic!("not recalled");
    };
    assert_eq!(codes(&view), [WorthCode::TargetCompany]);
}

#[test]
fn reasons_are_withheld_for_suspected_inviters_and_the_view_says_so() {
    let fixture = Fixture::open();
    pollster::block_on(fixture.service.set_goals(sent(&["Nordwind"]))).unwrap();
    fixture.photo("AAA", &picture(1));
    fixture.photo("BBB", &picture(1));
    fixture.see(&Card { set_at: TODAY - 900 * DAY, ..Card::of("ada-first", "Ada First", "AAA") }.read());
    let view =
        fixture.see(&Card { headline: "Recruiter at Nordwind", ..Card::of("bo-second", "Bo Second", "BBB") }.read());
    assert_eq!(view.verdict, Verdict::LikelyFake);
    assert_eq!((codes(&view), view.worth_withheld), (vec![], true));
    assert!(!fixture.view("ada-first").worth_withheld);
}

#[test]
fn goals_that_cannot_be_taken_change_nothing() {
    let fixture = Fixture::open();
    pollster::block_on(fixture.service.set_goals(sent(&["Nordwind"]))).unwrap();
    let refused = pollster::block_on(fixture.service.set_goals(sent(&["⭐"])));
    assert!(matches!(refused, Err(ServiceError::Goals(GoalsError::NoLetters(..)))));
    assert_eq!(pollster::block_on(fixture.service.goals()).unwrap().companies, ["Nordwind"]);
}

#[test]
fn goals_are_exported_imported_and_forgotten_with_the_rest() {
    let fixture = Fixture::open();
    pollster::block_on(fixture.service.set_goals(sent(&["Nordwind"]))).unwrap();
    let file = fixture.file();
    let other = Fixture::open();
    pollster::block_on(other.service.set_goals(sent(&["Adlerwerke"]))).unwrap();
    other.import(&file).unwrap();
    assert_eq!(pollster::block_on(other.service.goals()).unwrap().companies, ["Adlerwerke", "Nordwind"]);
    pollster::block_on(other.service.forget_all()).unwrap();
    assert!(pollster::block_on(other.reopened().service.goals()).unwrap().is_empty());
    assert_eq!(other.store.len(), 0);
}

#[test]
fn connections_are_kept_with_their_time() {
    let fixture = Fixture::open();
    assert_eq!(fixture.overview().connections, None);
    pollster::block_on(fixture.service.see_connections(463)).unwrap();
    pollster::block_on(fixture.service.see_connections(4_000_000)).unwrap();
    let seen = fixture.reopened().overview().connections.unwrap();
    assert_eq!((seen.count, seen.at), (463, TODAY));
}
