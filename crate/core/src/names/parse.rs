//! From the part of a text that is a name to its words.
use super::characters::{Characters, is_eastern, without_former, without_titles};
use super::clean::{Displayed, clean};
use super::fold::{Script, System, script_of};
use super::tables::{affix, is_east_surname, is_given_name, is_only_given_name};
use super::word::{Place, Word};
use super::written::{Written, are_affixes, without_affixes};

/// The most words of a name that are compared. Bounds the time of one comparison.
const MOST_WORDS: usize = 12;

/// A name, read.
#[derive(Debug, Default)]
pub(super) struct Name {
    /// The words written in letters, in their order.
    pub(super) words: Vec<Word>,
    /// The Chinese characters of the name.
    pub(super) han: Characters,
    /// The Korean syllables of the name.
    pub(super) hangul: Characters,
    /// "Abdul" and what follows it, which are one word of the name if there are others.
    halves: Option<(Word, Word)>,
    /// Whether it is written in katakana, at least in part, and not in letters besides.
    pub(super) katakana: bool,
    /// Whether a part of the name or a title before it says that it is a woman's or a man's.
    pub(super) sex: Option<Sex>,
    /// 1 for "Sr.", 2 for "Jr." and "II", 3 for "III" …
    pub(super) generation: Option<u8>,
}

/// Whether it is a woman's or a man's name, where a part of it shows that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sex {
    Woman,
    Man,
}

/// Reads a displayed name.
pub(super) fn parse(text: &str) -> Name {
    let Displayed { segments, added } = clean(text);
    let mut name = Name::default();
    let mut runs = Runs::default();
    let segments: Vec<Vec<Written>> = segments
        .iter()
        .map(|segment| {
            segment
                .split_whitespace()
                .flat_map(split_title)
                .map(Written::new)
                .filter(|word| !word.key.is_empty())
                .collect()
        })
        .collect();
    let in_capitals = segments
        .first()
        .is_some_and(|first| first.iter().all(|word| word.capitals || word.key.len() < 3 || word.dotted));
    let mut named: Vec<&[Written]> = Vec::new();
    for segment in &segments {
        let after = !named.is_empty();
        // "Zhang, Maj": two words make a name, though the second may be a title elsewhere.
        let a_name = named.iter().map(|words| words.len()).sum::<usize>() == 1
            && segment.iter().all(|word| !word.capitals && !word.dotted && is_given_name(&word.key));
        let after_whole = !in_capitals && named.first().is_some_and(|words| is_whole(words));
        // "Smith, J.R."
        let initials = named.iter().map(|words| words.len()).sum::<usize>() == 1
            && segment.iter().all(|word| word.dotted && is_initials(word.text) && !affix(&word.key).credential);
        if after && !a_name && !initials && are_affixes(segment, after_whole) {
            // Not in ", Senior Consultant".
            let plain = !segment.iter().any(Written::is_of_job);
            name.generation =
                name.generation.or_else(|| segment.iter().find_map(Written::generation).filter(|_| plain));
            continue;
        }
        let (bare, generation) = without_affixes(segment, in_capitals);
        name.generation = name.generation.or(generation);
        if !bare.is_empty() {
            named.push(bare);
        }
    }
    // "Smith, Robert": surname first. What follows a second comma is no name.
    let comma = named.len() > 1;
    for (index, segment) in named.into_iter().take(2).enumerate() {
        let place = match (comma, index) {
            (false, _) => Place::Unmarked,
            (true, 0) => Place::Surname,
            (true, _) => Place::Given,
        };
        name.add(segment, place, comma, in_capitals, &mut runs);
    }
    for text in &added {
        name.add_extra(text, &mut runs.added);
    }
    // A name that is all in quotes is not added to anything.
    if name.words.iter().all(|word| word.added) && runs.name.is_empty() {
        name.words.iter_mut().for_each(|word| word.added = false);
    }
    name.han = Characters::read(runs.name.han, runs.added.han);
    name.hangul = Characters::read(runs.name.hangul, runs.added.hangul);
    if name.words.iter().filter(|word| !word.added).count() == 1
        && let Some((servant, word)) = name.halves.take()
    {
        name.words.retain(|word| word.added);
        name.words.splice(0..0, [servant, word]);
    }
    let titles = segments.iter().flatten().map(|word| word.key.as_str());
    name.sex =
        name.sex_of_words().or_else(|| sex_of(titles, ["mrs", "ms", "miss", "frau", "smt"], ["mr", "herr", "shri"]));
    // Letters that spell a whole name are compared, whatever katakana are beside them.
    name.katakana &= name.words.iter().filter(|word| !word.added && word.system == System::Latin).count() < 2;
    name.drop_particles();
    name.words.truncate(MOST_WORDS);
    name
}

/// Runs of characters, by script.
#[derive(Default)]
struct ByScript {
    han: Vec<Vec<char>>,
    hangul: Vec<Vec<char>>,
}

