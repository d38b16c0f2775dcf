//! Given names that stand, or may stand, for each other: Bob and Robert, Johannes and Giovanni; Sal and Samuel.
use super::tables::lines;
use crate::texts;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Endings of pet forms, which are spelled in as many ways: Bobby, Bobbie, Bobbi; and the stem by itself.
const SPELLED_ENDINGS: [&str; 5] = ["ie", "ey", "y", "i", ""];

/// A group of names, and whether the name is the one that the others of the group stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Group {
    number: u16,
    leads: bool,
}

/// The groups a folded name belongs to; none for a name that is not known. A pet form that is not in the table belongs
/// where another spelling of it does.
pub(super) fn groups(name: &str) -> &'static [Group] {
    let groups = listed(name);
    if groups.is_empty() { respelled(name).unwrap_or_default() } else { groups }
}

/// The groups of a pet form that is spelled otherwise in the table: Jimi as Jimmy.
fn respelled(name: &str) -> Option<&'static [Group]> {
    let stem =
        SPELLED_ENDINGS.iter().find_map(|ending| name.strip_suffix(ending).filter(|stem| stem.len() < name.len()))?;
    // Leonie is no pet form of Leon, as Jacky is of Jack.
    let of_one_syllable = stem.chars().filter(|letter| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')).count() == 1;
    let last = stem.get(stem.len().checked_sub(1)?..).filter(|_| stem.len() > 2 && of_one_syllable)?;
    let single = stem.strip_suffix(last).filter(|rest| rest.ends_with(last));
    let other = single.map_or_else(|| format!("{stem}{last}"), str::to_owned);
    let spellings =
        SPELLED_ENDINGS.iter().flat_map(|ending| [stem, &other].map(|stem| listed(&format!("{stem}{ending}"))));
    spellings.into_iter().find(|groups| !groups.is_empty())
}

fn listed(name: &str) -> &'static [Group] {
    static GROUPS: OnceLock<HashMap<&'static str, Vec<Group>>> = OnceLock::new();
    let groups = GROUPS.get_or_init(|| {
        let mut groups: HashMap<&'static str, Vec<Group>> = HashMap::new();
        for (number, line) in (0u16..).zip(lines(texts::NAMES_NICKNAMES.read())) {
            let (first, others) = line.split_once(['|', ' ']).unwrap_or((line, ""));
            let (leading, others) = line.split_once('|').unwrap_or((first, others));
            for (names, leads) in [(leading, true), (others, false)] {
                for name in names.split_whitespace() {
                    groups.entry(name).or_default().push(Group { number, leads });
                }
            }
        }
        groups
    });
    groups.get(name).map_or(&[], Vec::as_slice)
}

/// Whether one of two names stands for the other, which leads a group of both: Bob, Robert.
pub(super) fn stand_for(a: &[Group], b: &[Group]) -> bool {
    a.iter().any(|a| b.iter().any(|b| a.number == b.number && (a.leads || b.leads)))
}

/// Whether two names stand for one third, so that one person may, but seldom does, go by both: Nils, Klaus.
pub(super) fn share_group(a: &[Group], b: &[Group]) -> bool {
    a.iter().any(|a| b.iter().any(|b| a.number == b.number))
}

/// Whether one of two folded names may be a short form of the other, or of a name that stands for it, by a list that says
/// so of many: of names in use long ago, and of short forms of several names.
pub(super) fn may_stand_for(a: &str, b: &str) -> bool {
    static FULL_NAMES: OnceLock<HashMap<&'static str, Vec<&'static str>>> = OnceLock::new();
    let full_names = FULL_NAMES.get_or_init(|| {
        let mut full_names: HashMap<&'static str, Vec<&'static str>> = HashMap::new();
        for line in lines(texts::NAMES_SHORT_FORMS.read()) {
            let mut words = line.split_whitespace();
            let Some(name) = words.next() else { continue };
            for short in words {
                full_names.entry(short).or_default().push(name);
            }
        }
        full_names
    });
    let is_of = |short: &str, name: &str| {
        let mut full = full_names.get(short).into_iter().flatten();
        full.any(|full| *full == name || share_group(groups(full), groups(name)))
    };
    is_of(a, b) || is_of(b, a)
}

/// Whether a name is made of two, or of short forms of them: "Hajo", "Hans-Joachim"; "Maribel", "María Isabel";
/// "Annelies", "Anna Elisabeth"; "Hansjörg", "Johann Georg".
pub(super) fn is_contraction(name: &str, first: &str, second: &str) -> bool {
    let stands_for = |part: &str, name: &str| stand_for(groups(part), groups(name));
    (2..name.len().saturating_sub(1)).filter_map(|at| name.split_at_checked(at)).any(|(begin, rest)| {
        (first.starts_with(begin) || stands_for(begin, first))
            && (second.contains(rest) || stands_for(rest, second) || holds_consonants(second, rest))
    })
}

/// Whether the consonants of a part, at least two, are in a name in their order: the "gret" of "Margarete".
fn holds_consonants(name: &str, part: &str) -> bool {
    let is_consonant = |letter: &char| !matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut letters = name.chars();
    let mut consonants = part.chars().filter(is_consonant);
    part.chars().filter(is_consonant).count() > 1 && consonants.all(|letter| letters.any(|other| other == letter))
}

/// Whether a folded name is in any group, so that a name outside its groups is another name.
pub(super) fn is_known(name: &str) -> bool {
    !groups(name).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stand_for(a: &str, b: &str) -> bool {
        super::stand_for(groups(a), groups(b))
    }

    #[test]
    fn short_forms_stand_for_their_long_forms() {
        for (a, b) in
            [("bob", "robert"), ("mohamed", "muhammad"), ("kasia", "katarzyna"), ("sepp", "josef"), ("ivan", "john")]
        {
            assert!(stand_for(a, b) && stand_for(b, a), "{a} {b}");
        }
    }

    #[test]
    fn two_names_that_stand_for_a_third_are_two() {
        for (a, b) in [("seamus", "giacomo"), ("nils", "klaus"), ("bob", "rob")] {
            assert!(share_group(groups(a), groups(b)) && !stand_for(a, b), "{a} {b}");
        }
        assert!(!share_group(groups("leon"), groups("leonie")));
    }

    #[test]
    fn pet_forms_are_spelled_in_many_ways() {
        for (a, b) in [("bobbi", "robert"), ("teddie", "edward"), ("jacky", "jack"), ("jimi", "james")] {
            assert!(stand_for(a, b), "{a} {b}");
        }
        assert_eq!(groups("marie"), listed("marie"), "a listed name is not respelled");
    }

    #[test]
    fn a_shared_short_form_does_not_join_two_names() {
        assert!(stand_for("pat", "patrick") && stand_for("pat", "patricia"));
        for (a, b) in [("patrick", "patricia"), ("maria", "mario"), ("robert", "richard"), ("mohammed", "mahmoud")] {
            assert!(!stand_for(a, b), "{a} {b}");
        }
    }
}
