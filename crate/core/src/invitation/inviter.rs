//! Whose card it is: the linked person whom the controls name, and where the controls that answer stand.

use super::card::{CardAsRead, Piece, Root};
use super::kinds;
use super::text::{MAX_NAME, folded, line, undoubled};
use super::vocabulary::{self, Words};
use crate::address::ProfileId;

/// How many characters of a name must be in a control's label; a longer name may be cut there.
const LABEL_NAME: usize = 60;
/// The most characters of a name that must stand as a word of its own in a label.
const SHORT_NAME: usize = 3;
/// The most controls and linked people of a card that are read, and how much of a label, in characters.
const MAX_CONTROLS: usize = 16;
const MAX_LABEL: usize = 400;
/// The most words of a link in which a name is searched for.
const MOST_WORDS: usize = 16;

/// Whose card it is, and where the controls that answer it stand.
pub(super) struct Inviter {
    pub profile: ProfileId,
    pub name: String,
    /// The link's whole text, folded: the name, and whatever else it holds.
    pub shown: String,
    /// Index of the link that shows the name.
    pub named_at: usize,
    /// Index of the first control that answers the invitation.
    pub first_action: usize,
    /// Index of the last of the two that answer it.
    pub last_action: usize,
    /// The number of controls that name the inviter.
    pub naming: usize,
    /// The words of the language in which one of them accepts; `None` if that was not understood.
    pub words: Option<&'static Words>,
}

/// Something to press that is not a link to a profile.
struct Button {
    at: usize,
    /// Its label, else its text, folded.
    label: String,
    /// Its text, folded.
    text: String,
}

impl Inviter {
    /// The inviter, if the card has one and its controls do not rule out an invitation.
    pub(super) fn find(card: &CardAsRead) -> Option<Self> {
        let buttons = buttons(card);
        if buttons.iter().any(|button| kinds::is_of_suggestion(&button.text)) {
            return None;
        }
        // At a tie the first: mutual connections, who may have the same name, are below.
        let named = linked(card)
            .filter_map(|link| Some((link, link.name_in(card, &buttons)?)))
            .reduce(|best, next| if next.1.rank() > best.1.rank() { next } else { best });
        let (link, NameForm { name, naming, .. }) = match named {
            Some(found) => found,
            None => linked(card).find(|link| link.strong).map(|link| (link, link.name_unlabelled(card)))?,
        };
        let label_free = |button: &Button| without_name(&button.label, &name);
        let speaks = |words: &&'static Words| buttons.iter().any(|button| accepts(button, &label_free(button), words));
        let said = sentence_after(card, link.at, link.text);
        let says = |words: &&'static Words| words.sentence.iter().any(|phrase| said.contains(phrase));
        let own = vocabulary::of(&card.language);
        // LinkedIn changes the words of its buttons: an invitation's mark, its sentence and two controls that name the
        // inviter are enough.
        let is_marked = card.root == Root::Marked && !card.urn.is_empty() && naming.len() > 1;
        let words = own.into_iter().find(speaks);
        let words = words.or_else(|| vocabulary::all().filter(says).find(speaks));
        let words = words.or_else(|| own.filter(|words| is_marked && says(words)));
        let accepting =
            |words: &'static Words| buttons.iter().find(|button| accepts(button, &label_free(button), words));
        let (first_action, last_action) = match (naming.as_slice(), words.and_then(accepting)) {
            ([first, second, ..], _) => (*first, *second),
            ([_], Some(accept)) => (accept.at, accept.at),
            ([only], None) => (*only, *only),
            // Labels may be missing: bare controls, one of them "Accept", beside a name set in strong.
            ([], Some(accept)) => {
                let second = buttons.get(1).map_or(accept.at, |second| second.at);
                (buttons.first()?.at, second.max(accept.at))
            }
            ([], None) => return None,
        };
        let inviter = Self {
            profile: link.profile()?,
            shown: folded(link.text),
            named_at: link.at,
            naming: naming.len(),
            name,
            first_action,
            last_action,
            words,
        };
        inviter.may_invite(card, own.is_some()).then_some(inviter)
    }

    /// A suggestion, an invitation sent and an acknowledgement may name the person in their controls as well. Where
    /// the language is known, one of them accepts; where it is not, the page must mark the card as an invitation.
    fn may_invite(&self, card: &CardAsRead, is_language_known: bool) -> bool {
        if self.words.is_some() {
            return true;
        }
        if is_language_known || card.root == Root::Structure {
            return false;
        }
        let has_sentence = !self.sentence(card).trim().is_empty();
        match self.naming {
            0 => false,
            1 => !card.urn.is_empty() && has_sentence,
            _ => !card.urn.is_empty() || has_sentence,
        }
    }

