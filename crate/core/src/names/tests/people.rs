//! Names of many cultures, written as people write theirs; made for this project.

use super::pairs::check_not;
use crate::names::NameMatch;

fn pairs(table: &str) -> Vec<(&str, &str)> {
    table.lines().filter_map(|row| row.split_once('\t')).collect()
}

#[test]
fn one_person_is_never_called_different() {
    check_not(NameMatch::Different, &pairs(include_str!("one_person.tsv")));
}

#[test]
fn two_people_are_never_called_the_same() {
    check_not(NameMatch::Same, &pairs(include_str!("two_people.tsv")));
}
