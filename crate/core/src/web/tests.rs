use super::*;

const OWN: &str = "https://www.linkedin.com/in/kim-sample/";

fn found(url: &str, title: &str) -> Option<ReadHit> {
    let own = ProfileId::from_address(OWN).unwrap();
    let inviter = Inviter { profiles: vec![own.clone()], names: vec![ReadName::new("Kim Sample")] };
    let hit = Hit { url: url.to_owned(), title: title.to_owned(), same: true }.kept()?;
    assert_eq!(hit.kept().as_ref(), Some(&hit), "kept once more it stays as it is");
    read(&hit, &inviter)
}

fn page_of(url: &str, title: &str) -> Option<Page> {
    found(url, title).map(|found| found.page)
}

fn other(name: &str) -> Option<Page> {
    Some(Page::OtherProfile { name: name.to_owned() })
}

#[test]
fn the_inviters_own_profile_is_no_other() {
    for url in [
        "https://www.linkedin.com/in/kim-sample",
        "https://uk.linkedin.com/in/Kim-Sample/de?trk=x",
        "http://linkedin.com/in/kim-sample",
        "https://www.linkedin.com/mwlite/in/kim-sample",
        "https://www.linkedin.com/in/kim-sample/recent-activity/all/",
        "https://www.google.com/url?q=https%3A%2F%2Fde.linkedin.com%2Fin%2Fkim-sample%2Fde",
    ] {
        assert_eq!(page_of(url, "Someone Else - Role | LinkedIn"), Some(Page::OwnProfile), "{url}");
    }
}

#[test]
fn one_profile_has_one_key_however_it_is_linked() {
    let key = |url| found(url, "Brandon Lockhart | LinkedIn").map(|found| found.key);
    let plain = key("https://www.linkedin.com/in/brandon");
    for url in [
        "https://uk.linkedin.com/in/Brandon/de",
        "https://www.bing.com/ck/a?u=a1aHR0cHM6Ly91ay5saW5rZWRpbi5jb20vaW4vYnJhbmRvbg",
    ] {
        assert_eq!(key(url), plain, "{url}");
    }
}

#[test]
fn names_stand_at_the_beginning_of_a_profiles_title() {
    let url = "https://www.linkedin.com/in/other";
    for title in [
        "Brandon Lockhart - Senior Analyst - Example Corp | LinkedIn",
        "Brandon Lockhart | LinkedIn",
        "Brandon Lockhart – Analyst at Example | LinkedIn",
        "(3) Brandon Lockhart | LinkedIn",
        "Brandon Lockhart - Berlin, Deutschland | Berufsprofil | LinkedIn",
        "Brandon Lockhart - Senior Vice Pres…",
        "Profil de Brandon Lockhart | LinkedIn",
        "Brandon Lockhart ...",
        "<b>Brandon</b> Lockhart | LinkedIn",
        "LinkedIn · Brandon Lockhart",
        "Brandon Lockhart &#39;",
    ] {
        assert!(page_of(url, title).is_some_and(|place| place.name().starts_with("Brandon Lockhart")), "{title}");
    }
}

#[test]
fn a_profile_that_may_be_the_inviters_is_left_open() {
    let url = "https://www.linkedin.com/in/other";
    for title in [
        "Kim Sample, MBA - Example | LinkedIn",
        "Kimberly Sample | LinkedIn",
        "Kim Newname-Sample | LinkedIn",
        "Kim Newname | LinkedIn",
        // Cyrillic letters that look like Latin ones.
        "\u{41a}im S\u{430}mple - Analyst | LinkedIn",
        // Cut within the name: the rest may be anything.
        "Kim Sam…",
        "Brandon…",
        "LinkedIn",
    ] {
        assert_eq!(page_of(url, title), Some(Page::Unclear), "{title}");
    }
}