    /// The sentence after the name, folded; with the brackets of pronouns, which are the inviter's words.
    pub(super) fn sentence(&self, card: &CardAsRead) -> String {
        let said = sentence_after(card, self.named_at, &self.shown);
        if said.contains(char::is_alphanumeric) { said.trim().to_owned() } else { String::new() }
    }

    /// Whether the sentence has another name after the inviter's name and pronouns, as far as capitals tell: that of a
    /// page, a group or an event.
    pub(super) fn names_more(&self, card: &CardAsRead) -> bool {
        let after = block_after(card, self.named_at).and_then(|(_, text)| text.rsplit_once(self.name.as_str()));
        after.is_some_and(|(_, said)| said.rsplit(')').next().unwrap_or(said).contains(char::is_uppercase))
    }

    /// Index of the block in which the name stands.
    pub(super) fn sentence_at(&self, card: &CardAsRead) -> usize {
        block_after(card, self.named_at).map_or(self.named_at, |(at, _)| at)
    }
}

/// The block in which a link stands.
fn block_after(card: &CardAsRead, link: usize) -> Option<(usize, &str)> {
    card.pieces.iter().enumerate().skip(link + 1).find_map(|(at, piece)| match piece {
        Piece::Text { text } if !text.trim().is_empty() => Some((at, text.as_str())),
        _ => None,
    })
}

/// The text of a link's block without the link's own text: the name is the inviter's own words.
fn sentence_after(card: &CardAsRead, link: usize, shown: &str) -> String {
    let block = block_after(card, link).map(|(_, text)| folded(text)).unwrap_or_default();
    let (block, shown) = (folded(undoubled(&block)), folded(shown));
    let once = folded(undoubled(&shown));
    for name in [shown, once] {
        if let Some((before, after)) = block.split_once(&name) {
            return format!("{before} {after}").replace(&name, " ");
        }
    }
    String::new()
}

/// A link to a person, with text.
#[derive(Clone, Copy)]
struct PersonLink<'a> {
    at: usize,
    href: &'a str,
    text: &'a str,
    strong: bool,
}

/// A name, as it is in controls' labels.
struct NameForm {
    name: String,
    /// Indices of the controls that name it.
    naming: Vec<usize>,
    /// The link's text begins with it.
    begins: bool,
}

impl NameForm {
    /// A longer name says more: "Drew Stone" is in the labels for "Drew Stone-Smith" as well.
    fn rank(&self) -> (usize, bool, usize) {
        (self.naming.len(), self.begins, self.name.chars().count())
    }
}

impl PersonLink<'_> {
    fn profile(&self) -> Option<ProfileId> {
        ProfileId::from_address(self.href)
    }

    /// The name in the link's text, by the labels of controls: LinkedIn may add "• 2nd", "Verified", "View N's profile".
    fn name_in(&self, card: &CardAsRead, buttons: &[Button]) -> Option<NameForm> {
        let text = folded(self.text);
        let forms = self.forms(card).into_iter().map(|name| {
            let naming = buttons.iter().filter(|button| names(&button.label, &name)).map(|button| button.at).collect();
            NameForm { begins: text.starts_with(&folded(&name)), name, naming }
        });
        let mut best: Option<NameForm> = None;
        for form in forms.filter(|form| !form.naming.is_empty()) {
            if best.as_ref().is_none_or(|best| form.naming.len().min(2) > best.naming.len().min(2)) {
                best = Some(form);
            }
        }
        best
    }

    /// The name where no control names it: a picture's text may.
    fn name_unlabelled(&self, card: &CardAsRead) -> NameForm {
        let forms = self.forms(card);
        let pictured = forms.iter().find(|name| is_pictured(card, name)).or(forms.get(1)).or(forms.first());
        NameForm { name: pictured.cloned().unwrap_or_default(), naming: Vec::new(), begins: true }
    }

    /// The possible names, the most likely first.
    fn forms(&self, card: &CardAsRead) -> Vec<String> {
        let whole = line(self.text, MAX_NAME);
        let mut forms = vec![whole.clone(), line(undoubled(&whole), MAX_NAME)];
        let head = whole.split(['•', '·', '|']).next().unwrap_or_default().trim().to_owned();
        forms.push(head.clone());
        forms.extend(kinds::before_verified(&head).map(ToOwned::to_owned));
        let words: Vec<&str> = whole.split(' ').take(MOST_WORDS).collect();
        for end in (1..words.len()).rev() {
            let name = words.iter().take(end).copied().collect::<Vec<_>>().join(" ");
            // "Drew Stone, MBA"
            let name = name.trim_end_matches([',', ';']).to_owned();
            // One word of several: only where a picture's text stops there as well, or the name comes again.
            let next = words.get(end).copied().unwrap_or_default();
            let is_certain = end > 1
                || is_pictured(card, &name) && !is_pictured(card, &format!("{name} {next}"))
                || words.iter().skip(end).any(|word| folded(word).starts_with(&folded(&name)));
            if is_certain {
                forms.push(name);
            }
        }
        for start in 1..words.len() {
            for end in (start + 2..=words.len()).rev() {
                let name = words.iter().take(end).skip(start).copied().collect::<Vec<_>>().join(" ");
                let bare = name.strip_suffix("’s").or(name.strip_suffix("'s")).unwrap_or(&name);
                forms.push(bare.to_owned());
            }
        }
        // A letter alone is a name only where it is all that is there.
        forms.retain(|name| name.chars().count() > 1 || *name == whole);
        forms
    }
}

