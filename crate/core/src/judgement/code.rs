//! The table of findings: what each is called, which way it points, how strong it is, what it is about.
//!
//! docs/verdict.md carries the same table with its sources; a test holds the two together.

use serde::Serialize;

/// Which way a finding points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// Against the inviter.
    Against,
    /// Limits how bad the verdict can be.
    Limit,
    /// For the inviter.
    For,
    /// Why the invitation is unchecked.
    Unchecked,
}

/// How much a finding says by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// Not enough by itself.
    Weak,
    /// Enough to ask the user, or to call an inviter safe if no finding is against them.
    Moderate,
    /// As much as this software can know.
    Strong,
    /// The user's own word.
    Decisive,
}

/// The subject of a finding: two findings on the same subject are not independent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The photo.
    Photo,
    /// The inviter's own words.
    Text,
    /// The profile: its name and address.
    Profile,
    /// Their connections.
    Network,
}

macro_rules! table {
    ($($(#[doc = $doc:literal])+ $code:ident = $name:literal, $side:ident, $strength:ident, $about:ident;)+) => {
        /// The code of a finding; docs/verdict.md says of each what was observed, and where its strength comes from.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        pub enum ReasonCode { $($(#[doc = $doc])+ #[serde(rename = $name)] $code,)+ }

        impl ReasonCode {
            /// Every code, in order of weight within its side.
            pub const ALL: &[Self] = &[$(Self::$code,)+];

            /// As messages, sentences and docs/verdict.md call it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$code => $name,)+ }
            }

            /// Which way it points, how strong it is, what it is about.
            #[must_use]
            pub const fn entry(self) -> (Side, Strength, About) {
                match self { $(Self::$code => (Side::$side, Strength::$strength, About::$about),)+ }
            }
        }
    };
}

table! {
    /// The user said "this is fake".
    SaidFake = "said-fake", Against, Decisive, Profile;
    /// The user's own photo check found the photo under another name.
    PhotoCheckOtherName = "photo-check-other-name", Against, Strong, Photo;
    /// The same picture on another account under a clearly different name. Strong: the matcher's measured rate of false
    /// matches (docs/matching.md), and names called different by mistake (docs/verdict.md).
    PhotoUnderOtherName = "photo-under-other-name", Against, Strong, Photo;
    /// A search of the web found a LinkedIn profile under a clearly different name, and the user said that it shows the
    /// same photo: as strong as their own photo check.
    WebConfirmedProfile = "web-confirmed-profile", Against, Strong, Photo;
    /// A search of the web found the photo on LinkedIn profiles of two or more other people. Strong by assumption, and
    /// not by itself enough for "likely-fake": profiles show other people small, and engines do not tell.
    WebOtherPeople = "web-other-people", Against, Strong, Photo;
    /// A search of the web found the photo on a site that offers portraits (`web/portraits.rs`). Strong by assumption:
    /// models have it too, and anybody whose photographer sells the picture.
    WebPortraits = "web-portraits", Against, Strong, Photo;
    /// A search of the web found the photo on one LinkedIn profile under a clearly different name. Assumption; the user
    /// is asked whether it is the same photo.
    WebOtherProfile = "web-other-profile", Against, Moderate, Photo;
    /// A search of the web found the photo on somebody's own page elsewhere, under a clearly different name. Assumption.
    WebOtherName = "web-other-name", Against, Moderate, Photo;
    /// LinkedIn's "About this profile" says that the account was made less than 90 days ago. Assumption.
    AccountYoung = "account-young", Against, Moderate, Profile;
    /// A looser likeness on another account under a different name: a person should compare. Assumption.
    PhotoLooksAlike = "photo-looks-alike", Against, Moderate, Photo;
    /// The same picture on another account under a name that may be one person's. Assumption.
    PhotoUnderUnclearName = "photo-under-unclear-name", Against, Moderate, Photo;
    /// The same picture on one other account, whose name has a family name in common with the inviter's that strangers
    /// seldom share: relatives with one picture of both, or a copy. Assumption.
    PhotoUnderFamilyName = "photo-under-family-name", Against, Moderate, Photo;
    /// The same picture and name on another account: a second account, or a copy of it. Assumption.
    PhotoOnSecondAccount = "photo-on-second-account", Against, Moderate, Photo;
    /// The picture matches photos of others that do not match each other: pieced together from several, or of something
    /// they have in common. It says little against anybody. Assumption.
    PhotoPiecedTogether = "photo-pieced-together", Against, Weak, Photo;
    /// Other inviters sent the same note. Clusters of alike accounts tell fakes apart with an AUC of 0.95 to 0.98
    /// (LinkedIn, AISec 2015), but colleagues and outplacement groups share templates too: weak by assumption.
    NoteCopied = "note-copied", Against, Weak, Text;
    /// Other inviters have the same headline. Weak for the same reasons as a copied note.
    HeadlineCopied = "headline-copied", Against, Weak, Text;
    /// The note speaks of payments, investments or another messenger. Assumption.
    NotePresses = "note-presses", Against, Weak, Text;
    /// Nothing in the profile's address recalls the name shown. Addresses outlive names: weak by assumption.
    NameContradictsAddress = "name-contradicts-address", Against, Weak, Profile;
    /// The photo was set days before the invitation, and fewer than ten mutual connections are shown. Assumption.
    PhotoIsFresh = "photo-is-fresh", Against, Weak, Photo;
    /// A provider that the user asked says that the picture is rather generated than not. Such judgements find 84.5 % of
    /// unseen and 19.4 % of Midjourney's faces at 0.5 % false alarms (arXiv 2311.08577), and 0.02 to 0.05 % of photos are
    /// generated: mostly wrong, so weak.
    PhotoLooksGenerated = "photo-looks-generated", Against, Weak, Photo;
    /// The picture is a drawing, a logo or too plain where a photo of a person is expected. Assumption.
    PhotoShowsNoPerson = "photo-shows-no-person", Against, Weak, Photo;

    /// This account is the earliest known holder of the photo.
    HeldPhotoFirst = "held-photo-first", Limit, Strong, Photo;
    /// It is not known who had the photo first.
    FirstHolderUnknown = "first-holder-unknown", Limit, Strong, Photo;
    /// Verified, so at most suspicious by the photo.
    InviterVerified = "inviter-verified", Limit, Strong, Profile;
    /// Well-connected, so at most suspicious by the photo.
    InviterWellConnected = "inviter-well-connected", Limit, Strong, Network;

    /// The user said "I know this person".
    SaidKnown = "said-known", For, Decisive, Profile;
    /// LinkedIn verified the inviter. Strong by assumption: an account can be lent or bought.
    Verified = "verified", For, Strong, Profile;
    /// The user's own photo check found nothing. Strong by assumption.
    PhotoCheckClean = "photo-check-clean", For, Strong, Photo;
    /// The user's own photo check found this person alone, under the same name. As strong as finding nothing.
    PhotoCheckSameName = "photo-check-same-name", For, Strong, Photo;
    /// A search of the web that was read found the photo under no other name. As strong as the user's own check.
    WebNothingFound = "web-nothing-found", For, Strong, Photo;
    /// Three mutual connections or more. Members recognise fakes badly (at most 2.4 % are useful reporters, Freeman): so
    /// moderate, and only ten or more outweigh a fresh photo and limit what the photo says.
    MutualConnections = "mutual-connections", For, Moderate, Network;
    /// Met before under the same name: among the user's connections, on a profile opened a month before, or passed by
    /// then. Moderate by assumption: fake accounts are removed within weeks. The invitation's own age says nothing.
    SeenBefore = "seen-before", For, Moderate, Profile;
    /// LinkedIn's "About this profile" says that the account was made five years ago or earlier. Moderate by assumption:
    /// accounts are bought, and broken into.
    AccountOld = "account-old", For, Moderate, Profile;
    /// One or two mutual connections; up to nine beside a photo of unknown age. Fakes collect them: acceptance rises
    /// with common friends, up to 80 % (Boshmaf et al. 2011).
    FewMutualConnections = "few-mutual-connections", For, Weak, Network;
    /// LinkedIn's mark of a shared employer or school. Assumption: anybody can claim one on their profile.
    SharedBackground = "shared-background", For, Weak, Network;
    /// The account's member number was given out five years ago or earlier, by how many members LinkedIn said it had.
    MemberNumberOld = "member-number-old", For, Weak, Profile;
    /// A search of the web found a page elsewhere that names the inviter. Weak by assumption: anybody can put one up.
    WebSameName = "web-same-name", For, Weak, Photo;
    /// Follows the reader. Assumption: one click.
    Follows = "follows-you", For, Weak, Network;
    /// The photo was set long ago. Assumption: fake accounts are removed within months.
    PhotoIsOld = "photo-is-old", For, Weak, Photo;

    /// The card shows no photo.
    NoPhoto = "no-photo", Unchecked, Weak, Photo;
    /// The photo is being fetched, or will be.
    PhotoNotFetched = "photo-not-fetched", Unchecked, Weak, Photo;
    /// The picture is not on LinkedIn's photo host.
    PhotoElsewhere = "photo-elsewhere", Unchecked, Weak, Photo;
    /// The permission for the photo host was withdrawn.
    PhotoNotAllowed = "photo-not-allowed", Unchecked, Weak, Photo;
    /// The photo host refused.
    PhotoRefused = "photo-refused", Unchecked, Weak, Photo;
    /// No connection to the photo host, or a slow one.
    PhotoUnreachable = "photo-unreachable", Unchecked, Weak, Photo;
    /// An HTML page, an unknown format.
    PhotoNotAPicture = "photo-not-a-picture", Unchecked, Weak, Photo;
    /// The file begins like a picture, and is damaged.
    PhotoDamaged = "photo-damaged", Unchecked, Weak, Photo;
    /// Too many bytes or pixels.
    PhotoTooLarge = "photo-too-large", Unchecked, Weak, Photo;
    /// Too few pixels.
    PhotoTooSmall = "photo-too-small", Unchecked, Weak, Photo;
    /// Flat or featureless.
    PhotoNotComparable = "photo-not-comparable", Unchecked, Weak, Photo;
    /// The same picture and name at the other form of a profile's address, one of the two in a frame: perhaps the same
    /// account, perhaps a copy of it.
    MayBeOneAccount = "may-be-one-account", Unchecked, Weak, Photo;
    /// Compared, nothing found, but too little evidence for the person.
    TooLittleKnown = "too-little-known", Unchecked, Weak, Profile;
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table in docs/verdict.md names every finding with its side and strength.
    #[test]
    fn docs_verdict_md_has_the_same_table() {
        let document = include_str!("../../../../docs/verdict.md");
        for code in ReasonCode::ALL {
            let (side, strength, _) = code.entry();
            if matches!(side, Side::For | Side::Against) {
                let cell = format!("| `{}` | {} |", code.as_str(), format!("{strength:?}").to_lowercase());
                assert!(document.contains(&cell), "docs/verdict.md lacks {cell}");
            }
        }
    }
}
