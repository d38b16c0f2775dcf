//! The points of a note: what its kinds of phrases add up to, where no two or three of them press by themselves.
//!
//! The points are a logistic regression without negative weights, fitted on labelled notes of seven languages
//! (tests/notes/LABELS.md), one table for all of them: pairs were chosen by an L1 penalty, no kind weighs more than 7, an honest
//! note counted three times as much as one that presses, and the weights were multiplied by 3 and rounded. Only the words of
//! one language count together, for a word of one is another word in the next. Nothing takes points away: otherwise a note
//! that presses could be saved by words that its writer adds.

use super::Found;
use super::kinds::Kind;
use crate::languages::ALL;

/// From this many points on a note presses.
const PRESSING_POINTS: i32 = 19;

/// The points of a kind, added once for any number of its phrases.
const fn points(kind: Kind) -> i32 {
    match kind {
        Kind::Alone | Kind::App | Kind::Phish | Kind::Secret | Kind::Seldom => 7,
        Kind::Account
        | Kind::Agent
        | Kind::Buy
        | Kind::Chosen
        | Kind::Fee
        | Kind::Fortune
        | Kind::Heir
        | Kind::Hold
        | Kind::Kin
        | Kind::Messenger
        | Kind::Move
        | Kind::Officer
        | Kind::Personal
        | Kind::Share
        | Kind::Stuck
        | Kind::Trust => 6,
        Kind::Amount
        | Kind::Cheque
        | Kind::Daily
        | Kind::Donor
        | Kind::Easy
        | Kind::Far
        | Kind::God
        | Kind::Handle
        | Kind::Launch
        | Kind::Lock
        | Kind::Must
        | Kind::Rest
        | Kind::Task => 5,
        Kind::Back
        | Kind::Bait
        | Kind::Bet
        | Kind::Box
        | Kind::Customs
        | Kind::Gain
        | Kind::GiftCard
        | Kind::Hurry
        | Kind::Market
        | Kind::Promise
        | Kind::Recover
        | Kind::TopUp
        | Kind::Wire => 4,
        Kind::Advance
        | Kind::Fund
        | Kind::Gear
        | Kind::Home
        | Kind::Honest
        | Kind::Lender
        | Kind::Multiply
        | Kind::Ship
        | Kind::Soon
        | Kind::Teach => 3,
        Kind::Asset | Kind::Estate | Kind::Join | Kind::Prize | Kind::Scammed => 2,
        Kind::Channel => 1,
        _ => 0,
    }
}

/// The points of a pair of kinds, added to the points of each.
const PAIRS: [(Kind, Kind, i32); 22] = [
    // Set by hand, for few notes hold both: secret orders to pay.
    (Kind::Wire, Kind::Secret, 9),
    (Kind::Market, Kind::Teach, 7),
    (Kind::Lock, Kind::Phish, 7),
    (Kind::GiftCard, Kind::Buy, 7),
    (Kind::Donor, Kind::Fortune, 7),
    (Kind::Cheque, Kind::Gear, 6),
    (Kind::Task, Kind::Daily, 5),
    (Kind::Share, Kind::Daily, 5),
    (Kind::Phish, Kind::Prize, 5),
    (Kind::Goods, Kind::Hold, 5),
    (Kind::Ship, Kind::Home, 4),
    (Kind::Scammed, Kind::Recover, 4),
    (Kind::Phish, Kind::Asset, 4),
    (Kind::Kin, Kind::Asset, 4),
    (Kind::Asset, Kind::Share, 4),
    (Kind::Asset, Kind::Join, 4),
    (Kind::Rest, Kind::Share, 3),
    (Kind::Promise, Kind::Asset, 3),
    (Kind::Heir, Kind::Fortune, 3),
    (Kind::Estate, Kind::Heir, 3),
    (Kind::Estate, Kind::Fortune, 3),
    (Kind::Parcel, Kind::Home, 2),
];

/// The two heaviest phrases of a note that presses by its points; `None` if it has too few.
pub(super) fn pressing(found: &[Found]) -> Option<String> {
    let heaviest = (0..ALL.len()).map(|language| kinds(found, language)).max_by_key(|kinds| sum(kinds))?;
    if sum(&heaviest) < PRESSING_POINTS {
        return None;
    }
    let mut named: Vec<&(Kind, &str)> = heaviest.iter().filter(|(_, phrase)| phrase.len() > 1).collect();
    named.sort_by_key(|(kind, _)| -points(*kind));
    let mut phrases: Vec<&str> = named.into_iter().map(|(_, phrase)| *phrase).collect();
    phrases.dedup();
    phrases.truncate(2);
    Some(phrases.join(" … "))
}

/// The kinds of a note in a language, each once with its first phrase.
fn kinds(found: &[Found], language: usize) -> Vec<(Kind, &'static str)> {
    let mut kinds: Vec<(Kind, &'static str)> = Vec::new();
    let is_at = |kind: Kind, at: usize| found.iter().any(|one| one.kind == kind && one.at == at);
    for one in found {
        let is_everywhere = !one.is_wide && matches!(one.kind, Kind::Messenger | Kind::Market);
        let is_read = one.language.is_none_or(|of| of == language || is_everywhere);
        // "8 %" is a share and no sum, and "4.2 million" counts once.
        let is_sum = one.kind != Kind::Amount || !is_at(Kind::Share, one.at) && !is_at(Kind::Fortune, one.at);
        if is_read && is_sum && !kinds.iter().any(|(kind, _)| *kind == one.kind) {
            kinds.push((one.kind, one.phrase));
        }
    }
    kinds
}

fn sum(kinds: &[(Kind, &str)]) -> i32 {
    let has = |kind: Kind| kinds.iter().any(|(other, _)| *other == kind);
    let each: i32 = kinds.iter().map(|(kind, _)| points(*kind)).sum();
    let pairs: i32 = PAIRS.iter().filter(|(a, b, _)| has(*a) && has(*b)).map(|(_, _, points)| points).sum();
    each + pairs
}
