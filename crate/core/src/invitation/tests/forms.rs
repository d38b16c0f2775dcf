//! Cards of every form: what the inviter may have written counts for nothing, what LinkedIn adds is read as such.

use super::*;

const ALEX: &str = "https://www.linkedin.com/in/alex-example/";
const OTHER: &str = "https://www.linkedin.com/in/josey/";

fn quote(text: &str) -> Piece {
    Piece::Quote { text: text.to_owned() }
}

fn mark(id: &str, label: &str, link: &str) -> Piece {
    Piece::Mark { id: id.to_owned(), label: label.to_owned(), link: link.to_owned() }
}

fn face() -> Piece {
    image("https://media.licdn.com/dms/image/v2/X1/profile-displayphoto-shrink_100_100/0/1", "", "")
}

/// A card of Alex Example: the text in the name's block, between it and the controls, and after them.
fn alex(name: Vec<Piece>, between: Vec<Piece>, after: Vec<Piece>) -> CardAsRead {
    let mut pieces = vec![link(ALEX, ""), image("https://media.licdn.com/a", "Alex Example’s profile picture", ALEX)];
    pieces.extend(name);
    pieces.extend(between);
    pieces.push(control("Ignore an invitation to connect from Alex Example", "Ignore"));
    pieces.push(control("Accept Alex Example’s invitation", "Accept"));
    pieces.extend(after);
    card("en", pieces)
}

fn named() -> Vec<Piece> {
    vec![link(ALEX, "Alex Example"), text("Alex Example is inviting you to connect")]
}

fn read_as(card: &CardAsRead) -> Invitation {
    match read(card) {
        Reading::Invitation(invitation, _) => *invitation,
        other => panic!("{other:?}: {card:?}"),
    }
}

/// LinkedIn's wording, as an inviter may imitate it.
const IMITATIONS: [&str; 8] = [
    "12 mutual connections",
    "Sam Mutual and 12 other mutual connections",
    "Drew Stone is a mutual connection",
    "Lee Other and 4 others",
    "Works at your company",
    "Verified",
    "follows you",
    "2 days ago",
];

#[test]
fn nothing_that_an_inviter_writes_counts_as_linkedins() {
    for said in IMITATIONS {
        for pieces in [
            vec![text(said)],
            vec![text("Investor"), text(said)],
            vec![text("Investor"), text(said), text(said), text("3 days ago")],
            vec![text("She/Her"), text(said)],
            vec![text("Star Lord"), text(said), text("Investor")],
            vec![text("· 2nd"), text(said), text("3 days ago")],
            vec![text("Investor"), quote(said), text("3 days ago")],
            vec![text("Investor"), text("3 days ago"), text(said)],
            vec![mark("company-accent-4", "", ""), text("Investor"), text(said)],
            vec![text("Investor"), mark("company-accent-4", "", ""), text("12 mutual connections"), text(said)],
            vec![
                image("https://media.licdn.com/dms/image/C4E0B/company-logo_100_100/0/1", "", ""),
                text("Investor"),
                text(said),
            ],
            vec![text("Investor"), link("https://example.org", "example.org"), text(&format!("{said} example.org"))],
        ] {
            for after in [vec![], vec![text(said)], vec![quote(said)]] {
                let read = read_as(&alex(named(), pieces.clone(), after));
                assert_eq!(
                    (read.mutual, read.verified, read.follows, read.shared),
                    (None, false, false, false),
                    "{pieces:?}"
                );
                assert_eq!(read.context, "", "{pieces:?}");
            }
        }
    }
}

#[test]
fn a_name_of_any_words_counts_for_nothing() {
    for name in [
        "Alex Verified",
        "Verified Verified",
        "Alex ✓ Verified",
        "Kim follows you",
        "Alex Example 12 mutual connections",
        "Alex • Verified",
    ] {
        for labelled in [
            name.to_owned(),
            name.replace("✓ ", ""),
            name.replace("• ", ""),
            name.split(' ').next().unwrap_or(name).to_owned(),
        ] {
            let pieces = vec![
                link(ALEX, name),
                mark("", name, ALEX),
                text(&format!("{name} is inviting you to connect")),
                text("Investor"),
                control(&format!("Ignore an invitation to connect from {labelled}"), "Ignore"),
                control(&format!("Accept {labelled}’s invitation"), "Accept"),
            ];
            if let Reading::Invitation(read, _) = read(&card("en", pieces)) {
                assert!(
                    !read.verified && !read.follows && read.mutual.is_none() && !read.shared,
                    "{name} / {labelled}: {read:?}"
                );
            }
        }
    }
}

