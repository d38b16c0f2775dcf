//! The true class of a guest.

/// The kind of person or fake who sent an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// An ordinary person.
    Stranger,
    /// The profile's address has no name, or an earlier one.
    OtherAddress,
    /// A logo instead of a photo.
    Logo,
    /// No photo.
    NoPhoto,
    /// The account was seen under another name.
    Renamed,
    /// The account was seen under the name before the marriage.
    Married,
    /// The account was seen with other photos.
    SeveralPhotos,
    /// A frame (#OpenToWork) around the photo, put on days ago; sometimes seen without it before.
    Framed,
    /// A silhouette or initials instead of a photo.
    Placeholder,
    /// One of four people whose photos a fake combined in a collage.
    InCollage,
    /// Photographed before a colleague's backdrop.
    SharedBackdrop,
    /// Dismissed together: fresh photos, one template.
    Outplaced,
    /// A company's recruiters: one note, one headline.
    Recruiter,
    /// A second account under the name after a marriage, with the photo of the first.
    MarriedTwice,
    /// A second account in another script, with the photo of the first.
    WrittenTwice,
    /// A second account under the same name, with the photo of the first.
    TwoAccounts,
    /// A couple, or parent and child, of a family name that is not frequent, with one picture of both; the other one had
    /// it first.
    Relatives,
    /// The photo's owner, who invites after the thief.
    Victim,
    /// An owner who uploaded the photo anew after the thief; the first upload was seen.
    VictimAnewSeen,
    /// An owner who put a frame on after the thief; the photo without it was never seen.
    VictimFramed,
    /// The same, and the first upload was never seen: nothing distinguishes them from a thief.
    VictimAnewUnseen,

    /// A stolen photo, under the alteration of this number.
    Stolen(usize),
    /// One of several accounts with one photo.
    Ring,
    /// A stolen photo whose owner was never seen.
    StolenUnseen,
    /// A face that was generated for this account.
    Generated,
    /// The same, with words in headline and note that look like LinkedIn's.
    Stuffed,
    /// A collage of four people's photos.
    Collage,
}

impl Class {
    pub fn is_honest(self) -> bool {
        !matches!(
            self,
            Self::Stolen(_) | Self::Ring | Self::StolenUnseen | Self::Generated | Self::Stuffed | Self::Collage
        )
    }

    /// Whether another account that was seen shows the photo.
    pub fn shares_photo(self) -> bool {
        self.is_own_photo_elsewhere() || self.is_victim() || matches!(self, Self::Stolen(_) | Self::Ring)
    }

    /// A second account of the same person, or a relative's.
    fn is_own_photo_elsewhere(self) -> bool {
        matches!(self, Self::MarriedTwice | Self::WrittenTwice | Self::TwoAccounts | Self::Relatives)
    }

    fn is_victim(self) -> bool {
        matches!(self, Self::Victim | Self::VictimFramed | Self::VictimAnewSeen | Self::VictimAnewUnseen)
    }

    /// Its name in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stranger => "stranger",
            Self::OtherAddress => "handle or earlier name as address",
            Self::Logo => "logo as photo",
            Self::NoPhoto => "no photo",
            Self::Renamed => "renamed",
            Self::Married => "married, same account",
            Self::SeveralPhotos => "several photos",
            Self::Framed => "framed photo",
            Self::Placeholder => "silhouette or initials",
            Self::InCollage => "in somebody's collage",
            Self::SharedBackdrop => "shared backdrop",
            Self::Outplaced => "outplacement group",
            Self::Recruiter => "recruiters of a firm",
            Self::MarriedTwice => "married, second account",
            Self::WrittenTwice => "two scripts, second account",
            Self::TwoAccounts => "two accounts",
            Self::Relatives => "relatives with one photo",
            Self::Victim => "victim, after the thief",
            Self::VictimAnewSeen => "victim, uploaded anew, seen before",
            Self::VictimFramed => "victim, framed after the thief",
            Self::VictimAnewUnseen => "victim, uploaded anew, not seen",
            Self::Stolen(way) => crate::alterations::ALTERATIONS[way],
            Self::Ring => "ring",
            Self::StolenUnseen => "stolen, owner never seen",
            Self::Generated => "generated face",
            Self::Stuffed => "generated face, stuffed words",
            Self::Collage => "collage",
        }
    }
}