#[test]
fn directories_sign_in_pages_and_posts_name_nobody() {
    for (url, title) in [
        ("https://www.linkedin.com/in/other", "100+ \"Brandon Lockhart\" profiles | LinkedIn"),
        ("https://www.linkedin.com/in/other", "Sign Up | LinkedIn"),
        ("https://www.linkedin.com/in/other", "LinkedIn"),
        // Sign-in pages and errors in words that no list holds.
        ("https://www.linkedin.com/in/other", "Willkommen zurück | LinkedIn"),
        ("https://www.linkedin.com/in/other", "Bejelentkezés | LinkedIn"),
        ("https://www.linkedin.com/in/other", "Utente di LinkedIn | LinkedIn"),
        ("https://www.linkedin.com/in/other", "Just a moment..."),
        ("https://www.linkedin.com/in/other", "www.linkedin.com › in › brandon-lockhart"),
        ("https://www.linkedin.com/in/other", ""),
        ("https://www.linkedin.com/posts/brandon_x", "Brandon Lockhart on LinkedIn: so glad to share"),
        ("https://www.linkedin.com/in/other/recent-activity", "Brandon Lockhart | LinkedIn"),
        ("https://www.linkedin.com/in/other", "Brandon Lockhart on LinkedIn: so glad to share"),
        ("https://www.linkedin.com/pulse/my-story-brandon-lockhart", "My story - Brandon Lockhart"),
    ] {
        assert_eq!(page_of(url, title), Some(Page::Unclear), "{title}");
    }
    let directory = |of_people| Some(Page::Directory { of_people });
    for url in ["pub/dir/Brandon/Lockhart", "pub/dir?firstName=Kim", "search/results/people?x=1"] {
        let url = format!("https://www.linkedin.com/{url}");
        assert_eq!(page_of(&url, "Brandon Lockhart | LinkedIn"), directory(true), "{url}");
    }
    assert_eq!(page_of("https://www.linkedin.com/company/example", "Brandon Lockhart | LinkedIn"), directory(false));
}

#[test]
fn pages_elsewhere() {
    let other_name = |name: &str| Some(Page::OtherName { name: name.to_owned() });
    for (url, title, expected) in [
        ("https://www.example.org/team", "Our team: Kim Sample, Head of Things", Some(Page::SameName)),
        ("https://www.example.org/talk", "Meet Kim Sample of Example", Some(Page::SameName)),
        ("https://www.example.org/team", "Our team | Example", Some(Page::Unclear)),
        // The title of a page about several people, or of a story, may name anybody: its author, or another in the
        // picture.
        ("https://www.example.org/team", "Brandon Lockhart | Example", Some(Page::Unclear)),
        ("https://www.example.org/news/brandon-lockhart-joins", "Brandon Lockhart joins Example", Some(Page::Unclear)),
        ("https://www.example.org/author/brandon-lockhart", "Brandon Lockhart | Example", Some(Page::Unclear)),
        ("https://www.example.org/team/annual-report", "Annual Report | Example", Some(Page::Unclear)),
        ("https://www.example.org/team/human-resources", "Human Resources | Example", Some(Page::Unclear)),
        ("https://www.example.org/team/brandon-lockhart", "Brandon Lockhart | Example", other_name("Brandon Lockhart")),
        ("https://www.example.org/team/kim-newname", "Kim Newname | Example", Some(Page::Unclear)),
        ("https://www.facebook.com/brandon.lockhart", "Brandon Lockhart | Facebook", other_name("Brandon Lockhart")),
        ("https://www.facebook.com/groups/1", "Brandon Lockhart | Facebook", Some(Page::Unclear)),
        ("https://www.instagram.com/studio", "Portrait Studio | Instagram", Some(Page::Unclear)),
        (
            "https://www.shutterstock.com/image-photo/kim-sample-1",
            "Kim Sample smiling",
            Some(Page::Portraits { site: "Shutterstock" }),
        ),
    ] {
        assert_eq!(page_of(url, title), expected, "{url} {title}");
    }
}

#[test]
fn similar_pictures_never_count() {
    let own = ProfileId::from_address(OWN).unwrap();
    let inviter = Inviter { profiles: vec![own.clone()], names: vec![ReadName::new("Kim Sample")] };
    for url in ["https://www.linkedin.com/in/other", "https://www.shutterstock.com/x"] {
        let hit = Hit { url: url.to_owned(), title: "Brandon Lockhart | LinkedIn".to_owned(), same: false };
        assert_eq!(read(&hit, &inviter).map(|found| found.page), Some(Page::Similar));
    }
}

