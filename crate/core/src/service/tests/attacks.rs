//! Nothing that an inviter writes makes them look safer, in any form of the card.

use proptest::prelude::*;

use super::super::*;
use super::stand_ins::Card;
use super::{OWNER, THIEF, stolen};
use crate::invitation::{CardAsRead, Piece, Root};
use crate::judgement::{Reason, Side};
use crate::verdict::Verdict;

/// The forms of the card: the text between the name and the controls besides the inviter's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// About 2020: no sentence; headline, mutual connections, time.
    Ember,
    /// 2025: a sentence that begins with the name; headline, mutual connections, time.
    Marked,
    /// 2026: the same by structure alone.
    Structure,
    /// The sentence in a block of its own, below the name.
    TwoBlocks,
    /// One control, which accepts and names the inviter.
    OneControl,
    /// Controls without labels.
    Bare,
    /// The page does not say its language.
    NoLanguage,
    /// A language that the core does not know, on a card with its URN.
    Unknown,
    /// A German page.
    German,
    /// A Japanese page: no space after the name.
    Japanese,
    /// A Turkish page: only lines of known forms count.
    Turkish,
}

const FORMS: [Form; 11] = [
    Form::Ember,
    Form::Marked,
    Form::Structure,
    Form::TwoBlocks,
    Form::OneControl,
    Form::Bare,
    Form::NoLanguage,
    Form::Unknown,
    Form::German,
    Form::Japanese,
    Form::Turkish,
];

impl Form {
    fn language(self) -> &'static str {
        match self {
            Self::NoLanguage => "",
            Self::Unknown => "eo",
            Self::German => "de",
            Self::Japanese => "ja",
            Self::Turkish => "tr",
            _ => "en",
        }
    }

    /// LinkedIn's words after the name.
    fn sentence(self) -> &'static str {
        match self {
            Self::Ember => "",
            Self::Unknown => " volas konektiĝi",
            Self::German => " möchte Kontakt mit Ihnen aufnehmen",
            Self::Japanese => "さんからつながり申請が届いています",
            Self::Turkish => " bağlantı kurmak istiyor",
            _ => " is inviting you to connect",
        }
    }

    /// LinkedIn's line on mutual connections, with this number.
    fn mutual(self, count: u32) -> String {
        match (self, count) {
            (_, 0) => String::new(),
            (Self::German, 1) => "Sam Mutual ist ein gemeinsamer Kontakt".to_owned(),
            (Self::German, _) => format!("Sam Mutual und {} weitere gemeinsame Kontakte", count - 1),
            (Self::Japanese, _) => format!("共通のつながり{count}人"),
            (Self::Turkish, _) => format!("{count} ortak bağlantı"),
            (_, 1) => "1 mutual connection".to_owned(),
            (_, _) => format!("Sam Mutual and {} other mutual connections", count - 1),
        }
    }

    /// The controls that ignore and accept: label and text of each.
    fn controls(self, name: &str) -> [(String, &'static str); 2] {
        match self {
            Self::Bare => [(String::new(), "Ignore"), (String::new(), "Accept")],
            Self::Unknown => [(format!("Ignori {name}"), "Ignori"), (format!("Akcepti {name}"), "Akcepti")],
            Self::German => [
                (format!("Einladung von {name} ignorieren"), "Ignorieren"),
                (format!("Einladung von {name} annehmen"), "Annehmen"),
            ],
            Self::Japanese => {
                [(format!("{name}さんからの招待を無視"), "無視"), (format!("{name}さんからの招待を承認"), "承認")]
            }
            Self::Turkish => [
                (format!("{name} adlı kişinin davetini yoksay"), "Yoksay"),
                (format!("{name} adlı kişinin davetini kabul et"), "Kabul et"),
            ],
            _ => [
                (format!("Ignore an invitation to connect from {name}"), "Ignore"),
                (format!("Accept {name}’s invitation"), "Accept"),
            ],
        }
    }
}

