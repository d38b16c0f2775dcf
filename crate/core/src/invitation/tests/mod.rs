use super::text::MAX_NAME;
use super::*;

mod forms;
mod misleading;

const KIM: &str = "https://www.linkedin.com/in/kim-sample/";
const PHOTO: &str =
    "https://media.licdn.com/dms/image/v2/D4A/profile-displayphoto-shrink_100_100/0/1718000000000?e=1790000000";

/// A mutual connection's photo.
const SAMS_PHOTO: &str =
    "https://media.licdn.com/dms/image/v2/D4B/profile-displayphoto-shrink_100_100/0/1618000000000?e=1790000000";

fn text(text: &str) -> Piece {
    Piece::Text { text: text.to_owned() }
}

fn link(href: &str, text: &str) -> Piece {
    Piece::Link { href: href.to_owned(), text: text.to_owned(), strong: true }
}

fn control(label: &str, text: &str) -> Piece {
    Piece::Control { label: label.to_owned(), text: text.to_owned(), href: String::new() }
}

fn image(src: &str, alt: &str, link: &str) -> Piece {
    Piece::Image { src: src.to_owned(), alt: alt.to_owned(), link: link.to_owned() }
}

fn card(language: &str, pieces: Vec<Piece>) -> CardAsRead {
    CardAsRead { root: Root::Structure, urn: String::new(), language: language.to_owned(), pieces }
}

fn kim() -> CardAsRead {
    card(
        "en",
        vec![
            link(KIM, ""),
            image(PHOTO, "", KIM),
            link(KIM, "Kim Sample"),
            text("Kim Sample is inviting you to connect"),
            text("Designer at SampleCo"),
            // The picture of a mutual connection.
            image(SAMS_PHOTO, "", ""),
            text("Sam Mutual and 12 other mutual connections"),
            text("2 days ago"),
            control("Ignore an invitation to connect from Kim Sample", "Ignore"),
            control("Accept Kim Sample’s invitation", "Accept"),
            text("Hello, I enjoyed your talk. …"),
        ],
    )
}

fn invitation(card: &CardAsRead) -> Invitation {
    match read(card) {
        Reading::Invitation(invitation, _) => *invitation,
        other => panic!("{other:?}"),
    }
}

#[test]
fn reads_a_card_by_the_order_of_its_pieces() {
    let Reading::Invitation(kim, name_at) = read(&kim()) else { panic!("no invitation") };
    assert_eq!(name_at, 3);
    assert_eq!((kim.key.as_str(), kim.name.as_str()), ("in:kim-sample", "Kim Sample"));
    assert_eq!((kim.headline.as_str(), kim.mutual), ("Designer at SampleCo", Some(13)));
    assert_eq!(kim.note, "Hello, I enjoyed your talk");
    assert!(matches!(kim.photo, CardPhoto::At(photo) if photo.id.as_str() == "D4A"));
    assert!(!kim.verified && !kim.follows);
}

#[test]
fn reads_german_with_accept_as_a_link() {
    let mut pieces = kim().pieces;
    pieces[3] = text("Kim Sample möchte Kontakt mit Ihnen aufnehmen");
    pieces[6] = text("Max Muster und 71 weitere gemeinsame Kontakte");
    pieces[8] = control("Einladung von Kim Sample ignorieren", "Ignorieren");
    pieces[9] = Piece::Control {
        label: "Einladung von Kim Sample annehmen".to_owned(),
        text: "Annehmen".to_owned(),
        href: "https://www.linkedin.com/mynetwork/invitation-manager/received/".to_owned(),
    };
    assert_eq!(invitation(&card("de-DE", pieces)).mutual, Some(72));
}

#[test]
fn a_headline_is_never_taken_for_mutual_connections() {
    let mut forged = kim();
    forged.pieces[4] = text("12 mutual connections");
    forged.pieces.drain(5..7);
    let forged = invitation(&forged);
    assert_eq!((forged.headline.as_str(), forged.mutual), ("12 mutual connections", None));
}

#[test]
fn a_name_that_says_follows_you_follows_nobody() {
    let mut forged = kim();
    for piece in &mut forged.pieces {
        if let Piece::Text { text } | Piece::Link { text, .. } | Piece::Control { label: text, .. } = piece {
            *text = text.replace("Kim Sample", "Kim follows you");
        }
    }
    let forged = invitation(&forged);
    assert_eq!((forged.name.as_str(), forged.follows), ("Kim follows you", false));
}

#[test]
fn pages_groups_and_events_are_other_invitations() {
    for place in ["company/sampleco", "school/x", "groups/1", "events/x-1", "newsletters/x-1"] {
        let mut other = kim();
        other.pieces.insert(4, link(&format!("https://www.linkedin.com/{place}/"), "SampleCo"));
        assert_eq!(read(&other), Reading::OtherKind, "{place}");
    }
}

