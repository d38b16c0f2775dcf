//! Times: all are milliseconds since the Unix epoch. Nothing here reads a clock.

/// Milliseconds since 1970-01-01T00:00:00Z.
pub type Millis = i64;

/// One day.
pub const DAY: Millis = 24 * 60 * 60 * 1000;

/// An upload time further than this after the photo was seen is invalid: clocks differ by less.
pub const CLOCK_SLACK: Millis = DAY;

/// The first moment of a month, in UTC. `None` where `month` is not from 1 to 12, and for years before 1970 or after
/// 9999.
#[must_use]
pub fn first_of_month(year: i64, month: u32) -> Option<Millis> {
    /// Days before each month of a year that begins in March.
    const BEFORE: [i64; 12] = [0, 31, 61, 92, 122, 153, 184, 214, 245, 275, 306, 337];
    if !(1970..=9999).contains(&year) || !(1..=12).contains(&month) {
        return None;
    }
    let month = usize::try_from(month).ok()?;
    let year = if month < 3 { year - 1 } else { year };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + BEFORE.get((month + 9) % 12)?;
    // 1 March of the year 0 was 719,468 days before 1970.
    Some((days - 719_468) * DAY)
}

/// The earlier of two times that may be unknown.
pub(crate) fn earliest(a: Option<Millis>, b: Option<Millis>) -> Option<Millis> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_moment_of_each_month_is_right() {
        for (year, month, begins) in [
            (1970, 1, 0),
            (1970, 3, 5_097_600_000),
            (2000, 2, 949_363_200_000),
            (2000, 3, 951_868_800_000),
            (2023, 11, 1_698_796_800_000),
            (2024, 3, 1_709_251_200_000),
        ] {
            assert_eq!(first_of_month(year, month), Some(begins), "{year}-{month}");
        }
        for (year, month) in [(1969, 12), (2024, 0), (2024, 13), (i64::MAX, 1), (i64::MIN, 1)] {
            assert_eq!(first_of_month(year, month), None);
        }
    }
}
