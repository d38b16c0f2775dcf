//! Facts on the card and in the memory → findings → a verdict with its reasons (docs/verdict.md).

mod account;
mod alike;
mod code;
mod findings;
mod holders;
mod pressure;
mod reason;
mod rules;
mod thresholds;
mod web;

pub use code::{About, ReasonCode, Side, Strength};
pub use findings::{Comparison, Evidence, other_holders};
pub use holders::{Holder, Order};
pub use reason::{Blank, Reason};
pub use rules::{Judgement, judge};
pub use thresholds::WELL_CONNECTED;
pub use web::is_answered;
