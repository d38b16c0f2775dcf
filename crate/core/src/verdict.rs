//! The four verdicts on an invitation.

use serde::{Deserialize, Serialize};

/// The verdict on an invitation (docs/verdict.md has the rules).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The photo was compared, no finding is against the inviter, and at least one is for them.
    AcceptSafe,
    /// A person should look.
    Suspicious,
    /// Another account had the same photo first, under a different name, or other findings weigh as much.
    LikelyFake,
    /// Nothing decides; the reasons say what is missing.
    Unchecked,
}
