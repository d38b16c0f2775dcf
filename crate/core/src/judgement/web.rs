//! Makes findings of the results of searches of the web (docs/verdict.md, "What searches of the web say").

use super::code::ReasonCode;
use super::holders::Holder;
use super::reason::{Blank, Reason};
use super::thresholds::MOST_CLEAN_RESULTS;
use crate::address::{PhotoId, ProfileId};
use crate::invitation::Invitation;
use crate::memory::{Memory, Outcome, Searched, WebSearch};
use crate::time::Millis;
use crate::web::{Page, ReadHit, other_people};

/// The results for a photo, by the newest search of each engine.
pub(super) fn findings(photo: &PhotoId, invitation: &Invitation, holders: &[Holder], memory: &Memory) -> Vec<Reason> {
    let Some(searched) = memory.searched(photo) else { return Vec::new() };
    let mut findings = against(searched, invitation, holders, memory);
    if findings.is_empty() {
        findings.extend(nothing_found(searched, invitation, memory));
    }
    let readings = memory.readings(searched, &invitation.profile, &invitation.name);
    let same_name = current(searched, &readings)
        .flat_map(|(_, found)| found)
        .find(|found| found.page == Page::SameName && searched.word(&found.key) != Some(false));
    findings.extend(same_name.map(|found| Reason::with(ReasonCode::WebSameName, Blank::Name(found.site.clone()))));
    findings.extend(generated(searched));
    findings
}

fn generated(searched: &Searched) -> Option<Reason> {
    let generated = searched.generated.as_ref().filter(|generated| generated.thousandths >= GENERATED)?;
    let percent = Blank::Count(u32::from(generated.thousandths) / 10);
    Some(Reason::with_two(ReasonCode::PhotoLooksGenerated, Blank::Name(generated.provider.clone()), percent))
}

/// From this score on, in thousandths, a provider says that a picture is rather generated than not.
const GENERATED: u16 = 500;

/// The newest search of each engine, with what it found. Results of older searches count only where the user called them
/// the same photo; [`confirmed`] gathers those.
fn current<'a>(
    searched: &'a Searched,
    readings: &'a [Vec<ReadHit>],
) -> impl Iterator<Item = (&'a WebSearch, &'a Vec<ReadHit>)> {
    let is_newest =
        |at: usize, search: &WebSearch| !searched.searches.iter().take(at).any(|newer| newer.engine == search.engine);
    let all = searched.searches.iter().zip(readings).enumerate();
    all.filter(move |(at, (search, _))| is_newest(*at, search)).map(|(_, one)| one)
}

/// Other profiles that the user called the same photo, by any search.
fn confirmed<'a>(searched: &'a Searched, readings: &'a [Vec<ReadHit>]) -> impl Iterator<Item = &'a ReadHit> {
    let all = readings.iter().flatten();
    all.filter(|found| matches!(found.page, Page::OtherProfile { .. }) && searched.word(&found.key) == Some(true))
}

fn against(searched: &Searched, invitation: &Invitation, holders: &[Holder], memory: &Memory) -> Vec<Reason> {
    let readings = memory.readings(searched, &invitation.profile, &invitation.name);
    let mut findings = Vec::new();
    // Known holders of the photo are judged by who had it first, not by the user's answer that it is the same photo.
    let is_holder = |profile: &ProfileId| {
        let account = memory.account(profile);
        holders
            .iter()
            .filter(|holder| holder.is_other_person())
            .any(|holder| holder.profile == *profile || account.is_some() && memory.account(&holder.profile) == account)
    };
    let is_known = |found: &&ReadHit| found.profile.as_ref().is_some_and(is_holder);
    let same: Vec<&ReadHit> = confirmed(searched, &readings).filter(|found| !is_known(found)).collect();
    if let Some(found) = same.first() {
        let name = Blank::Name(found.page.name().to_owned());
        findings.push(Reason::with(ReasonCode::WebConfirmedProfile, name));
    }
    let counted = || {
        let found = current(searched, &readings).flat_map(|(_, found)| found);
        found.filter(|found| searched.word(&found.key).is_none())
    };
    let others = other_people(counted().filter(|found| !is_known(found)));
    match others.as_slice() {
        [] => {}
        [name] => findings.push(Reason::with(ReasonCode::WebOtherProfile, Blank::Name((*name).to_owned()))),
        _ => {
            let count = u32::try_from(others.len()).unwrap_or(u32::MAX);
            findings.push(Reason::with(ReasonCode::WebOtherPeople, Blank::Count(count)));
        }
    }
    // Confirming a result of these kinds changes nothing: a photographer may offer or show the photo.
    let not_struck_out = || {
        let found = current(searched, &readings).flat_map(|(_, found)| found);
        found.filter(|found| searched.word(&found.key) != Some(false))
    };
    let named = |code, is_it: fn(&Page) -> bool| {
        let found = not_struck_out().find(|found| is_it(&found.page))?;
        Some(Reason::with(code, Blank::Name(found.page.name().to_owned())))
    };
    findings.extend(named(ReasonCode::WebPortraits, |page| matches!(page, Page::Portraits { .. })));
    findings.extend(named(ReasonCode::WebOtherName, |page| matches!(page, Page::OtherName { .. })));
    findings
}

/// Whether no engine that was asked shows the photo under another name: it shows no result, or at most
/// [`MOST_CLEAN_RESULTS`], each of which is the inviter's own page, was struck out by the user, or names the inviter and
/// was confirmed by the user. A page that may be about anybody leaves the question open. So does one that names the
/// inviter: a copycat who takes the owner's name would be called safe for the owner's pages.
fn nothing_found(searched: &Searched, invitation: &Invitation, memory: &Memory) -> Option<Reason> {
    let readings = memory.readings(searched, &invitation.profile, &invitation.name);
    let mut newest: Option<&WebSearch> = None;
    for (search, found) in current(searched, &readings) {
        let of_photo: Vec<&ReadHit> = found.iter().filter(|found| found.page != Page::Similar).collect();
        let is_settled = |found: &&&ReadHit| match searched.word(&found.key) {
            Some(false) => true,
            Some(true) => found.page.is_harmless() || found.page == Page::SameName,
            None => found.page.is_harmless(),
        };
        let is_clean = match search.outcome {
            Outcome::None => of_photo.is_empty(),
            Outcome::Results => {
                search.more == 0
                    && (1..=MOST_CLEAN_RESULTS).contains(&of_photo.len())
                    && of_photo.iter().filter(is_settled).count() == of_photo.len()
            }
        };
        if !is_clean {
            return None;
        }
        newest = newest.or(Some(search));
    }
    let WebSearch { engine, at, .. } = newest?;
    Some(Reason::with_two(ReasonCode::WebNothingFound, Blank::Name(engine.clone()), Blank::Time(*at)))
}

/// Whether a search that was read since answers the question that was opened with a photo check.
#[must_use]
pub fn is_answered(searched: Option<&Searched>, opened: Millis) -> bool {
    searched.is_some_and(|searched| searched.searches.iter().any(|search| search.at >= opened))
}
