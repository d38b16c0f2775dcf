//! The user's own answers: what a photo check found, whom they know, which photos are the same.

use super::{
    Change, CheckAnswer, Clock, Kind, Memory, PhotoId, PhotoSource, Record, Service, ServiceError, Store, View,
};
use crate::address::ProfileId;
use crate::memory::{Answer, Comparing, Opinion, PhotoCheck, Stance};

impl<S: Store, P: PhotoSource, C: Clock> Service<S, P, C> {
    /// Takes in that the user opened a photo check. Returns the views of the invitations it concerns.
    ///
    /// # Errors
    /// [`ServiceError`] if the photo is not remembered or nothing could be stored.
    pub async fn check_opened(&self, photo: &PhotoId) -> Result<Vec<View>, ServiceError> {
        let now = self.clock.now();
        self.change_check(photo, &|_| Ok(PhotoCheck { photo: photo.clone(), opened: now, answer: None })).await
    }

    /// Takes in what the user found. `pasted` is the link to the other profile, empty if none was given.
    ///
    /// # Errors
    /// [`ServiceError`] if the photo is not remembered, the pasted link is no profile's or the inviter's own, or
    /// nothing could be stored.
    pub async fn check_answered(
        &self,
        photo: &PhotoId,
        answer: CheckAnswer,
        pasted: &str,
    ) -> Result<Vec<View>, ServiceError> {
        let now = self.clock.now();
        self.change_check(photo, &|memory| {
            let opened = memory.check(photo).map_or(now, |check| check.opened);
            let answer = match answer {
                CheckAnswer::Undo => None,
                CheckAnswer::NothingFound => Some((Answer::Nothing, now)),
                CheckAnswer::SameName => Some((Answer::SameName, now)),
                CheckAnswer::OtherName if pasted.trim().is_empty() => Some((Answer::OtherName { profile: None }, now)),
                CheckAnswer::OtherName => {
                    let profile = ProfileId::from_address(pasted.trim()).ok_or(ServiceError::NotAProfile)?;
                    let is_own = memory.sightings_of(photo).any(|sighting| {
                        sighting.profile == profile
                            || memory.account(&profile).is_some_and(|a| memory.account(&sighting.profile) == Some(a))
                    });
                    if is_own {
                        return Err(ServiceError::OwnProfile);
                    }
                    Some((Answer::OtherName { profile: Some(profile) }, now))
                }
            };
            Ok(PhotoCheck { photo: photo.clone(), opened, answer })
        })
        .await
    }

    async fn change_check(
        &self,
        photo: &PhotoId,
        check: &dyn Fn(&Memory) -> Result<PhotoCheck, ServiceError>,
    ) -> Result<Vec<View>, ServiceError> {
        self.change(Box::new(|memory| {
            if memory.photo(photo).is_none() {
                return Err(ServiceError::PhotoUnknown);
            }
            Ok(vec![Change::Put(Record::PhotoCheck(check(memory)?))])
        }))
        .await?;
        Ok(self.neighbours(std::slice::from_ref(photo), &[]))
    }

    /// Takes in the user's opinion of an inviter, which overrules the verdict; `None` takes it back. Returns the views that
    /// changed, and that of this invitation.
    ///
    /// # Errors
    /// [`ServiceError`] if the invitation is not remembered or nothing could be stored.
    pub async fn overrule(&self, key: &str, says: Option<Stance>) -> Result<Vec<View>, ServiceError> {
        self.ready().await?;
        let at = self.clock.now();
        let before = self.pending_views();
        self.change(Box::new(|memory| {
            let profile = &memory.received(key).ok_or(ServiceError::InvitationUnknown)?.invitation.profile;
            Ok(match says {
                Some(says) => {
                    // The latest answer counts, even if the clock was set back since the one before.
                    let at = memory.opinion(profile).filter(|known| !known.imported).map_or(at, |o| at.max(o.at + 1));
                    let opinion = Opinion { profile: profile.clone(), says, at, imported: false };
                    vec![Change::Put(Record::Opinion(opinion))]
                }
                None => {
                    let is_theirs = |other: &ProfileId| {
                        other == profile || memory.account(other).is_some_and(|a| memory.account(profile) == Some(a))
                    };
                    let theirs = memory.opinions().filter(|opinion| is_theirs(&opinion.profile));
                    theirs.map(|opinion| Change::Delete(Kind::Opinion, opinion.profile.as_str().to_owned())).collect()
                }
            })
        }))
        .await?;
        let mut views = self.changed_since(&before);
        // An invitation that was answered is not among the pending ones.
        super::take_views(&mut views, self.view(key).await?);
        Ok(views)
    }

    /// Takes in whether two photos that look alike are the same picture; `None` takes it back. Returns the views that
    /// changed.
    ///
    /// # Errors
    /// [`ServiceError`] if the photos do not look alike or nothing could be stored.
    pub async fn compare_photos(
        &self,
        one: &PhotoId,
        other: &PhotoId,
        same: Option<bool>,
    ) -> Result<Vec<View>, ServiceError> {
        self.ready().await?;
        let at = self.clock.now();
        let before = self.pending_views();
        self.change(Box::new(|memory| {
            if !memory.alike(one).any(|(alike, _)| alike == other) {
                return Err(ServiceError::PhotoUnknown);
            }
            Ok(vec![match same {
                Some(same) => Change::Put(Record::Comparing(Comparing::of(one, other, same, at))),
                None => Change::Delete(Kind::Comparing, Comparing::key(one, other)),
            }])
        }))
        .await?;
        Ok(self.changed_since(&before))
    }

    pub(super) fn pending_views(&self) -> Vec<View> {
        let memory = self.memory.borrow();
        memory.pending().map(|received| View::of(received, &memory)).collect()
    }

    pub(super) fn changed_since(&self, before: &[View]) -> Vec<View> {
        self.pending_views().into_iter().filter(|view| !before.contains(view)).collect()
    }
}
