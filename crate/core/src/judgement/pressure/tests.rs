use super::*;

#[test]
fn the_pressing_phrase_of_a_note_is_named() {
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
        "It's Dave from the allotments, what's your number now?",
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
            let is_known = kinds::kind_of(name).is_some() || number_words::is_list(name);
            assert!(is_known, "{}: {name}", language.code);
            for phrase in phrases.split(", ") {
                let whole = phrase.trim_end_matches('*');
                each_form(whole, &mut |form| {
                    assert_eq!(words(&folded(form)).collect::<Vec<_>>().join(" "), form, "{}", language.code);
                });
            }
        }
    }
}

#[test]
fn orders_in_a_bosss_name_locked_accounts_and_parcels_press() {
    for note in [
        "An urgent payment has to go out to the seller's counsel today. Handle it discreetly, tell nobody.",
        "LinkedIn Security: your account will be closed. Reply with the code we sent to your phone.",
        "Receive parcels at home, relabel them and post them on: €1,900 a month, no interview.",
        "Sie nehmen Pakete zu Hause an, neu etikettieren, weiterschicken: 2.300 € im Monat, ohne Gespräch.",
        "Virement urgent à faire partir ce soir, n'en parlez à personne, je compte sur votre silence.",
    ] {
        assert!(pressing(note).is_some(), "{note}");
    }
    for note in [
        "I lead a security team that unlocks accounts; your talk on lost passwords was fun.",
        "We relabel and ship nine thousand parcels a day and would love to compare notes on returns.",
        "Treasury here: an urgent transfer a week, all of them checked by a call.",
    ] {
        assert_eq!(pressing(note), None, "{note}");
    }
}

#[test]
fn an_employer_moves_nobody() {
    for note in [
        "I work at WhatsApp. Message me if you ever pass through Dublin.",
        "Trabalho no Telegram, me chama se passar por Lisboa.",
    ] {
        assert_eq!(pressing(note), None, "{note}");
    }
    assert!(pressing("I work at a bank. Message me on WhatsApp +44 7700 900123.").is_some());
}

/// An inviter who presses is not spared for anything that they add.
#[test]
fn no_words_added_spare_a_note_that_presses() {
    let tables = [
        include_str!("../../../../../tests/notes/blind.tsv"),
        include_str!("../../../../../tests/notes/blind-2.tsv"),
        include_str!("../../../../../tests/notes/blind-4.tsv"),
    ];
    let rows = tables.iter().flat_map(|table| table.lines());
    let notes: Vec<(bool, &str)> = rows
        .filter_map(|row| {
            let mut cells = row.splitn(3, '\t').skip(1);
            Some((cells.next()? == "yes", cells.next()?))
        })
        .collect();
    let added: Vec<&str> = notes.iter().filter(|(presses, _)| !presses).map(|(_, note)| *note).collect();
    let pressed = notes.iter().filter(|(_, note)| pressing(note).is_some());
    for (number, (_, note)) in pressed.enumerate() {
        let honest = added[number % added.len()];
        for both in [format!("{note} {honest}"), format!("{honest} . {note}")] {
            assert!(pressing(&both).is_some(), "{both}");
        }
    }
}

#[test]
fn weak_signs_press_by_their_number_and_two_are_named() {
    let found = pressing("Army doctor in Syria, I need somebody honest to keep a box until I retire. Can I trust you?")
        .expect("presses");
    assert!(found.split(" … ").count() == 2 && !found.contains('%'), "{found}");
    for note in [
        "I clear parcels at customs in Felixstowe.",
        "Our dog had puppies, come and see them!",
        "La nostra commissione di selezione si paga solo all'assunzione.",
    ] {
        assert_eq!(pressing(note), None, "{note}");
    }
}

#[test]
fn large_sums_and_warnings_do_not_press_by_themselves() {
    for note in [
        "We have a buyer for packaging firms with EBITDA of 2 to 10m. Would a confidential conversation be of interest?",
        "Wir sammeln 1,8 Mio. Euro für unsere Steuerung ein, 1,1 stehen. Darf ich das Deck schicken?",
        "Somebody uses your photo in a crypto trading group. I have reported it.",
        "Jemand benutzt Ihr Foto in einer Tradinggruppe. Ich habe es gemeldet.",
    ] {
        assert_eq!(pressing(note), None, "{note}");
    }
    assert!(pressing("Join our crypto trading group, members made 40% last month.").is_some());
}

