//! What the kinds of a note add up to, where no two or three of them say enough by themselves.
//!
//! The points were fitted on labelled notes of seven languages (tests/notes/LABELS.md), one table for all of them, and
//! rounded. Only the words of one language count together, for a word of one is another word in the next. Nothing takes
//! points away: otherwise a note that presses could be saved by words that its writer adds.

use super::Found;
use super::kinds::Kind;
use crate::languages::ALL;

/// How many points press.
const ENOUGH: i32 = 13;

/// What a kind adds, however many of its phrases there are.
const fn points(kind: Kind) -> i32 {
    match kind {
        Kind::Move => 5,
        Kind::Amount | Kind::Messenger => 4,
        Kind::Teach
        | Kind::Must
        | Kind::Gain
        | Kind::Handle
        | Kind::Market
        | Kind::Fortune
        | Kind::Fee
        | Kind::Task
        | Kind::Promise
        | Kind::Phish
        | Kind::Lock
        | Kind::Wire
        | Kind::Ship
        | Kind::Seldom
        | Kind::Order
        | Kind::Club => 3,
        Kind::Gear
        | Kind::Cheque
        | Kind::Share
        | Kind::GiftCard
        | Kind::Donor
        | Kind::Buy
        | Kind::Heir
        | Kind::Kin
        | Kind::Asset
        | Kind::Daily
        | Kind::Chosen
        | Kind::Back
        | Kind::Trust
        | Kind::Hurry
        | Kind::Bait
        | Kind::Personal
        | Kind::Estate
        | Kind::Officer
        | Kind::Secret
        | Kind::Agent
        | Kind::Prize
        | Kind::Lender
        | Kind::Launch
        | Kind::Bet => 2,
        Kind::Charge
        | Kind::Advance
        | Kind::Lend
        | Kind::Channel
        | Kind::Far
        | Kind::Soon
        | Kind::Pay
        | Kind::Join
        | Kind::Hold
        | Kind::Easy
        | Kind::Honest
        | Kind::Multiply
        | Kind::Box
        | Kind::Recover
        | Kind::Stuck
        | Kind::Rest
        | Kind::Account
        | Kind::Rich
        | Kind::Parcel
        | Kind::App
        | Kind::Home
        | Kind::TopUp
        | Kind::Goods
        | Kind::God
        | Kind::Customs
        | Kind::Leap
        | Kind::Spread
        | Kind::Fund
        | Kind::Scammed => 1,
        Kind::Alone | Kind::Circle | Kind::Job | Kind::Times | Kind::Free | Kind::Works => 0,
    }
}

