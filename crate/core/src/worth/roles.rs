//! The titles that a line names: their levels and functions.

use super::kinds::{Kind, Kinds, Level};
use super::line::{Line, Piece};
use super::vocabulary::Hit;
use super::words::Gap;

/// A stretch of words that make a role: "Global VP of Product Marketing".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Title {
    /// Index of its first word.
    pub(super) from: usize,
    /// Index after its last word.
    pub(super) to: usize,
    /// Its level; `None` where only a function is named.
    pub(super) level: Option<Level>,
    /// The functions, by their names.
    pub(super) functions: Vec<&'static str>,
    /// It names a person: by a level, or a word such as "consultant".
    pub(super) names_somebody: bool,
    /// It belongs to somebody who works for the holder of a title: "assistant to the CEO".
    pub(super) is_aide: bool,
    /// It fills its piece up to the employer.
    pub(super) is_whole: bool,
}

/// Levels that count as one: a head, a director and a vice president lead a function alike.
pub(super) fn band(level: Level) -> u8 {
    match level {
        Level::Junior => 0,
        Level::Own | Level::Senior => 1,
        Level::Manager => 2,
        Level::Head | Level::Vice => 3,
        Level::Chief => 4,
    }
}

impl Title {
    /// The band of its level ([`band`]); `None` where it has none.
    pub(super) fn band(&self) -> Option<u8> {
        match self.level {
            _ if self.is_aide => None,
            Some(level) => Some(band(level)),
            None => self.names_somebody.then_some(band(Level::Own)),
        }
    }
}

/// Where the employer begins in a piece, or its end.
pub(super) fn role_end(line: &Line, piece: Piece) -> usize {
    (piece.from..piece.to).find(|&i| line.starts(i, Kind::At).is_some()).unwrap_or(piece.to)
}

/// Whether something before a word in its piece, or in one that ends with a colon before it, says that what follows
/// is not the writer's: "aspiring", "looking for".
pub(super) fn is_outside(line: &Line, number: usize, word: usize) -> bool {
    let Some(piece) = line.pieces.get(number) else { return false };
    let bars = |hit: &Hit| matches!(hit.kind, Kind::Outside | Kind::Never) && hit.at < word;
    let here = line.within(*piece).any(|hit| hit.kind == Kind::Wanted || bars(hit));
    here || piece.gap == Gap::Colon
        && number
            .checked_sub(1)
            .and_then(|before| line.pieces.get(before))
            .is_some_and(|before| line.has(*before, Kinds::of(&[Kind::Outside])))
}

/// The present titles of one piece.
pub(super) fn titles(line: &Line, number: usize) -> Vec<Title> {
    let Some(&piece) = line.pieces.get(number).filter(|piece| !piece.past) else { return Vec::new() };
    let end = role_end(line, piece);
    let region = Piece { to: end, ..piece };
    let is_aide = line.has(region, Kinds::of(&[Kind::Aide]));
    let makes_role = |i: usize| line.is_in(i, region, OF_ROLE);
    let mut titles = Vec::new();
    let mut at = piece.from;
    while at < end {
        if !makes_role(at) {
            at += 1;
            continue;
        }
        let to = (at..end).find(|&i| !makes_role(i)).unwrap_or(end);
        if !is_outside(line, number, at) {
            let run = Piece { from: at, to, ..piece };
            titles.extend(title(line, run, is_aide, at == piece.from && to == end));
        }
        at = to;
    }
    if let (Some(last), Some(next)) = (titles.last_mut(), line.pieces.get(number + 1)) {
        take_function_after(line, last, *next, end == piece.to);
    }
    titles
}

/// "VP, Marketing", "Director | Marketing": the function is the whole next piece.
fn take_function_after(line: &Line, title: &mut Title, next: Piece, ends_piece: bool) {
    let is_open = title.level.is_some_and(|level| level > Level::Senior) && title.functions.is_empty();
    if !is_open || !ends_piece || title.to != next.from || next.past || !title.is_whole {
        return;
    }
    let end = role_end(line, next);
    let region = Piece { to: end, ..next };
    let has_level = line.has(region, Kinds::of(&[Kind::Level, Kind::Title]));
    if has_level || !line.are_in(next.from, end, region, OF_ROLE) {
        return;
    }
    title.functions.extend(functions(line, region));
    if !title.functions.is_empty() {
        title.to = end;
    }
}

