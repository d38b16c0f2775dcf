//! The reasons to accept an invitation, from the card's texts and the user's goals.
//!
//! A headline is cut into pieces at its bars, commas and dashes, and phrases are looked up in vocabularies (one file
//! per language). Rules then tell what somebody is from what they were, sell, wish to be, or share a name with.
//! Every reason names the words it rests on, as they are on the card. docs/worth.md says how reasons come about.

mod employers;
mod goals;
mod kinds;
mod line;
mod named;
mod recruiters;
mod roles;
mod shared;
mod topics;
mod vocabulary;
mod words;

pub use goals::{Field, Goals, GoalsAsSent, GoalsError, MAX_ENTRIES, MAX_GOAL};
pub use named::{employer_named, in_common};

use serde::Serialize;

use employers::{Mention, Tail, employer, is_company, main_titles, titles_at};
use kinds::Level;
use line::Line;
use roles::{Title, titles};
use topics::Topic;
use vocabulary::vocabulary;

/// Why an invitation may be worth accepting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum WorthCode {
    /// A recruiter or somebody at a search firm.
    Recruiter,
    /// Works at a company the user wants.
    TargetCompany,
    /// Has a say at that company in hiring for the roles the user wants.
    HiringRole,
    /// Same function and level as the user.
    Peer,
    /// An industry or topic the user follows.
    Topic,
    /// An employer or school that both have in common.
    Shared,
}

impl WorthCode {
    /// All codes, weightiest first.
    pub const ALL: [Self; 6] =
        [Self::Recruiter, Self::TargetCompany, Self::HiringRole, Self::Peer, Self::Topic, Self::Shared];

    /// The code as it is written: "target-company".
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Recruiter => "recruiter",
            Self::TargetCompany => "target-company",
            Self::HiringRole => "hiring-role",
            Self::Peer => "peer",
            Self::Topic => "topic",
            Self::Shared => "shared",
        }
    }
}

/// A reason to accept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Worth {
    /// The reason's code.
    pub code: WorthCode,
    /// The words it rests on, as they are in headline, company, context or note: hostile text.
    pub words: String,
    /// The user's goal that it meets, as they wrote it; reasons that need no goal have none.
    pub goal: Option<String>,
}

/// The texts of a card in which reasons are found; empty where unknown.
#[derive(Debug, Clone, Copy, Default)]
pub struct CardTexts<'a> {
    /// The headline.
    pub headline: &'a str,
    /// The company, where the page shows it in a field of its own.
    pub company: &'a str,
    /// The line that says what is shared.
    pub context: &'a str,
    /// The inviter's note.
    pub note: &'a str,
}

/// The user's goals, prepared for looking them up in cards.
#[derive(Debug, Clone, Default)]
pub struct WorthFinder {
    companies: Vec<Company>,
    topics: Vec<Topic>,
    own: Option<Title>,
    /// The functions of the roles the user wants.
    wanted: Vec<&'static str>,
}

#[derive(Debug, Clone)]
struct Company {
    goal: String,
    names: Vec<String>,
}

impl Company {
    fn new(goal: &str) -> Self {
        Self { goal: goal.to_owned(), names: vocabulary().names_of(goal) }
    }
}

/// The lines of an invitation, split into pieces.
struct Lines<'a> {
    headline: Line<'a>,
    company: Line<'a>,
    context: Line<'a>,
    note: Line<'a>,
}

/// Where somebody works, and as what.
struct Post<'a> {
    words: &'a str,
    titles: Vec<Title>,
}

impl WorthFinder {
    /// Prepares goals for looking them up.
    #[must_use]
    pub fn new(goals: &Goals) -> Self {
        let title = if goals.title.is_empty() { &goals.headline } else { &goals.title };
        let mut own = roles::own(title);
        let mut wanted: Vec<&'static str> = Vec::new();
        for role in &goals.roles {
            wanted.extend(roles::own(role).into_iter().flat_map(|title| title.functions));
        }
        if goals.roles.is_empty() {
            wanted.extend(own.iter().flat_map(|title| &title.functions));
        }
        // Somebody in operations counts the supply chain among their functions if their goals name it.
        let said = [title].into_iter().chain(&goals.roles).chain(&goals.topics);
        let names_supply = said.into_iter().any(|text| roles::names(text, "supply"));
        if let Some(own) = own.as_mut().filter(|own| names_supply && own.functions.contains(&"operations")) {
            own.functions.push("supply");
        }
        Self {
            companies: goals.companies.iter().map(|goal| Company::new(goal)).collect(),
            topics: goals.topics.iter().map(|goal| Topic::new(goal)).collect(),
            own,
            wanted,
        }
    }

