//! Lines on mutual connections in the forms that a language's module lists, for any word order.

use super::vocabulary::Words;
use crate::languages::each_form;

/// The number that a line, folded, gives in one of the language's forms, and how many of them it names; `None` if it
/// has none of the forms. `linked` is how many people are linked in the line, if any.
pub(super) fn count(line: &str, words: &Words, linked: Option<u32>) -> Option<(u32, u32)> {
    let mut found = None;
    for lines in words.lines {
        each_form(lines, &mut |form| found = found.or_else(|| count_by_form(line.trim(), form, words, linked)));
    }
    found
}

/// The number that a line gives in this form, and how many people it names; `None` if it has another form.
fn count_by_form(line: &str, form: &str, words: &Words, linked: Option<u32>) -> Option<(u32, u32)> {
    let (named, mut people, form) = match (form.split_once("{name}"), form.split_once("{two}")) {
        (Some((before, after)), _) => (Some(before), 1, after),
        (None, Some((before, after))) => (Some(before), 2, after),
        (None, None) => (None, 0, form),
    };
    // "Anna and one other": the one has no digit.
    let (form, one) = match form.split_once("{one}") {
        Some((before, after)) => (format!("{before}{after}"), 1),
        None => (form.to_owned(), 0),
    };
    let form = form.as_str();
    let mut rest = line;
    let (before_number, after_number) = match form.split_once("{n}") {
        Some((before, after)) => (before, Some(after)),
        None => (form, None),
    };
    let mut count = one;
    if let Some(before) = named {
        rest = rest.strip_prefix(before)?;
        // What follows the name begins at the last place where the form goes on, since names may hold the same words.
        let at = rest.rfind(before_number).filter(|at| *at > 0)?;
        people = named_in(rest.get(..at)?, people, words, linked)?;
        count += people;
        rest = rest.get(at..)?;
    }
    rest = rest.strip_prefix(before_number)?;
    let Some(after) = after_number else { return rest.is_empty().then_some((count, people)) };
    let number = rest.strip_suffix(after)?;
    Some((count.checked_add(whole(number)?)?, people))
}

/// How many people a text names: as many as the form has, joined by "and"; or a list, if all in it are linked. `None` where
/// that is not clear.
fn named_in(text: &str, people: u32, words: &Words, linked: Option<u32>) -> Option<u32> {
    if text.trim().is_empty() || text.contains(char::is_numeric) {
        return None;
    }
    // "and" parts names as a form does; any other joiner makes a list.
    let by_and = text.replace(&format!(" {} ", words.and), "\t");
    let joiners = [", ", "、", "، ", "，", "&", "+"].iter().chain(words.joiners);
    let all = joiners.fold(by_and, |text, joiner| text.replace(joiner, "\n"));
    let expected = if all.contains('\n') { linked? } else { people };
    let named = u32::try_from(all.split(['\n', '\t']).filter(|name| !name.trim().is_empty()).count()).ok()?;
    (named == expected).then_some(named)
}

/// The digit 0: Latin, Arabic, Persian, Devanagari, Bengali, Gurmukhi, Telugu, Thai, full width.
const ZEROS: [u32; 9] = [0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xC66, 0xE50, 0xFF10];

/// A whole number, with thousands separators of any kind, in any of the digits that browsers print.
fn whole(text: &str) -> Option<u32> {
    let plain = |c: char| {
        let zero = ZEROS.into_iter().find(|zero| (*zero..=*zero + 9).contains(&u32::from(c)))?;
        char::from_digit(u32::from(c) - zero, 10)
    };
    let groups: Vec<String> = text
        .split(['.', ',', '\'', '\u{a0}', '\u{202f}', ' ', '\u{66c}'])
        .map(|group| group.chars().map(plain).collect::<Option<String>>())
        .collect::<Option<_>>()?;
    let (first, others) = groups.split_first()?;
    let is_grouped = others.is_empty() || (1..=3).contains(&first.len()) && others.iter().all(|group| group.len() == 3);
    (is_grouped && !first.is_empty()).then(|| groups.concat().parse().ok())?
}

#[cfg(test)]
mod tests {
    use crate::invitation::text::folded;
    use crate::languages::{each_form, of};

    fn read(language: &str, line: &str) -> Option<u32> {
        let cards = &of(language)?.cards;
        super::count(&folded(line), cards, None).map(|(count, _)| count)
    }

