use super::*;

fn inviter(profile: &ProfileId) -> Inviter<'_> {
    Inviter { profile, name: "Kim Sample" }
}

fn place_of(url: &str, title: &str) -> Option<Place> {
    let own = ProfileId::from_address("https://www.linkedin.com/in/kim-sample/").unwrap();
    read(&Hit { url: url.to_owned(), title: title.to_owned(), exact: true }, inviter(&own)).map(|found| found.place)
}

fn profile(name: &str, likeness: Likeness) -> Option<Place> {
    Some(Place::Profile { name: name.to_owned(), likeness })
}

#[test]
fn the_inviters_own_profile_is_no_other() {
    for url in [
        "https://www.linkedin.com/in/kim-sample",
        "https://uk.linkedin.com/in/Kim-Sample/de?trk=x",
        "http://linkedin.com/in/kim-sample",
    ] {
        assert_eq!(place_of(url, "Someone Else - Role | LinkedIn"), Some(Place::OwnProfile), "{url}");
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
    ] {
        assert_eq!(place_of(url, title), profile("Brandon Lockhart", Likeness::Different), "{title}");
    }
    assert_eq!(place_of(url, "Kim Sample, MBA - Example | LinkedIn"), profile("Kim Sample, MBA", Likeness::Same));
}

#[test]
fn directories_doors_and_posts_name_nobody() {
    for (url, title) in [
        ("https://www.linkedin.com/pub/dir/Brandon/Lockhart", "100+ \"Brandon Lockhart\" profiles | LinkedIn"),
        ("https://www.linkedin.com/in/other", "100+ \"Brandon Lockhart\" profiles | LinkedIn"),
        ("https://www.linkedin.com/in/other", "Sign Up | LinkedIn"),
        ("https://www.linkedin.com/in/other", "LinkedIn"),
        ("https://www.linkedin.com/in/other", ""),
        ("https://www.linkedin.com/posts/brandon_x", "Brandon Lockhart on LinkedIn: so glad to share"),
        ("https://www.linkedin.com/in/other", "Brandon Lockhart on LinkedIn: so glad to share"),
        ("https://www.linkedin.com/company/example", "Example Corp | LinkedIn"),
    ] {
        assert_eq!(place_of(url, title), Some(Place::Unnamed), "{title}");
    }
}

#[test]
fn pages_elsewhere() {
    assert_eq!(place_of("https://www.example.org/team", "Our team: Kim Sample, Head of Things"), Some(Place::SameName));
    assert_eq!(place_of("https://www.example.org/team", "Our team | Example"), Some(Place::Page));
    assert_eq!(
        place_of("https://www.example.org/team", "Brandon Lockhart | Example"),
        Some(Place::Page),
        "no page of one person"
    );
    assert_eq!(
        place_of("https://www.facebook.com/brandon.lockhart", "Brandon Lockhart | Facebook"),
        Some(Place::OtherName { name: "Brandon Lockhart".to_owned() })
    );
    assert_eq!(
        place_of("https://www.shutterstock.com/image-photo/kim-sample-1", "Kim Sample smiling"),
        Some(Place::Portraits { site: "Shutterstock".to_owned() })
    );
}

#[test]
fn similar_pictures_never_count() {
    let own = ProfileId::from_address("https://www.linkedin.com/in/kim-sample/").unwrap();
    let hit = Hit {
        url: "https://www.linkedin.com/in/other".to_owned(),
        title: "Brandon Lockhart | LinkedIn".to_owned(),
        exact: false,
    };
    assert_eq!(read(&hit, inviter(&own)), None);
}

#[test]
fn other_people_are_counted_by_names_that_cannot_be_one() {
    let own = ProfileId::from_address("https://www.linkedin.com/in/kim-sample/").unwrap();
    let found: Vec<Found> = ["Brandon Lockhart", "Brandon J. Lockhart", "Maria Gomez", "Kim Sample"]
        .iter()
        .enumerate()
        .filter_map(|(i, name)| {
            let hit = Hit {
                url: format!("https://www.linkedin.com/in/other-{i}"),
                title: format!("{name} | LinkedIn"),
                exact: true,
            };
            read(&hit, inviter(&own))
        })
        .collect();
    assert_eq!(other_people(&found), ["Brandon Lockhart", "Maria Gomez"]);
}

#[test]
fn hostile_titles_are_read_without_harm() {
    for title in [
        "<b>Brandon</b> Lockhart | LinkedIn".to_owned(),
        "x".repeat(10_000),
        "\u{202e}nodnarB - | LinkedIn".to_owned(),
        " - - | ".repeat(500),
    ] {
        let place = place_of("https://www.linkedin.com/in/other", &title);
        assert!(matches!(place, Some(Place::Unnamed | Place::Profile { .. })), "{place:?}");
    }
}
