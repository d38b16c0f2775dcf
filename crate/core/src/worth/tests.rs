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
    let found = WorthFinder::new(&goals()).reasons(&CardTexts { headline, ..CardTexts::default() });
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
    let nobody = WorthFinder::new(&Goals::default());
    let said = CardTexts {
        headline: "Recruiter and VP Product at Bosch | AI",
        context: "You both studied at INSEAD",
        ..CardTexts::default()
    };
    let codes: Vec<WorthCode> = nobody.reasons(&said).into_iter().map(|worth| worth.code).collect();
    assert_eq!(codes, [WorthCode::Recruiter, WorthCode::Shared]);
    assert!(nobody.reasons(&CardTexts::default()).is_empty());
}

#[test]
fn with_no_role_or_title_every_leader_at_a_target_hires() {
    let goals = Goals { companies: vec!["Bosch".into()], ..Goals::default() };
    let found =
        WorthFinder::new(&goals).reasons(&CardTexts { headline: "VP Engineering at Bosch", ..CardTexts::default() });
    assert_eq!(
        found.iter().map(|worth| worth.code).collect::<Vec<_>>(),
        [WorthCode::TargetCompany, WorthCode::HiringRole]
    );
    assert_eq!(codes("VP Engineering at Bosch"), ["target-company"]);
}

#[test]
fn former_jobs_wished_for_jobs_and_namesakes_are_no_reasons() {
    for headline in [
        "ex-Bosch",
        "Bosch alumna",
        "Former recruiter",
        "Jubilada directora de producto",
        "Pensionierter Recruiter",
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

/// With the goals of a chief of technology.
fn codes_for_a_cto(headline: &str) -> Vec<&'static str> {
    let goals = Goals {
        title: "CTO".to_owned(),
        companies: vec!["Siemens".to_owned(), "Google".to_owned()],
        roles: vec!["CTO".to_owned(), "VP Engineering".to_owned()],
        ..Goals::default()
    };
    let found = WorthFinder::new(&goals).reasons(&CardTexts { headline, ..CardTexts::default() });
    found.iter().map(|worth| worth.code.as_str()).collect()
}

#[test]
fn a_position_that_ended_is_past() {
    for headline in [
        "2017 - 2022 CTO, now gardening",
        "CTO 2015–2021 | retired",
        "Experience: 2017 - 2022 Director of Engineering, Siemens",
        "until 2021 CTO @ Siemens; enjoying life",
        "Worked at Siemens for 10 years, now a yoga teacher",
        "CTO emeritus",
        "CTO (2016 to 2020), currently on sabbatical",
        "CTO bis 2022, dann Weltreise",
    ] {
        assert_eq!(codes_for_a_cto(headline), Vec::<&str>::new(), "{headline}");
    }
    for headline in ["Fractional CTO", "Interim CTO for startups", "Part-time CTO", "CTO since 2017"] {
        assert_eq!(codes_for_a_cto(headline), ["peer"], "{headline}");
    }
}

#[test]
fn who_seeks_to_recruit_or_recruits_others_than_employees_is_no_recruiter() {
    for headline in [
        "In search of my next role as Talent Partner",
        "Laid off Google recruiter seeking new opportunities",
        "Recruiter looking for my next role",
        "Talent Acquisition student at HEC",
        "Army recruiter",
        "Marine Corps Recruiter",
        "Recruiting Sergeant, US Marine Corps",
        "Recruiting soldiers for the national guard",
        "Customer recruitment manager",
        "Patient recruitment specialist for clinical trials",
        "Clinical trial recruiter | patients",
        "Sales recruiter of franchisees",
        "Recruiting franchise partners for a coffee chain",
        "Recruiter for the Church of Latter-day Saints",
        "Volunteer recruiter at Red Cross",
        "Foster carer recruiter",
    ] {
        assert_eq!(codes_for_a_cto(headline), Vec::<&str>::new(), "{headline}");
    }
}

#[test]
fn who_places_people_at_a_company_does_not_work_there() {
    for headline in
        ["I place engineers at Siemens", "We place developers at Google", "Helping engineers land jobs at Google"]
    {
        assert!(!codes_for_a_cto(headline).contains(&"target-company"), "{headline}");
    }
    assert!(codes_for_a_cto("Engineer at Siemens").contains(&"target-company"));
}

#[test]
fn operations_include_the_supply_chain_only_where_the_user_names_it() {
    let codes = |goals: &Goals, headline: &str| -> Vec<&str> {
        let found = WorthFinder::new(goals).reasons(&CardTexts { headline, ..CardTexts::default() });
        found.iter().map(|worth| worth.code.as_str()).collect()
    };
    let vp = |title: &str, topic: &str| Goals {
        title: title.to_owned(),
        topics: (!topic.is_empty()).then(|| topic.to_owned()).into_iter().collect(),
        ..Goals::default()
    };
    for headline in
        ["VP Sales Operations", "Head of IT Operations", "Director of Revenue Operations", "Head of Supply Chain"]
    {
        assert_eq!(codes(&vp("VP Operations", ""), headline), Vec::<&str>::new(), "{headline}");
    }
    assert_eq!(codes(&vp("VP Operations", ""), "Director of Operations"), ["peer"]);
    assert_eq!(codes(&vp("VP Operations and Supply Chain", ""), "Head of Supply Chain"), ["peer"]);
    assert!(codes(&vp("VP Operations", "supply chain"), "Head of Supply Chain").contains(&"peer"));
}

#[test]
fn recruiters_who_are_addressed_or_denied_are_not_the_writer() {
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
    let finder = WorthFinder::new(&goals());
    let found = |note: &str| {
        let reasons = finder.reasons(&CardTexts { note, ..CardTexts::default() });
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
        let finder = WorthFinder::new(&goals());
        let mixed = mixed.concat();
        for text in [&headline, &mixed] {
            for said in [
                CardTexts { headline: text, ..CardTexts::default() },
                CardTexts { company: text, ..CardTexts::default() },
                CardTexts { context: text, ..CardTexts::default() },
                CardTexts { note: text, ..CardTexts::default() },
            ] {
                for worth in finder.reasons(&said) {
                    prop_assert!(!worth.words.is_empty() && text.contains(&worth.words));
                }
            }
        }
        let wild = Goals { companies: vec![headline.clone()], roles: vec![mixed.clone()], topics: vec![headline], ..Goals::default() };
        let _ = WorthFinder::new(&wild).reasons(&CardTexts { headline: &mixed, ..CardTexts::default() });
    }
}