#[test]
fn suggestions_and_sent_invitations_are_none() {
    let with = |controls: Vec<Piece>| {
        let mut pieces = vec![link(KIM, "Kim Sample"), text("Kim Sample"), text("Designer at SampleCo")];
        pieces.extend(controls);
        read(&card("en", pieces))
    };
    assert_eq!(with(vec![control("Invite Kim Sample to connect", "Connect")]), Reading::NotAnInvitation);
    assert_eq!(
        with(vec![
            control("Remove Kim Sample from suggestions", ""),
            control("Invite Kim Sample to connect", "Connect")
        ]),
        Reading::NotAnInvitation
    );
    assert_eq!(with(vec![control("Withdraw invitation sent to Kim Sample", "Withdraw")]), Reading::NotAnInvitation);
    assert_eq!(with(vec![]), Reading::NotAnInvitation);
    assert_eq!(read(&card("", vec![])), Reading::NotAnInvitation);
}

#[test]
fn a_card_without_labels_is_read_by_its_buttons() {
    let mut bare = kim();
    bare.pieces[8] = control("", "Ignore");
    bare.pieces[9] = control("", "Accept");
    assert_eq!(invitation(&bare).name, "Kim Sample");
}

#[test]
fn a_marked_card_needs_no_vocabulary() {
    let mut marked = kim();
    marked.root = Root::Marked;
    marked.urn = "urn:li:invitation:7001".to_owned();
    marked.language = "eo".to_owned();
    marked.pieces[9] = control("Konsenti al Kim Sample", "Konsenti");
    let marked = invitation(&marked);
    assert_eq!((marked.key.as_str(), marked.mutual), ("urn:li:invitation:7001", None));
}

#[test]
fn somebody_elses_marks_and_pictures_are_not_the_inviters() {
    let other = "https://www.linkedin.com/in/sam-mutual/";
    let mut shared = kim();
    shared.pieces[1] = Piece::Mark { id: "person-accent-2".to_owned(), label: String::new(), link: KIM.to_owned() };
    shared
        .pieces
        .insert(5, Piece::Mark { id: "verified-small".to_owned(), label: String::new(), link: other.to_owned() });
    shared.pieces.insert(5, image(SAMS_PHOTO, "", other));
    shared.pieces.insert(5, link(other, "Sam Mutual"));
    let shared = invitation(&shared);
    assert_eq!((shared.name.as_str(), shared.photo, shared.verified), ("Kim Sample", CardPhoto::None, false));
}

#[test]
fn pictures_elsewhere_are_not_the_photo_hosts() {
    for (src, expected) in [
        ("https://www.linkedin.com/kim.png", CardPhoto::Elsewhere),
        ("https://static.licdn.com/aero-v1/sc/h/ghost", CardPhoto::None),
        ("data:image/gif;base64,R0lGODlh", CardPhoto::Elsewhere),
        ("", CardPhoto::None),
    ] {
        let mut elsewhere = kim();
        elsewhere.pieces[1] = image(src, "", KIM);
        assert_eq!(invitation(&elsewhere).photo, expected, "{src}");
    }
}

#[test]
fn a_hostile_name_is_made_fit_to_show() {
    let name = format!("<b>Kim</b>\u{202e}{}", "x".repeat(10_000));
    let mut hostile = kim();
    for piece in &mut hostile.pieces {
        if let Piece::Text { text } | Piece::Link { text, .. } | Piece::Control { label: text, .. } = piece {
            *text = text.replace("Kim Sample", &name).chars().take(2000).collect();
        }
    }
    let hostile = invitation(&hostile);
    assert_eq!(hostile.name.chars().count(), MAX_NAME);
    assert!(hostile.name.starts_with("<b>Kim</b>x") && !hostile.name.contains('\u{202e}'));
}

#[test]
fn a_mark_beside_the_name_may_be_pressed_and_is_no_answer() {
    let verified = |label: &str| {
        let mut card = kim();
        card.pieces.insert(3, control(label, ""));
        let kim = invitation(&card);
        assert_eq!((kim.headline.as_str(), kim.mutual), ("Designer at SampleCo", Some(13)), "{label}");
        kim.verified
    };
    for label in ["Verified", "Kim Sample is verified", "Verifiziertes Profil"] {
        assert!(verified(label), "{label}");
    }
    for label in ["Premium", "Not verified", "Ask to get verified", "Jetzt verifizieren"] {
        assert!(!verified(label), "{label}");
    }
}

#[test]
fn pronouns_in_the_names_line_say_nothing() {
    let follows = |line: &str| {
        let mut card = kim();
        card.pieces[3] = text(line);
        invitation(&card).follows
    };
    assert!(follows("Kim Sample follows you and is inviting you to connect"));
    assert!(!follows("Kim Sample (follows you) is inviting you to connect"));
    assert!(!follows("Kim Sample · follows you and is inviting you to connect"));
}

#[test]
fn a_degree_in_the_names_line_is_no_sentence() {
    for line in ["Kim Sample · 2nd", "Kim Sample (She/Her)"] {
        let mut card = kim();
        card.pieces[3] = text(line);
        card.pieces.insert(4, text("follows you and is inviting you to connect"));
        let kim = invitation(&card);
        // The inviter could have written it.
        assert_eq!((kim.headline.as_str(), kim.follows), ("Designer at SampleCo", false), "{line}");
    }
}
