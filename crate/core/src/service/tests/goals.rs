//! What the user is looking for: stored, shown, exported.

use super::stand_ins::TODAY;
use super::*;
use crate::worth::{Code, GoalsAsSent, GoalsError};

fn sent(companies: &[&str]) -> GoalsAsSent {
    GoalsAsSent { companies: companies.iter().map(|&company| company.to_owned()).collect(), ..GoalsAsSent::default() }
}

fn codes(view: &View) -> Vec<Code> {
    view.worth.iter().map(|worth| worth.code).collect()
}

fn engineer(office: &Office) -> View {
    office.photo("AAA", &picture(1));
    office.see(
        &Card { verified: true, headline: "Engineer at Nordwind", ..Card::of("kim-sample", "Kim Sample", "AAA") }
            .read(),
    )
}

#[test]
fn goals_change_what_is_shown_of_pending_invitations_and_outlive_the_process() {
    let office = Office::open();
    assert_eq!(codes(&engineer(&office)), []);
    let changed = pollster::block_on(office.service.seek(sent(&["Nordwind GmbH"]))).unwrap();
    assert_eq!(changed.iter().map(codes).collect::<Vec<_>>(), [[Code::TargetCompany]]);
    let office = office.reopened();
    assert_eq!(codes(&office.view("kim-sample")), [Code::TargetCompany]);
    assert_eq!(pollster::block_on(office.service.goals()).unwrap().companies, ["Nordwind GmbH"]);
    let changed = pollster::block_on(office.service.seek(sent(&[]))).unwrap();
    assert_eq!(changed.iter().map(codes).collect::<Vec<_>>(), [[]]);
}

#[test]
fn a_first_answer_has_the_same_reasons() {
    let office = Office::open();
    pollster::block_on(office.service.seek(sent(&["Nordwind"]))).unwrap();
    let card =
        Card { verified: true, headline: "Engineer at Nordwind", ..Card::of("kim-sample", "Kim Sample", "AAA") }.read();
    office.photo("AAA", &picture(1));
    office.see(&card);
    let Some(Seen::Invitation { view, .. }) = pollster::block_on(office.reopened().service.recall(&card)).unwrap()
    else {
        panic!("not recalled");
    };
    assert_eq!(codes(&view), [Code::TargetCompany]);
}

#[test]
fn who_is_suspected_has_none_but_it_is_said_that_there_would_be() {
    let office = Office::open();
    pollster::block_on(office.service.seek(sent(&["Nordwind"]))).unwrap();
    office.photo("AAA", &picture(1));
    office.photo("BBB", &picture(1));
    office.see(&Card { set_at: TODAY - 900 * DAY, ..Card::of("ada-first", "Ada First", "AAA") }.read());
    let view =
        office.see(&Card { headline: "Recruiter at Nordwind", ..Card::of("bo-second", "Bo Second", "BBB") }.read());
    assert_eq!(view.verdict, Verdict::LikelyFake);
    assert_eq!((codes(&view), view.worth_withheld), (vec![], true));
    assert!(!office.view("ada-first").worth_withheld);
}

#[test]
fn goals_that_cannot_be_taken_change_nothing() {
    let office = Office::open();
    pollster::block_on(office.service.seek(sent(&["Nordwind"]))).unwrap();
    let refused = pollster::block_on(office.service.seek(sent(&["⭐"])));
    assert!(matches!(refused, Err(ServiceError::Goals(GoalsError::NoLetters(..)))));
    assert_eq!(pollster::block_on(office.service.goals()).unwrap().companies, ["Nordwind"]);
}

#[test]
fn goals_are_exported_imported_and_forgotten_with_the_rest() {
    let office = Office::open();
    pollster::block_on(office.service.seek(sent(&["Nordwind"]))).unwrap();
    let file = office.file();
    let other = Office::open();
    pollster::block_on(other.service.seek(sent(&["Adlerwerke"]))).unwrap();
    other.import(&file).unwrap();
    assert_eq!(pollster::block_on(other.service.goals()).unwrap().companies, ["Adlerwerke", "Nordwind"]);
    pollster::block_on(other.service.forget_all()).unwrap();
    assert!(pollster::block_on(other.reopened().service.goals()).unwrap().is_empty());
    assert_eq!(other.shelf.len(), 0);
}

#[test]
fn connections_are_kept_with_their_time() {
    let office = Office::open();
    assert_eq!(office.overview().connections, None);
    pollster::block_on(office.service.see_connections(463)).unwrap();
    pollster::block_on(office.service.see_connections(4_000_000)).unwrap();
    let seen = office.reopened().overview().connections.unwrap();
    assert_eq!((seen.count, seen.at), (463, TODAY));
}
