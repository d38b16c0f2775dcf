//! The age of records, counted in days that were seen to pass, so that a clock that jumps makes nothing old.

use serde::{Deserialize, Serialize};

use crate::time::{DAY, Millis};

/// If the clock moves on by more than this between two readings, it has jumped or the browser did not run: that time does
/// not count. A week: longer than a weekend, shorter than any retention is likely to be.
const LONGEST_STEP: Millis = 7 * DAY;
/// A clock that goes back by less than this is being corrected, not set back.
const CORRECTION: Millis = 60 * 60 * 1000;
/// The shortest time between two notes of the clock.
const NOTED_EVERY: Millis = 60 * 60 * 1000;
/// The most gaps that are kept.
const MOST_GAPS: usize = 64;

/// The observed history of the clock. Stored with the changes whose times come from it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Calendar {
    /// What the clock showed last.
    last: Millis,
    /// Spans of clock time in which the browser did not run, in order: from, to.
    gaps: Vec<(Millis, Millis)>,
    /// The clock was set back: from when, to when. Times later than the clock age from then on.
    set_back: Option<(Millis, Millis)>,
}

impl Calendar {
    /// A calendar that begins now.
    #[must_use]
    pub fn begun(now: Millis) -> Self {
        Self { last: now, ..Self::default() }
    }

    /// The calendar after another reading of the clock; `None` where nothing needs to be noted.
    #[must_use]
    pub fn noted(&self, now: Millis) -> Option<Self> {
        let step = now.saturating_sub(self.last);
        if (-CORRECTION..NOTED_EVERY).contains(&step) {
            return None;
        }
        let mut noted = Self { last: now, ..self.clone() };
        if step > LONGEST_STEP {
            noted.gaps.push((self.last, now));
            if noted.gaps.len() > MOST_GAPS {
                let (from, _) = noted.gaps.remove(0);
                noted.gaps.iter_mut().take(1).for_each(|gap| gap.0 = from);
            }
        } else if step < 0 {
            noted.gaps.retain(|(from, _)| *from < now);
            noted.gaps.iter_mut().for_each(|gap| gap.1 = gap.1.min(now));
            let (from, to) = self.set_back.unwrap_or((self.last, now));
            noted.set_back = Some((from.max(self.last), to.min(now)));
        }
        // No stored time is later than the clock any more.
        noted.set_back = noted.set_back.filter(|(from, _)| now < *from);
        Some(noted)
    }

    /// How much time was seen to pass since `at`.
    #[must_use]
    pub fn age(&self, at: Millis, now: Millis) -> Millis {
        let since = if at > now { self.set_back.map_or(now, |(_, to)| to) } else { at };
        self.passed(since, now)
    }

    /// What the clock showed last.
    #[must_use]
    pub fn last(&self) -> Millis {
        self.last
    }

    /// How much time was seen to pass between two times.
    #[must_use]
    pub fn passed(&self, from: Millis, to: Millis) -> Millis {
        to.saturating_sub(from).saturating_sub(self.unseen(from, to)).max(0)
    }

    /// The latest time that the stamp `at` can mean: the clock may have been behind, and put right in a gap after it.
    #[must_use]
    pub fn latest(&self, at: Millis) -> Millis {
        at.saturating_add(self.unseen(at, Millis::MAX))
    }

    /// How much of the time between the two lies in gaps.
    fn unseen(&self, from: Millis, to: Millis) -> Millis {
        let within = |gap: &(Millis, Millis)| gap.1.min(to).saturating_sub(gap.0.max(from)).max(0);
        self.gaps.iter().map(within).fold(0, Millis::saturating_add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Millis = 1_795_000_000_000;
    const YEARS: Millis = 3650 * DAY;

    /// The calendar after the clock was read at these times.
    fn after(times: &[Millis]) -> Calendar {
        times.iter().fold(Calendar::begun(START), |known, now| known.noted(*now).unwrap_or(known))
    }

    #[test]
    fn days_in_use_count() {
        let days: Vec<Millis> = (1..=60).map(|n| START + 3 * n * DAY).collect();
        assert_eq!(after(&days).age(START, START + 180 * DAY), 180 * DAY);
        assert_eq!(Calendar::begun(START).noted(START + 1000), None);
    }

    #[test]
    fn a_jump_ahead_ages_nothing_and_is_undone_when_the_clock_is_set_right() {
        let ahead = after(&[START + DAY, START + YEARS]);
        assert_eq!(ahead.age(START, START + YEARS), DAY);
        let right = after(&[START + DAY, START + YEARS, START + 2 * DAY]);
        // The day that passed while it was ahead counts for none.
        assert_eq!(right.age(START, START + 2 * DAY), DAY);
    }

    #[test]
    fn times_later_than_a_clock_set_back_age_from_then_on() {
        let mut times = vec![START + DAY, START + YEARS, START + 2 * DAY];
        times.extend((1..=40).map(|n| START + (2 + 5 * n) * DAY));
        assert_eq!(after(&times).age(START + YEARS, START + 202 * DAY), 200 * DAY);
    }

    #[test]
    fn a_clock_years_behind_for_a_day_ages_nothing() {
        let behind = after(&[START + DAY, 1000, 2000 + NOTED_EVERY, START + 2 * DAY]);
        assert!(behind.age(START, START + 2 * DAY) <= 2 * DAY);
        assert_eq!(behind.set_back, None);
    }

    #[test]
    fn many_jumps_stay_bounded_and_never_add_up() {
        let times: Vec<Millis> = (0..1000).map(|n| if n % 2 == 0 { START + YEARS + n } else { START + n }).collect();
        let calendar = after(&times);
        assert!(calendar.gaps.len() <= MOST_GAPS);
        assert!(calendar.age(START, START + 1000) <= 1000);
        let ahead: Vec<Millis> = (1..1000).map(|n| START + n * YEARS).collect();
        assert_eq!(after(&ahead).age(START, START + 999 * YEARS), 0);
        for (at, now) in [(Millis::MIN, Millis::MAX), (Millis::MAX, Millis::MIN), (0, 0)] {
            let _ = after(&[Millis::MAX, Millis::MIN, now]).age(at, now);
        }
    }
}
