//! Given names that may stand for each other: Bob and Robert, Johannes and Giovanni.
use super::tables::lines;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The groups a folded name belongs to, by number; none for a name that is not known.
pub(super) fn groups(name: &str) -> &'static [u16] {
    static GROUPS: OnceLock<HashMap<&'static str, Vec<u16>>> = OnceLock::new();
    let groups = GROUPS.get_or_init(|| {
        let mut groups: HashMap<&'static str, Vec<u16>> = HashMap::new();
        for (number, line) in (0u16..).zip(lines(include_str!("data/nicknames.txt"))) {
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

/// Whether a folded name is in any group, so that a name outside its groups is another name.
pub(super) fn is_known(name: &str) -> bool {
    !groups(name).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn may_stand_for(a: &str, b: &str) -> bool {
        share_group(groups(a), groups(b))
    }

    #[test]
    fn short_forms_stand_for_their_long_forms() {
        for (a, b) in [("bob", "robert"), ("bob", "rob"), ("kasia", "katarzyna"), ("sepp", "josef"), ("ivan", "john")] {
            assert!(may_stand_for(a, b) && may_stand_for(b, a), "{a} {b}");
        }
    }

    #[test]
    fn a_shared_short_form_does_not_join_two_names() {
        assert!(may_stand_for("pat", "patrick") && may_stand_for("pat", "patricia"));
        for (a, b) in [("patrick", "patricia"), ("maria", "mario"), ("robert", "richard"), ("mohammed", "mahmoud")] {
            assert!(!may_stand_for(a, b), "{a} {b}");
        }
    }
}
