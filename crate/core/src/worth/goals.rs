//! The user's goals.

use serde::{Deserialize, Serialize};

use super::words::letters;
use crate::invitation::text::{MAX_LINE, line};

/// The most companies, roles or topics.
pub const MAX_ENTRIES: usize = 100;
/// The longest company, role, topic or title, in characters.
pub const MAX_GOAL: usize = 100;

/// The user's goals, title and headline; all optional.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default, rename_all = "kebab-case", try_from = "GoalsAsSent")]
pub struct Goals {
    /// The user's own headline.
    pub headline: String,
    /// The user's own title, such as "VP Product".
    pub title: String,
    /// Companies they want to work for, sell to or watch.
    pub companies: Vec<String>,
    /// Roles they want.
    pub roles: Vec<String>,
    /// Industries and topics.
    pub topics: Vec<String>,
}

/// One of the fields of [`Goals`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// [`Goals::headline`]
    Headline,
    /// [`Goals::title`]
    Title,
    /// [`Goals::companies`]
    Companies,
    /// [`Goals::roles`]
    Roles,
    /// [`Goals::topics`]
    Topics,
}

impl Field {
    fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Title => "title",
            Self::Companies => "companies",
            Self::Roles => "roles",
            Self::Topics => "topics",
        }
    }
}

/// Why goals are not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GoalsError {
    /// More entries than [`MAX_ENTRIES`].
    #[error("more than {MAX_ENTRIES} {}", .0.name())]
    TooMany(Field),
    /// A text longer than [`MAX_GOAL`], a headline longer than [`MAX_LINE`].
    #[error("too long a text in {}: {}", .0.name(), .1)]
    TooLong(Field, String),
    /// An entry without a letter or digit.
    #[error("no letter in an entry of {}: {}", .0.name(), .1)]
    NoLetters(Field, String),
}

/// Goals as they were typed or read from a file: hostile until checked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[allow(missing_docs, reason = "as in Goals")]
pub struct GoalsAsSent {
    pub headline: String,
    pub title: String,
    pub companies: Vec<String>,
    pub roles: Vec<String>,
    pub topics: Vec<String>,
}

impl TryFrom<GoalsAsSent> for Goals {
    type Error = GoalsError;

    /// White space is folded; hidden characters, empty and repeated entries are dropped.
    fn try_from(sent: GoalsAsSent) -> Result<Self, GoalsError> {
        Ok(Self {
            headline: text(Field::Headline, &sent.headline, MAX_LINE)?,
            title: text(Field::Title, &sent.title, MAX_GOAL)?,
            companies: entries(Field::Companies, &sent.companies)?,
            roles: entries(Field::Roles, &sent.roles)?,
            topics: entries(Field::Topics, &sent.topics)?,
        })
    }
}

impl Goals {
    /// These goals with those of others added: texts where none are set, entries as far as there is room.
    #[must_use]
    pub fn joined(self, others: Self) -> Self {
        let text = |own: String, other: String| if own.is_empty() { other } else { own };
        let list = |own: Vec<String>, other: Vec<String>| {
            let mut joined = own;
            for entry in other {
                if joined.len() < MAX_ENTRIES && !joined.iter().any(|known| letters(known) == letters(&entry)) {
                    joined.push(entry);
                }
            }
            joined
        };
        Self {
            headline: text(self.headline, others.headline),
            title: text(self.title, others.title),
            companies: list(self.companies, others.companies),
            roles: list(self.roles, others.roles),
            topics: list(self.topics, others.topics),
        }
    }

    /// Whether nothing is set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn text(field: Field, text: &str, most: usize) -> Result<String, GoalsError> {
    let kept = line(text, most + 1);
    if kept.chars().count() > most {
        return Err(GoalsError::TooLong(field, line(&kept, 40)));
    }
    Ok(kept)
}

fn entries(field: Field, entries: &[String]) -> Result<Vec<String>, GoalsError> {
    if entries.len() > MAX_ENTRIES {
        return Err(GoalsError::TooMany(field));
    }
    let mut kept: Vec<String> = Vec::new();
    for entry in entries {
        let entry = text(field, entry, MAX_GOAL)?;
        if entry.is_empty() {
            continue;
        }
        let key = letters(&entry);
        if !key.contains(char::is_alphanumeric) {
            return Err(GoalsError::NoLetters(field, entry));
        }
        if !kept.iter().any(|known| letters(known) == key) {
            kept.push(entry);
        }
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(entries: &[&str]) -> Vec<String> {
        entries.iter().map(|entry| (*entry).to_owned()).collect()
    }

    #[test]
    fn goals_are_cleaned() {
        let sent = GoalsAsSent {
            headline: " VP\u{202e}  Product ".into(),
            companies: list(&[" Bosch ", "", "BOSCH", "Siemens"]),
            ..GoalsAsSent::default()
        };
        let goals = Goals::try_from(sent).unwrap();
        assert_eq!(goals.headline, "VP Product");
        assert_eq!(goals.companies, ["Bosch", "Siemens"]);
        assert!(Goals::try_from(GoalsAsSent::default()).unwrap().is_empty() && !goals.is_empty());
    }

    #[test]
    fn what_cannot_be_taken_is_named() {
        let refused = |sent: GoalsAsSent| Goals::try_from(sent).unwrap_err();
        let many = GoalsAsSent { roles: vec!["x".to_owned(); MAX_ENTRIES + 1], ..GoalsAsSent::default() };
        assert_eq!(refused(many), GoalsError::TooMany(Field::Roles));
        let long = GoalsAsSent { title: "x".repeat(MAX_GOAL + 1), ..GoalsAsSent::default() };
        assert!(matches!(refused(long), GoalsError::TooLong(Field::Title, _)));
        let signs = GoalsAsSent { topics: list(&["⭐⭐"]), ..GoalsAsSent::default() };
        assert_eq!(refused(signs), GoalsError::NoLetters(Field::Topics, "⭐⭐".into()));
    }

    #[test]
    fn goals_of_two_are_joined_as_far_as_there_is_room() {
        let own = Goals { title: "CFO".into(), companies: list(&["Bosch"]), ..Goals::default() };
        let other = Goals {
            title: "CEO".into(),
            headline: "Hello".into(),
            companies: list(&["BOSCH", "SAP"]),
            ..Goals::default()
        };
        let joined = own.joined(other);
        assert_eq!((joined.title.as_str(), joined.headline.as_str()), ("CFO", "Hello"));
        assert_eq!(joined.companies, ["Bosch", "SAP"]);
        let many = |from: usize| Goals {
            topics: (from..from + MAX_ENTRIES).map(|i| format!("t{i}")).collect(),
            ..Goals::default()
        };
        assert_eq!(many(0).joined(many(50)).topics.len(), MAX_ENTRIES);
    }

    #[test]
    fn stored_goals_are_checked_when_read() {
        let read = |json: &str| serde_json::from_str::<Goals>(json);
        assert_eq!(read(r#"{"companies":["Bosch"," "]}"#).unwrap().companies, ["Bosch"]);
        assert!(read(r#"{"topics":["!!"]}"#).unwrap_err().to_string().contains("no letter"));
        assert!(read(r#"{"topics":7}"#).is_err());
    }
}
