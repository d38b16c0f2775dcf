//! Which profiles are one account: a changed slug, a member code, a slug with other capitals.
//!
//! The user's opinion of one profile applies to all of its account, and forgetting one forgets all. So profiles are joined
//! only by what nobody can put on their own profile: the member number, and an upload seen inside the links to both.

use super::Hashed;
use crate::address::{PhotoId, ProfileId};

/// What joins profiles to one account: the profile itself, its member number, or an upload seen inside
/// its link (one upload belongs to one account).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Link {
    Profile(ProfileId),
    Member(u32),
    Upload(PhotoId),
}

/// Profiles joined to accounts (a union-find over everything that links them).
#[derive(Debug, Clone, Default)]
pub struct Accounts {
    numbers: Hashed<Link, usize>,
    parents: Vec<usize>,
    /// The profiles of each account, at its root.
    members: Vec<Vec<ProfileId>>,
}

impl Accounts {
    /// Takes in that a profile was seen, and the photo inside its link.
    pub fn join(&mut self, profile: &ProfileId, photo: Option<&PhotoId>) {
        let known = self.parents.len();
        let this = self.number(Link::Profile(profile.clone()));
        if this == known
            && let Some(members) = self.members.get_mut(this)
        {
            members.push(profile.clone());
        }
        if let Some(member) = profile.member() {
            let other = self.number(Link::Member(member));
            self.unite(this, other);
        }
        if let Some(photo) = photo {
            let other = self.number(Link::Upload(photo.clone()));
            self.unite(this, other);
        }
    }

    /// The profile's account: equal for profiles that are one. `None` for one never seen.
    #[must_use]
    pub fn of(&self, profile: &ProfileId) -> Option<usize> {
        self.numbers.get(&Link::Profile(profile.clone())).map(|number| self.root(*number))
    }

    /// The profiles that are one account with this one, itself among them; none if it was never seen.
    #[must_use]
    pub fn members(&self, profile: &ProfileId) -> &[ProfileId] {
        self.of(profile).and_then(|root| self.members.get(root)).map_or(&[], Vec::as_slice)
    }

    fn number(&mut self, link: Link) -> usize {
        *self.numbers.entry(link).or_insert_with(|| {
            self.parents.push(self.parents.len());
            self.members.push(Vec::new());
            self.parents.len() - 1
        })
    }

    fn root(&self, mut number: usize) -> usize {
        while let Some(parent) = self.parents.get(number).copied().filter(|parent| *parent != number) {
            number = parent;
        }
        number
    }

    /// The smaller root wins, so chains stay short: later links hang below earlier ones.
    fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        let (from, into) = (a.max(b), a.min(b));
        if from == into {
            return;
        }
        if let Some(parent) = self.parents.get_mut(from) {
            *parent = into;
        }
        let moved = self.members.get_mut(from).map(std::mem::take).unwrap_or_default();
        if let Some(members) = self.members.get_mut(into) {
            members.extend(moved);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_upload_is_one_account() {
        let id = |slug: &str| ProfileId::from_address(&format!("https://www.linkedin.com/in/{slug}/")).unwrap();
        let photo = |asset: &str| PhotoId::from(asset.to_owned());
        let mut accounts = Accounts::default();
        accounts.join(&id("kim"), Some(&photo("A")));
        accounts.join(&id("sam"), Some(&photo("B")));
        accounts.join(&id("ACoAAAAAAQIDBA"), Some(&photo("C")));
        assert_ne!(accounts.of(&id("kim")), accounts.of(&id("sam")));
        accounts.join(&id("kim-married"), Some(&photo("C")));
        accounts.join(&id("kim-married"), Some(&photo("A")));
        assert_eq!(accounts.of(&id("kim")), accounts.of(&id("ACoAAAAAAQIDBA")));
        assert_ne!(accounts.of(&id("kim")), accounts.of(&id("sam")));
        assert_eq!(accounts.of(&id("nobody")), None);
        let members: Vec<&str> = accounts.members(&id("kim-married")).iter().map(ProfileId::as_str).collect();
        assert_eq!((members.len(), members.contains(&"kim"), members.contains(&"sam")), (3, true, false));
        assert_eq!(accounts.members(&id("nobody")), []);
    }
}
