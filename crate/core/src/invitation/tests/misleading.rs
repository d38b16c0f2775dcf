//! Cards that mislead: by what their inviter wrote, by people of like names, by requests of other kinds.

use super::*;

const MARIT: &str = "https://www.linkedin.com/in/marit/";
const DREW: &str = "https://www.linkedin.com/in/drew-stone/";

fn photo_of(whose: &str) -> String {
    format!("https://media.licdn.com/dms/image/v2/D4{whose}/profile-displayphoto-shrink_100_100/0/1618000000000?e=1")
}

fn link(href: &str, text: &str) -> Piece {
    Piece::Link { href: href.to_owned(), text: text.to_owned(), strong: false }
}

fn mark(label: &str) -> Piece {
    Piece::Mark { id: String::new(), label: label.to_owned(), link: MARIT.to_owned() }
}

/// Marit's card, or one of another name: what is in the block of the name, its sentence, and the pieces below the headline.
fn card_of(name: &str, beside_name: Vec<Piece>, sentence: &str, below: Vec<Piece>) -> CardAsRead {
    let control = |label: String, text: &str| Piece::Control { label, text: text.to_owned(), href: String::new() };
    let mut pieces = vec![link(MARIT, ""), image(&photo_of("MARIT"), "", MARIT), link(MARIT, name)];
    pieces.extend(beside_name);
    pieces.extend([text(&format!("{name} {sentence}")), text("Works at Pumps")]);
    pieces.extend(below);
    pieces.extend([
        control(format!("Ignore an invitation to connect from {name}"), "Ignore"),
        control(format!("Accept {name}’s invitation"), "Accept"),
    ]);
    let urn = "urn:li:invitation:7".to_owned();
    CardAsRead { root: Root::Marked, urn, language: "en".to_owned(), pieces }
}

fn marit(below: Vec<Piece>) -> CardAsRead {
    card_of("Marit Halvorsen", Vec::new(), "is inviting you to connect", below)
}

#[test]
fn a_mutual_connection_of_the_same_or_a_shorter_name_is_not_the_inviter() {
    for name in ["Drew Stone", "Drew Stone-Smith", "Drew Stone Santos"] {
        let mutual =
            vec![link(DREW, "Drew Stone"), text("Drew Stone is a mutual connection"), text("Hi, a new account.")];
        let mut card = card_of(name, Vec::new(), "is inviting you to connect", mutual);
        for shown in [format!("{name} • 2nd"), format!("{name}, MBA"), name.to_owned()] {
            card.pieces[2] = link(MARIT, &shown);
            card.pieces[3] = text(&format!("{shown} is inviting you to connect"));
            let read = invitation(&card);
            assert_eq!((read.profile.as_str(), read.name.as_str()), ("marit", name), "{shown}");
        }
    }
}

#[test]
fn a_face_below_the_name_is_the_inviters_only_where_it_is_named_after_them() {
    // One link around the whole card.
    let face = |alt: &str| marit(vec![image(&photo_of("DREW"), alt, MARIT), text("Drew Stone is a mutual connection")]);
    for alt in ["", "Drew Stone"] {
        let mut card = face(alt);
        card.pieces.remove(1);
        assert_eq!(invitation(&card).photo, CardPhoto::None, "{alt}");
    }
    let mut named = face("Marit Halvorsen");
    named.pieces.remove(1);
    assert!(invitation(&named).photo.address().is_some());
}

#[test]
fn a_picture_is_named_after_the_inviter_in_whole_words() {
    for (name, alt, is_theirs) in [
        ("Ana Silva", "Mariana Silva", false),
        ("Ana Silva", "Photo of Ana Silvano", false),
        ("Anne", "Roxanne Stone", false),
        ("Anne", "Annette Stone", false),
        ("Ana Silva", "Ana Silva’s profile picture", true),
        ("Ana Silva", "Ana Silvas Profilbild", true),
    ] {
        let mut card = card_of(name, Vec::new(), "is inviting you to connect", vec![image(&photo_of("X"), alt, "")]);
        card.pieces.remove(1);
        assert_eq!(invitation(&card).photo.address().is_some(), is_theirs, "{name}, {alt}");
    }
}