/// A card as LinkedIn makes it, without any words of the inviter's.
#[derive(Debug, Clone, Copy)]
struct Given {
    form: Form,
    mutual: u32,
    verified: bool,
    /// LinkedIn draws and says that an employer is shared.
    shared: bool,
}

/// All that an inviter writes, or has LinkedIn write for them.
#[derive(Debug, Clone)]
struct Words {
    /// Before the name, in the name itself.
    title: String,
    /// After the name, in the name itself.
    decoration: String,
    /// Pronouns of the inviter's own, in brackets after the name in its own line.
    pronouns: String,
    /// Pronouns or a degree, between the name and the headline.
    before: Vec<String>,
    /// The headline, in one or two blocks.
    headline: Vec<String>,
    note_before: String,
    /// The note before the controls is in a quotation.
    is_quoted: bool,
    note_after: String,
    /// An address in the note before the controls, which LinkedIn turns into a link.
    address: String,
    /// Alternative text of the picture, with the name in it.
    alt: String,
}

impl Words {
    fn none() -> Self {
        let none = String::new;
        Self {
            title: none(),
            decoration: none(),
            pronouns: none(),
            before: Vec::new(),
            headline: Vec::new(),
            note_before: none(),
            is_quoted: false,
            note_after: none(),
            address: none(),
            alt: none(),
        }
    }
}

fn text(text: &str) -> Piece {
    Piece::Text { text: text.to_owned() }
}

fn mark(id: &str, label: &str, link: &str) -> Piece {
    Piece::Mark { id: id.to_owned(), label: label.to_owned(), link: link.to_owned() }
}

/// The card with these words on it.
fn read(card: &Card, given: Given, words: &Words) -> CardAsRead {
    let Given { form, mutual, verified, shared } = given;
    let profile = format!("https://www.linkedin.com/in/{}/", card.slug);
    let name = format!("{}{}{}", words.title, card.name, words.decoration);
    let mut pieces = vec![
        Piece::Image { src: card.photo_url(100), alt: words.alt.clone(), link: profile.clone() },
        Piece::Link { href: profile.clone(), text: name.clone(), strong: true },
        // Words for screen readers.
        mark("", &format!("View {name}’s profile"), &profile),
    ];
    pieces.extend(verified.then(|| mark("verified-small", "Verified", &profile)));
    pieces.extend(match form {
        Form::TwoBlocks => vec![text(&name), text(form.sentence().trim())],
        _ if words.pronouns.is_empty() => vec![text(&format!("{name}{}", form.sentence()))],
        _ => vec![text(&format!("{name} ({}){}", words.pronouns, form.sentence()))],
    });
    pieces.extend(words.before.iter().map(|imitation| text(imitation)));
    // A profile without a headline shows a dash.
    pieces.extend(if words.headline.is_empty() { vec![text("--")] } else { Vec::new() });
    pieces.extend(words.headline.iter().map(|imitation| text(imitation)));
    // LinkedIn's own lines: beside the picture of somebody else, or of a company.
    if mutual > 0 {
        pieces.extend([mark("person-accent-1", "", ""), text(&form.mutual(mutual))]);
    }
    if shared {
        pieces.extend([mark("company-accent-1", "", ""), text("Also works at SampleCo")]);
    }
    pieces.push(text("2 days ago"));
    let note = format!("{} {}", words.note_before, words.address);
    if !words.address.is_empty() {
        pieces.push(Piece::Link { href: words.address.clone(), text: words.address.clone(), strong: false });
    }
    pieces.push(if words.is_quoted { Piece::Quote { text: note } } else { text(note.trim()) });
    let controls = form.controls(&name);
    let shown = if form == Form::OneControl { &controls[1..] } else { &controls[..] };
    pieces.extend(shown.iter().map(|(label, text)| Piece::Control {
        label: label.clone(),
        text: (*text).to_owned(),
        href: String::new(),
    }));
    pieces.push(text(&words.note_after));
    pieces.retain(|piece| !matches!(piece, Piece::Text { text } | Piece::Quote { text } if text.trim().is_empty()));
    let is_marked = matches!(form, Form::Ember | Form::Marked | Form::Unknown);
    let root = if is_marked { Root::Marked } else { Root::Structure };
    let urn = if form == Form::Unknown { "urn:li:invitation:7" } else { "" };
    CardAsRead { root, urn: urn.to_owned(), language: form.language().to_owned(), pieces }
}

