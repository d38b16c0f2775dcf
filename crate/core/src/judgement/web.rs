//! What searches of the web found → findings (docs/verdict.md, "What the web check says").

use super::code::Code;
use super::holders::Holder;
use super::reason::{Blank, Reason};
use super::thresholds::MOST_HARMLESS;
use crate::address::{PhotoId, ProfileId};
use crate::invitation::Invitation;
use crate::memory::{Memory, Outcome, Searched, WebSearch};
use crate::time::Millis;
use crate::web::{Found, Place, other_people};

/// What was found for a photo, by the newest search of each engine.
pub(super) fn findings(photo: &PhotoId, invitation: &Invitation, holders: &[Holder], memory: &Memory) -> Vec<Reason> {
    let Some(searched) = memory.searched(photo) else { return Vec::new() };
    let mut findings = against(searched, invitation, holders, memory);
    if findings.is_empty() {
        findings.extend(nothing_found(searched, invitation, memory));
    }
    let readings = memory.readings(searched, &invitation.profile, &invitation.name);
    let same_name = current(searched, &readings)
        .flat_map(|(_, found)| found)
        .find(|found| found.place == Place::SameName && searched.word(&found.key) != Some(false));
    findings.extend(same_name.map(|found| Reason::with(Code::WebSameName, Blank::Name(found.site.clone()))));
    findings.extend(generated(searched));
    findings
}

fn generated(searched: &Searched) -> Option<Reason> {
    let generated = searched.generated.as_ref().filter(|generated| generated.thousandths >= GENERATED)?;
    let percent = Blank::Count(u32::from(generated.thousandths) / 10);
    Some(Reason::with_two(Code::PhotoLooksGenerated, Blank::Name(generated.provider.clone()), percent))
}

/// From this score on, in thousandths, a provider says that a picture is rather generated than not.
const GENERATED: u16 = 500;

/// The searches that count with what they found: the newest of each engine. Of older ones the results that the user
/// called the same photo count too, and are gathered by [`confirmed`].
fn current<'a>(
    searched: &'a Searched,
    readings: &'a [Vec<Found>],
) -> impl Iterator<Item = (&'a WebSearch, &'a Vec<Found>)> {
    let is_newest =
        |at: usize, search: &WebSearch| !searched.searches.iter().take(at).any(|newer| newer.engine == search.engine);
    let all = searched.searches.iter().zip(readings).enumerate();
    all.filter(move |(at, (search, _))| is_newest(*at, search)).map(|(_, one)| one)
}

/// Other profiles that the user called the same photo, by any search.
fn confirmed<'a>(searched: &'a Searched, readings: &'a [Vec<Found>]) -> impl Iterator<Item = &'a Found> {
    let all = readings.iter().flatten();
    all.filter(|found| matches!(found.place, Place::OtherProfile { .. }) && searched.word(&found.key) == Some(true))
}

fn against(searched: &Searched, invitation: &Invitation, holders: &[Holder], memory: &Memory) -> Vec<Reason> {
    let readings = memory.readings(searched, &invitation.profile, &invitation.name);
    let mut findings = Vec::new();
    // Who is known to hold the photo is judged by who had it first, not by a word that it is the same.
    let is_holder = |profile: &ProfileId| {
        let account = memory.account(profile);
        holders
            .iter()
            .filter(|holder| holder.is_other_person())
            .any(|holder| holder.profile == *profile || account.is_some() && memory.account(&holder.profile) == account)
    };
    let is_known = |found: &&Found| found.profile.as_ref().is_some_and(is_holder);
    let same: Vec<&Found> = confirmed(searched, &readings).filter(|found| !is_known(found)).collect();
    if let Some(found) = same.first() {
        let name = Blank::Name(found.place.name().to_owned());
        findings.push(Reason::with(Code::WebConfirmedProfile, name));
    }
    let counted = || {
        let found = current(searched, &readings).flat_map(|(_, found)| found);
        found.filter(|found| searched.word(&found.key).is_none())
    };
    let others = other_people(counted().filter(|found| !is_known(found)));
    match others.as_slice() {
        [] => {}
        [name] => findings.push(Reason::with(Code::WebOtherProfile, Blank::Name((*name).to_owned()))),
        _ => {
            let count = u32::try_from(others.len()).unwrap_or(u32::MAX);
            findings.push(Reason::with(Code::WebOtherPeople, Blank::Count(count)));
        }
    }
    // What the user confirms here stays what it is: the photo may be offered, or shown, by whoever took it.
    let standing = || {
        let found = current(searched, &readings).flat_map(|(_, found)| found);
        found.filter(|found| searched.word(&found.key) != Some(false))
    };
    let named = |code, is_it: fn(&Place) -> bool| {
        let found = standing().find(|found| is_it(&found.place))?;
        Some(Reason::with(code, Blank::Name(found.place.name().to_owned())))
    };
    findings.extend(named(Code::WebPortraits, |place| matches!(place, Place::Portraits { .. })));
    findings.extend(named(Code::WebOtherName, |place| matches!(place, Place::OtherName { .. })));
    findings
}

/// The photo is nowhere under another name, as far as every engine that was asked can tell: it shows none, or only a few
/// pages of which each is the inviter's own, was struck out, or names them and was looked at by the user. A page that may
/// be about anybody leaves it open, also one that names the inviter: who takes the owner's name would be called safe
/// for it. So do more pages than a few, among which the one that tells could be drowned.
fn nothing_found(searched: &Searched, invitation: &Invitation, memory: &Memory) -> Option<Reason> {
    let readings = memory.readings(searched, &invitation.profile, &invitation.name);
    let mut newest: Option<&WebSearch> = None;
    for (search, found) in current(searched, &readings) {
        let of_photo: Vec<&Found> = found.iter().filter(|found| found.place != Place::Similar).collect();
        let is_settled = |found: &&&Found| match searched.word(&found.key) {
            Some(false) => true,
            Some(true) => found.place.is_harmless() || found.place == Place::SameName,
            None => found.place.is_harmless(),
        };
        let is_clean = match search.outcome {
            Outcome::None => of_photo.is_empty(),
            Outcome::Results => {
                search.more == 0
                    && (1..=MOST_HARMLESS).contains(&of_photo.len())
                    && of_photo.iter().filter(is_settled).count() == of_photo.len()
            }
        };
        if !is_clean {
            return None;
        }
        newest = newest.or(Some(search));
    }
    let WebSearch { engine, at, .. } = newest?;
    Some(Reason::with_two(Code::WebNothingFound, Blank::Name(engine.clone()), Blank::Time(*at)))
}

/// When a question that was opened is answered by a search that was read.
#[must_use]
pub fn is_answered(searched: Option<&Searched>, opened: Millis) -> bool {
    searched.is_some_and(|searched| searched.searches.iter().any(|search| search.at >= opened))
}