/// What two kinds add together, besides what each adds.
const PAIRS: [(Kind, Kind, i32); 95] = [
    (Kind::Officer, Kind::Box, 3),
    (Kind::Officer, Kind::Far, 3),
    (Kind::Officer, Kind::Secret, 2),
    (Kind::Officer, Kind::Trust, 1),
    (Kind::Goods, Kind::Hold, 5),
    (Kind::Bet, Kind::Promise, 2),
    (Kind::Bet, Kind::Gain, 2),
    (Kind::Bet, Kind::Amount, 2),
    (Kind::Order, Kind::Rich, 3),
    (Kind::Order, Kind::Fee, 2),
    (Kind::Parcel, Kind::Customs, 2),
    (Kind::Agent, Kind::Rest, 3),
    (Kind::Agent, Kind::Share, 2),
    (Kind::Scammed, Kind::Recover, 3),
    (Kind::Cheque, Kind::Gear, 2),
    (Kind::Cheque, Kind::Rest, 2),
    (Kind::GiftCard, Kind::Buy, 3),
    (Kind::GiftCard, Kind::Stuck, 3),
    (Kind::GiftCard, Kind::Hold, 2),
    (Kind::Stuck, Kind::Lend, 2),
    (Kind::Donor, Kind::Fortune, 3),
    (Kind::Estate, Kind::Heir, 2),
    (Kind::Estate, Kind::Fortune, 2),
    (Kind::Kin, Kind::Asset, 2),
    (Kind::Circle, Kind::Join, 1),
    (Kind::Asset, Kind::Join, 1),
    (Kind::Asset, Kind::Share, 1),
    (Kind::Share, Kind::Daily, 1),
    (Kind::Promise, Kind::Asset, 2),
    (Kind::Phish, Kind::Prize, 5),
    (Kind::Phish, Kind::Chosen, 2),
    (Kind::Phish, Kind::Hurry, 2),
    (Kind::Leap, Kind::Soon, 3),
    (Kind::Leap, Kind::Multiply, 2),
    (Kind::Leap, Kind::Gain, 1),
    (Kind::Spread, Kind::Daily, 2),
    (Kind::Spread, Kind::Lender, 2),
    (Kind::Lender, Kind::Honest, 2),
    (Kind::Lender, Kind::Fee, 1),
    (Kind::Task, Kind::Daily, 2),
    (Kind::Job, Kind::Fee, 2),
    (Kind::Chosen, Kind::Fee, 2),
    (Kind::Prize, Kind::Fee, 2),
    (Kind::Secret, Kind::Fortune, 2),
    (Kind::Personal, Kind::Seldom, 2),
    (Kind::Personal, Kind::Messenger, 4),
    (Kind::Launch, Kind::Times, 3),
    (Kind::TopUp, Kind::Task, 2),
    (Kind::Account, Kind::Daily, 2),
    (Kind::Account, Kind::Promise, 2),
    (Kind::Fund, Kind::Fortune, 1),
    (Kind::Fund, Kind::Charge, 2),
    (Kind::Trust, Kind::Fortune, 2),
    (Kind::Agent, Kind::Fortune, 2),
    (Kind::Trust, Kind::Share, 2),
    (Kind::Donor, Kind::God, 1),
    (Kind::Far, Kind::Box, 2),
    (Kind::Officer, Kind::Personal, 2),
    (Kind::Box, Kind::Trust, 2),
    (Kind::Multiply, Kind::Market, 3),
    (Kind::Multiply, Kind::Soon, 2),
    (Kind::Multiply, Kind::Teach, 2),
    (Kind::Kin, Kind::Multiply, 2),
    (Kind::Phish, Kind::Asset, 2),
    (Kind::Market, Kind::Share, 2),
    (Kind::Market, Kind::Hurry, 2),
    (Kind::Hurry, Kind::Circle, 1),
    (Kind::Bet, Kind::Teach, 3),
    (Kind::Bet, Kind::Circle, 1),
    (Kind::Bet, Kind::Join, 1),
    (Kind::Launch, Kind::Fee, 2),
    (Kind::Launch, Kind::Hold, 2),
    (Kind::Order, Kind::Amount, 3),
    (Kind::Personal, Kind::App, 3),
    (Kind::Personal, Kind::Channel, 3),
    (Kind::Market, Kind::Teach, 2),
    (Kind::Personal, Kind::Market, 1),
    (Kind::Lock, Kind::Phish, 7),
    (Kind::Lock, Kind::Soon, 3),
    (Kind::Lock, Kind::Hurry, 4),
    (Kind::Lock, Kind::Move, 6),
    (Kind::Lock, Kind::Join, 4),
    (Kind::Wire, Kind::Secret, 6),
    (Kind::Wire, Kind::Soon, 2),
    (Kind::Wire, Kind::Hurry, 4),
    (Kind::Wire, Kind::Phish, 6),
    (Kind::Ship, Kind::Parcel, 4),
    (Kind::Ship, Kind::Home, 3),
    (Kind::Ship, Kind::Easy, 2),
    (Kind::Ship, Kind::Daily, 2),
    (Kind::Account, Kind::Agent, 4),
    (Kind::Account, Kind::Lend, 3),
    (Kind::Donor, Kind::Hold, 4),
    (Kind::God, Kind::Hold, 3),
    (Kind::Donor, Kind::Lend, 2),
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