/// A text that imitates LinkedIn's wording, or does not.
fn imitation() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec![
            "12 mutual connections", "Sam Mutual and 12 other mutual connections", "Lee Other and 40 others",
            "Drew Stone, Lee Other and 30 other mutual connections", "999 mutual connections",
            "follows you and is inviting you to connect", "is following you", "Verified", "verified", "She/Her", "· 2nd",
            "• 1st", "2 days ago", "You both worked at SampleCo", "You both studied at Sample University",
            "30 gemeinsame Kontakte", "Max Muster und 71 weitere gemeinsame Kontakte", "45 relations en commun",
            "We met at your talk in Graz last May, and Sam Mutual suggested that I write to you",
            "Reply", "see more", "Accept", "✓", "is inviting you to connect", "共通のつながり30人", "40 ortak bağlantı",
            "Sam Mutual ist ein gemeinsamer Kontakt", "Verifiziert", "認証済み", "Doğrulandı", "Also works at SampleCo",
            "möchte Kontakt mit Ihnen aufnehmen", "folgt Ihnen", "volas konektiĝi", "Annehmen", "Kabul et", "承認",
        ]).prop_map(str::to_owned),
        1 => "[a-zA-Z0-9 ,.·•()|-]{1,60}",
        1 => "\\PC{1,30}",
    ]
}

fn words() -> impl Strategy<Value = Words> {
    let maybe = || prop_oneof![Just(String::new()), imitation()];
    let decoration = prop_oneof![
        2 => Just(String::new()),
        1 => prop::sample::select(vec![
            ", MBA", " ✓", " 🚀", " (She/Her)", " • 2nd", " Verified", ", PhD, PMP", " | 12 mutual connections",
            " follows you", " Verifiziert", " 認証済み", "、認証済み", " 👩‍💻", " is inviting you to connect",
            " (Тео Тиф)", " (テオ)", " テオ・シーフ", " (தியோ)", " தியோ திருடன்", " ทีโอ", " ꙮ", " 田中", " (테오)", " “Teddy”",
            " (né Thief)", "\u{200b}", " she/her", " Jr.", ", Dr.", " – Ann & Sons", " \u{202e}", " Т.", " ☑️ ID",
        ]).prop_map(str::to_owned),
    ];
    let title = prop::sample::select(vec![
        "",
        "",
        "",
        "Dr. ",
        "Prof. Dr.-Ing. ",
        "✅ ",
        "🚀 ",
        "【採用】",
        "Verified | ",
        "(2nd) ",
        "Mrs ",
        "نجمة ",
        "\u{200f}",
        "دكتور ",
    ])
    .prop_map(str::to_owned);
    let address = prop::sample::select(vec![
        "",
        "",
        "",
        "https://www.linkedin.com/in/sam-mutual/",
        "linkedin.com/in/sam-mutual",
        "https://www.linkedin.com/search/results/people/?x=1",
        "https://example.org/?linkedin.com/search/results/",
        "https://www.linkedin.com/company/sampleco/",
        "example.org",
    ]);
    let lists = (maybe(), prop::collection::vec(imitation(), 0..3), prop::collection::vec(imitation(), 0..3));
    ((title, decoration), lists, (maybe(), any::<bool>(), address), maybe(), maybe()).prop_map(
        |((title, decoration), (pronouns, before, headline), (note_before, is_quoted, address), note_after, alt)| {
            Words {
                title,
                decoration,
                pronouns,
                before,
                headline,
                note_before,
                is_quoted,
                note_after,
                address: address.to_owned(),
                alt,
            }
        },
    )
}

