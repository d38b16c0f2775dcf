//! What the user is looking for.

use serde::{Deserialize, Serialize};

use super::words::letters;
use crate::invitation::text::{MAX_LINE, line};

/// The most companies, roles or topics.
pub const MOST: usize = 100;
/// The longest company, role, topic or title, in characters.
pub const MAX_GOAL: usize = 100;

/// What the user is looking for, and who they are; all optional.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case", try_from = "AsSent")]
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
    /// More entries than [`MOST`].
    #[error("more than {MOST} {}", .0.name())]
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
struct AsSent {
    headline: String,
    title: String,
    companies: Vec<String>,
    roles: Vec<String>,
    topics: Vec<String>,
}

impl TryFrom<AsSent> for Goals {
    type Error = GoalsError;

    fn try_from(sent: AsSent) -> Result<Self, GoalsError> {
        let AsSent { headline, title, companies, roles, topics } = sent;
        Self { headline, title, companies, roles, topics }.checked()
    }
}

impl Goals {
    /// The goals with white space folded, hidden characters, empty and repeated entries dropped.
    ///
    /// # Errors
    /// [`GoalsError`] names the first thing that cannot be taken.
    pub fn checked(self) -> Result<Self, GoalsError> {
        Ok(Self {
            headline: text(Field::Headline, &self.headline, MAX_LINE)?,
            title: text(Field::Title, &self.title, MAX_GOAL)?,
            companies: entries(Field::Companies, &self.companies)?,
            roles: entries(Field::Roles, &self.roles)?,
            topics: entries(Field::Topics, &self.topics)?,
        })
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
    if entries.len() > MOST {
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
        let goals = Goals {
            headline: " VP\u{202e}  Product ".into(),
            companies: list(&[" Bosch ", "", "BOSCH", "Siemens"]),
            ..Goals::default()
        };
        let checked = goals.checked().unwrap();
        assert_eq!(checked.headline, "VP Product");
        assert_eq!(checked.companies, ["Bosch", "Siemens"]);
        assert!(Goals::default().checked().unwrap().is_empty() && !checked.is_empty());
    }

    #[test]
    fn what_cannot_be_taken_is_named() {
        let many = Goals { roles: vec!["x".to_owned(); MOST + 1], ..Goals::default() };
        assert_eq!(many.checked(), Err(GoalsError::TooMany(Field::Roles)));
        let long = Goals { title: "x".repeat(MAX_GOAL + 1), ..Goals::default() };
        assert!(matches!(long.checked(), Err(GoalsError::TooLong(Field::Title, _))));
        let signs = Goals { topics: list(&["⭐⭐"]), ..Goals::default() };
        assert_eq!(signs.checked(), Err(GoalsError::NoLetters(Field::Topics, "⭐⭐".into())));
    }

    #[test]
    fn stored_goals_are_checked_when_read() {
        let read = |json: &str| serde_json::from_str::<Goals>(json);
        assert_eq!(read(r#"{"companies":["Bosch"," "]}"#).unwrap().companies, ["Bosch"]);
        assert!(read(r#"{"topics":["!!"]}"#).unwrap_err().to_string().contains("no letter"));
        assert!(read(r#"{"topics":7}"#).is_err());
    }
}
