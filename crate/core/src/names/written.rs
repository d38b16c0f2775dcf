//! A word as written, and whether it is around a name or in it.
use super::fold::fold;
use super::tables::{affix, is_east_surname, is_given_name};

/// A word as written.
pub(super) struct Written<'a> {
    /// The word.
    pub(super) text: &'a str,
    /// Lower case, folded, without dots and apostrophes.
    pub(super) key: String,
    /// With a dot.
    pub(super) dotted: bool,
    /// Two or more letters, all capitals.
    pub(super) capitals: bool,
}

impl<'a> Written<'a> {
    /// Reads a word.
    pub(super) fn new(text: &'a str) -> Self {
        let bare: String = text.chars().filter(|letter| !matches!(letter, '.' | '\'' | '&')).collect();
        Self {
            text,
            key: fold(&bare).plain,
            dotted: text.contains('.'),
            capitals: bare.chars().filter(|letter| letter.is_alphabetic()).count() > 1
                && !bare.chars().any(char::is_lowercase)
                && bare.chars().any(char::is_uppercase),
        }
    }

    /// Whether the word is a title before a name.
    pub(super) fn is_title(&self) -> bool {
        let is_title = |key: &str| {
            let known = affix(key);
            key.len() > 1 && (known.title || known.dotted_title && self.dotted)
        };
        // "د." is "Dr." in Arabic.
        is_title(&self.key)
            || self.text.trim_end_matches('.') == "د"
            || self.dotted && self.key.contains('-') && self.key.split('-').all(is_title)
    }

    /// Whether the word is a title even before one word: "Lord Ashdown".
    fn is_form_of_address(&self) -> bool {
        const FORMS: [&str; 15] = [
            "dr", "prof", "mr", "mrs", "ms", "mx", "sir", "lord", "lady", "dame", "baroness", "herr", "frau", "sr",
            "sra",
        ];
        FORMS.contains(&self.key.as_str())
    }

    /// Whether the word is capitals that cannot be said, and no surname: "PCC".
    fn is_abbreviation(&self) -> bool {
        self.capitals && (2..=5).contains(&self.key.len()) && !self.key.contains(['a', 'e', 'i', 'o', 'u', 'y'])
    }

    /// Whether the word is written as credentials are: "MBA", "M.Sc.", "PhD".
    fn looks_like_credential(&self, name_in_capitals: bool) -> bool {
        let mixed = self.text.chars().skip(1).any(char::is_uppercase);
        affix(&self.key).credential && (self.dotted || mixed && (!name_in_capitals || self.key.len() > 2))
            || !name_in_capitals && self.is_abbreviation() && !is_east_surname(&self.key)
    }

    /// The generation a suffix stands for: "Jr.", "III".
    pub(super) fn generation(&self) -> Option<u8> {
        let generation = affix(&self.key).generation?;
        // Jun and Sen are names, too.
        if matches!(self.key.as_str(), "jun" | "sen") && !self.dotted {
            return None;
        }
        let roman = self.key.chars().all(|letter| matches!(letter, 'i' | 'v'));
        (!roman || self.capitals).then_some(generation)
    }

    /// Whether the word shows respect after a name: "Rohit ji". Written with a capital, it is a name.
    fn is_honorific(&self) -> bool {
        affix(&self.key).honorific && !self.text.chars().any(char::is_uppercase)
    }

    /// Whether the word is one of a headline, such as "consultant".
    pub(super) fn is_of_job(&self) -> bool {
        affix(&self.key).job
    }
}

/// Whether a segment after a comma is not part of the name: ", CFA", ", Jr.", ", S.Pd, M.Si", ", We're hiring".
/// `after_whole`: a given name and a surname are before it, so that it is hardly a given name.
pub(super) fn are_affixes(segment: &[Written], after_whole: bool) -> bool {
    if after_whole && !segment.iter().any(|word| is_given_name(&word.key) && !word.capitals) {
        return true;
    }
    segment.iter().all(|word| {
        let known = affix(&word.key);
        let inner_dot = word.text.trim_end_matches('.').contains('.');
        known.credential
            || known.generation.is_some()
            || known.title
            || known.dotted_title && word.dotted
            || inner_dot
            || known.pronoun && word.text.starts_with(char::is_lowercase)
            || word.is_abbreviation()
            || word.key.chars().count() == 1 && segment.len() > 1 && word.dotted
    }) || segment.iter().any(Written::is_of_job)
}

/// A segment without titles before, and credentials and generations after, the name, and the generation; never empty
/// if two words are left.
pub(super) fn without_affixes<'s, 't>(
    segment: &'s [Written<'t>],
    in_capitals: bool,
) -> (&'s [Written<'t>], Option<u8>) {
    let mut rest = segment;
    if let [first, second, others @ ..] = rest
        && !others.is_empty()
        && first.key == "rt"
        && second.key == "hon"
    {
        rest = others;
    }
    while let [first, others @ ..] = rest {
        let alone = first.dotted || first.is_form_of_address();
        if first.is_title() && (others.len() > 1 || alone && !others.is_empty()) {
            rest = others;
        } else {
            break;
        }
    }
    let mut generation = None;
    while let [others @ .., last] = rest {
        // Senior is a surname, too.
        let of_generation = last.generation().filter(|_| others.len() > 1 || last.dotted && !others.is_empty());
        let goes = of_generation.is_some()
            || last.is_title() && last.dotted && !others.is_empty()
            || last.is_honorific()
            || last.looks_like_credential(in_capitals) && others.len() > 1;
        if !goes {
            break;
        }
        generation = generation.or(of_generation);
        rest = others;
    }
    (rest, generation)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bare(text: &str) -> (Vec<String>, Option<u8>) {
        let words: Vec<Written> = text.split_whitespace().map(Written::new).collect();
        let (rest, generation) = without_affixes(&words, false);
        (rest.iter().map(|word| word.key.clone()).collect(), generation)
    }

    #[test]
    fn titles_and_credentials_are_taken_off() {
        assert_eq!(bare("Prof. Dr. Ida Lund PhD").0, ["ida", "lund"]);
        assert_eq!(bare("Ida Lund M.Sc. MBA").0, ["ida", "lund"]);
        assert_eq!(bare("Don Lund").0, ["don", "lund"]);
        assert_eq!(bare("Ida Ma").0, ["ida", "ma"]);
    }

    #[test]
    fn generations_are_read_after_the_name_only() {
        assert_eq!(bare("Otto Lund Jr.").1, Some(2));
        assert_eq!(bare("Otto Lund III").1, Some(3));
        assert_eq!(bare("Otto Senior"), (vec!["otto".into(), "senior".into()], None));
        assert_eq!(bare("Senior Consultant Otto Lund").1, None);
    }

    #[test]
    fn what_follows_a_comma_may_be_no_name() {
        let dropped = |text: &str| are_affixes(&text.split_whitespace().map(Written::new).collect::<Vec<_>>(), false);
        for segment in ["CFA", "M.Sc.", "Jr.", "B. Comm", "Senior Consultant"] {
            assert!(dropped(segment), "{segment}");
        }
        assert!(!dropped("Robert") && !dropped("Mary Ann"));
    }
}
