//! Stores the results of searches of the web, and the user's answers on them.

use serde::Serialize;

use super::{Change, Clock, Memory, PhotoId, PhotoSource, Record, Service, ServiceError, Store, StoreError, View};
use crate::address::ProfileId;
use crate::invitation::{CardPhoto, Invitation};
use crate::memory::{Generated, Outcome, SEARCH_KEPT, Searched, WebSearch, is_engine};
use crate::sorted::sorted;
use crate::time::Millis;
use crate::verdict::Verdict;
use crate::web::{Hit, Page, PageKind, ReadHit, key_of};

/// The most results of one search that are read.
const MOST_HITS: usize = 200;
/// Searches in one part of the history.
const PAGE_SIZE: usize = 50;

/// A search in the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SearchLine {
    /// The photo.
    pub photo: PhotoId,
    /// The name that was shown with it last.
    pub name: String,
    /// The address of the profile that showed this name.
    pub profile_url: String,
    /// The key of the engine or provider.
    pub engine: String,
    /// When the search was made, in epoch milliseconds.
    pub at: Millis,
    /// Whether there were results.
    pub outcome: Outcome,
    /// How many results are the same picture.
    pub found: usize,
    /// The kind of the weightiest result that the user did not strike out.
    pub strongest: Option<PageKind>,
}

/// A part of the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SearchPage {
    /// Newest first.
    pub items: Vec<SearchLine>,
    /// The argument that asks for the next part; the last part has none.
    pub next: Option<String>,
}

/// A photo that is worth a search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ToSearch {
    /// The photo.
    pub photo: PhotoId,
    /// The address of its largest rendition.
    pub url: String,
    /// The inviter's name.
    pub name: String,
}

impl<S: Store, P: PhotoSource, C: Clock> Service<S, P, C> {
    /// Takes in what a search found: the results of a page that was understood, or a provider's answer. Returns the views
    /// of the invitations it concerns.
    ///
    /// # Errors
    /// [`ServiceError`] if the photo is not remembered, no engine has this key, or nothing could be stored.
    pub async fn record_search(
        &self,
        photo: &PhotoId,
        engine: &str,
        outcome: Outcome,
        hits: &[Hit],
    ) -> Result<Vec<View>, ServiceError> {
        if !is_engine(engine) {
            return Err(ServiceError::NotAnEngine);
        }
        let at = self.clock.now();
        let hits = hits.get(..MOST_HITS).unwrap_or(hits);
        self.change_searched(photo, &|memory, searched| {
            let (profile, name) = holder(memory, photo).ok_or(ServiceError::PhotoUnknown)?;
            Ok(searched.with(WebSearch::kept(engine, at, outcome, hits, &memory.inviter(profile, name))))
        })
        .await
    }

    /// Takes in the user's answer on a result: the same photo or not; `None` takes it back.
    ///
    /// # Errors
    /// [`ServiceError`] if no search of the photo found this, or nothing could be stored.
    pub async fn answer_found(
        &self,
        photo: &PhotoId,
        url: &str,
        same: Option<bool>,
    ) -> Result<Vec<View>, ServiceError> {
        let at = self.clock.now();
        let key = key_of(url).ok_or(ServiceError::NotFound)?;
        self.change_searched(photo, &|_, searched| {
            let mut hits = searched.searches.iter().flat_map(|search| &search.hits);
            if !hits.any(|hit| key_of(&hit.url).as_ref() == Some(&key)) {
                return Err(ServiceError::NotFound);
            }
            Ok(searched.with_word(&key, same, at))
        })
        .await
    }

    /// Takes in what a provider says of whether a picture is generated: a score from 0 to 1.
    ///
    /// # Errors
    /// [`ServiceError`] if the photo is not remembered, no provider has this key, or nothing could be stored.
    pub async fn record_generated(
        &self,
        photo: &PhotoId,
        provider: &str,
        score: f64,
    ) -> Result<Vec<View>, ServiceError> {
        if !is_engine(provider) || !(0.0..=1.0).contains(&score) {
            return Err(ServiceError::NotAnEngine);
        }
        let at = self.clock.now();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 1000")]
        let thousandths = (score * 1000.0).round() as u16;
        self.change_searched(photo, &|_, searched| {
            let generated = Some(Generated { provider: provider.to_owned(), thousandths, at });
            Ok(Searched { generated, ..searched })
        })
        .await
    }

    async fn change_searched(
        &self,
        photo: &PhotoId,
        change: &dyn Fn(&Memory, Searched) -> Result<Searched, ServiceError>,
    ) -> Result<Vec<View>, ServiceError> {
        self.change(Box::new(|memory| {
            if memory.photo(photo).is_none() {
                return Err(ServiceError::PhotoUnknown);
            }
            let known = memory.searched(photo).cloned().unwrap_or_else(|| Searched::of(photo));
            Ok(vec![Change::Put(Record::Searched(change(memory, known)?))])
        }))
        .await?;
        Ok(self.neighbours(std::slice::from_ref(photo), &[]))
    }

