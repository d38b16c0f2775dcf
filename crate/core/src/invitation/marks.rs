//! Drawn marks and pictures on a card, and whose they are.

use super::card::{CardAsRead, Piece};
use super::inviter::{Inviter, is_named_in};
use super::text::folded;
use super::{CardPhoto, kinds};
use crate::address::{PhotoAddress, ProfileId, is_organisation, is_people_search};

/// What `content/pictures.js` gives for the address of a picture on the photo host that the page does not show.
const NOT_SHOWN: &str = "https://media.licdn.com/not-shown/";

/// LinkedIn draws its verification mark; the inviter cannot put one on the card. It counts only inside the name's link
/// or right after it, in the same block: elsewhere it is a mutual connection's or a company's.
pub(super) fn is_verified(card: &CardAsRead, inviter: &Inviter) -> bool {
    let end = inviter.sentence_at(card);
    let run = card.pieces.get(inviter.named_at + 1..end).unwrap_or_default();
    let is_theirs = |link: &str| {
        !is_organisation(link) && ProfileId::from_address(link).is_none_or(|profile| profile == inviter.profile)
    };
    let name = folded(&inviter.name);
    // Some pages hold what they show once more for screen readers: the inviter's words, too.
    let sentence = inviter.sentence(card);
    let repeats = |label: &str| {
        !label.is_empty() && (sentence.contains(label) || label.contains(' ') && inviter.shown.contains(label))
    };
    // Somebody else who is linked in the sentence may be verified too.
    let own = run.iter().take_while(|piece| !matches!(piece, Piece::Link { href, .. } if !is_theirs(href)));
    // A picture that is no photo may be a mark as well, and so may something beside the name that can be pressed.
    let marks = own.into_iter().filter_map(|piece| match piece {
        Piece::Mark { id, label, link } => Some((id.as_str(), label, link)),
        Piece::Image { src, alt, link } if !src.contains("//media") => Some(("", alt, link)),
        Piece::Control { label, text, href } => Some(("", if label.is_empty() { text } else { label }, href)),
        _ => None,
    });
    marks.into_iter().any(|(id, label, link)| match link {
        _ if is_theirs(link) => {
            let label = folded(label);
            let besides = label.replacen(&name, " ", 1);
            // A name of the inviter's choice may hold the word.
            let is_clear = !kinds::has_verified(&name) && (besides == label || !kinds::has_verified(&inviter.shown));
            id.starts_with("verified-") && !id.contains("company")
                || is_clear && !repeats(besides.trim()) && kinds::says_verified(besides.trim())
        }
        _ => false,
    })
}

/// Whether a line is LinkedIn's, about other people: someone else is linked in it, or pictured beside it. Answers how
/// many are linked. `own` is the inviter's photo, which may be beside what they write.
pub(super) fn others_beside(
    beside: &[Piece],
    text: &str,
    inviter: &Inviter,
    own: Option<&PhotoAddress>,
) -> Option<usize> {
    let said = folded(text);
    let is_other = |link: &str| ProfileId::from_address(link).is_some_and(|profile| profile != inviter.profile);
    let stands_in = |shown: &str| !shown.trim().is_empty() && !shown.contains('/') && said.contains(&folded(shown));
    let mut linked: Vec<ProfileId> = Vec::new();
    let mut is_others = false;
    for piece in beside {
        match piece {
            Piece::Link { href, text, .. } if is_other(href) && stands_in(text) => {
                linked.extend(ProfileId::from_address(href).filter(|profile| !linked.contains(profile)));
                is_others = true;
            }
            Piece::Link { href, text, .. } => {
                is_others |= is_people_search(href) && stands_in(text);
            }
            // Previews of links, emoji and hashtags are the inviter's own.
            Piece::Image { src, alt, link } => {
                let is_inviters = ProfileId::from_address(link).as_ref() == Some(&inviter.profile)
                    || is_named_in(&folded(alt), &inviter.name);
                let is_photo = || PhotoAddress::read(src).is_some_and(|photo| own.is_none_or(|own| own.id != photo.id));
                is_others |= !is_inviters && !is_organisation(link) && is_photo();
            }
            Piece::Mark { id, link, .. } => {
                let is_inviters = ProfileId::from_address(link).as_ref() == Some(&inviter.profile);
                is_others |= !is_inviters && (id.starts_with("person-accent-") || id == "in-common-icon");
            }
            _ => {}
        }
    }
    is_others.then_some(linked.len())
}

/// Whether an employer or a school is drawn or linked beside a line.
pub(super) fn organisation_beside(beside: &[Piece]) -> bool {
    beside.iter().any(|piece| match piece {
        Piece::Mark { id, .. } => id.starts_with("company-accent-") || id.starts_with("school-accent-"),
        Piece::Image { src, .. } => is_hosted(src) && is_logo(src),
        _ => false,
    })
}

/// Whether a picture is one that somebody uploaded.
fn is_hosted(src: &str) -> bool {
    src.starts_with("https://media") && src.contains("licdn.com/")
}

fn is_logo(src: &str) -> bool {
    ["company-logo", "school-logo", "-logo_", "/logo"].iter().any(|part| src.contains(part))
}

/// The picture in the inviter's own link, else the one named after them. A link around the whole card holds a mutual
/// connection's face as well: below the name it is the inviter's only where it is named after them.
pub(super) fn photo(card: &CardAsRead, inviter: &Inviter) -> CardPhoto {
    let below = inviter.sentence_at(card);
    let pictures = || {
        card.pieces.iter().enumerate().filter_map(|(at, piece)| match piece {
            Piece::Image { src, alt, link } => Some((at, src, folded(alt), ProfileId::from_address(link))),
            _ => None,
        })
    };
    let is_named = |alt: &str| is_named_in(alt, &inviter.name);
    let linked =
        pictures().find(|(at, _, alt, link)| link.as_ref() == Some(&inviter.profile) && (*at < below || is_named(alt)));
    let named = || pictures().find(|(_, _, alt, link)| is_named(alt) && link.is_none());
    match linked.or_else(named) {
        None => CardPhoto::None,
        Some((_, src, ..)) if src.contains("//static.licdn.com/") || src.is_empty() => CardPhoto::None,
        Some((_, src, ..)) if src.starts_with(NOT_SHOWN) => CardPhoto::NotShown,
        Some((_, src, ..)) => match PhotoAddress::read(src) {
            Some(address) if address.is_fetchable() => CardPhoto::At(address),
            _ => CardPhoto::Elsewhere,
        },
    }
}
