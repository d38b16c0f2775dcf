//! Findings → verdict. The rules, and nothing else (docs/verdict.md explains them).

use serde::Serialize;

use crate::evidence::{Blank, Comparison, Evidence, Holder, Order, Reason};
use crate::names::Likeness;
use crate::photo::Closeness;

/// What is said of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The photo was compared, nothing speaks against the inviter, something speaks for them.
    AcceptSafe,
    /// A person should look.
    Suspicious,
    /// The same photo is used on profiles with varying names, and this is not the first of them.
    LikelyFake,
    /// Nothing can be said, and it is said why.
    Unchecked,
}

/// A verdict with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// What is said.
    pub verdict: Verdict,
    /// What it rests on: what the badge carries.
    pub basis: Vec<Reason>,
    /// Everything found, in order of weight, the basis included.
    pub reasons: Vec<Reason>,
}

/// Judges.
#[must_use]
pub fn judge(evidence: &Evidence) -> Judgement {
    let against = speaks_against(evidence);
    let limits = limits(evidence);
    let unchecked = match &evidence.comparison {
        Comparison::NotDone(why) => Some(why.clone()),
        Comparison::Done => None,
    };
    let (verdict, basis) = if !against.is_empty() {
        let likely = (accused_by_photo(evidence) || evidence.found_elsewhere.is_some()) && !is_vouched_for(evidence);
        (
            if likely { Verdict::LikelyFake } else { Verdict::Suspicious },
            against.iter().take(1).chain(limits.iter().take(1)).cloned().collect(),
        )
    } else if let Some(why) = &unchecked {
        (Verdict::Unchecked, vec![why.clone()])
    } else if evidence.speaks_for.is_empty() {
        (Verdict::Unchecked, vec![Reason::plain("too-little-known")])
    } else {
        (Verdict::AcceptSafe, evidence.speaks_for.clone())
    };
    let mut reasons = against;
    reasons.extend(limits);
    reasons.extend(evidence.speaks_for.iter().cloned());
    reasons.extend(unchecked);
    if reasons.is_empty() {
        reasons.clone_from(&basis);
    }
    Judgement { verdict, basis, reasons }
}

fn speaks_against(evidence: &Evidence) -> Vec<Reason> {
    let mut against = Vec::new();
    if let Some(at) = evidence.found_elsewhere {
        against.push(Reason::with("photo-check-other-name", Blank::Time(at)));
    }
    against.extend(evidence.holders.iter().map(|holder| {
        let code =
            if holder.likeness == Likeness::Different { "photo-under-other-name" } else { "photo-under-unclear-name" };
        Reason::with(code, Blank::Name(holder.name.clone()))
    }));
    against
}

/// Holders of the same picture, nearly exact, under a name that is not the inviter's.
fn other_names(evidence: &Evidence) -> impl Iterator<Item = &Holder> {
    evidence.holders.iter().filter(|h| h.likeness == Likeness::Different && h.closeness == Closeness::NearExact)
}

/// The seed's rule: the same photo under another name, and the other had it first.
fn accused_by_photo(evidence: &Evidence) -> bool {
    other_names(evidence).any(|holder| holder.order == Order::Other)
}

/// A verified or well-connected inviter may be the photo's owner: at most suspicious.
fn is_vouched_for(evidence: &Evidence) -> bool {
    evidence.verified || evidence.well_connected.is_some()
}

/// Why it is not worse than it is.
fn limits(evidence: &Evidence) -> Vec<Reason> {
    let mut limits = Vec::new();
    let others: Vec<&Holder> = other_names(evidence).collect();
    if !others.is_empty() && !accused_by_photo(evidence) {
        let first = others.iter().all(|holder| holder.order == Order::Inviter);
        limits.push(match evidence.held_since.filter(|_| first) {
            Some(since) => Reason::with("held-photo-first", Blank::Time(since)),
            None => Reason::plain("first-holder-unknown"),
        });
    }
    if !others.is_empty() || evidence.found_elsewhere.is_some() {
        if evidence.verified {
            limits.push(Reason::plain("inviter-verified"));
        } else if let Some(count) = evidence.well_connected {
            limits.push(Reason::with("inviter-well-connected", Blank::Count(count)));
        }
    }
    limits
}