impl ByScript {
    fn is_empty(&self) -> bool {
        self.han.iter().chain(&self.hangul).all(Vec::is_empty)
    }
}

/// The runs of characters of a name, and those in brackets.
#[derive(Default)]
struct Runs {
    name: ByScript,
    added: ByScript,
}

impl Name {
    /// Adds the words of a segment.
    fn add(&mut self, segment: &[Written], place: Place, comma: bool, in_capitals: bool, runs: &mut Runs) {
        let runs = &mut runs.name;
        for (index, written) in segment.iter().enumerate() {
            // "Suleiman Dr. Omar": a title inside a name, and "Ali Haji Omar".
            if index > 0 && written.is_title() && segment.len() > 2 && (written.dotted || written.key == "haji") {
                continue;
            }
            let marked = !comma && !in_capitals && written.capitals && !written.dotted;
            let initials = index == 0 && marked && written.key.len() == 2 && !is_east_surname(&written.key);
            let place = if marked && !initials { Place::Surname } else { place };
            if initials || written.dotted && is_initials(written.text) {
                for letter in written.text.chars().filter(|letter| letter.is_alphabetic()) {
                    let mut text = [0; 4];
                    self.push(letter.encode_utf8(&mut text), place, false, runs);
                }
                continue;
            }
            let words = self.words.len();
            for (part, text) in written.text.split('-').enumerate() {
                self.push(text, place, part > 0, runs);
            }
            // "Chr.", "Arq.": a name cut short, or a title. It counts as an initial, and need not be there.
            let cut_short = segment.len() > 2 && index + 1 < segment.len() && written.text.ends_with('.');
            if let Some(word) = self.words.get_mut(words..).and_then(|added| added.first_mut())
                && cut_short
                && !written.text.contains('-')
            {
                word.initial = true;
            }
            // A title before one word may be half of the name: "Sheikh Hasina".
            if index == 0 && segment.len() == 2 && written.is_title() {
                self.words.iter_mut().skip(words).for_each(|word| word.added = true);
            }
        }
    }

    /// Adds one word, or parts of it by script.
    fn push(&mut self, text: &str, place: Place, hyphened: bool, runs: &mut ByScript) {
        let mut run = String::new();
        let mut run_script = None;
        runs.han.push(Vec::new());
        runs.hangul.push(Vec::new());
        for letter in text.chars() {
            self.katakana |= matches!(letter, 'ァ'..='ヺ');
            match script_of(letter) {
                Some(Script::Han) => runs.han.iter_mut().last().into_iter().for_each(|run| run.push(letter)),
                Some(Script::Hangul) => runs.hangul.iter_mut().last().into_iter().for_each(|run| run.push(letter)),
                Some(script) => {
                    if run_script.is_some_and(|before| before != script) {
                        self.push_run(&run, run_script, place, hyphened);
                        run.clear();
                    }
                    run_script = Some(script);
                    run.push(letter);
                }
                None if !run.is_empty() && super::fold::is_mark(letter) => run.push(letter),
                None => {}
            }
        }
        self.push_run(&run, run_script, place, hyphened);
    }

    fn push_run(&mut self, run: &str, script: Option<Script>, place: Place, hyphened: bool) {
        let Some(script) = script.filter(|_| !run.is_empty() && self.words.len() < 2 * MOST_WORDS) else { return };
        let joins = self
            .words
            .last()
            .is_some_and(|last| is_servant(last.text()) && last.script == script && last.place == place);
        let text = if joins { run } else { without_article(run) };
        let mut word = Word::new(text, script, place);
        if joins && let Some(servant) = self.words.pop() {
            self.words.push(servant.joined(&word));
            self.halves = Some((servant, word));
            return;
        }
        word.hyphened = hyphened && !self.words.is_empty();
        self.words.push(word);
    }

    /// Adds the text in quotes or brackets, if it is a name.
    fn add_extra(&mut self, text: &str, runs: &mut ByScript) {
        let cleaned = if is_eastern(text) { without_titles(&without_former(text)) } else { text.to_owned() };
        let text = cleaned.as_str();
        let words: Vec<Written> =
            text.split([' ', '/', ',', '-']).map(Written::new).filter(|word| !word.key.is_empty()).collect();
        let is_name = |word: &Written| {
            let known = affix(&word.key);
            word.key.chars().count() > 1
                && !(known.pronoun || known.title || known.credential || known.job || known.particle)
        };
        if words.len() > 4 || !words.iter().any(is_name) || words.iter().any(|word| affix(&word.key).job) {
            return;
        }
        for word in words.iter().filter(|word| is_name(word)) {
            let before = self.words.len();
            self.push(word.text.trim_matches(|letter: char| !letter.is_alphabetic()), Place::Unmarked, false, runs);
            for word in self.words.iter_mut().skip(before) {
                word.added = true;
            }
        }
    }