#[test]
fn sums_are_told_from_pay_and_fortunes() {
    let told = |note: &str| sums::kinds_of_sums(&tokens(note)).into_iter().map(|(_, kind)| kind);
    assert_eq!(told("he left usd 4.2 million").collect::<Vec<_>>(), [Kind::Amount, Kind::Fortune]);
    for note in ["5k", "80-200 € am tag"] {
        assert!(told(note).count() > 0 && told(note).all(|kind| kind == Kind::Amount), "{note}");
    }
    for honest in
        ["£110-125k plus car", "5.200–6.100 bruto", "we grew from 20 to 60 people", "call +44 7700 900123", "20% bonus"]
    {
        assert_eq!(told(honest).collect::<Vec<_>>(), [], "{honest}");
    }
}

/// How many rows are found rightly, found wrongly, and missed; rows that are not found as labelled are printed.
fn tally(rows: impl Iterator<Item = &'static str>) -> (u32, u32, u32) {
    let (mut right, mut wrong, mut missed) = (0, 0, 0);
    for row in rows {
        let [language, presses, note] = row.splitn(3, '\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
        let found = pressing(note);
        match (found.is_some(), presses == "yes") {
            (true, true) => right += 1,
            (true, false) => wrong += 1,
            (false, true) => missed += 1,
            (false, false) => continue,
        }
        if found.is_some() != (presses == "yes") {
            println!("{language}: {note} {found:?}");
        }
    }
    println!("{right} right, {wrong} wrong, {missed} missed");
    (right, wrong, missed)
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
    let (right, wrong, missed) = tally(tables.iter().flat_map(|table| table.lines()));
    assert!(wrong * 50 <= right && missed * 20 <= right, "{right} right, {wrong} wrong, {missed} missed");
}

/// The tables of people who had seen no rules. All rows have been looked at since: LABELS.md has the figures at first sight.
#[test]
fn pressing_notes_are_found_in_the_blind_tables() {
    let first = include_str!("../../../../../tests/notes/blind.tsv");
    let second = include_str!("../../../../../tests/notes/blind-2.tsv");
    for language in ["en", "de", "fr", "es", "pt", "it", "nl"] {
        let of = |table: &'static str| table.lines().filter(move |row| row.split('\t').next() == Some(language));
        let seen = of(first).chain(of(second).step_by(2));
        let later = of(second).skip(1).step_by(2);
        for (name, (right, wrong, missed)) in [("seen first", tally(seen)), ("seen later", tally(later))] {
            let is_met = wrong * 8 <= right && missed * 3 <= right;
            assert!(is_met, "{language}, {name}: {right} right, {wrong} wrong, {missed} missed");
        }
    }
    // The rules were never changed because of this table: the figures at first sight hold.
    let (right, wrong, missed) = tally(include_str!("../../../../../tests/notes/blind-3.tsv").lines());
    assert!(wrong * 18 <= right && missed * 20 <= right, "{right} right, {wrong} wrong, {missed} missed");
    // Nobody has looked at the second, fourth … row of each language.
    let fifth = include_str!("../../../../../tests/notes/blind-5.tsv");
    for (from, least) in [(0, 20), (1, 10)] {
        let of = |language: &'static str| fifth.lines().filter(move |row| row.split('\t').next() == Some(language));
        let rows = ["en", "de", "fr", "es", "pt", "it", "nl"]
            .into_iter()
            .flat_map(|language| of(language).skip(from).step_by(2));
        let (right, wrong, missed) = tally(rows);
        assert!(wrong * least <= right && missed * least <= right, "{right} right, {wrong} wrong, {missed} missed");
    }
    // Two honest notes for each that presses.
    let fourth = include_str!("../../../../../tests/notes/blind-4.tsv");
    for language in ["en", "de"] {
        let (right, wrong, missed) = tally(fourth.lines().filter(|row| row.split('\t').next() == Some(language)));
        let is_met = wrong * 12 <= right && missed * 5 <= right;
        assert!(is_met, "{language}: {right} right, {wrong} wrong, {missed} missed");
    }
}
