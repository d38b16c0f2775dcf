//! A line split into pieces at bars, commas and the like; each is past or present.

use super::kinds::{Kind, Kinds};
use super::roles::OF_ROLE;
use super::vocabulary::{Hit, vocabulary};
use super::words::{Gap, Word, words};

/// A line, its words, the phrases found in it, and its pieces.
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) words: Vec<Word>,
    pub(super) hits: Vec<Hit>,
    pub(super) pieces: Vec<Piece>,
}

/// A stretch of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    /// Index of its first word.
    pub(super) from: usize,
    /// Index after its last word.
    pub(super) to: usize,
    /// Whether it is past: "ex-", "formerly", "alumni".
    pub(super) past: bool,
    /// The separator before it.
    pub(super) gap: Gap,
}

impl<'a> Line<'a> {
    pub(super) fn read(text: &'a str) -> Self {
        let words = words(text);
        let hits = vocabulary().hits(&words);
        let mut line = Self { text, words, hits, pieces: Vec::new() };
        line.resolve_in();
        line.pieces = line.cut();
        line
    }

    /// Whether a phrase of this kind begins at a word; the index after the longest.
    pub(super) fn starts(&self, at: usize, kind: Kind) -> Option<usize> {
        self.hits.iter().find(|hit| hit.at == at && hit.kind == kind).map(|hit| hit.end)
    }

    /// Whether a word is part of a phrase of one of these kinds, within a stretch.
    pub(super) fn is_in(&self, word: usize, piece: Piece, kinds: Kinds) -> bool {
        self.within(piece).any(|hit| (hit.at..hit.end).contains(&word) && kinds.has(hit.kind))
    }

    /// Whether every word from `from` to before `to` is part of such a phrase.
    pub(super) fn are_in(&self, from: usize, to: usize, piece: Piece, kinds: Kinds) -> bool {
        (from..to).all(|word| self.is_in(word, piece, kinds))
    }

    /// Whether a stretch has a phrase of one of these kinds.
    pub(super) fn has(&self, piece: Piece, kinds: Kinds) -> bool {
        self.within(piece).any(|hit| kinds.has(hit.kind))
    }

    /// The line as one stretch.
    pub(super) fn whole(&self) -> Piece {
        Piece { from: 0, to: self.words.len(), past: false, gap: Gap::Break }
    }

    /// The phrases within a stretch.
    pub(super) fn within(&self, piece: Piece) -> impl Iterator<Item = &Hit> {
        self.hits.iter().filter(move |hit| hit.at >= piece.from && hit.end <= piece.to)
    }

