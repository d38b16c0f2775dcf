//! Reasons to accept, found once for each invitation and kept: finding them takes long, and lists are drawn often.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::invitation::Invitation;
use crate::worth::{CardTexts, Goals, Worth, WorthFinder};

/// The reasons found so far, by the invitations' keys.
#[derive(Debug, Clone, Default)]
pub(super) struct WorthFound {
    finder: Rc<WorthFinder>,
    found: RefCell<BTreeMap<String, Rc<Vec<Worth>>>>,
}

impl WorthFound {
    pub(super) fn of(goals: &Goals) -> Self {
        Self { finder: Rc::new(WorthFinder::new(goals)), found: RefCell::default() }
    }

    pub(super) fn forget(&mut self, key: &str) {
        self.found.get_mut().remove(key);
    }

    pub(super) fn of_invitation(&self, invitation: &Invitation) -> Rc<Vec<Worth>> {
        if let Some(known) = self.found.borrow().get(&invitation.key) {
            return Rc::clone(known);
        }
        let said = CardTexts {
            headline: &invitation.headline,
            company: "",
            context: &invitation.context,
            note: &invitation.note,
        };
        let found: Rc<Vec<Worth>> = Rc::new(self.finder.reasons(&said));
        self.found.borrow_mut().insert(invitation.key.clone(), Rc::clone(&found));
        found
    }
}