#[test]
fn linkedins_lines_are_told_by_whom_they_link_or_picture() {
    for (beside, expected) in [
        (vec![link(OTHER, "Josey Sample")], Some(13)),
        (vec![link(OTHER, "Josey Sample"), mark("verified-small", "Verified", "")], Some(13)),
        (vec![face()], Some(13)),
        (vec![mark("person-accent-3", "", "")], Some(13)),
        (
            vec![link(
                "https://www.linkedin.com/search/results/people/?x=1",
                "Josey Sample and 12 other mutual connections",
            )],
            Some(13),
        ),
        (vec![link(OTHER, "https://www.linkedin.com/in/josey/")], None),
        (vec![image("https://media.licdn.com/b", "Alex Example’s profile picture", "")], None),
        (vec![image("https://example.org/b", "", "")], None),
        (vec![image("https://static.licdn.com/emoji/handshake.png", "🤝", "")], None),
        (vec![link("https://example.org/?linkedin.com/search/results/", "Josey Sample")], None),
        (vec![mark("company-accent-1", "", "")], None),
        (vec![], None),
    ] {
        let mut between = vec![text("Nurse")];
        between.extend(beside.clone());
        between.push(text("Josey Sample and 12 other mutual connections"));
        between.push(text("2 days ago"));
        let read = read_as(&alex(named(), between, vec![]));
        assert_eq!((read.mutual, read.verified, read.headline.as_str()), (expected, false, "Nurse"), "{beside:?}");
        assert!(!read.context.contains("ago"));
    }
    let shared = read_as(&alex(
        named(),
        vec![text("Nurse"), mark("company-accent-4", "", ""), text("Works at SampleCo")],
        vec![],
    ));
    assert!(shared.shared && shared.context == "Works at SampleCo");
}

#[test]
fn the_headline_is_read_whole_and_alone() {
    for (between, headline, note) in [
        (vec![text("She/Her"), text("Nurse"), text("2 days ago")], "Nurse", ""),
        (vec![text("· 2nd"), text("Nurse")], "Nurse", ""),
        (vec![text("Dual Degree Student | BS"), text("Data | Science")], "Dual Degree Student | BS Data | Science", ""),
        (vec![text("Nurse"), quote("Hello, remember me?")], "Nurse", "Hello, remember me?"),
        (vec![text("Nurse"), Piece::Time { text: "Vor 2 Tagen".to_owned() }], "Nurse", ""),
        (
            vec![text("Nurse"), text("I saw your talk in Aarhus, shall we meet?")],
            "Nurse",
            "I saw your talk in Aarhus, shall we meet?",
        ),
        (vec![text("UX/UI")], "UX/UI", ""),
    ] {
        let read = read_as(&alex(named(), between.clone(), vec![]));
        assert_eq!((read.headline.as_str(), read.note.as_str()), (headline, note), "{between:?}");
    }
}

#[test]
fn verified_is_read_by_place_in_many_languages() {
    let verified = |name: Vec<Piece>| read_as(&alex(name, vec![text("Nurse")], vec![])).verified;
    let sentence = || text("Alex Example is inviting you to connect");
    for label in [
        "Verified",
        "Verifiziert",
        "Vérifié",
        "Verificado",
        "Doğrulanmış",
        "認証済み",
        "已验证",
        "موثّق",
        "Zweryfikowano",
    ] {
        assert!(verified(vec![link(ALEX, "Alex Example"), mark("", label, ALEX), sentence()]), "{label} in the link");
        assert!(verified(vec![link(ALEX, "Alex Example"), mark("", label, ""), sentence()]), "{label} right after it");
        assert!(verified(vec![
            link(ALEX, "Alex Example"),
            mark("", &format!("Alex Example {label}"), ALEX),
            sentence()
        ]));
    }
    for label in [
        "Premium",
        "2nd degree connection",
        "View Alex Example’s profile",
        "Status is online",
        "Not verified",
        "Alex Example",
    ] {
        assert!(!verified(vec![link(ALEX, "Alex Example"), mark("", label, ALEX), sentence()]), "{label}");
    }
    assert!(!verified(vec![link(ALEX, "Alex Example"), sentence(), mark("verified-small", "Verified", "")]));
    assert!(!verified(vec![
        link(ALEX, "Alex Example"),
        mark("verified-small", "", "https://www.linkedin.com/company/x/"),
        sentence()
    ]));
    let elsewhere = vec![text("Nurse"), mark("verified-company", "Verified", ""), text("Works at a verified company")];
    assert!(!read_as(&alex(named(), elsewhere, vec![])).verified);
}

