//! The numbers that the rules rest on, each with where it comes from.

use crate::time::{DAY, Millis};

/// From this many mutual connections on an inviter counts as well-connected, and is at most suspicious by the photo
/// rule. An assumption: a fresh fake account rarely collects ten of one person's connections.
pub const WELL_CONNECTED: u32 = 10;
/// Fewer mutual connections than this say little. An assumption, after Boshmaf et al. 2011: one or two of a person's
/// connections accept nearly anybody.
pub(super) const SOME_MUTUAL: u32 = 3;
/// Two sightings closer together than this were made in one sitting: which came first says nothing about who had
/// the photo first. An assumption.
pub(super) const ONE_SITTING: Millis = 60 * 60 * 1000;
/// A profile known for at least this long under one name counts as seen before. An assumption.
pub(super) const KNOWN_FOR: Millis = 30 * DAY;
/// A photo set less than this before the invitation is fresh. An assumption.
pub(super) const FRESH: Millis = 14 * DAY;
/// A photo set at least this long before the invitation is old. An assumption: fake accounts are removed within months.
pub(super) const OLD: Millis = 2 * 365 * DAY;
/// An account made less than this ago is young. An assumption: fake accounts are removed within weeks.
pub(super) const YOUNG_ACCOUNT: Millis = 90 * DAY;
/// An account made at least this long ago is old. An assumption.
pub(super) const OLD_ACCOUNT: Millis = 5 * 365 * DAY;
/// The longest month.
pub(super) const MONTH: Millis = 31 * DAY;
/// A search with more results than this is never "nothing found": anybody can put up pages, and the page that matters may
/// be hidden among many. An assumption: result pages show more.
pub(super) const MOST_CLEAN_RESULTS: usize = 10;
/// A headline counts as copied from this many other inviters with the same one. An assumption.
pub(super) const COPIED_HEADLINES: usize = 2;