    /// The reasons to accept an invitation, weightiest first; a code at most once.
    #[must_use]
    pub fn reasons(&self, texts: &CardTexts) -> Vec<Worth> {
        let lines = Lines {
            headline: Line::read(texts.headline),
            company: Line::read(texts.company),
            context: Line::read(texts.context),
            note: Line::read(texts.note),
        };
        let mut reasons = Vec::new();
        let mut add = |code: WorthCode, words: &str, goal: Option<&str>| {
            reasons.push(Worth { code, words: words.to_owned(), goal: goal.map(str::to_owned) });
        };
        if let Some(words) = recruiter(&lines) {
            add(WorthCode::Recruiter, words, None);
        }
        let target = self.companies.iter().find_map(|company| Some((company, post(&lines, company)?)));
        if let Some((company, post)) = &target {
            add(WorthCode::TargetCompany, post.words, Some(&company.goal));
            if let Some(title) = post.titles.iter().find(|title| self.hires(title)) {
                add(WorthCode::HiringRole, lines.headline.shown(title.from, title.to), Some(&company.goal));
            }
        }
        if let Some(title) = self.peer(&lines.headline) {
            add(WorthCode::Peer, lines.headline.shown(title.from, title.to), None);
        }
        if let Some((topic, words)) = self.topic(&lines) {
            add(WorthCode::Topic, words, Some(&topic.goal));
        }
        if let Some(words) = shared_background(&lines) {
            add(WorthCode::Shared, words, None);
        }
        reasons
    }

    /// Whether somebody with this title decides on hiring: leads the company, leads a function of the roles wanted, or is in
    /// human resources.
    fn hires(&self, title: &Title) -> bool {
        let least = |least: Level| title.level.is_some_and(|level| level >= least);
        let leads_all = title.functions.is_empty() || title.functions.contains(&"general");
        let is_wanted = self.wanted.is_empty() || title.functions.iter().any(|function| self.wanted.contains(function));
        let leads = !title.is_aide && (least(Level::Chief) && leads_all || least(Level::Head) && is_wanted);
        let is_people = title.functions.contains(&"people") && (title.names_somebody || title.is_whole);
        leads || is_people && !(title.is_aide && title.level.is_some())
    }

    fn peer(&self, headline: &Line) -> Option<Title> {
        let own = self.own.as_ref()?;
        let own_band = own.band()?;
        (0..headline.pieces.len()).flat_map(|number| titles(headline, number)).find(|title| {
            title.band() == Some(own_band) && title.functions.iter().any(|function| own.functions.contains(function))
        })
    }

    fn topic<'a>(&self, lines: &Lines<'a>) -> Option<(&Topic, &'a str)> {
        [&lines.headline, &lines.company, &lines.note].into_iter().find_map(|line| {
            let found = |topic: &'_ Topic| topic.find(line).map(|(from, to)| line.shown(from, to));
            self.topics.iter().find_map(|topic| Some((topic, found(topic)?)))
        })
    }
}

fn shared_background<'a>(lines: &Lines<'a>) -> Option<&'a str> {
    let said = |line: &Line<'a>, span: Option<(usize, usize)>| span.map(|(from, to)| line.shown(from, to));
    said(&lines.context, shared::shared_in_context(&lines.context))
        .or_else(|| said(&lines.note, shared::shared_in_note(&lines.note)))
}

fn recruiter<'a>(lines: &Lines<'a>) -> Option<&'a str> {
    let said = |line: &Line<'a>, span: Option<(usize, usize)>| span.map(|(from, to)| line.shown(from, to));
    said(&lines.headline, recruiters::by_title(&lines.headline))
        .or_else(|| said(&lines.headline, recruiters::by_firm(&lines.headline)))
        .or_else(|| said(&lines.company, recruiters::by_company(&lines.headline, &lines.company)))
        .or_else(|| said(&lines.note, recruiters::by_note(&lines.note)))
}

/// Where and as what somebody works at a company, by the headline, the company, or the note.
fn post<'a>(lines: &Lines<'a>, company: &Company) -> Option<Post<'a>> {
    let at = |line: &Line<'a>, mention: &Mention| line.shown(mention.from, mention.to);
    if let Some(mention) = employer(&lines.headline, &company.names, Tail::Anything) {
        return Some(Post { words: at(&lines.headline, &mention), titles: titles_at(&lines.headline, mention) });
    }
    if let Some(mention) = is_company(&lines.company, &company.names, Tail::Anything) {
        return Some(Post { words: at(&lines.company, &mention), titles: main_titles(&lines.headline) });
    }
    let mention = employers::employer_of_writer(&lines.note, &company.names)?;
    Some(Post { words: at(&lines.note, &mention), titles: Vec::new() })
}

#[cfg(test)]
mod tests;
