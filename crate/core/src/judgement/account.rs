//! How old an account is: by LinkedIn's "About this profile", where the user opened it, and by its member number.

use super::code::ReasonCode;
use super::reason::{Blank, Reason};
use super::thresholds::{MONTH, OLD_ACCOUNT, YOUNG_ACCOUNT};
use crate::address::ProfileId;
use crate::memory::{Memory, Received};
use crate::time::{CLOCK_SLACK, Millis, first_of_month};

/// How many members LinkedIn said it had, in millions, and when: year and month. Member numbers are given out in order,
/// and some were never used; so a number below the count had been given out by then, perhaps much earlier.
/// LinkedIn's press releases and <https://news.linkedin.com/about-us>, "About us", over the years.
const MEMBERS: &[(u32, i64, u32)] = &[
    (10, 2007, 4),
    (50, 2009, 10),
    (100, 2011, 3),
    (200, 2013, 1),
    (300, 2014, 4),
    (400, 2015, 10),
    (500, 2017, 4),
    (600, 2018, 12),
    (700, 2020, 7),
    (800, 2021, 11),
    (900, 2023, 1),
    (1000, 2023, 11),
];

/// The finding on the age of the inviter's account.
pub(super) fn finding(received: &Received, memory: &Memory) -> Option<Reason> {
    let profile = &received.invitation.profile;
    let seen = memory.about_seen(profile);
    let now = memory.not_ahead(seen.map_or(received.last_seen, |seen| seen.at.max(received.last_seen)));
    if let Some(joined) = seen.and_then(|seen| seen.joined) {
        // Only the month is known, so a finding must hold for its first and its last day.
        let (most, least) = (now.saturating_sub(joined), now.saturating_sub(joined + MONTH));
        return if most < -CLOCK_SLACK {
            // The clock is behind.
            None
        } else if most < YOUNG_ACCOUNT {
            Some(Reason::with(ReasonCode::AccountYoung, Blank::Time(joined)))
        } else if least >= OLD_ACCOUNT {
            Some(Reason::with(ReasonCode::AccountOld, Blank::Time(joined)))
        } else {
            None
        };
    }
    let profiles = memory.members(profile);
    let latest = profiles.iter().filter_map(ProfileId::member).filter_map(given_out_by).min()?;
    (now - latest >= OLD_ACCOUNT).then(|| Reason::with(ReasonCode::MemberNumberOld, Blank::Time(latest)))
}

/// The latest time at which a member number can have been given out; `None` for one that no published count reaches.
fn given_out_by(member: u32) -> Option<Millis> {
    let (_, year, month) = MEMBERS.iter().find(|(millions, ..)| member <= millions * 1_000_000)?;
    // The count may have been published on the last day of the month.
    Some(first_of_month(*year, *month)? + MONTH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_number_gives_the_latest_time_of_joining() {
        let by = |member| given_out_by(member).map(|time| (time - MONTH) / crate::time::DAY);
        let day = |year, month| first_of_month(year, month).map(|time| time / crate::time::DAY);
        assert_eq!(by(1), day(2007, 4));
        assert_eq!(by(10_000_000), day(2007, 4));
        assert_eq!(by(10_000_001), day(2009, 10));
        assert_eq!(by(650_000_000), day(2020, 7));
        assert_eq!(by(1_000_000_001), None);
        assert_eq!(by(u32::MAX), None);
    }
}
