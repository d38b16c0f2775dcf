//! The words of each language: one module per language.
//!
//! A module is a file `<code>.rs`, with longer lists beside it in a folder of the same name, which build.rs makes constants
//! of: `it/worth.txt` is `texts::LANGUAGES_IT_WORTH`. To add a language, write its module, declare it and put it into
//! [`ALL`]; no other code of the core changes. [`Language::lacks`] names what a module leaves out.
//!
//! A module with words for cards only was written from knowledge of the language; none of its lines is confirmed on
//! LinkedIn itself. In these languages a line on mutual connections counts only in a form that the module lists, so that a
//! wrong guess leaves the number unknown and never makes it wrong.

mod ar;
mod bn;
mod cs;
mod da;
mod de;
mod el;
mod en;
mod es;
mod fa;
mod fi;
mod forms;
mod fr;
mod he;
mod hi;
mod hu;
mod id;
mod it;
mod ja;
mod ko;
mod mr;
mod ms;
mod nl;
mod no;
mod pa;
mod pl;
mod pt;
mod ro;
mod ru;
mod sv;
mod te;
mod th;
mod tl;
mod tr;
mod uk;
mod vi;
mod zh;

pub(crate) use forms::each_form;

use crate::texts::Text;

/// Everything known of one language.
#[derive(Debug)]
pub struct Language {
    /// Primary language subtag: "pt" stands for every Portuguese.
    pub code: &'static str,
    /// The words that tell the kinds of cards, and the lines of a card, apart.
    pub kinds: Kinds,
    /// The words invitation cards are read by.
    pub cards: Cards,
    /// LinkedIn's own default notes, which say nothing: folded, words joined by single spaces, without punctuation.
    pub default_notes: &'static [&'static str],
    /// Phrases of notes that press, in the form that judgement/pressure.rs reads; empty if none are known.
    pub(crate) pressing: Text,
    /// Vocabulary of headlines and notes, in the form that worth/vocabulary.rs reads; empty if none is known.
    pub(crate) worth: Text,
    /// Words of titles that search engines show for LinkedIn's pages.
    pub titles: Titles,
    /// Endings of words.
    pub endings: Endings,
}

/// The few words an invitation card is read by, folded to lower case. A card that carries an invitation's mark is read
/// without any of these.
#[derive(Debug)]
pub struct Cards {
    /// Stems of "accept" in a control's label or text.
    pub accept: &'static [&'static str],
    /// Whether those are whole words: "accept", not "accepts messages".
    pub is_accept_whole: bool,
    /// Phrases that continue the sentence after the name ("is inviting you to connect").
    pub sentence: &'static [&'static str],
    /// Phrases of the sentence that say that the inviter follows the reader.
    pub follows: &'static [&'static str],
    /// Phrases that name mutual connections.
    pub mutual: &'static [&'static str],
    /// Words that mean "others besides those named".
    pub others: &'static [&'static str],
    /// Words that join two names.
    pub and: &'static str,
    /// Other text that joins names, with its spaces where it has any: the number of people in such a text is not
    /// clear.
    pub joiners: &'static [&'static str],
    /// The end of a line without the phrase for mutual connections, as on the oldest cards: "Lee Other and 4
    /// others".
    pub bare_others: Option<&'static str>,
    /// Lines on mutual connections as LinkedIn writes them: `{n}` is the number, `{name}` one person, `{two}`
    /// two joined by "and"; `{one}` marks words that mean one more.
    pub lines: &'static [&'static str],
    /// Only `lines` are used: the language has another word order, or is not known well enough.
    pub is_by_lines: bool,
}

/// Words that tell the kinds of cards apart, and LinkedIn's words from the inviter's; folded to lower case. They
/// are searched for in every language at once: a page may not say which it is written in.
///
/// Source: LinkedIn's interface, gathered from public code and write-ups up to October 2026 for English and German,
/// from its published translations and knowledge of the language for the rest (unconfirmed).
#[derive(Debug, Clone, Copy)]
pub struct Kinds {
    /// Verbs of the sentence on cards that invite to something else than connecting.
    pub other: &'static [&'static str],
    /// Phrases of such a sentence in which "follow" means that the reader is followed.
    pub follows_reader: &'static [&'static str],
    /// Beginnings of a line that continues the sentence: "Invited you to follow".
    pub invited: &'static [&'static str],
    /// Beginnings of LinkedIn's own sentence that leave no doubt, whatever is after them.
    pub connects: &'static [&'static str],
    /// The whole text of a suggestion's button.
    pub connect: &'static [&'static str],
    /// Stems in labels of LinkedIn's verification mark.
    pub verified: &'static [&'static str],
    /// Words that negate such a label, or make it an offer.
    pub not_verified: &'static [&'static str],
    /// Stems of what the link to answer a note says, before or after the name.
    pub reply: &'static [&'static str],
    /// LinkedIn's text after a long note shown in full: "show less".
    pub less: &'static [&'static str],
    /// Phrases of LinkedIn's line on an employer or a school that inviter and reader share.
    pub shared: &'static [&'static str],
    /// Stems of "photo" in "About this profile".
    pub photo: &'static [&'static str],
    /// Stems of "contact" and "updated" there.
    pub updated: &'static [&'static str],
}

