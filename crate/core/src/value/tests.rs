use proptest::prelude::*;

use super::*;

fn goals() -> Goals {
    let list = |entries: &[&str]| entries.iter().map(|entry| (*entry).to_owned()).collect();
    Goals {
        title: "VP Product".into(),
        companies: list(&["Nordwind Energie AG", "Robert Bosch"]),
        roles: list(&["Chief Product Officer"]),
        topics: list(&["renewable energy"]),
        ..Goals::default()
    }
}

fn reasons(headline: &str) -> Vec<(&'static str, String, Option<String>)> {
    let found = Seeker::new(&goals()).reasons(&Said { headline, ..Said::default() });
    found.into_iter().map(|worth| (worth.code.as_str(), worth.words, worth.goal)).collect()
}

fn codes(headline: &str) -> Vec<&'static str> {
    reasons(headline).into_iter().map(|(code, ..)| code).collect()
}

#[test]
fn each_reason_names_its_words_and_its_goal() {
    assert_eq!(
        reasons("Head of Product @ NORDWIND Energie – wind turbines"),
        [
            ("target-company", "NORDWIND Energie".into(), Some("Nordwind Energie AG".into())),
            ("hiring-role", "Head of Product".into(), Some("Nordwind Energie AG".into())),
            ("peer", "Head of Product".into(), None),
            ("topic", "wind turbines".into(), Some("renewable energy".into())),
        ]
    );
    assert_eq!(reasons("Talent Partner · Korn Ferry"), [("recruiter", "Talent Partner".into(), None)]);
}

#[test]
fn without_goals_recruiters_and_what_is_shared_are_found_and_nothing_else() {
    let nobody = Seeker::new(&Goals::default());
    let said = Said {
        headline: "Recruiter and VP Product at Bosch | AI",
        context: "You both studied at INSEAD",
        ..Said::default()
    };
    let codes: Vec<Code> = nobody.reasons(&said).into_iter().map(|worth| worth.code).collect();
    assert_eq!(codes, [Code::Recruiter, Code::Shared]);
    assert!(nobody.reasons(&Said::default()).is_empty());
}

#[test]
fn with_no_role_or_title_every_leader_at_a_target_hires() {
    let goals = Goals { companies: vec!["Bosch".into()], ..Goals::default() };
    let found = Seeker::new(&goals).reasons(&Said { headline: "VP Engineering at Bosch", ..Said::default() });
    assert_eq!(found.iter().map(|worth| worth.code).collect::<Vec<_>>(), [Code::TargetCompany, Code::HiringRole]);
    assert_eq!(codes("VP Engineering at Bosch"), ["target-company"]);
}

#[test]
fn the_past_the_dreamt_of_and_the_alike_are_no_reasons() {
    for headline in [
        "ex-Bosch",
        "Bosch alumna",
        "Former recruiter",
        "Aspiring VP Product",
        "Director of Recruiting Systems",
        "Recruiting fans of jazz",
        "VP of Nothing",
        "Talentmanagerin",
        "Hieronymus Bosch scholar",
        "Bosch's neighbour",
        "",
        "🚀🚀🚀",
    ] {
        assert_eq!(codes(headline), Vec::<&str>::new(), "{headline}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_gives_reasons_by_words_that_stand_in_it(
        headline in "(?s).{0,200}",
        mixed in prop::collection::vec(
            prop::sample::select(vec![
                "Recruiter", "ex-", "at ", "Bosch", " | ", "VP", " Product", "’s ", "(", ")", "*in", "–", "Nordwind Energie",
                "alumni", " & ", "2010–2020", "both studied", "𝗪ind", "\u{202e}", ":", " / ", "now ", "ﬁ", "İ",
            ]),
            0..30,
        ),
    ) {
        let seeker = Seeker::new(&goals());
        let mixed = mixed.concat();
        for text in [&headline, &mixed] {
            for said in [
                Said { headline: text, ..Said::default() },
                Said { company: text, ..Said::default() },
                Said { context: text, ..Said::default() },
                Said { note: text, ..Said::default() },
            ] {
                for worth in seeker.reasons(&said) {
                    prop_assert!(!worth.words.is_empty() && text.contains(&worth.words));
                }
            }
        }
        let wild = Goals { companies: vec![headline.clone()], roles: vec![mixed.clone()], topics: vec![headline], ..Goals::default() };
        let _ = Seeker::new(&wild).reasons(&Said { headline: &mixed, ..Said::default() });
    }
}