    /// The words from `from` to before `to`, as written in the line.
    pub(super) fn shown(&self, from: usize, to: usize) -> &'a str {
        let (Some(first), Some(last)) = (self.words.get(from), to.checked_sub(1).and_then(|last| self.words.get(last)))
        else {
            return "";
        };
        self.text.get(first.start..last.end).unwrap_or_default()
    }

    /// Whether a piece is a question that the next one denies: "Executive search? No, executive chef".
    pub(super) fn is_denied(&self, number: usize) -> bool {
        let Some(next) = self.pieces.get(number + 1).map(|next| next.from) else { return false };
        let between = self.text.get(self.words[next - 1].end..self.words[next].start).unwrap_or_default();
        between.contains('?') && self.starts(next, Kind::Never).is_some()
    }

    /// Decides which "en", "in", "na" mean "at": after a role and before a name. "Recruiter in Reply", not "Specialist in
    /// Logistics", "jeweller in Paris", "no more".
    fn resolve_in(&mut self) {
        let is = |hits: &[Hit], word: usize, kinds: Kinds| {
            hits.iter().any(|hit| (hit.at..hit.end).contains(&word) && kinds.has(hit.kind))
        };
        let mut at: Vec<(usize, usize)> = Vec::new();
        for hit in self.hits.iter().filter(|hit| hit.kind == Kind::In) {
            let (Some(before), Some(next)) = (hit.at.checked_sub(1), self.words.get(hit.end)) else { continue };
            let is_joined = self.words[hit.at].gap <= Gap::Space && next.gap <= Gap::Space && self.words[hit.at].small;
            if is_joined && !next.small && is(&self.hits, before, BEFORE_IN) && !is(&self.hits, hit.end, NO_NAME) {
                at.push((hit.at, hit.end));
            }
        }
        for hit in &mut self.hits {
            let is_at = at.iter().any(|(from, to)| *from <= hit.at && hit.end <= *to);
            if is_at && matches!(hit.kind, Kind::In | Kind::Never | Kind::Modifier | Kind::Of) {
                hit.kind = Kind::At;
            }
        }
    }

    fn cut(&self) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let (mut after_alumni, mut after_left) = (None, None);
        for (i, word) in self.words.iter().enumerate() {
            let former = self.starts(i, Kind::Former).is_some() || self.is_until(i) || self.is_ex(i);
            let turned = word.gap <= Gap::Comma && self.starts(i, Kind::Turned).is_some();
            let now = turned || after_left == Some(i) || self.starts(i, Kind::Now).is_some();
            if let Some(before) = pieces.last_mut().filter(|_| turned) {
                before.past = true;
            }
            let parted = word.gap >= Gap::Comma || former || now || after_alumni == Some(i);
            if parted || pieces.is_empty() {
                let inherits = match pieces.last() {
                    Some(before) if before.past => {
                        after_alumni == Some(i)
                            && word.gap <= Gap::Space
                            && (self.joins(i) || self.is_school_of(*before, i) || self.is_former(*before, i))
                            || word.gap == Gap::Colon
                            || word.gap <= Gap::Comma && after_alumni.is_none() && self.is_bare(i)
                    }
                    _ => false,
                };
                after_left = self.after_left(i);
                let past = !now && (former || inherits) || after_left.is_some();
                pieces.push(Piece { from: i, to: i, past, gap: word.gap });
                after_alumni = None;
            }
            if let Some(piece) = pieces.last_mut() {
                piece.to = i + 1;
                if let Some(end) = self.starts(i, Kind::Alumni) {
                    piece.past = true;
                    after_alumni = Some(end);
                }
            }
        }
        self.mark_spans(&mut pieces);
        // "Recruiter, retired", "Recruiter no more", "Director jubilado de Siemens"; "Siemens (2015–2020)", "Siemens (2015 to
        // 2020)", "Siemens until 2020"
        for i in 1..pieces.len() {
            let Piece { from, to, past, gap } = pieces[i];
            let explains = pieces.get(i + 1).is_some_and(|next| next.gap == Gap::Colon);
            let says_former = past
                && !explains
                && (self.starts(from, Kind::Former) == Some(to)
                    || gap <= Gap::Space && self.starts(from, Kind::Alumni).is_some());
            let is_span = matches!(to - from, 2 | 3) && is_year(&self.words[from]) && is_year(&self.words[to - 1]);
            let is_end =
                gap <= Gap::Space && self.starts(from, Kind::Until) == Some(to - 1) && is_year(&self.words[to - 1]);
            if says_former || gap == Gap::Break && is_span || is_end {
                pieces[i - 1].past = true;
            }
        }
        self.mark_ended(&mut pieces);
        pieces
    }

    /// "CTO 2015–2020", "CTO 2015 – 2020"
    fn mark_ended(&self, pieces: &mut [Piece]) {
        for number in 0..pieces.len() {
            let Piece { from, to, .. } = pieces[number];
            let next = pieces.get(number + 1);
            let goes_on = next.is_some_and(|next| next.gap == Gap::Break && next.to == next.from + 1);
            let end = if goes_on { to + 1 } else { to };
            let ends = |years: &[Word]| years.iter().all(is_year) && years[1].gap != Gap::Space;
            pieces[number].past |= self.words.get(from + 1..end).is_some_and(|words| words.windows(2).any(ends));
        }
    }

    /// "From recruiter to baker": the index of the word where the present role begins.
    fn after_left(&self, from: usize) -> Option<usize> {
        let left = self.starts(from, Kind::From)?;
        let to = self.hits.iter().find(|hit| hit.kind == Kind::To && hit.at > left)?;
        let role = Piece { from: left, to: to.at, past: false, gap: Gap::Space };
        let is_left = self.has(role, INDEPENDENT) && self.are_in(left, to.at, role, OF_ROLE);
        let is_place = self.is_in(to.end, self.whole(), Kinds::of(&[Kind::Place]));
        (is_left && to.end < self.words.len() && !is_place).then_some(to.end)
    }

    /// "2017 - 2022 CTO, Siemens": what follows the two years is past, and what it names alone after a comma.
    fn mark_spans(&self, pieces: &mut [Piece]) {
        let ends = |at: usize| self.words.get(at).is_some_and(is_year) && self.words.get(at + 1).is_some_and(is_year);
        let mut is_past = false;
        for number in 0..pieces.len() {
            let Piece { from, to, gap, .. } = pieces[number];
            let is_span = to - from >= 2 && ends(from)
                || number > 0 && pieces[number - 1].to == pieces[number - 1].from + 1 && from > 0 && ends(from - 1);
            let goes_on = is_past && (gap == Gap::Comma && self.is_bare(from) || gap == Gap::Colon);
            let is_first =
                is_past && pieces[number - 1].to - pieces[number - 1].from == 2 && ends(pieces[number - 1].from);
            is_past = is_span && (to - from > 1) || goes_on || is_first;
            pieces[number].past |= is_past;
        }
    }

    /// "Exdirector"
    fn is_ex(&self, at: usize) -> bool {
        let known = |role: &str| vocabulary().is_role(role);
        self.words.get(at).and_then(|word| word.key.strip_prefix("ex")).is_some_and(known)
    }

    /// "until 2021", "bis 2021"
    fn is_until(&self, at: usize) -> bool {
        self.starts(at, Kind::Until).is_some_and(|end| self.words.get(end).is_some_and(is_year))
    }

    /// "Jubilado director": the word may be before or after the role that is past.
    fn is_former(&self, before: Piece, at: usize) -> bool {
        self.starts(before.from, Kind::Former) == Some(at)
    }

    /// "Alumni Unilever Future Leaders": a name after the word, which is first.
    fn is_school_of(&self, before: Piece, at: usize) -> bool {
        let is_first = self.starts(before.from, Kind::Alumni) == Some(at);
        is_first && !self.words[at].small && !self.hits.iter().any(|hit| hit.at == at && INDEPENDENT.has(hit.kind))
    }

    /// "alumni of", "alumna der"
    fn joins(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| matches!(word.key.as_str(), "of" | "der" | "des" | "von" | "at" | "@"))
    }

    /// Whether what begins at a word names no role and no employer of its own, up to the next sign.
    fn is_bare(&self, from: usize) -> bool {
        let to = (from + 1..self.words.len()).find(|&i| self.words[i].gap >= Gap::Comma).unwrap_or(self.words.len());
        let piece = Piece { from, to, past: false, gap: Gap::Comma };
        !self.has(piece, INDEPENDENT)
    }
}