impl Kinds {
    /// None known.
    pub const NONE: Self = Self {
        other: &[],
        follows_reader: &[],
        invited: &[],
        connects: &[],
        connect: &[],
        verified: &[],
        not_verified: &[],
        reply: &[],
        less: &[],
        shared: &[],
        photo: &[],
        updated: &[],
    };
}

/// Words in the titles that search engines show for LinkedIn's pages, in lower case. They are searched for in every
/// language at once: an engine shows a page of any.
#[derive(Debug, Clone, Copy)]
pub struct Titles {
    /// Words between a name and an employer: " at ".
    pub at: &'static [&'static str],
    /// Words of a part that says that a page was not found, or asks for a check.
    pub not_found: &'static [&'static str],
    /// Words of titles about many profiles.
    pub many: &'static [&'static str],
    /// The words after the name in the title of a post, before a colon.
    pub posted: &'static [&'static str],
    /// Other words around the name in such titles.
    pub posts: &'static [&'static str],
    /// The words before the name in titles of profiles.
    pub before: &'static [&'static str],
    /// The words after the name in titles of profiles.
    pub after: &'static [&'static str],
}

impl Titles {
    /// None known.
    pub const NONE: Self =
        Self { at: &[], not_found: &[], many: &[], posted: &[], posts: &[], before: &[], after: &[] };
}

/// Endings of words in headlines, as folded by worth/words.rs.
#[derive(Debug, Clone, Copy)]
pub struct Endings {
    /// Endings that only the feminine form has: "beraterin".
    pub feminine: &'static [&'static str],
    /// Endings after a sign that name both genders: "*in", "(e)".
    pub gendered: &'static [&'static str],
    /// Letters that join the parts of a compound: "Vertriebs-leiter".
    pub joints: &'static [&'static str],
    /// Endings for number, case and gender.
    pub inflected: &'static [&'static str],
}

impl Endings {
    /// None known.
    pub const NONE: Self = Self { feminine: &[], gendered: &[], joints: &[], inflected: &[] };
}

/// All languages known.
pub const ALL: [&Language; 35] = [
    &en::LANGUAGE,
    &de::LANGUAGE,
    &fr::LANGUAGE,
    &es::LANGUAGE,
    &pt::LANGUAGE,
    &it::LANGUAGE,
    &nl::LANGUAGE,
    &pl::LANGUAGE,
    &tr::LANGUAGE,
    &sv::LANGUAGE,
    &da::LANGUAGE,
    &no::LANGUAGE,
    &fi::LANGUAGE,
    &cs::LANGUAGE,
    &ro::LANGUAGE,
    &hu::LANGUAGE,
    &el::LANGUAGE,
    &uk::LANGUAGE,
    &ru::LANGUAGE,
    &ar::LANGUAGE,
    &he::LANGUAGE,
    &hi::LANGUAGE,
    &ja::LANGUAGE,
    &ko::LANGUAGE,
    &zh::LANGUAGE,
    &id::LANGUAGE,
    &th::LANGUAGE,
    &vi::LANGUAGE,
    &ms::LANGUAGE,
    &tl::LANGUAGE,
    &fa::LANGUAGE,
    &bn::LANGUAGE,
    &mr::LANGUAGE,
    &te::LANGUAGE,
    &pa::LANGUAGE,
];

/// The language of a page by its tag, such as `en` or `pt-BR`; `None` where it is not known.
#[must_use]
pub fn of(tag: &str) -> Option<&'static Language> {
    let primary = tag.split(['-', '_']).next()?.to_ascii_lowercase();
    // Tags that name the same language.
    let primary = match primary.as_str() {
        "nb" | "nn" => "no",
        "iw" => "he",
        "in" => "id",
        "fil" => "tl",
        other => other,
    };
    ALL.into_iter().find(|language| language.code == primary)
}

impl Language {
    /// The names of the lists that are empty.
    #[must_use]
    pub fn lacks(&self) -> Vec<&'static str> {
        let Cards { accept, sentence, follows, mutual, others, and, lines, .. } = &self.cards;
        let Kinds { other, connect, verified, not_verified, reply, less, photo, updated, .. } = &self.kinds;
        let parts = [
            ("invitations of other kinds", other.is_empty()),
            ("connect", connect.is_empty()),
            ("verified", verified.is_empty()),
            ("not verified", not_verified.is_empty()),
            ("reply", reply.is_empty()),
            ("less", less.is_empty()),
            ("photo", photo.is_empty()),
            ("updated", updated.is_empty()),
            ("accept", accept.is_empty()),
            ("sentence", sentence.is_empty()),
            ("follows", follows.is_empty()),
            ("mutual", mutual.is_empty()),
            ("others", others.is_empty()),
            ("and", and.is_empty()),
            ("lines", lines.is_empty()),
            ("default notes", self.default_notes.is_empty()),
            ("pressing", self.pressing.is_empty()),
            ("worth", self.worth.is_empty()),
            ("titles", self.titles.not_found.is_empty() || self.titles.before.is_empty()),
        ];
        parts.into_iter().filter(|(_, is_empty)| *is_empty).map(|(name, _)| name).collect()
    }
}

#[cfg(test)]
mod tests;