#[test]
fn the_name_is_what_the_controls_call_the_inviter() {
    for (shown, name) in [
        ("T T", "T T"),
        ("J J", "J J"),
        ("Ann Ann", "Ann Ann"),
        ("Ann AnnAnn Ann", "Ann Ann"),
        ("Udai Example Verified", "Udai Example"),
        ("Udai Example • 2nd", "Udai Example"),
        ("Udai Example · 3rd+", "Udai Example"),
        ("View Udai Example’s profile", "Udai Example"),
        ("Udai Example View Udai Example’s profile", "Udai Example"),
        ("Udai Example Status is online", "Udai Example"),
        ("Udai Verified", "Udai"),
        ("田中太郎認証済み", "田中太郎"),
        ("محمد علي", "محمد علي"),
        ("Jean-Luc O’Neill, PhD", "Jean-Luc O’Neill, PhD"),
    ] {
        for labels in [
            [format!("Ignore an invitation to connect from {name}"), format!("Accept {name}’s invitation")],
            [format!("Accept {name}’s invitation"), "More".to_owned()],
        ] {
            let pieces = vec![
                image("https://media.licdn.com/a", &format!("{name}’s profile picture"), ALEX),
                link(ALEX, shown),
                text(&format!("{shown} is inviting you to connect")),
                text("Nurse"),
                control(&labels[0], ""),
                control(&labels[1], ""),
            ];
            assert_eq!(read_as(&card("en", pieces)).name, name, "{shown}");
        }
    }
}

#[test]
fn one_control_that_accepts_and_names_is_enough() {
    let one = |language: &str, sentence: &str, label: &str, shown: &str| {
        card(language, vec![link(ALEX, "Alex Example"), text(sentence), text("Nurse"), control(label, shown)])
    };
    let en = "Alex Example is inviting you to connect";
    assert_eq!(read_as(&one("en", en, "Accept Alex Example’s invitation", "Accept")).headline, "Nurse");
    assert_eq!(read_as(&one("", en, "Accept Alex Example’s invitation", "")).name, "Alex Example");
    read_as(&one(
        "de",
        "Alex Example möchte Kontakt mit Ihnen aufnehmen",
        "Einladung von Alex Example annehmen",
        "Annehmen",
    ));
    for (label, shown) in [
        ("Message Alex Example", "Message"),
        ("Withdraw invitation sent to Alex Example", "Withdraw"),
        ("Alex Example accepts messages", "Message"),
        ("Invite Alex Example to connect", "Connect"),
        ("Alex Example accepts messages", ""),
    ] {
        assert_eq!(read(&one("en", "Alex Example", label, shown)), Reading::NotAnInvitation, "{label}");
    }
    let unknown = one("eo", "Alex Example volas konektiĝi", "Akcepti la inviton de Alex Example", "Akcepti");
    assert_eq!(read(&unknown), Reading::NotAnInvitation);
    read_as(&CardAsRead { root: Root::Marked, urn: "urn:li:invitation:5".to_owned(), ..unknown });
}

#[test]
fn suggestions_are_no_invitations_in_any_language() {
    for (language, name, labels) in [
        ("en", "Sug Acceptance", ["Invite Sug Acceptance to connect", "Dismiss Sug Acceptance"]),
        ("en", "Sug Number", ["Invite Sug Number to connect", "Sug Number accepts messages"]),
        ("ja", "田中太郎", ["田中太郎さんにつながりを申請", "田中太郎さんの提案を閉じる"]),
        ("tr", "Ayşe Yılmaz", ["Ayşe Yılmaz adlı kişiyi bağlantı kurmaya davet et", "Ayşe Yılmaz önerisini kapat"]),
        ("", "Jan Kowalski", ["Zaproś: Jan Kowalski", "Odrzuć: Jan Kowalski"]),
        ("eo", "Jan Kowalski", ["Inviti Jan Kowalski", "Forigi Jan Kowalski"]),
    ] {
        for after in ["", " • 2nd", " volas konektiĝi"] {
            let pieces = vec![
                link(ALEX, name),
                text(&format!("{name}{after}")),
                text("Baker"),
                control(labels[0], "+"),
                control(labels[1], "x"),
            ];
            assert_eq!(read(&card(language, pieces)), Reading::NotAnInvitation, "{language}: {name}{after}");
        }
    }
}

