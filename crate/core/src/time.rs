//! Times: all are milliseconds since the Unix epoch. Nothing here reads a clock.

/// Milliseconds since 1970-01-01T00:00:00Z.
pub type Millis = i64;

/// One day.
pub const DAY: Millis = 24 * 60 * 60 * 1000;

/// The earlier of two times that may be unknown.
pub(crate) fn earliest(a: Option<Millis>, b: Option<Millis>) -> Option<Millis> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}