    #[test]
    fn the_number_stands_wherever_the_language_puts_it() {
        for (language, line, expected) in [
            ("pl", "Anna Przykład i 12 innych wspólnych kontaktów", 13),
            ("tr", "Ali Örnek ve 3 diğer ortak bağlantı", 4),
            ("sv", "Anna Exempel och 1 204 andra gemensamma kontakter", 1205),
            ("nb-NO", "5 felles kontakter", 5),
            ("ru", "Анна Пример и ещё 4 общих контакта", 5),
            ("ar", "١٢ من الزملاء المشتركين", 12),
            ("ja", "共通のつながり3人", 3),
            ("ja", "田中花子さん、他12人の共通のつながり", 13),
            ("ko", "김예시님 외 함께 아는 1촌 4명", 5),
            ("zh-CN", "李例和其他 7 位共同好友", 8),
            ("zh-TW", "１２ 位共同聯絡人", 12),
            ("th", "คนรู้จักร่วมกัน 9 คน", 9),
            ("es", "Ana Ruiz y 5 contactos más en común", 6),
            ("it", "Anna Esempio e un altro collegamento in comune", 2),
            ("pl", "Anna Przykład i jeszcze jeden wspólny kontakt", 2),
            ("pl", "Anna Przykład i Jan Wzór to wspólne kontakty", 2),
            ("tr", "Ali Örnek ve bir ortak bağlantı daha", 2),
            ("sv", "Anna Exempel och Lars Modell är gemensamma kontakter", 2),
            ("da", "Anna Eksempel og 4 andre er fælles forbindelser", 5),
            ("nb", "Kari Eksempel og én annen felles kontakt", 2),
            ("fi", "Aino Esimerkki ja Eero Malli ovat yhteisiä kontakteja", 2),
            ("cs", "Jana Vzorová a jedno další společné spojení", 2),
            ("ro", "Ana Exemplu și încă 21 de conexiuni comune", 22),
            ("hu", "Minta Anna és további 3 közös ismerős", 4),
            ("el", "Άννα Δείγμα και άλλη μία κοινή επαφή", 2),
            ("uk", "Анна Зразок та ще один спільний контакт", 2),
            ("ru", "Анна Пример и ещё один общий контакт", 2),
            ("ru", "Анна Пример и Иван Образец — общие контакты", 2),
            ("ar", "زميل مشترك واحد", 1),
            ("ar", "سارة مثال و١٢ من الزملاء المشتركين", 13),
            ("ar", "سارة مثال و4 زملاء مشتركون آخرون", 5),
            ("he", "דנה דוגמה ועוד קשר משותף אחד", 2),
            ("hi", "अंजलि उदाहरण और ३ अन्य म्यूचुअल कनेक्शन हैं", 4),
            ("ja", "田中花子さんともう2人の共通のつながり", 3),
            ("ko", "김예시님은 함께 아는 1촌입니다", 1),
            ("zh-TW", "李例及其他 7 位共同聯絡人", 8),
            ("id", "Sari Contoh dan Budi Model adalah koneksi bersama", 2),
            ("th", "สมชาย ตัวอย่าง และอีก 3 คนเป็นคนรู้จักร่วมกัน", 4),
            ("vi", "Lan Ví Dụ và một kết nối chung khác", 2),
            ("fr", "Anne Exemple et Luc Modèle sont des relations en commun", 2),
        ] {
            assert_eq!(read(language, line), Some(expected), "{line}");
        }
    }

    #[test]
    fn a_line_of_no_known_form_is_unknown() {
        for (language, line) in [
            ("pl", "Anna, Jan i 12 innych wspólnych kontaktów"),
            ("pl", "500+ wspólnych kontaktów"),
            ("ja", "共通のつながり"),
            ("ja", "共通のつながり3,00人"),
            ("zh", "和其他 7 位共同好友"),
            ("ko", "함께 아는 1촌 4"),
            ("tr", "99999999999 ortak bağlantı"),
            ("sv", "12 gemensamma grupper"),
            ("fr", "Anne Exemple, Luc Modèle et Zoé Type sont des relations en commun"),
            ("es", "Ana Ruiz y Luis Gil y Eva Sol son contactos en común"),
            ("ko", "이지은님과 박준호님은 함께 아는 1촌입니다"),
            ("ja", "鈴木花子さんと佐藤健さんは共通のつながりです"),
            ("zh-CN", "李娜和张强是共同好友"),
            ("th", "มาลีและอนันต์ เป็นคนรู้จักร่วมกัน"),
            ("ar", "ليلى منصور وعمر قاسم و12 من الزملاء المشتركين"),
            ("pl", "Ewa Lis oraz Jan Zych i 12 innych wspólnych kontaktów"),
        ] {
            assert_eq!(read(language, line), None, "{line}");
        }
    }

    #[test]
    fn a_list_counts_where_all_in_it_are_linked() {
        for (language, line, linked, expected) in [
            ("pl", "Ewa Lis, Jan Zych i 3 inne wspólne kontakty", 2, Some(5)),
            ("pl", "Ewa Lis, Jan Zych i 3 inne wspólne kontakty", 1, None),
            ("pl", "Ewa Lis, MBA i 3 inne wspólne kontakty", 1, None),
            ("uk", "Іван Гай та Олена Бойко є спільними контактами", 2, Some(2)),
            ("ja", "鈴木花子さんと佐藤健さんは共通のつながりです", 2, Some(2)),
            ("ja", "鈴木花子さんと佐藤健さんは共通のつながりです", 1, None),
            ("zh-CN", "李娜和张强是共同好友", 2, Some(2)),
            ("zh-CN", "李娜和张强是共同好友", 1, None),
        ] {
            let cards = &of(language).unwrap().cards;
            let read = super::count(&folded(line), cards, Some(linked)).map(|(count, _)| count);
            assert_eq!(read, expected, "{line}, {linked} linked");
        }
    }

    #[test]
    fn every_form_is_read_in_every_language() {
        for language in crate::languages::ALL {
            let mut forms = Vec::new();
            language.cards.lines.iter().for_each(|lines| each_form(lines, &mut |form| forms.push(form.to_owned())));
            for form in forms {
                let named = u32::from(form.contains("{name}")) + 2 * u32::from(form.contains("{two}"));
                let counted = if form.contains("{n}") { 1204 } else { u32::from(form.contains("{one}")) };
                let two = format!("kim sample {} lee other", language.cards.and);
                let line = form.replace("{name}", "kim sample").replace("{two}", &two).replace("{n}", "1.204");
                let line = line.replace("{one}", "");
                let expected = (named + counted > 0).then_some((named + counted, named));
                assert_eq!(super::count(&line, &language.cards, None), expected, "{line}");
            }
        }
    }
}
