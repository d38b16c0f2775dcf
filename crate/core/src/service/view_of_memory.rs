//! Makes the view of an invitation: gathers what the memory holds of it, and judges.

use super::view::{AccountView, CheckFound, Generated, PhotoView, Search, SearchResult, Twin, View};
use crate::address::PhotoId;
use crate::invitation::{CardPhoto, Invitation};
use crate::judgement::{Evidence, Holder, Judgement, is_answered, judge};
use crate::memory::{self, Answer, Memory, PhotoCheck, Received};
use crate::photo::Closeness;
use crate::sorted::sorted;
use crate::verdict::Verdict;
use crate::web::ReadHit;
use crate::worth::{employer_named, in_common};

impl View {
    pub(super) fn of(received: &Received, memory: &Memory) -> Self {
        let evidence = Evidence::gather(received, memory);
        let Judgement { verdict, basis, reasons } = judge(&evidence);
        let opinion = evidence.opinion;
        let overruled = opinion.map(|_| judge(&Evidence::without_opinion(received, memory)).verdict);
        let invitation = &received.invitation;
        let photo = PhotoView::of(invitation, memory);
        let itself = photo.as_ref().and_then(|p| memory.photo(&p.id)).is_some_and(crate::memory::Photo::is_comparable);
        let worth = memory.worth(received);
        let is_suspected = matches!(verdict, Verdict::Suspicious | Verdict::LikelyFake);
        Self {
            worth: if is_suspected { Vec::new() } else { worth.to_vec() },
            worth_withheld: is_suspected && !worth.is_empty(),
            note: invitation.note.clone(),
            employer: employer_named(&invitation.headline).to_owned(),
            in_common: in_common(&invitation.context).to_owned(),
            key: invitation.key.clone(),
            name: invitation.name.clone(),
            profile_url: invitation.profile.to_address(),
            headline: invitation.headline.clone(),
            verdict,
            basis,
            reasons,
            twins: twins(&evidence.holders, photo.as_ref(), memory),
            photo,
            compared: if itself { memory.comparable().saturating_sub(1) } else { 0 },
            last_seen: received.last_seen,
            opinion,
            overruled,
            account: memory.about_seen(&invitation.profile).map(|seen| AccountView {
                joined: seen.joined,
                photo_updated: seen.photo_updated,
                verified: seen.verified,
                at: seen.at,
            }),
            handled: received.handled,
            answered: received.answered,
        }
    }

    /// Whether the verdict is worse than when the invitation was accepted.
    pub(super) fn is_worse_than_accepted(&self) -> bool {
        let weight = |verdict| match verdict {
            Verdict::AcceptSafe | Verdict::Unchecked => 0,
            Verdict::Suspicious => 1,
            Verdict::LikelyFake => 2,
        };
        self.opinion.is_none() && self.answered.is_some_and(|then| weight(self.verdict) > weight(then.verdict))
    }

    /// The order of what to do next: look, accept, report; unchecked ones come last.
    pub(super) fn next_step_rank(&self) -> u8 {
        match self.verdict {
            Verdict::Suspicious => 0,
            Verdict::AcceptSafe => 1,
            Verdict::LikelyFake => 2,
            Verdict::Unchecked => 3,
        }
    }
}

/// Other holders of the photo, then the profiles whose photo the user called a different one.
fn twins(holders: &[Holder], photo: Option<&PhotoView>, memory: &Memory) -> Vec<Twin> {
    let Some(photo) = photo else { return Vec::new() };
    let word = |other: &PhotoId| memory.comparing(&photo.id, other).map(|pair| pair.same);
    let mut twins: Vec<Twin> = holders.iter().map(|holder| Twin::of(holder, word(&holder.photo))).collect();
    for (other, closeness) in memory.alike(&photo.id).filter(|(other, _)| word(other) == Some(false)) {
        let latest = memory.sightings_of(other).max_by_key(|sighting| (sighting.last_seen, sighting.key()));
        twins.extend(latest.map(|sighting| Twin {
            photo: other.clone(),
            name: sighting.name.clone(),
            profile_url: sighting.profile.to_address(),
            first_seen: sighting.first_seen,
            set_at: sighting.set_at,
            near_exact: closeness == Closeness::NearExact,
            same: Some(false),
        }));
    }
    twins
}

impl Twin {
    pub(super) fn of(holder: &Holder, same: Option<bool>) -> Self {
        Self {
            photo: holder.photo.clone(),
            name: holder.name.clone(),
            profile_url: holder.profile.to_address(),
            first_seen: holder.first_seen,
            set_at: holder.set_at,
            near_exact: holder.closeness == Closeness::NearExact,
            same,
        }
    }
}

impl PhotoView {
    fn of(invitation: &Invitation, memory: &Memory) -> Option<Self> {
        let CardPhoto::At(shown) = &invitation.photo else { return None };
        let address = memory.photo(&shown.id).map_or(shown, |photo| &photo.address);
        let check = memory.check(&shown.id);
        let searched = memory.searched(&shown.id);
        let is_open = |check: &&PhotoCheck| check.answer.is_none() && !is_answered(searched, check.opened);
        let answer = check.and_then(|check| check.answer.as_ref()).map(|(answer, _)| answer);
        Some(Self {
            id: shown.id.clone(),
            url: address.url.clone(),
            side: address.side,
            expires_at: address.expires_at,
            set_at: shown.set_at,
            asked: check.filter(is_open).map(|check| check.opened),
            answer: answer.map(|answer| match answer {
                Answer::Nothing => CheckFound::NothingFound,
                Answer::SameName => CheckFound::SameName,
                Answer::OtherName { .. } => CheckFound::OtherName,
            }),
            answer_profile: answer.and_then(|answer| match answer {
                Answer::OtherName { profile } => profile.as_ref().map(|profile| profile.to_address()),
                Answer::Nothing | Answer::SameName => None,
            }),
            searches: searched.map(|searched| Search::all(searched, invitation, memory)).unwrap_or_default(),
            generated: searched.and_then(|searched| searched.generated.as_ref()).map(|generated| Generated {
                provider: generated.provider.clone(),
                score: generated.thousandths,
                at: generated.at,
            }),
        })
    }
}

impl Search {
    fn all(searched: &memory::Searched, invitation: &Invitation, memory: &Memory) -> Vec<Self> {
        let readings = memory.readings(searched, &invitation.profile, &invitation.name);
        let view_of = |(search, read): (&memory::WebSearch, &Vec<ReadHit>)| {
            let found = search.hits.iter().zip(read).map(|(hit, read)| {
                let word = searched.word(&read.key);
                SearchResult {
                    url: hit.url.clone(),
                    site: read.site.clone(),
                    title: hit.title.clone(),
                    kind: read.page.kind(),
                    name: read.page.name().to_owned(),
                    struck: word == Some(false),
                    confirmed: word,
                }
            });
            let found = sorted(found.collect(), |a: &SearchResult, b: &SearchResult| a.kind.cmp(&b.kind));
            Self { engine: search.engine.clone(), at: search.at, outcome: search.outcome, count: search.count(), found }
        };
        searched.searches.iter().zip(readings.iter()).map(view_of).collect()
    }
}
