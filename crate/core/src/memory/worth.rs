//! Reasons to accept, found once an invitation: it takes longer than to look them up, and lists are drawn often.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::invitation::Invitation;
use crate::worth::{Goals, Said, Seeker, Worth};

/// The reasons found so far, by the invitations' keys.
#[derive(Debug, Clone, Default)]
pub(super) struct WorthFound {
    seeker: Rc<Seeker>,
    found: RefCell<BTreeMap<String, Rc<Vec<Worth>>>>,
}

impl WorthFound {
    pub(super) fn of(goals: &Goals) -> Self {
        Self { seeker: Rc::new(Seeker::new(goals)), found: RefCell::default() }
    }

    pub(super) fn forget(&mut self, key: &str) {
        self.found.get_mut().remove(key);
    }

    pub(super) fn of_invitation(&self, invitation: &Invitation) -> Rc<Vec<Worth>> {
        if let Some(known) = self.found.borrow().get(&invitation.key) {
            return Rc::clone(known);
        }
        let said =
            Said { headline: &invitation.headline, company: "", context: &invitation.context, note: &invitation.note };
        let found: Rc<Vec<Worth>> = Rc::new(self.seeker.reasons(&said));
        self.found.borrow_mut().insert(invitation.key.clone(), Rc::clone(&found));
        found
    }
}