    /// A page of the searches made, newest first, starting after [`SearchPage::next`]: those whose photo's holder, engine or
    /// results contain the text.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    pub async fn searches(&self, text: &str, after: &str) -> Result<SearchPage, StoreError> {
        self.ready().await?;
        let memory = self.memory.borrow();
        let query = text.trim().to_lowercase();
        let mut all: Vec<(Millis, String, &Searched, usize)> = Vec::new();
        for searched in memory.all_searched() {
            for (number, search) in searched.searches.iter().enumerate() {
                if query.is_empty() || contains(&memory, searched, search, &query) {
                    all.push((search.at, format!("{}\n{}", searched.photo.as_str(), search.engine), searched, number));
                }
            }
        }
        let all = sorted(all, |a, b| (b.0, &a.1).cmp(&(a.0, &b.1)));
        let begin = after.split_once('\n').and_then(|(at, key)| Some((at.parse::<Millis>().ok()?, key)));
        let is_behind = |(at, key): (Millis, &str)| begin.is_none_or(|(last, of)| at < last || at == last && key > of);
        let mut rest = all.into_iter().filter(|(at, key, ..)| is_behind((*at, key)));
        let page: Vec<_> = rest.by_ref().take(PAGE_SIZE).collect();
        let next = page.last().filter(|_| rest.next().is_some()).map(|(at, key, ..)| format!("{at}\n{key}"));
        let items = page.into_iter().filter_map(|(_, _, searched, number)| line(&memory, searched, number)).collect();
        Ok(SearchPage { items, next })
    }

    /// Photos of pending, unchecked invitations that were not searched for in the last 90 days: first those with reasons to
    /// accept, then the newest.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    pub async fn next_to_search(&self, limit: usize) -> Result<Vec<ToSearch>, StoreError> {
        self.ready().await?;
        let memory = self.memory.borrow();
        let now = self.clock.now();
        let calendar = memory.calendar().unwrap_or_default();
        let is_recent = |at: Millis| calendar.age(at, now) <= SEARCH_KEPT;
        let mut due: Vec<(bool, Millis, ToSearch)> = Vec::new();
        for received in memory.pending() {
            let CardPhoto::At(shown) = &received.invitation.photo else { continue };
            let address = memory.photo(&shown.id).map_or(shown, |photo| &photo.address);
            let is_gone = address.expires_at.is_some_and(|expires| expires <= now) || !address.is_fetchable();
            let searched = memory.searched(&shown.id);
            let is_done = searched.is_some_and(|known| known.searches.iter().any(|search| is_recent(search.at)))
                || memory.check(&shown.id).is_some_and(|check| check.answer.is_some())
                || due.iter().any(|(.., other)| other.photo == shown.id);
            if is_gone || is_done {
                continue;
            }
            let view = View::of(received, &memory);
            if view.verdict == Verdict::Unchecked {
                let to_search = ToSearch { photo: shown.id.clone(), url: address.url.clone(), name: view.name };
                due.push((view.worth.is_empty(), received.first_seen, to_search));
            }
        }
        let due = sorted(due, |a, b| (a.0, b.1, &a.2.photo).cmp(&(b.0, a.1, &b.2.photo)));
        Ok(due.into_iter().take(limit).map(|(.., to_search)| to_search).collect())
    }
}

/// The person that results are compared with: the inviter with this photo, else the profile that showed it last.
fn holder<'a>(memory: &'a Memory, photo: &PhotoId) -> Option<(&'a ProfileId, &'a str)> {
    let shows = |invitation: &Invitation| matches!(&invitation.photo, CardPhoto::At(at) if at.id == *photo);
    let received = memory.all_received().filter(|received| shows(&received.invitation));
    let invited =
        received.max_by_key(|received| received.last_seen).map(|r| (&r.invitation.profile, r.invitation.name.as_str()));
    let latest = || memory.shows_of(photo).max_by_key(|sighting| (sighting.last_seen, sighting.key()));
    invited.or_else(|| latest().map(|sighting| (&sighting.profile, sighting.name.as_str())))
}

fn contains(memory: &Memory, searched: &Searched, search: &WebSearch, query: &str) -> bool {
    let has = |text: &str| text.to_lowercase().contains(query);
    has(&search.engine)
        || memory.sightings_of(&searched.photo).any(|sighting| has(&sighting.name))
        || search.hits.iter().any(|hit| has(&hit.title) || has(&hit.url))
}

fn line(memory: &Memory, searched: &Searched, number: usize) -> Option<SearchLine> {
    let search = searched.searches.get(number)?;
    let (profile, name) = holder(memory, &searched.photo)?;
    let readings = memory.readings(searched, profile, name);
    let counts = |found: &&ReadHit| found.page != Page::Similar && searched.word(&found.key) != Some(false);
    let strongest = readings.get(number)?.iter().filter(counts).map(|found| found.page.kind()).min();
    Some(SearchLine {
        photo: searched.photo.clone(),
        name: name.to_owned(),
        profile_url: profile.to_address(),
        engine: search.engine.clone(),
        at: search.at,
        outcome: search.outcome,
        found: search.count(),
        strongest,
    })
}
