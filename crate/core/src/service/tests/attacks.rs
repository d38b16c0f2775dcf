//! Nothing that an inviter writes makes them look safer, in any form of the card.

use proptest::prelude::*;

use super::super::*;
use super::stand_ins::Card;
use super::{OWNER, THIEF, stolen};
use crate::invitation::{CardAsRead, Piece, Root};
use crate::judgement::{Reason, Side};
use crate::verdict::Verdict;

/// The generations of the card: what stands between the name and the controls besides the inviter's words.
#[derive(Debug, Clone, Copy)]
enum Form {
    /// About 2020: no sentence; headline, mutual connections, time.
    Ember,
    /// 2025: a sentence that begins with the name; headline, mutual connections, time.
    Marked,
    /// 2026: the same by structure alone.
    Structure,
}

/// All that an inviter writes, or has LinkedIn write for them.
#[derive(Debug, Clone)]
struct Words {
    /// After the name, in the name itself.
    decoration: String,
    /// Pronouns or a degree, between the name and the headline.
    before: Vec<String>,
    /// The headline, in one or two blocks.
    headline: Vec<String>,
    note_before: String,
    note_after: String,
    /// Alternative text of the picture, with the name in it.
    alt: String,
}

impl Words {
    fn none() -> Self {
        let none = String::new;
        Self {
            decoration: none(),
            before: Vec::new(),
            headline: Vec::new(),
            note_before: none(),
            note_after: none(),
            alt: none(),
        }
    }
}

fn text(text: &str) -> Piece {
    Piece::Text { text: text.to_owned() }
}

/// The card with these words on it.
fn read(card: &Card, form: Form, words: &Words) -> CardAsRead {
    let profile = format!("https://www.linkedin.com/in/{}/", card.slug);
    let name = format!("{}{}", card.name, words.decoration);
    let control = |label: String, text: &str| Piece::Control { label, text: text.to_owned(), href: String::new() };
    let mut pieces = vec![
        Piece::Image { src: card.photo_url(100), alt: words.alt.clone(), link: profile.clone() },
        Piece::Link { href: profile, text: name.clone(), strong: true },
    ];
    pieces.push(match form {
        Form::Ember => text(&name),
        Form::Marked | Form::Structure => text(&format!("{name} is inviting you to connect")),
    });
    pieces.extend(words.before.iter().map(|word| text(word)));
    // A profile without a headline shows a dash.
    pieces.extend(if words.headline.is_empty() { vec![text("--")] } else { Vec::new() });
    pieces.extend(words.headline.iter().map(|word| text(word)));
    // LinkedIn's own line: beside the picture of somebody else.
    if !card.context.is_empty() {
        let id = "person-accent-1".to_owned();
        pieces.extend([Piece::Mark { id, label: String::new(), link: String::new() }, text(card.context)]);
    }
    pieces.push(text("2 days ago"));
    pieces.push(text(&words.note_before));
    pieces.push(control(format!("Ignore an invitation to connect from {name}"), "Ignore"));
    pieces.push(control(format!("Accept {name}’s invitation"), "Accept"));
    pieces.push(text(&words.note_after));
    pieces.retain(|piece| !matches!(piece, Piece::Text { text } if text.is_empty()));
    let root = if matches!(form, Form::Structure) { Root::Structure } else { Root::Marked };
    CardAsRead { root, urn: String::new(), language: "en".to_owned(), pieces }
}

/// What looks like LinkedIn's word, and what does not.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec![
            "12 mutual connections", "Sam Mutual and 12 other mutual connections", "Lee Other and 40 others",
            "Drew Stone, Lee Other and 30 other mutual connections", "999 mutual connections",
            "follows you and is inviting you to connect", "is following you", "Verified", "verified", "She/Her", "· 2nd",
            "• 1st", "2 days ago", "You both worked at SampleCo", "You both studied at Sample University",
            "30 gemeinsame Kontakte", "Max Muster und 71 weitere gemeinsame Kontakte", "45 relations en commun",
            "We met at your talk in Graz last May, and Sam Mutual suggested that I write to you",
            "Reply", "see more", "Accept", "✓", "is inviting you to connect",
        ]).prop_map(str::to_owned),
        1 => "[a-zA-Z0-9 ,.·•()|-]{1,60}",
        1 => "\\PC{1,30}",
    ]
}

fn words() -> impl Strategy<Value = Words> {
    let maybe = || prop_oneof![Just(String::new()), word()];
    let decoration = prop_oneof![
        2 => Just(String::new()),
        1 => prop::sample::select(vec![
            ", MBA", " ✓", " 🚀", " (She/Her)", " • 2nd", " Verified", ", PhD, PMP", " | 12 mutual connections",
            " follows you",
        ]).prop_map(str::to_owned),
    ];
    let lists = (prop::collection::vec(word(), 0..3), prop::collection::vec(word(), 0..3));
    (decoration, lists, maybe(), maybe(), maybe()).prop_map(
        |(decoration, (before, headline), note_before, note_after, alt)| Words {
            decoration,
            before,
            headline,
            note_before,
            note_after,
            alt,
        },
    )
}

/// From the worst to the best.
fn safety(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::LikelyFake => 0,
        Verdict::Suspicious => 1,
        Verdict::Unchecked => 2,
        Verdict::AcceptSafe => 3,
    }
}

/// What speaks for somebody, or keeps a verdict from being worse.
fn support(reasons: &[Reason]) -> impl Iterator<Item = &Reason> {
    reasons.iter().filter(|reason| matches!(reason.side, Side::For | Side::Limit))
}

fn seen(card: &Card, form: Form, words: &Words, owner_is_known: bool) -> Option<View> {
    let office = stolen();
    if owner_is_known {
        office.see(&OWNER().read());
    }
    match pollster::block_on(office.service.see_card(&read(card, form, words))) {
        Ok(Seen::Invitation { view, .. }) => Some(*view),
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_words_of_an_inviter_make_them_look_safer(
        words in words(),
        form in prop::sample::select(vec![Form::Ember, Form::Marked, Form::Structure]),
        context in prop::sample::select(vec!["", "Sam Mutual and 3 other mutual connections", "1 mutual connection"]),
        days in prop::sample::select(vec![2, 100, 900]),
        owner_is_known in any::<bool>(),
    ) {
        let card = THIEF().set(days).mutual(context);
        let plain = seen(&card, form, &Words::none(), owner_is_known);
        // A card that its words keep from being read has no verdict at all.
        if let (Some(plain), Some(wordy)) = (plain, seen(&card, form, &words, owner_is_known)) {
            prop_assert!(safety(wordy.verdict) <= safety(plain.verdict), "{plain:?}\n{wordy:?}");
            for reason in support(&wordy.reasons).chain(support(&wordy.basis)) {
                prop_assert!(plain.reasons.contains(reason), "{reason:?}\n{plain:?}");
            }
        }
    }
}
