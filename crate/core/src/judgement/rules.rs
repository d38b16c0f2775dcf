//! Findings → verdict. The rules, and nothing else (docs/verdict.md explains them).

use super::code::{About, ReasonCode, Side, Strength};
use super::findings::{Comparison, Evidence};
use super::holders::{Holder, Order};
use super::reason::{Blank, Reason};
use crate::memory::Stance;
use crate::names::NameMatch;
use crate::photo::Closeness;
use crate::sorted::sorted;
use crate::verdict::Verdict;

/// A verdict with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The verdict.
    pub verdict: Verdict,
    /// The basis of the verdict, which the badge shows.
    pub basis: Vec<Reason>,
    /// Everything found, in order of weight, the basis included.
    pub reasons: Vec<Reason>,
}

/// Judges.
#[must_use]
pub fn judge(evidence: &Evidence) -> Judgement {
    let findings = findings(evidence);
    // The user's own answer is not limited.
    let limits = if evidence.opinion.is_some() { Vec::new() } else { limits(evidence) };
    let on_side = |side| findings.iter().filter(move |finding| finding.side == side).cloned().collect::<Vec<Reason>>();
    let (against, speaks_for) = (on_side(Side::Against), on_side(Side::For));
    let unchecked = match &evidence.comparison {
        Comparison::NotDone(why) => Some(why.clone()),
        // It is a copy or the same account: only a strong finding for the inviter settles which.
        Comparison::Done if evidence.may_be_one_account && !is_trusted(&speaks_for) => {
            Some(Reason::plain(ReasonCode::MayBeOneAccount))
        }
        Comparison::Done => None,
    };
    let basis = |reasons: &[Reason]| reasons.iter().take(1).chain(limits.iter().take(1)).cloned().collect();
    let (verdict, basis) = match evidence.opinion {
        Some(Stance::Known) => (Verdict::AcceptSafe, speaks_for.iter().take(1).cloned().collect()),
        Some(Stance::Fake) => (Verdict::LikelyFake, against.iter().take(1).cloned().collect()),
        None if is_likely_fake(evidence, &against) => (Verdict::LikelyFake, basis(&against)),
        None if is_suspicious(&against, &speaks_for) => (Verdict::Suspicious, basis(&against)),
        None => match (&unchecked, against.first()) {
            (Some(why), _) => (Verdict::Unchecked, vec![why.clone()]),
            // Too little for suspicious, too much for accept-safe.
            (None, Some(weak)) => (Verdict::Unchecked, vec![weak.clone()]),
            (None, None) if speaks_for.iter().any(|finding| finding.strength >= Strength::Moderate) => {
                (Verdict::AcceptSafe, speaks_for.clone())
            }
            (None, None) => (Verdict::Unchecked, vec![Reason::plain(ReasonCode::TooLittleKnown)]),
        },
    };
    let mut reasons = against;
    reasons.extend(limits);
    reasons.extend(speaks_for);
    reasons.extend(unchecked);
    if reasons.is_empty() {
        reasons.clone_from(&basis);
    }
    Judgement { verdict, basis, reasons }
}

/// All findings in order of weight, with one for each other holder of the photo.
fn findings(evidence: &Evidence) -> Vec<Reason> {
    let held = evidence.holders.iter().map(|holder| {
        let code = match (holder.name_match, holder.closeness) {
            _ if holder.is_relative => ReasonCode::PhotoUnderFamilyName,
            (NameMatch::Different, Closeness::NearExact) => ReasonCode::PhotoUnderOtherName,
            (NameMatch::Different, Closeness::Looser | Closeness::Part) => ReasonCode::PhotoLooksAlike,
            (NameMatch::Unclear, _) => ReasonCode::PhotoUnderUnclearName,
            (NameMatch::Same, _) => ReasonCode::PhotoOnSecondAccount,
        };
        Reason::with(code, Blank::Name(holder.name.clone()))
    });
    let all = held.chain(evidence.findings.iter().cloned()).collect();
    sorted(all, |a: &Reason, b: &Reason| (b.strength, a.code).cmp(&(a.strength, b.code)))
}

/// The reused-photo rule, the user's own photo check, a profile that they confirmed, or two strong findings of different
/// kinds; never for a verified or well-connected inviter, who may be the photo's owner.
fn is_likely_fake(evidence: &Evidence, against: &[Reason]) -> bool {
    let is_vouched_for = evidence.verified || evidence.well_connected.is_some();
    let is_found = against.iter().any(is_users_finding);
    !is_vouched_for && (is_found || accused_by_photo(evidence) || kinds(against, Strength::Strong) > 1)
}

/// Whether the user found the photo under another name: in their own check, or among the results of a search.
fn is_users_finding(finding: &Reason) -> bool {
    matches!(finding.code, ReasonCode::PhotoCheckOtherName | ReasonCode::WebConfirmedProfile)
}

/// One moderate finding, or weak ones of two kinds with nothing strong for the inviter.
fn is_suspicious(against: &[Reason], speaks_for: &[Reason]) -> bool {
    kinds(against, Strength::Moderate) > 0 || !is_trusted(speaks_for) && kinds(against, Strength::Weak) > 1
}

fn is_trusted(speaks_for: &[Reason]) -> bool {
    speaks_for.iter().any(|finding| finding.strength >= Strength::Strong)
}

/// How many different things findings of at least this strength are about: two about one thing are not independent.
fn kinds(findings: &[Reason], least: Strength) -> usize {
    let kinds = [About::Photo, About::Text, About::Profile, About::Network];
    let is_about = |kind: &&About| findings.iter().any(|f| f.strength >= least && f.about() == **kind);
    kinds.iter().filter(is_about).count()
}

/// The reused-photo rule: a nearly exact copy is on an account under another name, and that account had it first.
fn accused_by_photo(evidence: &Evidence) -> bool {
    strangers(evidence).any(|holder| holder.order == Order::Other)
}

/// The holders who show the photo under other names and cannot be relatives.
fn strangers(evidence: &Evidence) -> impl Iterator<Item = &Holder> {
    evidence.holders.iter().filter(|holder| holder.is_other_person() && !holder.is_relative)
}

/// Whether something limits how bad the verdict can be.
fn limits(evidence: &Evidence) -> Vec<Reason> {
    let mut limits = Vec::new();
    let others: Vec<&Holder> = strangers(evidence).collect();
    if !others.is_empty() && !accused_by_photo(evidence) {
        let first = others.iter().all(|holder| holder.order == Order::Inviter);
        limits.push(match evidence.held_since.filter(|_| first) {
            Some(since) => Reason::with(ReasonCode::HeldPhotoFirst, Blank::Time(since)),
            None => Reason::plain(ReasonCode::FirstHolderUnknown),
        });
    }
    let is_found = evidence.findings.iter().any(is_users_finding);
    if !others.is_empty() || is_found {
        if evidence.verified {
            limits.push(Reason::plain(ReasonCode::InviterVerified));
        } else if let Some(count) = evidence.well_connected {
            limits.push(Reason::with(ReasonCode::InviterWellConnected, Blank::Count(count)));
        }
    }
    limits
}
