use super::*;

#[test]
fn what_a_note_presses_with_is_named() {
    for (note, found) in [
        ("Message me on WhatsApp: +44 …", Some("whatsapp")),
        ("Write me on WhatsApp", Some("whatsapp")),
        ("A guaranteed return, my friend!", Some("guaranteed return")),
        ("Ich biete Ihnen eine Investitionsmöglichkeit.", Some("investitionsmöglichkeit")),
        ("I work in cryptography and enjoyed your talk.", None),
        ("I lead treasury and payments at a bank.", None),
        ("", None),
    ] {
        assert_eq!(pressing(note).as_deref(), found, "{note}");
    }
}

#[test]
fn messengers_are_found_however_they_are_written() {
    for name in ["Telegram", "tele gram", "T e l e g r a m", "t.e.l.e.g.r.a.m", "te1egr@m", "Те1еgrаm", "TELE-GRAM"]
    {
        assert_eq!(
            pressing(&format!("Write to me on {name}, my handle is @anna_88")).as_deref(),
            Some("telegram"),
            "{name}"
        );
    }
    assert_eq!(pressing("A hotel e grammar school in Bath, write to me!"), None);
}

#[test]
fn one_kind_alone_does_not_press() {
    for note in [
        "I work at WhatsApp and would love to connect.",
        "I use Telegram bots at work.",
        "I lead crypto compliance at a bank.",
        "I sell gift cards and stationery.",
        "I advise families on inheritance tax.",
        "Our bank offers loans to farmers.",
    ] {
        assert_eq!(pressing(note), None, "{note}");
    }
}

#[test]
fn lists_are_folded_phrases_of_known_kinds() {
    for language in ALL.into_iter().filter(|language| !language.pressing.is_empty()) {
        for line in language.pressing.read().lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let (name, phrases) = line.split_once(": ").expect(line);
            let name = name.strip_prefix(WIDE).unwrap_or(name);
            assert!(kinds::kind_of(name).is_some(), "{}: {name}", language.code);
            for phrase in phrases.split(", ") {
                let whole = phrase.trim_end_matches('*');
                each_form(whole, &mut |form| {
                    assert_eq!(words(&folded(form)).collect::<Vec<_>>().join(" "), form, "{}", language.code);
                });
            }
        }
    }
}

/// tests/notes/LABELS.md says how the tables were made.
#[test]
fn pressing_notes_are_found_in_the_labelled_tables() {
    let tables = [
        include_str!("../../../../../tests/notes/known.tsv"),
        include_str!("../../../../../tests/notes/held-back.tsv"),
        include_str!("../../../../../tests/notes/fresh.tsv"),
        include_str!("../../../../../tests/notes/fresh-2.tsv"),
    ];
    let (mut right, mut wrong, mut missed) = (0, 0, 0);
    for row in tables.iter().flat_map(|table| table.lines()) {
        let [language, presses, note] = row.splitn(3, '\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
        match (pressing(note).is_some(), presses == "yes") {
            (true, true) => right += 1,
            (true, false) => wrong += 1,
            (false, true) => missed += 1,
            (false, false) => continue,
        }
        if pressing(note).is_some() != (presses == "yes") {
            println!("{language}: {note}");
        }
    }
    println!("{right} right, {wrong} wrong, {missed} missed");
    assert!(wrong * 20 <= right && missed * 10 <= right, "{right} right, {wrong} wrong, {missed} missed");
}
