//! Times, judged by what the memory knows of the clock.

use super::{Calendar, Change, Memory, Record};
use crate::time::Millis;

impl Memory {
    /// The observed history of the clock. If there is none, the clock is trusted from the newest stored time on.
    #[must_use]
    pub fn calendar(&self) -> Option<Calendar> {
        self.calendar.clone().or_else(|| {
            let sightings = self.sightings().map(|sighting| sighting.last_seen);
            let received = self.all_received().map(|received| received.last_seen);
            let said = self.opinions().map(|opinion| opinion.at);
            sightings.chain(received).chain(said).max().map(Calendar::begun)
        })
    }

    /// How much time was seen to pass between two times, so that a clock that jumped makes nothing old.
    #[must_use]
    pub fn passed(&self, from: Millis, to: Millis) -> Millis {
        self.calendar.as_ref().map_or(to.saturating_sub(from).max(0), |calendar| calendar.passed(from, to))
    }

    /// The latest time that the stamp `at` can mean: the clock may have been behind.
    #[must_use]
    pub fn latest(&self, at: Millis) -> Millis {
        self.calendar.as_ref().map_or(at, |calendar| calendar.latest(at))
    }

    /// The earlier of a stamp and the last reading of the clock: stamps of a clock that was ahead lie after it.
    #[must_use]
    pub fn not_ahead(&self, at: Millis) -> Millis {
        self.calendar.as_ref().map_or(at, |calendar| at.min(calendar.last()))
    }

    /// The clock's history to store before anything gets a time from it.
    #[must_use]
    pub fn change_of_calendar(&self, now: Millis) -> Option<Change> {
        let noted = match self.calendar() {
            Some(known) => known.noted(now).or_else(|| self.calendar.is_none().then_some(known)),
            None => Some(Calendar::begun(now)),
        };
        noted.map(|calendar| Change::Put(Record::Calendar(calendar)))
    }
}
