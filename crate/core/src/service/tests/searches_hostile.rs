//! What inviters can put on the web, and the names they take, never make them look safer than "nothing found" does.

use pollster::block_on;
use proptest::prelude::*;

use super::super::*;
use super::attacks::safety;
use super::searches::{hit, profile};
use super::stand_ins::Card;
use super::{THIEF, codes, stolen};
use crate::memory::Outcome;
use crate::verdict::Verdict;
use crate::web::Hit;

/// Hits that an inviter who took Olga Owner's photo cannot change: other people's pages.
fn others_hits() -> impl Strategy<Value = Vec<Hit>> {
    prop::sample::subsequence(
        vec![
            profile("olga-owner", "Olga Owner"),
            hit("https://www.firm.example/team", "Our team: Olga Owner, CEO | Firm"),
            hit("https://www.firm.example/team/olga-owner", "Olga Owner | Firm"),
            hit("https://www.linkedin.com/pub/dir/Olga/Owner", "10+ \"Olga Owner\" profiles | LinkedIn"),
            hit("https://www.linkedin.com/posts/olga-owner_x", "Olga Owner on LinkedIn: news"),
            hit("https://www.linkedin.com/company/firm", "Firm | LinkedIn"),
            hit("https://news.example/1", "Firm opens an fixture"),
            hit("https://unsplash.com/photos/x", "Woman in a suit"),
        ],
        0..5,
    )
}

/// Hits on pages that the inviter can put up.
fn inviters_hits() -> impl Strategy<Value = Vec<Hit>> {
    let title = prop::sample::select(vec![
        "Theo Thief",
        "Theo Thief | Firm",
        "Meet Theo Thief",
        "Theo Thief – CEO",
        "About",
        "",
        "LinkedIn",
        "Verified",
    ]);
    let path = prop::sample::select(vec!["", "team", "team/theo-thief", "wiki/Theo_Thief", "people/theo-thief"]);
    prop::collection::vec((0..40_u8, path, title), 0..30).prop_map(|pages| {
        pages.into_iter().map(|(n, path, title)| hit(&format!("https://theo-{n}.example/{path}"), title)).collect()
    })
}

fn verdict_on(name: &'static str, hits: &[Hit]) -> (Verdict, Vec<&'static str>) {
    let fixture = stolen();
    fixture.see(&Card { name, ..THIEF() }.read());
    let photo = PhotoId::from("THEFT".to_owned());
    let outcome = if hits.is_empty() { Outcome::None } else { Outcome::Results };
    block_on(fixture.service.record_search(&photo, "bing", outcome, hits)).unwrap();
    let view = fixture.view("theo-thief");
    (view.verdict, codes(&view))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_page_and_no_name_of_an_inviter_is_as_good_as_nothing_found(
        others in others_hits(),
        own in inviters_hits(),
        own_first in any::<bool>(),
    ) {
        let (plain, _) = verdict_on("Theo Thief", &others);
        let both = if own_first { [own, others.clone()].concat() } else { [others.clone(), own].concat() };
        let (with_pages, found) = verdict_on("Theo Thief", &both);
        prop_assert!(safety(with_pages) <= safety(plain), "{found:?} {both:?}");
        let (renamed, found) = verdict_on("Olga Owner", &others);
        if plain != Verdict::AcceptSafe {
            prop_assert!(renamed != Verdict::AcceptSafe, "{found:?} {others:?}");
        }
    }
}