/// Kinds of phrases after which "in" may mean "at".
pub(super) const BEFORE_IN: Kinds = Kinds::of(&[
    Kind::Level,
    Kind::Title,
    Kind::Person,
    Kind::Adviser,
    Kind::Recruiter,
    Kind::Recruiting,
    Kind::Function,
    Kind::People,
    Kind::Unit,
    Kind::InCommon,
    Kind::Works,
    Kind::Together,
    Kind::WereTogether,
]);
/// Kinds of phrases after "in" that are no employer.
const NO_NAME: Kinds =
    Kinds::of(&[Kind::Function, Kind::People, Kind::Place, Kind::Person, Kind::Recruiting, Kind::Title, Kind::Unit]);

/// Kinds of phrases that make a piece independent of the one before: a role or an employer.
const INDEPENDENT: Kinds =
    Kinds::of(&[Kind::Level, Kind::Title, Kind::Person, Kind::Adviser, Kind::Recruiter, Kind::At]);

fn is_year(word: &Word) -> bool {
    word.key.len() == 4 && word.key.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces, past ones in brackets.
    fn cut(text: &str) -> String {
        let line = Line::read(text);
        let shown = |piece: &Piece| {
            let shown = line.shown(piece.from, piece.to);
            if piece.past { format!("[{shown}]") } else { shown.to_owned() }
        };
        line.pieces.iter().map(shown).collect::<Vec<_>>().join(" ; ")
    }

    #[test]
    fn past_pieces_are_told_from_present_ones() {
        for (text, expected) in [
            ("VP Sales | ex-Google, Meta", "VP Sales ; [ex-Google] ; [Meta]"),
            ("Ex-Google, VP Sales at Stripe", "[Ex-Google] ; VP Sales at Stripe"),
            ("Formerly: Siemens, SAP – now Roche", "[Formerly] ; [Siemens] ; [SAP] ; now Roche"),
            ("Google alum and VP at Stripe", "[Google alum] ; and VP at Stripe"),
            ("Alumni of Google", "[Alumni] ; [of Google]"),
            ("Leiter Vertrieb, ehemals Siemens", "Leiter Vertrieb ; [ehemals Siemens]"),
            ("Engineer, Siemens (former)", "Engineer ; [Siemens] ; [former]"),
            ("PM at Stripe (ex-Google)", "PM at Stripe ; [ex-Google]"),
            ("Recruiter no more", "[Recruiter] ; [no more]"),
            ("Recruiter, retired", "[Recruiter] ; [retired]"),
            ("Reclutadora, antes: ingeniera", "Reclutadora ; [antes] ; [ingeniera]"),
            ("Reclutadora jubilada", "[Reclutadora] ; [jubilada]"),
            ("Recruiterin a. D.", "[Recruiterin] ; [a. D]"),
            ("Recruiter turned baker", "[Recruiter] ; turned baker"),
            ("Teacher turned recruiter", "[Teacher] ; turned recruiter"),
            ("From recruiter to CTO", "[From recruiter to] ; CTO"),
            ("Vom Recruiter zum Winzer", "[Vom Recruiter zum] ; Winzer"),
            ("Da recruiter a Milano", "Da recruiter a Milano"),
            ("CTO 2015–2020", "[CTO 2015–2020]"),
            ("CTO 2015 - 2020", "[CTO 2015] ; 2020"),
            ("CTO since 2015", "CTO since 2015"),
        ] {
            assert_eq!(cut(text), expected);
        }
    }
}
