//! A case played back through the service, in the order of its times.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use pollster::block_on;
use vouchsafe_core::address::{PhotoAddress, ProfileId};
use vouchsafe_core::invitation::{self, CardAsRead, Reading};
use vouchsafe_core::memory::{Outcome, Place};
use vouchsafe_core::service::{
    AccountAsRead, CardSeen, Clock, InMemory, MonthRow, PersonAsRead, PhotoSource, Service, ServiceError, View,
};
use vouchsafe_core::time::Millis;

use super::case::{Case, Photo, Sighting, address};

/// Why a case cannot be judged. Cards, sightings, searches and opinions are counted from 1.
#[derive(Debug, thiserror::Error)]
pub enum CaseError {
    /// A card is not an invitation to connect.
    #[error("card {0} is no invitation to connect: it needs a profile's address and a name")]
    NotAnInvitation(usize),
    /// A photo's address is not the address of a profile photo.
    #[error("{0} is not the address of a profile photo on LinkedIn's photo host")]
    NotAPhoto(String),
    /// A sighting has no profile or no name.
    #[error("sighting {0} needs a profile's address and a name")]
    NotAPerson(usize),
    /// A sighting is on an invitation.
    #[error("sighting {0} is on an invitation: give it as a card")]
    OnInvitation(usize),
    /// A search is for somebody who sent no invitation with a photo.
    #[error("search {0} is for somebody who sent no invitation with a photo")]
    OfNoPhoto(usize),
    /// An opinion is of somebody who sent no invitation.
    #[error("opinion {0} is of somebody who sent no invitation")]
    OfNobody(usize),
    /// The service refused an event.
    #[error(transparent)]
    Service(#[from] ServiceError),
}

/// A clock that is set by hand.
#[derive(Debug, Clone, Default)]
struct ManualClock(Rc<Cell<Millis>>);

impl Clock for ManualClock {
    fn now(&self) -> Millis {
        self.0.get()
    }
}

/// One event of the case, in the order of time.
enum Event<'a> {
    Card(CardAsRead),
    Sighting(&'a Sighting),
}

/// Plays a case back on a store, which may hold a memory already. Returns the view of each invitation at the end, in the
/// order of the cards.
///
/// # Errors
/// [`CaseError`] if a part of the case cannot be judged.
pub fn replay(case: &Case, store: InMemory, photos: impl PhotoSource) -> Result<Vec<View>, CaseError> {
    if let Some(photo) = case.photos().find(|photo| !is_fetchable(photo)) {
        return Err(CaseError::NotAPhoto(photo.url.clone()));
    }
    let mut keys = Vec::with_capacity(case.cards.len());
    let mut events = Vec::with_capacity(case.cards.len() + case.sightings.len());
    for (number, card) in (1..).zip(&case.cards) {
        let read = card.as_read();
        let Reading::Invitation(invitation, _) = invitation::read(&read) else {
            return Err(CaseError::NotAnInvitation(number));
        };
        keys.push((invitation.profile, invitation.key));
        events.push((card.seen(), Event::Card(read)));
    }
    for (number, sighting) in (1..).zip(&case.sightings) {
        if sighting.place == Place::Invitation {
            return Err(CaseError::OnInvitation(number));
        }
        if ProfileId::from_address(&address(&sighting.profile)).is_none() || sighting.name.trim().chars().count() < 2 {
            return Err(CaseError::NotAPerson(number));
        }
        events.push((sighting.seen, Event::Sighting(sighting)));
    }
    events.sort_by_key(|(seen, _)| *seen);

    let clock = ManualClock::default();
    let service = Service::open(store, photos, clock.clone());
    for (seen, event) in events {
        clock.0.set(seen);
        match event {
            Event::Card(card) => match block_on(service.see_card(&card))? {
                CardSeen::Invitation { .. } | CardSeen::OtherKind | CardSeen::NotAnInvitation => {}
            },
            Event::Sighting(sighting) => see(&service, sighting)?,
        }
    }
    for (number, search) in (1..).zip(&case.searches) {
        clock.0.set(search.at.unwrap_or(case.now));
        let key = key_of(&search.profile, &keys).ok_or(CaseError::OfNoPhoto(number))?;
        let view = block_on(service.view(key)).map_err(ServiceError::from)?;
        let photo = view.and_then(|view| view.photo).ok_or(CaseError::OfNoPhoto(number))?.id;
        let outcome = if search.hits.is_empty() { Outcome::None } else { Outcome::Results };
        block_on(service.record_search(&photo, &search.engine, outcome, &search.hits))?;
        for (urls, same) in [(&search.same, true), (&search.other, false)] {
            for url in urls {
                block_on(service.answer_found(&photo, url, Some(same)))?;
            }
        }
    }
    clock.0.set(case.now);
    for account in &case.accounts {
        let joined = account.joined.map(|month| MonthRow { label: "Joined".to_owned(), month, verified: false });
        let read = AccountAsRead { rows: joined.into_iter().collect(), verified: account.verified };
        block_on(service.record_account(&address(&account.profile), &read))?;
    }
    for (number, opinion) in (1..).zip(&case.opinions) {
        clock.0.set(opinion.at.unwrap_or(case.now));
        let key = key_of(&opinion.profile, &keys).ok_or(CaseError::OfNobody(number))?;
        block_on(service.overrule(key, Some(opinion.says)))?;
    }
    clock.0.set(case.now);
    let mut views = BTreeMap::new();
    for view in block_on(service.overview()).map_err(ServiceError::from)?.items {
        views.insert(view.key.clone(), view);
    }
    Ok(keys.iter().filter_map(|(_, key)| views.get(key).cloned()).collect())
}

fn is_fetchable(photo: &Photo) -> bool {
    PhotoAddress::read(&photo.url).is_some_and(|address| address.is_fetchable())
}

fn see<P: PhotoSource>(service: &Service<InMemory, P, ManualClock>, sighting: &Sighting) -> Result<(), ServiceError> {
    let Sighting { name, photo, place, .. } = sighting;
    let (profile, url) = (address(&sighting.profile), photo.url.clone());
    if *place == Place::Profile {
        block_on(service.see_profile(&profile, name, &[url], true))?;
    } else {
        let person = PersonAsRead { profile, name: name.clone(), photo: url };
        block_on(service.see_people(*place, &[person]))?;
    }
    Ok(())
}

fn key_of<'a>(profile: &str, keys: &'a [(ProfileId, String)]) -> Option<&'a str> {
    let profile = ProfileId::from_address(&address(profile))?;
    keys.iter().find(|(inviter, _)| *inviter == profile).map(|(_, key)| key.as_str())
}
