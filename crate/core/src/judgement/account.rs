//! How old an account is: by LinkedIn's own word, where the user opened "About this profile", and by its number.

use super::code::Code;
use super::reason::{Blank, Reason};
use super::thresholds::{MONTH, OLD_ACCOUNT, YOUNG_ACCOUNT};
use crate::address::ProfileId;
use crate::memory::{Memory, Received};
use crate::time::{Millis, first_of_month};

/// How many members LinkedIn said it had, in millions, and when: year and month. Numbers are given out in order, and not
/// every one became a member; so whoever has a smaller number had it by then. Nothing follows about the earliest time.
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

/// What the age of the inviter's account says.
pub(super) fn finding(received: &Received, memory: &Memory) -> Option<Reason> {
    let profile = &received.invitation.profile;
    let seen = memory.account_seen(profile);
    let now = seen.map_or(received.last_seen, |seen| seen.at.max(received.last_seen));
    if let Some(joined) = seen.and_then(|seen| seen.joined) {
        // Only the month is known: what is said holds for its first and its last day.
        let (most, least) = (now.saturating_sub(joined), now.saturating_sub(joined + MONTH));
        return if most < YOUNG_ACCOUNT {
            Some(Reason::with(Code::AccountYoung, Blank::Time(joined)))
        } else if least >= OLD_ACCOUNT {
            Some(Reason::with(Code::AccountOld, Blank::Time(joined)))
        } else {
            None
        };
    }
    let profiles = memory.members(profile).iter().chain([profile]);
    let latest = profiles.filter_map(ProfileId::member).filter_map(made_by).min()?;
    (now - latest >= OLD_ACCOUNT).then(|| Reason::with(Code::MemberNumberOld, Blank::Time(latest)))
}

/// The latest time at which a member number can have been given out; `None` for one that no published count reaches.
fn made_by(member: u32) -> Option<Millis> {
    let (_, year, month) = MEMBERS.iter().find(|(millions, ..)| member <= millions * 1_000_000)?;
    // The month in which the count was published may be told by its last day.
    Some(first_of_month(*year, *month)? + MONTH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_gives_the_latest_time_and_only_that() {
        let by = |member| made_by(member).map(|time| (time - MONTH) / crate::time::DAY);
        let day = |year, month| first_of_month(year, month).map(|time| time / crate::time::DAY);
        assert_eq!(by(1), day(2007, 4));
        assert_eq!(by(10_000_000), day(2007, 4));
        assert_eq!(by(10_000_001), day(2009, 10));
        assert_eq!(by(650_000_000), day(2020, 7));
        assert_eq!(by(1_000_000_001), None);
        assert_eq!(by(u32::MAX), None);
    }
}