fn linked(card: &CardAsRead) -> impl Iterator<Item = PersonLink<'_>> + Clone {
    card.pieces
        .iter()
        .enumerate()
        .filter_map(|(at, piece)| match piece {
            Piece::Link { href, text, strong } if text.contains(char::is_alphanumeric) => {
                ProfileId::from_address(href)?;
                Some(PersonLink { at, href, text: text.trim(), strong: *strong })
            }
            _ => None,
        })
        .take(MAX_CONTROLS)
}

fn is_pictured(card: &CardAsRead, name: &str) -> bool {
    card.pieces.iter().any(|piece| matches!(piece, Piece::Image { alt, .. } if names(&folded(alt), name)))
}

/// The controls, without a mark of verification in a person's own line: that may be a button, and name them.
fn buttons(card: &CardAsRead) -> Vec<Button> {
    let mut is_beside = false;
    let button = |(at, piece): (usize, &Piece)| match piece {
        Piece::Control { label, text, href } if ProfileId::from_address(href).is_none() => {
            let text = folded(&line(text, MAX_LABEL));
            let label = folded(&line(label, MAX_LABEL));
            let label = if label.is_empty() { text.clone() } else { label };
            (!(is_beside && kinds::says_verified(&label))).then_some(Button { at, label, text })
        }
        Piece::Link { .. } | Piece::Text { .. } => {
            is_beside = matches!(piece, Piece::Link { .. });
            None
        }
        _ => None,
    };
    card.pieces.iter().enumerate().filter_map(button).take(MAX_CONTROLS).collect()
}

/// Whether a picture's folded text names somebody, in whole words: "Anne", not "Roxanne" or "Annette". In some languages a
/// name in a genitive ends with a letter more.
pub(super) fn is_named_in(alt: &str, name: &str) -> bool {
    let name = folded(name);
    let ends = |c: Option<char>| c.is_none_or(|c| !c.is_lowercase());
    !name.is_empty()
        && named_at(alt, &name).is_some_and(|at| {
            let mut after = alt.get(at + name.len()..).unwrap_or_default().chars();
            match after.next() {
                Some('s' | 'n') => ends(after.next()),
                next => ends(next),
            }
        })
}

/// Whether a folded label names somebody: where letters have two cases, from the beginning of a word.
fn names(label: &str, name: &str) -> bool {
    let start: String = folded(name).chars().take(LABEL_NAME).collect();
    let start = start.trim_end();
    if start.is_empty() {
        return false;
    }
    named_at(label, start).is_some()
}

/// Where a folded name is in a folded label; two places may overlap, as in "accept t t's invitation".
fn named_at(label: &str, name: &str) -> Option<usize> {
    let is_short = name.chars().count() <= SHORT_NAME;
    label.char_indices().map(|(at, _)| at).find(|at| {
        let before = label.get(..*at).and_then(|text| text.chars().next_back());
        let after = label.get(*at..).and_then(|text| text.strip_prefix(name)).map(|text| text.chars().next());
        let is_inside = |c: Option<char>| c.is_some_and(|c| c.is_lowercase() || c.is_ascii_digit());
        after.is_some_and(|after| !(is_inside(before) || is_short && is_inside(after)))
    })
}

fn without_name(label: &str, name: &str) -> String {
    let name = folded(name);
    match named_at(label, &name) {
        Some(at) if !name.is_empty() => {
            let (before, after) = (label.get(..at), label.get(at + name.len()..));
            format!("{} {}", before.unwrap_or_default(), after.unwrap_or_default())
        }
        _ => label.to_owned(),
    }
}

/// Whether a control accepts: by what it shows, else by its label without the name.
fn accepts(button: &Button, label: &str, words: &Words) -> bool {
    let shows_words = button.text.chars().filter(|c| c.is_alphabetic()).count() > 1;
    let said = if shows_words && button.text != button.label { button.text.as_str() } else { label };
    words.accept.iter().any(|stem| {
        said.match_indices(stem).any(|(at, found)| {
            let inside = |c: Option<char>| c.is_some_and(char::is_lowercase);
            let before = said.get(..at).and_then(|text| text.chars().next_back());
            let after = said.get(at + found.len()..).and_then(|text| text.chars().next());
            // "Accept", not "accepts messages".
            !(inside(before) || words.is_accept_whole && inside(after))
        })
    })
}