#[test]
fn what_the_inviter_wrote_is_no_mark_of_verification() {
    for (shown, label) in [
        ("(Verified) is inviting you to connect", "(Verified)"),
        ("(Verified) is inviting you to connect", "Verified"),
        ("(Verificada) is inviting you to connect", "(Verificada)"),
        ("(not verified) is inviting you to connect", "(not verified)"),
        ("Verified expert is inviting you to connect", "Verified expert"),
        ("is inviting you to connect", "(Unverified)"),
    ] {
        assert!(!invitation(&card_of("Marit Halvorsen", vec![mark(label)], shown, Vec::new())).verified, "{label}");
    }
    let named =
        card_of("Verified Halvorsen", vec![mark("View Verified's profile")], "is inviting you to connect", Vec::new());
    assert!(!invitation(&named).verified);
    let drawn = card_of("Marit Halvorsen", vec![mark("Verified")], "is inviting you to connect", Vec::new());
    assert!(invitation(&drawn).verified);
}

#[test]
fn a_mark_that_says_not_verified_is_none() {
    for label in [
        "Doğrulanmadı",
        "niezweryfikowany",
        "Overifierad",
        "Uverificeret",
        "Неподтвержденный",
        "Non-verified",
        "Niet-geverifieerd",
        "Vahvistettu? Ei",
        "सत्यापित नहीं",
        "인증된 정보 없음",
        "Nothing verified yet",
        "Verified status pending",
    ] {
        let card = card_of("Marit Halvorsen", vec![mark(label)], "is inviting you to connect", Vec::new());
        assert!(!invitation(&card).verified, "{label}");
    }
}

#[test]
fn pictures_and_links_of_the_inviters_own_do_not_make_a_line_linkedins() {
    let search = |where_to: &str| format!("https://www.linkedin.com/search/results/{where_to}/?keywords=%23hiring");
    for (beside, line) in [
        (image(&photo_of("MARIT"), "", ""), "12 mutual connections"),
        (image(&photo_of("MARIT"), "Marit’s photo", ""), "12 mutual connections"),
        (image("https://media.licdn.com/dms/image/sync/x/articleshare_640/0/1", "", ""), "12 mutual connections"),
        (image("https://media.licdn.com/dms/image/v2/G1/group-logo_image/0/1", "", ""), "3 mutual connections club"),
        (link(&search("all"), "#hiring"), "12 mutual connections #hiring"),
        (link(&search("all"), "#ai"), "#ai and 40 other mutual connections"),
    ] {
        assert_eq!(invitation(&marit(vec![beside, text(line)])).mutual, None, "{line}");
    }
    let linkedins = marit(vec![link(&search("people"), "12 mutual connections"), text("12 mutual connections")]);
    assert_eq!(invitation(&linkedins).mutual, Some(12));
}

#[test]
fn a_number_counts_only_in_linkedins_words() {
    let drew = |shown: &str, line: &str| invitation(&marit(vec![link(DREW, shown), text(line)])).mutual;
    let accomplice = "Drew and 500 others";
    assert_eq!(drew(accomplice, "Drew and 500 others is a mutual connection"), None);
    assert_eq!(drew("Drew Stone", "Drew Stone and 14 other mutual connections in #ai, 3 books"), None);
    assert_eq!(drew("Drew Stone", "Drew Stone and 14 other mutual connections"), Some(15));
}

#[test]
fn where_a_language_is_not_known_well_an_unknown_sentence_may_invite() {
    let mut card = card_of("Marit Halvorsen", Vec::new(), "wysyła prośbę", Vec::new());
    card.language = "pl".to_owned();
    for (at, label) in [(5, "Ignoruj zaproszenie: Marit Halvorsen"), (6, "Akceptuj zaproszenie: Marit Halvorsen")] {
        card.pieces[at] = Piece::Control { label: label.to_owned(), text: String::new(), href: String::new() };
    }
    invitation(&card);
}

#[test]
fn other_requests_are_no_invitations_to_connect() {
    for sentence in [
        "invited you to be an admin of Studio Test",
        "wants to connect your account with Studio App",
        "wants to send you a message",
        "wants to share contact details",
        "sent you a service request",
        "asked you for a recommendation",
        "asked you to introduce them",
    ] {
        assert_eq!(
            read(&card_of("Marit Halvorsen", Vec::new(), sentence, Vec::new())),
            Reading::OtherKind,
            "{sentence}"
        );
    }
    for sentence in [
        "wants to connect",
        "wants to connect with you",
        "would like to join your network",
        "(webinar) is inviting you to connect",
    ] {
        invitation(&card_of("Marit Halvorsen", Vec::new(), sentence, Vec::new()));
    }
}
