//! What comes to light after an invitation was answered.

use pollster::block_on;

use super::stand_ins::Office;
use super::{OWNER, THIEF, stolen};
use crate::memory::Says;
use crate::verdict::Verdict;

fn accepted(office: &Office) -> Vec<(String, Verdict)> {
    office.overview().accepted.into_iter().map(|view| (view.key, view.verdict)).collect()
}

#[test]
fn later_evidence_names_people_already_accepted() {
    let office = stolen();
    office.see(&THIEF().mutual("1 mutual connection").read());
    block_on(office.service.mark_handled("in:theo-thief", "en", "Accept Theo Thief’s invitation")).unwrap();
    assert_eq!(accepted(&office), []);
    office.see(&OWNER().read());
    assert_eq!(accepted(&office.reopened()), [("in:theo-thief".to_owned(), Verdict::LikelyFake)]);
    block_on(office.service.overrule("in:theo-thief", Some(Says::Known))).unwrap();
    assert_eq!(accepted(&office), []);
}

#[test]
fn who_was_ignored_or_known_to_be_so_when_accepted_is_not_named() {
    for label in ["Ignore an invitation to connect from Theo Thief", ""] {
        let office = stolen();
        office.see(&THIEF().read());
        block_on(office.service.mark_handled("in:theo-thief", "en", label)).unwrap();
        office.see(&OWNER().read());
        assert_eq!(accepted(&office), [], "{label}");
    }
    let office = stolen();
    office.see(&OWNER().read());
    office.see(&THIEF().read());
    block_on(office.service.mark_handled("in:theo-thief", "en", "Accept")).unwrap();
    assert_eq!(accepted(&office), [], "it was likely fake then");
}
