//! Given names that stand, or may stand, for each other: Bob and Robert, Johannes and Giovanni; Sal and Samuel.
use super::tables::lines;
use crate::texts;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Endings of pet forms, which are spelled in as many ways: Bobby, Bobbie, Bobbi; and the stem by itself.
const SPELLED_ENDINGS: [&str; 5] = ["ie", "ey", "y", "i", ""];

/// The groups a folded name belongs to, by number; none for a name that is not known. A pet form that is not in the
/// table belongs where another spelling of it does.
pub(super) fn groups(name: &str) -> &'static [u16] {
    let groups = listed(name);
    if groups.is_empty() { respelled(name).unwrap_or_default() } else { groups }
}

/// The groups of a pet form that is spelled otherwise in the table: Jimi as Jimmy.
fn respelled(name: &str) -> Option<&'static [u16]> {
    let stem =
        SPELLED_ENDINGS.iter().find_map(|ending| name.strip_suffix(ending).filter(|stem| stem.len() < name.len()))?;
    let last = stem.get(stem.len().checked_sub(1)?..).filter(|_| stem.len() > 2)?;
    let single = stem.strip_suffix(last).filter(|rest| rest.ends_with(last));
    let other = single.map_or_else(|| format!("{stem}{last}"), str::to_owned);
    let spellings =
        SPELLED_ENDINGS.iter().flat_map(|ending| [stem, &other].map(|stem| listed(&format!("{stem}{ending}"))));
    spellings.into_iter().find(|groups| !groups.is_empty())
}

fn listed(name: &str) -> &'static [u16] {
    static GROUPS: OnceLock<HashMap<&'static str, Vec<u16>>> = OnceLock::new();
    let groups = GROUPS.get_or_init(|| {
        let mut groups: HashMap<&'static str, Vec<u16>> = HashMap::new();
        for (number, line) in (0u16..).zip(lines(texts::NAMES_NICKNAMES.read())) {
            for name in line.split_whitespace() {
                groups.entry(name).or_default().push(number);
            }
        }
        groups
    });
    groups.get(name).map_or(&[], Vec::as_slice)
}

/// Whether one person may go by two given names of these groups.
pub(super) fn share_group(a: &[u16], b: &[u16]) -> bool {
    a.iter().any(|group| b.contains(group))
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

/// Whether a folded name is in any group, so that a name outside its groups is another name.
pub(super) fn is_known(name: &str) -> bool {
    !groups(name).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stand_for(a: &str, b: &str) -> bool {
        share_group(groups(a), groups(b))
    }

    #[test]
    fn short_forms_stand_for_their_long_forms() {
        for (a, b) in [("bob", "robert"), ("bob", "rob"), ("kasia", "katarzyna"), ("sepp", "josef"), ("ivan", "john")] {
            assert!(stand_for(a, b) && stand_for(b, a), "{a} {b}");
        }
    }

    #[test]
    fn pet_forms_are_spelled_in_many_ways() {
        for (a, b) in [("bobbi", "robert"), ("teddie", "edward"), ("jacky", "john"), ("jimi", "james")] {
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