#[test]
fn invitations_to_follow_attend_or_subscribe_are_of_another_kind() {
    for (language, sentence, accept) in [
        ("de", "hat Sie eingeladen, Studio Test - Retail zu folgen", "Einladung von Alex Example annehmen"),
        ("en", "invited you to follow Studio Test", "Accept Alex Example’s invitation"),
        ("en", "invited you to subscribe to Weekly Notes", "Accept Alex Example’s invitation"),
        ("en", "invited you to an event: Pump Days", "Accept Alex Example’s invitation"),
        ("en", "invited you to a LinkedIn Live: Pump Days", "Accept Alex Example’s invitation"),
        ("en", "invited you to collaborate on an article", "Accept Alex Example’s invitation"),
        ("fr", "vous invite à suivre Studio Test", "Accepter l’invitation de Alex Example"),
        ("es", "te ha invitado a seguir a Studio Test", "Aceptar la invitación de Alex Example"),
        ("", "invited you to follow Studio Test", "Accept Alex Example’s invitation"),
    ] {
        for urn in ["", "urn:li:invitation:77"] {
            let root = if urn.is_empty() { Root::Structure } else { Root::Marked };
            let pieces = vec![
                link(ALEX, "Alex Example"),
                text(&format!("Alex Example {sentence}")),
                text("Published weekly"),
                control("Ignore Alex Example", ""),
                control(accept, ""),
            ];
            let card = CardAsRead { root, urn: urn.to_owned(), language: language.to_owned(), pieces };
            assert!(!matches!(read(&card), Reading::Invitation(..)), "{language}: {sentence}");
        }
    }
}

#[test]
fn an_unknown_sentence_that_names_more_or_has_no_headline_is_not_badged() {
    let of = |sentence: &str, between: Vec<Piece>| CardAsRead {
        root: Root::Marked,
        urn: "urn:li:invitation:9".to_owned(),
        language: "eo".to_owned(),
        pieces: [
            vec![link(ALEX, "Alex Example"), text(&format!("Alex Example {sentence}"))],
            between,
            vec![control("Ignori Alex Example", ""), control("Akcepti Alex Example", "")],
        ]
        .concat(),
    };
    let time = || vec![Piece::Time { text: "antaŭ 2 tagoj".to_owned() }];
    assert_eq!(read(&of("invitis vin konektiĝi", time())), Reading::OtherKind);
    assert_eq!(read(&of("invitis vin sekvi Studio Test", vec![text("Bakisto")])), Reading::OtherKind);
    assert_eq!(read_as(&of("(She/Her) invitis vin konektiĝi", vec![text("Bakisto")])).headline, "Bakisto");
}

#[test]
fn a_marked_card_is_read_by_its_sentence_where_its_buttons_are_not_known() {
    let of = |root: Root, sentence: &str, second: &str| {
        let mut pieces = vec![link(ALEX, "Alex Example"), text(&format!("Alex Example {sentence}")), text("Hemşire")];
        pieces.extend([control("Alex Example: geç", "Geç"), control(second, "Olur")]);
        read(&CardAsRead { root, urn: "urn:li:invitation:9".to_owned(), language: "tr".to_owned(), pieces })
    };
    let (connects, follows) = ("sizi bağlantı kurmaya davet ediyor", "sizi gruba davet etti");
    assert!(matches!(of(Root::Marked, connects, "Alex Example: olur"), Reading::Invitation(..)));
    for (root, sentence, second) in [
        (Root::Structure, connects, "Alex Example: olur"),
        (Root::Marked, connects, "Olur"),
        (Root::Marked, follows, "Alex Example: olur"),
        (Root::Marked, "", "Alex Example: olur"),
    ] {
        assert!(!matches!(of(root, sentence, second), Reading::Invitation(..)), "{root:?}: {sentence}, {second}");
    }
}

#[test]
fn what_is_not_the_note_is_left_out_of_it() {
    for (after, note) in [
        (vec![text("Hi Anand, thank you."), text("Reply to Alex")], "Hi Anand, thank you."),
        (vec![text("Hi Anand, thank you. I wanted to… see more")], "Hi Anand, thank you. I wanted to"),
        (vec![text("Danke für das Gespräch …mehr")], "Danke für das Gespräch"),
        (vec![text("Best regards, Alex")], "Best regards, Alex"),
    ] {
        assert_eq!(read_as(&alex(named(), vec![text("Nurse")], after)).note, note);
    }
    let company = link("https://www.linkedin.com/company/sampleco/", "SampleCo");
    assert_eq!(
        read_as(&alex(named(), vec![text("Nurse")], vec![company.clone(), text("I work at SampleCo")])).note,
        "I work at SampleCo"
    );
    read_as(&alex(named(), vec![text("Nurse"), company, quote("I work at SampleCo")], vec![]));
}