/// Kinds of phrases that may be part of a role.
pub(super) const OF_ROLE: Kinds = Kinds::of(&[
    Kind::Level,
    Kind::Title,
    Kind::Function,
    Kind::Person,
    Kind::Adviser,
    Kind::Aide,
    Kind::Modifier,
    Kind::Of,
    Kind::Place,
    Kind::People,
    Kind::Recruiting,
    Kind::Recruiter,
    Kind::RecruiterTool,
]);
/// Kinds that may be part of a role and do not make one by themselves.
const FILLERS: Kinds = Kinds::of(&[Kind::Modifier, Kind::Of, Kind::Place]);
/// Kinds that make a role.
const MAKERS: Kinds = OF_ROLE.without(FILLERS);
/// Kinds that show that a person is meant.
const SOMEBODY: Kinds =
    Kinds::of(&[Kind::Level, Kind::Title, Kind::Person, Kind::Adviser, Kind::Aide, Kind::Recruiter]);

fn functions(line: &Line, run: Piece) -> Vec<&'static str> {
    // Somebody who recruits marketers is no marketer.
    if line.has(run, Kinds::of(&[Kind::Recruiting, Kind::Recruiter])) {
        return vec!["people"];
    }
    let mut functions = Vec::new();
    for hit in line.within(run) {
        let function = match hit.kind {
            Kind::Function | Kind::Title => hit.sense.name,
            Kind::People => "people",
            _ => continue,
        };
        if !functions.contains(&function) {
            functions.push(function);
        }
    }
    functions
}

fn title(line: &Line, run: Piece, is_aide: bool, is_whole: bool) -> Option<Title> {
    let is_filler = |i: usize| line.is_in(i, run, FILLERS) && !line.is_in(i, run, MAKERS);
    let from = (run.from..run.to).find(|&i| !is_filler(i))?;
    let to = (from..run.to).rev().find(|&i| !is_filler(i)).map_or(run.to, |last| last + 1);
    Some(Title {
        from,
        to,
        level: line.within(run).filter_map(|hit| hit.sense.level).max(),
        functions: functions(line, run),
        names_somebody: line.has(run, SOMEBODY),
        is_aide,
        is_whole,
    })
}

/// Whether a text names a function.
pub(super) fn names(text: &str, function: &str) -> bool {
    Line::read(text).hits.iter().any(|hit| hit.kind == Kind::Function && hit.sense.name == function)
}

/// The title that somebody gives as their own: the first one that says its level, else the first one that names somebody.
pub(super) fn own(text: &str) -> Option<Title> {
    let line = Line::read(text);
    let all: Vec<Title> = (0..line.pieces.len()).flat_map(|number| titles(&line, number)).collect();
    let fits = |title: &&Title| title.band().is_some() && !title.functions.is_empty();
    all.iter().find(|title| fits(title) && title.level.is_some()).or_else(|| all.iter().find(fits)).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Option<u8>, Vec<&'static str>)> {
        own(text).map(|title| (title.band(), title.functions))
    }

    #[test]
    fn level_and_function_are_read() {
        let leads = |function| Some((Some(3), vec![function]));
        for text in [
            "VP Marketing",
            "Vice President of Product Marketing",
            "Director, Marketing",
            "V.P. of Marketing, Harley",
            "Marketingleiterin bei Sixt",
            "LEITUNG MARKETING",
            "Leiterin Marketing (m/w/d)",
            "Growth & Brand | Head of Marketing",
            "Marketing-Direktorin",
        ] {
            assert_eq!(read(text), leads("marketing"), "{text}");
        }
        assert_eq!(read("CFO"), Some((Some(4), vec!["finance"])));
        assert_eq!(read("Softwareentwicklerin"), Some((Some(1), vec!["engineering"])));
        assert_eq!(read("Product Manager"), Some((Some(2), vec!["product"])));
    }

    #[test]
    fn what_is_no_title_of_the_writer_is_none() {
        for text in [
            "VP of Nothing",
            "Aspiring VP Marketing",
            "Former VP Marketing",
            "Executive Assistant to the VP Marketing",
            "Wir suchen: Head of Marketing (m/w/d)",
            "Head Gardener",
            "Director of Photography",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
