//! What the kinds of a note add up to, where no two or three of them say enough by themselves.
//!
//! The points were fitted on labelled notes of seven languages (tests/notes/LABELS.md), one table for all of them, and
//! rounded. Only the words of one language count together, for a word of one is another word in the next. Nothing takes
//! points away: otherwise a note that presses could be saved by words that its writer adds.

use super::Found;
use super::kinds::Kind;
use crate::languages::ALL;

/// How many points press.
const ENOUGH: i32 = 20;

/// What a kind adds, however many of its phrases there are.
const fn points(kind: Kind) -> i32 {
    match kind {
        Kind::Alone => 11,
        Kind::Seldom => 9,
        Kind::Cheque | Kind::Chosen | Kind::Messenger | Kind::Officer | Kind::Phish | Kind::Secret => 7,
        Kind::Agent
        | Kind::Amount
        | Kind::App
        | Kind::Buy
        | Kind::Fee
        | Kind::Fortune
        | Kind::Launch
        | Kind::Move
        | Kind::Must
        | Kind::Share
        | Kind::Stuck
        | Kind::Task => 6,
        Kind::Account
        | Kind::Donor
        | Kind::Easy
        | Kind::Far
        | Kind::Handle
        | Kind::Heir
        | Kind::Kin
        | Kind::Promise => 5,
        Kind::Box
        | Kind::Daily
        | Kind::Gain
        | Kind::GiftCard
        | Kind::God
        | Kind::Hold
        | Kind::Lock
        | Kind::Market
        | Kind::Recover
        | Kind::Rest
        | Kind::Ship
        | Kind::Teach
        | Kind::TopUp
        | Kind::Wire => 4,
        Kind::Bait
        | Kind::Bet
        | Kind::Customs
        | Kind::Fund
        | Kind::Honest
        | Kind::Hurry
        | Kind::Join
        | Kind::Lender
        | Kind::Multiply
        | Kind::Personal
        | Kind::Trust => 3,
        Kind::Advance | Kind::Back | Kind::Home | Kind::Prize | Kind::Soon => 2,
        Kind::Asset | Kind::Channel | Kind::Estate | Kind::Gear => 1,
        _ => 0,
    }
}

/// What two kinds add together, besides what each adds.
const PAIRS: [(Kind, Kind, i32); 29] = [
    (Kind::Donor, Kind::Fortune, 9),
    (Kind::Market, Kind::Teach, 8),
    (Kind::GiftCard, Kind::Buy, 8),
    (Kind::Cheque, Kind::Gear, 8),
    (Kind::Lock, Kind::Phish, 6),
    (Kind::Task, Kind::Daily, 5),
    (Kind::Ship, Kind::Home, 5),
    (Kind::Promise, Kind::Asset, 5),
    (Kind::Goods, Kind::Hold, 5),
    (Kind::Asset, Kind::Share, 5),
    (Kind::Wire, Kind::Secret, 4),
    (Kind::Share, Kind::Daily, 4),
    (Kind::Scammed, Kind::Recover, 4),
    (Kind::Phish, Kind::Prize, 4),
    (Kind::Phish, Kind::Hurry, 4),
    (Kind::Phish, Kind::Asset, 4),
    (Kind::Personal, Kind::Seldom, 4),
    (Kind::Lock, Kind::Soon, 4),
    (Kind::Heir, Kind::Fortune, 4),
    (Kind::Estate, Kind::Heir, 4),
    (Kind::Estate, Kind::Fortune, 4),
    (Kind::Donor, Kind::God, 4),
    (Kind::Asset, Kind::Join, 4),
    (Kind::Agent, Kind::Share, 4),
    (Kind::Account, Kind::Daily, 4),
    (Kind::Kin, Kind::Asset, 3),
    (Kind::Agent, Kind::Rest, 3),
    (Kind::Rest, Kind::Share, 2),
    (Kind::Parcel, Kind::Home, 2),
];

/// What presses in a note by its points: the two phrases that weigh most.
pub(super) fn pressing(found: &[Found]) -> Option<String> {
    let heaviest = (0..ALL.len()).map(|room| kinds(found, room)).max_by_key(|kinds| sum(kinds))?;
    if sum(&heaviest) < ENOUGH {
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
fn kinds(found: &[Found], room: usize) -> Vec<(Kind, &'static str)> {
    let mut kinds: Vec<(Kind, &'static str)> = Vec::new();
    let is_at = |kind: Kind, at: usize| found.iter().any(|one| one.kind == kind && one.at == at);
    for one in found {
        let is_everywhere = !one.is_wide && matches!(one.kind, Kind::Messenger | Kind::Market);
        let is_read = one.room.is_none_or(|of| of == room || is_everywhere);
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
