//! Evidence that is found after an invitation was answered.

use pollster::block_on;

use super::stand_ins::Fixture;
use super::{OWNER, THIEF, stolen};
use crate::memory::Stance;
use crate::verdict::Verdict;

fn accepted(fixture: &Fixture) -> Vec<(String, Verdict)> {
    fixture.overview().accepted.into_iter().map(|view| (view.key, view.verdict)).collect()
}

#[test]
fn later_evidence_lists_people_already_accepted() {
    let fixture = stolen();
    fixture.see(&THIEF().mutual("1 mutual connection").read());
    block_on(fixture.service.mark_handled("in:theo-thief", "en", "Accept Theo Thief’s invitation")).unwrap();
    assert_eq!(accepted(&fixture), []);
    fixture.see(&OWNER().read());
    assert_eq!(accepted(&fixture.reopened()), [("in:theo-thief".to_owned(), Verdict::LikelyFake)]);
    block_on(fixture.service.overrule("in:theo-thief", Some(Stance::Known))).unwrap();
    assert_eq!(accepted(&fixture), []);
}

#[test]
fn ignored_inviters_and_those_accepted_as_likely_fake_are_not_listed_again() {
    for label in ["Ignore an invitation to connect from Theo Thief", ""] {
        let fixture = stolen();
        fixture.see(&THIEF().read());
        block_on(fixture.service.mark_handled("in:theo-thief", "en", label)).unwrap();
        fixture.see(&OWNER().read());
        assert_eq!(accepted(&fixture), [], "{label}");
    }
    let fixture = stolen();
    fixture.see(&OWNER().read());
    fixture.see(&THIEF().read());
    block_on(fixture.service.mark_handled("in:theo-thief", "en", "Accept")).unwrap();
    assert_eq!(accepted(&fixture), [], "it was likely fake then");
}