    /// Nguyễn Thị An and Nguyễn Văn An, Harpreet Kaur and Harpreet Singh, Nur binti Omar and Nur bin Omar.
    fn sex_of_words(&self) -> Option<Sex> {
        let words = || self.words.iter().filter(|word| !word.added).map(Word::text);
        let told = sex_of(words().skip(1), ["binti", "binte", "bint", "bte", "bt", "kaur"], ["bin", "ibn", "singh"]);
        if told.is_some() || !self.words.iter().any(Word::is_east_surname) {
            return told;
        }
        let surname_first = self.words.first().is_some_and(Word::is_east_surname);
        match words().nth(1) {
            // Thi and Van are given names, too: Nguyễn Thị Vân.
            Some("thi") if surname_first => Some(Sex::Woman),
            Some("van") if surname_first => Some(Sex::Man),
            _ => sex_of(words(), ["thi"], ["van"]),
        }
    }

    /// Drops "van", "de", "al-" where two other words are left. The first word of a name is a name.
    fn drop_particles(&mut self) {
        let last = self.words.iter().rposition(|word| !word.added).unwrap_or_default();
        let is_particle = |index: usize| {
            let Some(word) = self.words.get(index).filter(|word| index > 0 && affix(word.text()).particle) else {
                return false;
            };
            // "Kim Lê" and "Kim Lê-Mai" have surnames that are particles elsewhere; "oğlu" is last.
            let begins_double =
                self.words.get(index + 1).is_some_and(|next| next.hyphened) && !matches!(word.text(), "al" | "el");
            !begins_double && !word.hyphened && (index != last || word.text().len() > 3)
        };
        let particles: Vec<bool> = (0..self.words.len()).map(is_particle).collect();
        let others = self.words.iter().zip(&particles).filter(|(word, particle)| !word.added && !**particle).count();
        if others < 2 {
            return;
        }
        let mut particles = particles.into_iter();
        self.words.retain(|_| particles.next() != Some(true));
    }

    /// Whether nothing of the name could be read.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.han.is_empty() && self.hangul.is_empty()
    }

    /// Whether the name is written surname first, as far as the words tell: a Chinese, Korean or Vietnamese surname
    /// before given names, or no given name before one.
    pub(super) fn is_surname_first(&self) -> bool {
        let mut words = self.words.iter().filter(|word| !word.added && !word.initial);
        let (Some(first), Some(last)) = (words.next(), words.next_back()) else { return false };
        if first.place == Place::Surname && last.place != Place::Surname {
            return true;
        }
        if first.is_east_surname()
            && (self.words.len() > 2
                || !last.is_east_surname()
                || first.is_only_east_surname() && !last.is_only_east_surname())
            && !first.is_given()
        {
            return true;
        }
        !first.is_given() && last.is_only_given() && !last.hyphened && last.place != Place::Surname
    }
}

/// The sex that these words show, if they do not show both.
fn sex_of<'a, const W: usize, const M: usize>(
    words: impl Iterator<Item = &'a str>,
    womens: [&str; W],
    mens: [&str; M],
) -> Option<Sex> {
    let (mut woman, mut man) = (false, false);
    for word in words {
        woman |= womens.contains(&word);
        man |= mens.contains(&word);
    }
    match (woman, man) {
        (true, false) => Some(Sex::Woman),
        (false, true) => Some(Sex::Man),
        _ => None,
    }
}

/// A title and a name written without a space: "Dr.Ann", "د.عبد".
fn split_title(word: &str) -> impl Iterator<Item = &str> {
    let at = word.char_indices().filter(|(_, letter)| *letter == '.').map(|(index, _)| index + 1).find(|&index| {
        let (title, rest) = word.split_at_checked(index).unwrap_or((word, ""));
        rest.chars().filter(|letter| letter.is_alphabetic()).count() > 2
            && !rest.contains('.')
            && Written::new(title).is_title()
            && !affix(&Written::new(rest).key).credential
    });
    let (title, rest) = word.split_at_checked(at.unwrap_or_default()).unwrap_or(("", word));
    [title, rest].into_iter().filter(|part| !part.is_empty())
}

/// Whether words are a usual given name and a surname in this order.
fn is_whole(words: &[Written]) -> bool {
    words.len() > 1 && words.first().is_some_and(|first| is_only_given_name(&first.key) && !first.capitals)
}

/// "J.", "J.P.", "J.-P.": letters with dots.
fn is_initials(text: &str) -> bool {
    text.split(['.', '-']).all(|part| part.chars().count() < 2)
}

/// "Abd", "Abdul": the first half of a name, which may be written apart.
fn is_servant(text: &str) -> bool {
    matches!(text, "abd" | "abdul" | "abdel" | "abdal" | "abd al" | "bd" | "ebd" | "abdur")
}

/// A word without the Arabic article: "AlHarbi", "الحربي".
fn without_article(text: &str) -> &str {
    for article in ["ال", "Al", "El"] {
        if let Some(rest) = text.strip_prefix(article)
            && rest.chars().count() > 2
            && rest.chars().next().is_some_and(|letter| !letter.is_lowercase())
        {
            return rest;
        }
    }
    text
}
