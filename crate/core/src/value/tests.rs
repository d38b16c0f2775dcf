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

#[test]
fn who_is_spoken_to_or_denied_is_not_the_writer() {
    for headline in [
        "Interviewtraining für Tech-Recruiter",
        "Liebe Recruiter, ich bin vergeben",
        "Recruiter bitte nur per Mail",
        "Rechtsanwältin für Personalvermittlung und Zeitarbeit",
        "Recruiter? Nein, Rektor",
        "Search Consultant | Paid Search und SEO",
        "Sprecher der Allianz gegen Lärm",
    ] {
        assert_eq!(codes(headline), Vec::<&str>::new(), "{headline}");
    }
    for headline in ["Recruiter für Pflegeberufe", "Search Consultant | Banking", "Personalberatung Adler & Töchter"]
    {
        assert_eq!(codes(headline), ["recruiter"], "{headline}");
    }
    assert_eq!(codes("Buchhalterin, Personalberatung Adler & Töchter"), Vec::<&str>::new());
}

#[test]
fn a_note_says_of_which_part_of_a_company_its_writer_is() {
    let seeker = Seeker::new(&goals());
    let found = |note: &str| {
        let reasons = seeker.reasons(&Said { note, ..Said::default() });
        reasons.into_iter().map(|worth| worth.words).collect::<Vec<_>>()
    };
    for note in [
        "Hi, I'm on Bosch's data team.",
        "Ich gehöre zum Vertriebsteam von Bosch.",
        "I work in the sales team of Bosch",
    ] {
        assert_eq!(found(note), ["Bosch"], "{note}");
    }
    for note in
        ["I like Bosch's design team.", "Bosch's team is great, I am a fan", "Ich kenne das Vertriebsteam von Bosch."]
    {
        assert!(found(note).is_empty(), "{note}");
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