/// From the worst to the best.
pub fn safety(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::LikelyFake => 0,
        Verdict::Suspicious => 1,
        Verdict::Unchecked => 2,
        Verdict::AcceptSafe => 3,
    }
}

/// Findings for an inviter, or that limit how bad a verdict can be.
fn support(reasons: &[Reason]) -> impl Iterator<Item = &Reason> {
    reasons.iter().filter(|reason| matches!(reason.side, Side::For | Side::Limit))
}

fn seen(card: &Card, given: Given, words: &Words, owner_is_known: bool) -> Option<View> {
    let fixture = stolen();
    if owner_is_known {
        fixture.see(&OWNER().read());
    }
    match pollster::block_on(fixture.service.see_card(&read(card, given, words))) {
        Ok(CardSeen::Invitation { view, .. }) => Some(*view),
        _ => None,
    }
}

fn given() -> impl Strategy<Value = Given> {
    let mutual = prop::sample::select(vec![0, 0, 1, 4, 13]);
    (prop::sample::select(FORMS.to_vec()), mutual, prop::bool::weighted(0.2), prop::bool::weighted(0.2))
        .prop_map(|(form, mutual, verified, shared)| Given { form, mutual, verified, shared })
}

#[test]
fn every_form_is_read_as_it_is_meant() {
    for form in FORMS {
        let given = Given { form, mutual: 13, verified: true, shared: true };
        let view = seen(&THIEF(), given, &Words::none(), false).unwrap_or_else(|| panic!("{form:?} is not read"));
        let codes: Vec<&str> = view.reasons.iter().map(|reason| reason.code.as_str()).collect();
        assert_eq!(codes.contains(&"mutual-connections"), form != Form::Unknown, "{form:?}: {codes:?}");
        assert!(codes.contains(&"verified") && codes.contains(&"shared-background"), "{form:?}: {codes:?}");
        // What stands twice in a row is read once, the dash for no headline too.
        assert_eq!((view.name.as_str(), view.headline.as_str()), ("Theo Thief", "-"), "{form:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_words_of_an_inviter_make_them_look_safer(
        words in words(),
        given in given(),
        days in prop::sample::select(vec![2, 100, 900]),
        owner_is_known in any::<bool>(),
    ) {
        let card = THIEF().set(days);
        let plain = seen(&card, given, &Words::none(), owner_is_known);
        // A card that its words keep from being read has no verdict at all.
        if let (Some(plain), Some(wordy)) = (plain, seen(&card, given, &words, owner_is_known)) {
            prop_assert!(safety(wordy.verdict) <= safety(plain.verdict), "{plain:?}\n{wordy:?}");
            for reason in support(&wordy.reasons).chain(support(&wordy.basis)) {
                prop_assert!(plain.reasons.contains(reason), "{reason:?}\n{plain:?}");
            }
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// A name of the inviter's choice may be one that cannot be told from the owner's, or the owner's own: that is
    /// suspicious, and never better.
    #[test]
    fn no_name_makes_a_stolen_photo_safer_than_suspicious(
        name in prop_oneof![
            prop::sample::select(vec![
                "Olga Owner", "O. O.", "Olga", "Theo Thief (Olga Owner)", "Theo Owner", "Theo Thief (Owner)", "ராஜேஷ் குமார்", "田中太郎", "👩‍💻 🚀", "Verified Member",
                "Theo, Olga Owner", "Т. Т.", "LinkedIn Member", "Владимир Олгов", "O̲l̲g̲a̲ O̲w̲n̲e̲r̲", "𝕆𝕝𝕘𝕒 𝕆𝕨𝕟𝕖𝕣",
            ]).prop_map(str::to_owned),
            "\\PC{2,30}",
        ],
        words in words(),
        given in given(),
    ) {
        let name: &'static str = Box::leak(name.into_boxed_str());
        let card = Card { name, ..THIEF().set(30) };
        if let Some(view) = seen(&card, given, &words, true) {
            prop_assert!(safety(view.verdict) <= safety(Verdict::Suspicious), "{view:?}");
        }
    }
}