#[test]
fn other_people_are_counted_by_names_that_cannot_be_one() {
    let all: Vec<ReadHit> = [
        ("a", "Brandon Lockhart"),
        ("b", "Brandon J. Lockhart"),
        ("c", "Maria Gomez"),
        ("d", "Kim Sample"),
        // One profile under two titles.
        ("c", "Olga Owner"),
    ]
    .iter()
    .filter_map(|(slug, name)| found(&format!("https://www.linkedin.com/in/{slug}"), &format!("{name} | LinkedIn")))
    .collect();
    assert_eq!(other_people(&all), ["Brandon Lockhart", "Maria Gomez"]);
    assert_eq!(all.first().map(|found| found.page.clone()), other("Brandon Lockhart"));
}

#[test]
fn hostile_titles_and_addresses_are_read_without_harm() {
    let long = format!("https://a.example/{}", "x".repeat(3000));
    assert_eq!(
        Hit { url: long, title: String::new(), same: true }.kept().map(|hit| hit.url).as_deref(),
        Some("https://a.example/")
    );
    for title in [
        "x".repeat(10_000),
        "\u{202e}nodnarB - | LinkedIn".to_owned(),
        " - - | ".repeat(500),
        "<".repeat(5000),
        "&amp;lt;script&amp;gt;".to_owned(),
        "Kim Sample ".repeat(1000),
    ] {
        for url in ["https://www.linkedin.com/in/other", "https://www.example.org/team/x", "https://facebook.com/x"] {
            assert!(page_of(url, &title).is_some());
        }
    }
}

#[test]
fn no_name_of_the_inviters_changes_what_speaks_for_them_but_weakly() {
    // By its address alone a result is harmless, whatever the inviter calls themselves.
    let own = ProfileId::from_address(OWN).unwrap();
    for (url, title) in [
        ("https://www.example.org/team", "Olga Owner, CEO | Example"),
        ("https://www.linkedin.com/in/olga", "Olga Owner | LinkedIn"),
        ("https://www.linkedin.com/pub/dir/Olga/Owner", "100+ \"Olga Owner\" profiles | LinkedIn"),
        ("https://www.facebook.com/olga.owner", "Olga Owner | Facebook"),
    ] {
        for name in ["Theo Thief", "Olga Owner", "Olga"] {
            let inviter = Inviter { profiles: vec![own.clone()], names: vec![ReadName::new(name)] };
            let hit = Hit { url: url.to_owned(), title: title.to_owned(), same: true };
            assert!(read(&hit, &inviter).is_some_and(|found| !found.page.is_harmless()), "{name} {url}");
        }
    }
}

/// The name in the title of a page on LinkedIn, if it is a profile's.
fn named(url: &str, title: &str) -> Option<String> {
    let hit = Hit { url: url.to_owned(), title: title.to_owned(), same: true }.kept()?;
    let link = Link::read(&hit.url)?;
    let is_profile = link.is_linkedin() && link.on_linkedin() == OnLinkedIn::Profile;
    if is_profile { title::on_linkedin(&hit.title, &link.slug()) } else { None }
}

/// How many lines name somebody, how many of those were read right, and what was read wrong.
fn measured(lines: &str) -> (usize, usize, Vec<String>) {
    let (mut names, mut right, mut wrong) = (0, 0, Vec::new());
    for line in lines.lines().filter(|line| !line.starts_with('#')) {
        let [_, url, title, label] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let read = named(url, title);
        let is_right = match &read {
            None => label == "-",
            Some(read) => {
                // "Kim Sample, MBA" may be labelled, or read, without what was added.
                let begins = read.starts_with(label.trim_end_matches('.')) || label.starts_with(read.as_str());
                label != "-" && begins && crate::names::compare(read, label) == NameMatch::Same
            }
        };
        names += usize::from(label != "-");
        right += usize::from(label != "-" && is_right);
        if !is_right {
            wrong.push(format!("{line} → {read:?}"));
        }
    }
    (names, right, wrong)
}

#[test]
fn labelled_titles_are_read_right() {
    for (file, lines) in [
        ("known", include_str!("../../../../tests/web/known.tsv")),
        ("held back", include_str!("../../../../tests/web/held-back.tsv")),
        ("fresh", include_str!("../../../../tests/web/fresh.tsv")),
    ] {
        let (names, right, wrong) = measured(lines);
        let from_nobody: Vec<&String> = wrong.iter().filter(|line| line.contains("\t- →")).collect();
        assert!(names > 70, "{file}: {names}");
        assert!(from_nobody.is_empty(), "{file}: a name where none is: {from_nobody:#?}");
        assert!(right * 100 >= names * 98, "{file}: {right} of {names}: {wrong:#?}");
    }
}
