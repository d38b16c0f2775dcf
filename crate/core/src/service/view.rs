//! The views that badge, panel, popup and options page show (extension/shapes.d.ts).

use serde::{Serialize, Serializer};

use crate::address::PhotoId;
use crate::judgement::Reason;
use crate::memory::{Answered, Connections, Layout, Outcome, Stance};
use crate::time::Millis;
use crate::verdict::Verdict;
use crate::web::PageKind;
use crate::worth::Worth;

/// All that is shown of one invitation. Times are in epoch milliseconds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct View {
    /// The invitation's key.
    pub key: String,
    /// The inviter's name.
    pub name: String,
    /// The inviter's profile.
    pub profile_url: String,
    /// The inviter's headline.
    pub headline: String,
    /// The verdict.
    pub verdict: Verdict,
    /// The findings that the verdict rests on.
    pub basis: Vec<Reason>,
    /// Everything found, in order of weight.
    pub reasons: Vec<Reason>,
    /// Other profiles with the same photo.
    pub twins: Vec<Twin>,
    /// The inviter's photo, if it can be checked.
    pub photo: Option<PhotoView>,
    /// How many other photos it was compared with.
    pub compared: usize,
    /// When the invitation was last seen.
    pub last_seen: Millis,
    /// The user's opinion of the inviter.
    pub opinion: Option<Stance>,
    /// The verdict without the user's opinion, if there is one.
    pub overruled: Option<Verdict>,
    /// Reasons to accept; none if the inviter is suspected.
    pub worth: Vec<Worth>,
    /// Whether there are reasons to accept that are withheld because the inviter is suspected.
    pub worth_withheld: bool,
    /// The inviter's note, as read.
    pub note: String,
    /// The employer the headline names; empty if none is clearly named.
    pub employer: String,
    /// The employer or school both have in common; empty if none is clearly named.
    pub in_common: String,
    /// The content of LinkedIn's "About this profile".
    pub account: Option<AccountView>,
    /// When it was answered or disappeared from LinkedIn.
    pub handled: Option<Millis>,
    /// How it was answered, where that was seen.
    #[serde(skip)]
    pub answered: Option<Answered>,
}

/// Another profile with the same photo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Twin {
    /// Its photo.
    pub photo: PhotoId,
    /// Its name.
    pub name: String,
    /// Its profile.
    pub profile_url: String,
    /// When it was first seen with the photo.
    pub first_seen: Millis,
    /// When it set the photo, by the photo's address.
    pub set_at: Option<Millis>,
    /// A near-exact copy, or a looser likeness.
    pub near_exact: bool,
    /// The user's answer on whether it is the same picture.
    pub same: Option<bool>,
}

/// A photo that can be checked by reverse image search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PhotoView {
    /// The photo's id.
    pub id: PhotoId,
    /// The largest rendition's address.
    pub url: String,
    /// Its side in pixels; 0 if unknown.
    pub side: u32,
    /// When the address stops working.
    pub expires_at: Option<Millis>,
    /// When the photo was set.
    pub set_at: Option<Millis>,
    /// When a check was opened that is not answered yet.
    pub asked: Option<Millis>,
    /// The user's answer.
    pub answer: Option<CheckFound>,
    /// The profile the user found it on.
    pub answer_profile: Option<String>,
    /// Searches of the web for it, newest first.
    pub searches: Vec<Search>,
    /// A provider's score for whether the photo is generated.
    pub generated: Option<Generated>,
}

/// The user's answer to a photo check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum CheckFound {
    /// Nothing.
    NothingFound,
    /// This person alone, under the same name.
    SameName,
    /// The same photo under another name.
    OtherName,
}

/// One search of the web.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Search {
    /// The key of the engine or provider.
    pub engine: String,
    /// When it was made.
    pub at: Millis,
    /// Whether there were results.
    pub outcome: Outcome,
    /// How many results are the same picture: as in the history, whatever the user answered.
    pub count: usize,
    /// The results, the weightiest first.
    pub found: Vec<SearchResult>,
}

/// One result of a search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SearchResult {
    /// Its address.
    pub url: String,
    /// Its host.
    pub site: String,
    /// Its title.
    pub title: String,
    /// The kind of page it leads to.
    pub kind: PageKind,
    /// The person it names, or what the site is called; else empty.
    pub name: String,
    /// The user said that it is not this photo.
    pub struck: bool,
    /// The user's answer on whether it is this photo.
    pub confirmed: Option<bool>,
}

/// A provider's score for whether a picture is generated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Generated {
    /// The provider's key.
    pub provider: String,
    /// From 0 to 1.
    #[serde(serialize_with = "as_share")]
    pub score: u16,
    /// When it was asked.
    pub at: Millis,
}

/// The content of LinkedIn's "About this profile".
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AccountView {
    /// The first of the month in which the account was made.
    pub joined: Option<Millis>,
    /// The first of the month in which its photo was changed last.
    pub photo_updated: Option<Millis>,
    /// Whether a verification is listed.
    pub verified: bool,
    /// When it was read.
    pub at: Millis,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "as serde asks for it")]
fn as_share<S: Serializer>(thousandths: &u16, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(f64::from(*thousandths) / 1000.0)
}

/// The pixels of a remembered photo's rendition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RenditionPixels {
    /// Width and height in pixels.
    pub side: u32,
    /// Red, green, blue, alpha, one byte each, row by row, as base64.
    pub rgba: String,
}

/// A photo and its address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PhotoAt {
    /// The photo's id.
    pub id: PhotoId,
    /// Its largest rendition's address.
    pub url: String,
}

/// The content of the popup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Overview {
    /// The pending invitations, in the order of what to do next.
    pub items: Vec<View>,
    /// People whose invitations were accepted, and whose verdict is worse now.
    pub accepted: Vec<View>,
    /// Invitations of all kinds on the page last read.
    pub seen: u32,
    /// How many invitations that page said there are.
    pub total: Option<u32>,
    /// When that page was read.
    pub last_looked: Option<Millis>,
    /// Whether that page was understood.
    pub layout: Layout,
    /// How many connections the user has, if a page showed it.
    pub connections: Option<Connections>,
}

/// One remembered person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RememberedPerson {
    /// The profile's slug or member code.
    pub profile: String,
    /// Its address.
    pub profile_url: String,
    /// The name it showed last. Earlier ones are kept to compare, and never shown.
    pub name: String,
    /// How many other names it has shown.
    pub earlier_names: usize,
    /// The photos it has shown.
    pub photos: Vec<PhotoId>,
    /// When it was first seen.
    pub first_seen: Millis,
    /// When it was last seen.
    pub last_seen: Millis,
}
