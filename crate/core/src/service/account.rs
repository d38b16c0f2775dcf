//! LinkedIn's "About this profile": when an account was made and its photo changed, as a page shows it.

use serde::{Deserialize, Serialize};

use super::{Change, Clock, PhotoSource, Record, Service, ServiceError, Store, View};
use crate::address::{FIRST_DAY, ProfileId};
use crate::languages::{ALL, Kinds};
use crate::memory::AboutSeen;
use crate::time::{CLOCK_SLACK, Millis, first_of_month};

/// LinkedIn's "About this profile" as a page shows it. Hostile until checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AccountAsRead {
    /// Its rows that say a month, in the order of the page.
    pub rows: Vec<MonthRow>,
    /// Whether a verification is listed.
    pub verified: bool,
}

/// A row of a label and a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MonthRow {
    /// The text beside the month, in the page's language.
    pub label: String,
    /// The month.
    pub month: Month,
    /// Whether the row has the mark of a verification.
    pub verified: bool,
}

/// A month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Month {
    /// The year.
    pub year: i64,
    /// The month, from 1.
    pub month: u32,
}

impl Month {
    /// Its first moment, if LinkedIn existed in it and it has begun.
    fn begins(self, now: Millis) -> Option<Millis> {
        let begins = first_of_month(self.year, self.month)?;
        // LinkedIn opened within a month.
        (first_of_month(2003, 5)?.min(FIRST_DAY)..=now.saturating_add(CLOCK_SLACK)).contains(&begins).then_some(begins)
    }
}

impl MonthRow {
    fn says(&self, words: impl Fn(&Kinds) -> &'static [&'static str]) -> bool {
        let label = self.label.to_lowercase();
        ALL.into_iter().flat_map(|language| words(&language.kinds)).any(|word| label.contains(word))
    }

    /// Whether the month is that of the photo's last change.
    fn is_of_photo(&self) -> bool {
        !self.verified && self.says(|kinds| kinds.photo)
    }

    /// Whether the month may be that in which the account was made.
    fn may_be_of_joining(&self) -> bool {
        !self.verified && !self.is_of_photo() && !self.says(|kinds| kinds.updated)
    }
}

impl AccountAsRead {
    /// When the account was made: the first row, since it was made before all else that has a month. Where its row is
    /// missing, another one comes first.
    fn joined(&self) -> Option<Month> {
        let (first, others) = self.rows.split_first()?;
        let is_earliest = others.iter().all(|other| first.month <= other.month);
        (is_earliest && first.may_be_of_joining()).then_some(first.month)
    }

    /// When its photo was changed last.
    fn photo_updated(&self) -> Option<Month> {
        self.rows.iter().find(|row| row.is_of_photo()).map(|row| row.month)
    }
}

impl<S: Store, P: PhotoSource, C: Clock> Service<S, P, C> {
    /// Takes in what LinkedIn's "About this profile" says of somebody who is remembered; nothing is kept of anybody else.
    /// Returns the views of pending invitations that changed.
    ///
    /// # Errors
    /// [`ServiceError`] if the link is no profile's or nothing could be stored.
    pub async fn record_account(&self, profile: &str, read: &AccountAsRead) -> Result<Vec<View>, ServiceError> {
        let profile = ProfileId::from_address(profile).ok_or(ServiceError::NotAProfile)?;
        self.ready().await?;
        let at = self.clock.now();
        let before = self.pending_views();
        self.change(Box::new(|memory| {
            if memory.account(&profile).is_none() {
                return Ok(Vec::new());
            }
            let begins = |month: Option<Month>| month.and_then(|month| month.begins(at));
            let (joined, photo_updated) = (begins(read.joined()), begins(read.photo_updated()));
            let seen = AboutSeen { profile: profile.clone(), joined, photo_updated, verified: read.verified, at };
            Ok(vec![Change::Put(Record::About(seen))])
        }))
        .await?;
        Ok(self.changed_since(&before))
    }
}
