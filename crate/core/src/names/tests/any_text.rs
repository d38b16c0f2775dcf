//! Invariants for any text.
use crate::names::{NameMatch, compare, compare_with_slug};
use proptest::prelude::*;

/// Letters of every script the tables know, with signs that take names apart.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[A-Za-zÀ-ž]{1,9}( [A-Za-zÀ-ž'.-]{1,9}){0,4}(, [A-Z]{2,4}| \\([a-z/]{2,9}\\))?",
        "[а-яА-Я]{1,9} [а-яА-Я]{1,9}(, [А-Яа-я]{2,9})?",
        "[Α-ω]{1,9} [Α-ω]{1,9}",
        "[\u{5D0}-\u{5EA}\u{621}-\u{64A}]{1,9} [\u{5D0}-\u{5EA}\u{621}-\u{64A}]{1,9}",
        "[一-龥]{1,4}( [A-Za-z]{1,9}){0,2}",
        "[가-힣]{1,4}( [A-Za-z]{1,9}){0,2}",
        "[ぁ-ヶ]{1,4} [ぁ-ヶ一-龥]{1,4}",
        "[\\PC\u{202E}\u{200F}\u{0}|,.()\"'-]{0,60}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn comparing_is_symmetric(a in text(), b in text()) {
        prop_assert_eq!(compare(&a, &b), compare(&b, &a));
    }

    #[test]
    fn a_name_is_the_same_as_itself_or_cannot_be_read(name in text()) {
        let answer = compare(&name, &name);
        prop_assert_ne!(answer, NameMatch::Different);
        let readable = crate::names::parse::parse(&name);
        prop_assert_eq!(answer == NameMatch::Same, !readable.is_empty());
    }

    #[test]
    fn any_slug_is_compared(name in text(), slug in any::<String>()) {
        let _ = compare_with_slug(&name, &slug);
        let _ = compare_with_slug(&name, &name);
    }
}

#[test]
fn very_long_and_hostile_texts_are_compared() {
    for unit in [
        "a", "ab ", "(", "\"x", "\u{202E}", "王", "김", "ا", "e\u{301}", ".", "-", ",x", "I.", "A-b", "\u{0}", "Dr. ",
        "|a",
    ] {
        // Names are cut before they are compared: work that grew with the square of this would not end.
        let long = unit.repeat(1_000_000);
        let _ = compare(&long, "Laura Whitcombe");
        let _ = compare(&long, &long);
        let _ = compare_with_slug(&long, &long);
    }
}
