//! Inviters who are alike: the same note or headline, photos set at the same time. A group of them is one finding.

use super::code::ReasonCode;
use super::reason::{Blank, Reason};
use super::thresholds::{COPIED_HEADLINES, FRESH};
use crate::invitation::{CardPhoto, Invitation};
use crate::memory::{Memory, Received, Text};

/// What other inviters have in common with one.
pub(super) struct Copied {
    /// The finding, with the number of other accounts.
    pub reason: Reason,
    /// One of the others has a fresh photo: then the age of the inviter's photo belongs to the same finding.
    pub are_fresh: bool,
}

pub(super) fn copied(invitation: &Invitation, memory: &Memory) -> Option<Copied> {
    let note = Text::note(invitation).map(|text| (ReasonCode::NoteCopied, 1, text));
    let headline = Text::headline(invitation).map(|text| (ReasonCode::HeadlineCopied, COPIED_HEADLINES, text));
    [note, headline].into_iter().flatten().find_map(|(code, fewest, text)| {
        let others = others(&text, invitation, memory);
        (others.len() >= fewest).then(|| Copied {
            reason: Reason::with(code, Blank::Count(u32::try_from(others.len()).unwrap_or(u32::MAX))),
            are_fresh: others.iter().any(|other| is_fresh(other)),
        })
    })
}

/// One invitation each of the other accounts that wrote this.
fn others<'a>(text: &Text, invitation: &Invitation, memory: &'a Memory) -> Vec<&'a Received> {
    let own = memory.account(&invitation.profile);
    let mut accounts = Vec::new();
    let mut others = Vec::new();
    for received in memory.with_text(text).filter_map(|key| memory.received(key)) {
        let account = memory.account(&received.invitation.profile);
        let is_own = received.invitation.profile == invitation.profile || (account.is_some() && account == own);
        if !is_own && !accounts.contains(&account) {
            accounts.push(account);
            others.push(received);
        }
    }
    others
}

fn is_fresh(received: &Received) -> bool {
    match &received.invitation.photo {
        CardPhoto::At(address) => address.set_at.is_some_and(|set| received.first_seen - set < FRESH),
        _ => false,
    }
}
