//! Family names in common.

use crate::names::ReadName;

fn share(a: &str, b: &str) -> bool {
    let (first, second) = (ReadName::new(a), ReadName::new(b));
    assert_eq!(first.shares_family_name(&second), second.shares_family_name(&first), "{a}, {b}");
    first.shares_family_name(&second)
}

#[test]
fn relatives_share_a_rare_family_name() {
    for (a, b) in [
        ("Olga Owner", "Theo Owner"),
        ("Dr. Olga Owner, MBA", "OWNER Theo"),
        ("Owner, Olga", "Theo Owner"),
        ("Jan Novák", "Eva Nováková"),
        ("Adam Kowalski", "Ewa Kowalska"),
        ("Jonas Kazlauskas", "Rasa Kazlauskienė"),
        ("Nikos Papadopoulos", "Maria Papadopoulou"),
        ("Иван Лебедев", "Анна Лебедева"),
        ("Pedro Quintana Ruiz", "Ana Soler Quintana"),
        ("Paul Martin", "Anne Martin"),
        ("佐藤花子", "佐藤健太"),
        ("Hiroshi Tanaka", "Yumi Tanaka"),
        ("Javier Gil", "Elena Gil"),
    ] {
        assert!(share(a, b), "{a}, {b}");
    }
}

#[test]
fn given_names_additions_and_frequent_names_are_none() {
    for (a, b) in [
        ("Olga Owner", "Theo Thief"),
        ("Olga Owner", "Theo Thief (Owner)"),
        ("Olga", "Olga Owner"),
        ("Owner", "Theo Owner"),
        ("Maria Anna Berg", "Eva Anna Lund"),
        ("Olga Owner Coach", "Theo Thief Coach"),
        ("Jisoo Kim", "Minho Kim"),
        ("Jason Lee", "Emily Lee"),
        ("Wei Chen", "Lily Chen"),
        ("Nguyen Van An", "Nguyen Thi Hoa"),
        ("Gurdeep Singh", "Amrit Singh"),
        ("Ana García", "Luis García"),
        ("王伟", "王芳"),
        ("김민수", "김지은"),
        ("", "Theo Owner"),
        ("👩‍💻", "👩‍💻"),
    ] {
        assert!(!share(a, b), "{a}, {b}");
    }
}
