//! Which inviters wrote the same note or headline, their own names aside.

use std::collections::{BTreeMap, BTreeSet};

use crate::invitation::Invitation;
use crate::invitation::text::folded;
use crate::languages::ALL;

/// Notes with fewer words than this are alike by coincidence. An assumption: "I'd like to add you to my professional
/// network", LinkedIn's own default, has nine and is left out by name.
const NOTE_WORDS: usize = 8;
/// Headlines with fewer words than this are alike by coincidence: colleagues and students share shorter ones ("Student at the
/// University of California, Los Angeles" has eight). An assumption.
const HEADLINE_WORDS: usize = 9;

/// An inviter's text without their own name, numbers and punctuation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Text {
    /// A note.
    Note(String),
    /// A headline.
    Headline(String),
}

impl Text {
    /// The note; `None` if it is too short to be compared, or LinkedIn's default.
    #[must_use]
    pub fn note(invitation: &Invitation) -> Option<Self> {
        bare(&invitation.note, &invitation.name, NOTE_WORDS).filter(|note| !is_default(note)).map(Self::Note)
    }

    /// The headline; `None` if it is too short to be compared.
    #[must_use]
    pub fn headline(invitation: &Invitation) -> Option<Self> {
        bare(&invitation.headline, &invitation.name, HEADLINE_WORDS).map(Self::Headline)
    }

    /// Note and headline, as far as they can be compared.
    pub fn all(invitation: &Invitation) -> impl Iterator<Item = Self> {
        [Self::note(invitation), Self::headline(invitation)].into_iter().flatten()
    }
}

/// One of LinkedIn's own default notes, which say nothing.
fn is_default(note: &str) -> bool {
    ALL.into_iter().flat_map(|language| language.default_notes).any(|default| note.contains(default))
}

fn bare(text: &str, name: &str, fewest: usize) -> Option<String> {
    let (text, name) = (folded(text), folded(name));
    let own: Vec<&str> = words(&name).collect();
    let kept: Vec<&str> = words(&text).filter(|word| !own.contains(word)).collect();
    (kept.len() >= fewest).then(|| kept.join(" "))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

/// The keys of invitations by what their inviters wrote.
#[derive(Debug, Clone, Default)]
pub(super) struct Texts(BTreeMap<Text, BTreeSet<String>>);

impl Texts {
    pub fn add(&mut self, key: &str, invitation: &Invitation) {
        for text in Text::all(invitation) {
            self.0.entry(text).or_default().insert(key.to_owned());
        }
    }

    pub fn remove(&mut self, key: &str, invitation: &Invitation) {
        for text in Text::all(invitation) {
            if let Some(keys) = self.0.get_mut(&text) {
                keys.remove(key);
                if keys.is_empty() {
                    self.0.remove(&text);
                }
            }
        }
    }

    pub fn with(&self, text: &Text) -> impl Iterator<Item = &str> {
        self.0.get(text).into_iter().flatten().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_template_signed_by_two_people_is_one_text() {
        let of = |text: &str, name: &str| bare(text, name, NOTE_WORDS);
        let one = of("Hi, I came across your profile and would love to connect. Best, Kim Sample", "Kim Sample");
        assert!(one.is_some());
        assert_eq!(
            one,
            of("Hi! I came across your profile and would love to connect. Best, SAM Other (1)", "Sam Other")
        );
        assert_ne!(one, of("Hi, I came across your profile and would like to connect. Best, Kim Sample", "Kim Sample"));
        assert_eq!(of("Let us connect, Kim Sample", "Kim Sample"), None);
    }
}
