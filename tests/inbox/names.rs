//! Names as in a real inbox: drawn from the lists, and written in the ways in which people write theirs.

use crate::cultures::{CULTURES, WRITTEN_TWICE};
use crate::random::Random;

/// Family names that at least one in fifty people of a country has.
const FREQUENT: [&str; 33] = [
    "Davies",
    "Evans",
    "García",
    "Martínez",
    "López",
    "Sánchez",
    "González",
    "Pérez",
    "Fernández",
    "Sharma",
    "Patel",
    "Singh",
    "Kumar",
    "Reddy",
    "Rahman",
    "Hussein",
    "Mensah",
    "Ivanov",
    "Petrov",
    "Wang",
    "Zhang",
    "Liu",
    "Chen",
    "Yang",
    "Huang",
    "Zhao",
    "Zhou",
    "Sun",
    "Guo",
    "Li",
    "Wu",
    "Xu",
    "Ma",
];

/// A displayed name in its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    pub given: String,
    pub family: String,
    pub is_woman: bool,
}

impl Name {
    pub fn draw(random: &mut Random) -> Self {
        let is_woman = random.chance(0.45);
        Self::of(random, is_woman)
    }

    /// Draws a woman's or a man's name.
    pub fn of(random: &mut Random, is_woman: bool) -> Self {
        let mut at = random.whole(0, CULTURES.iter().map(|culture| culture.share).sum::<i64>() - 1);
        let culture = CULTURES.iter().find(|culture| {
            at -= culture.share;
            at < 0
        });
        let culture = culture.unwrap_or(&CULTURES[0]);
        let given = random.pick(if is_woman { culture.women } else { culture.men });
        let mut name =
            Self { given: (*given).to_owned(), family: (*random.pick(culture.families)).to_owned(), is_woman };
        name.family = name.family_of_woman();
        name
    }

    /// A name in another script, and the same in Latin letters.
    pub fn written_twice(random: &mut Random) -> [Self; 2] {
        let (given, family, latin_given, latin_family) = random.pick(&WRITTEN_TWICE);
        let name = |given: &&str, family: &&str| Self {
            given: (*given).to_owned(),
            family: (*family).to_owned(),
            is_woman: false,
        };
        [name(given, family), name(latin_given, latin_family)]
    }

    /// The name after a marriage: another family name, or both.
    pub fn married(&self, random: &mut Random) -> Self {
        let mut other = Self::of(random, self.is_woman);
        while other.family == self.family || other.script() != self.script() {
            other = Self::of(random, self.is_woman);
        }
        let family = if random.chance(0.3) { format!("{}-{}", self.family, other.family) } else { other.family };
        Self { family, ..self.clone() }
    }

    /// The name of a relative.
    pub fn relative(&self, random: &mut Random, is_woman: bool) -> Self {
        loop {
            let other = Self::of(random, is_woman);
            let family = |name: &Self| name.family.trim_end_matches('a').replace("ski", "sk");
            if family(&other) == family(self) && other.given != self.given {
                return other;
            }
        }
    }

    /// Whether strangers often share the family name.
    pub fn is_frequent(&self) -> bool {
        let of_man = self.family.strip_suffix('a').unwrap_or_default();
        self.family.chars().count() == 1 || FREQUENT.iter().any(|name| [&self.family, of_man].contains(name))
    }

    /// The displayed name, sometimes with additions such as titles.
    pub fn shown(&self, random: &mut Random) -> String {
        let is_east = self.is_east();
        let name =
            if is_east { format!("{}{}", self.family, self.given) } else { format!("{} {}", self.given, self.family) };
        if is_east && random.chance(0.2) {
            let is_korean = self.script() == 'K';
            let added = if is_korean {
                ["{} 팀장", "{} (삼성전자)", "{}｜마케팅", "{} 대표"]
            } else {
                ["{}（产品经理）", "{}｜採用担当", "【採用】{}", "{}先生"]
            };
            return random.pick(&added).replace("{}", &name);
        }
        match random.whole(0, 99) {
            0..4 => format!("{name}, MBA"),
            4..6 => format!("Dr. {name}"),
            6..8 => format!("{name}, PMP"),
            8..9 => format!("🚀 {name}"),
            9..10 if self.is_woman => format!("{name} (She/Her)"),
            10..11 => name.to_uppercase(),
            _ => name,
        }
    }

    /// The displayed name of another account of the same person: shortened, nicknamed, with a middle initial.
    pub fn shown_otherwise(&self, random: &mut Random) -> String {
        let (given, family) = (&self.given, &self.family);
        if self.is_east() {
            return self.shown(random);
        }
        match random.whole(0, 5) {
            0 => format!("{} {family}", given.chars().next().map(|c| format!("{c}.")).unwrap_or_default()),
            1 => format!("{given} M. {family}"),
            2 => format!("{family}, {given}"),
            3 => plain(&format!("{given} {family}")),
            4 => format!("{given} {family}").to_uppercase(),
            _ => format!("{given} {family}"),
        }
    }

    /// The last part of the profile's address, as LinkedIn makes it or people choose it.
    pub fn slug(&self, random: &mut Random) -> String {
        let part = |text: &str| {
            let text = plain(text).to_lowercase();
            text.chars().filter(|c| c.is_alphanumeric()).collect::<String>()
        };
        let (given, family) = (part(&self.given), part(&self.family));
        let number = random.next();
        match random.whole(0, 9) {
            0..7 => format!("{given}-{family}-{:08x}", number >> 32),
            7..8 => format!("{given}{family}{}", number % 1000),
            8..9 => format!("{}{family}{}", given.chars().next().unwrap_or('x'), number % 10_000),
            _ => format!("{family}-{given}-{}", number % 100_000),
        }
    }

    /// Whether the family name comes first, without a space.
    fn is_east(&self) -> bool {
        matches!(self.script(), 'H' | 'K')
    }

    /// The script of the family name: Han and kana, Korean, another one, Latin.
    fn script(&self) -> char {
        match self.family.chars().next() {
            Some('\u{3040}'..='\u{9fff}') => 'H',
            Some('\u{ac00}'..='\u{d7ff}') => 'K',
            Some('\u{900}'..='\u{dff}') => 'I',
            _ => 'L',
        }
    }

    fn family_of_woman(&self) -> String {
        let family = &self.family;
        if !self.is_woman {
            family.clone()
        } else if let Some(stem) = family.strip_suffix("ski") {
            format!("{stem}ska")
        } else if ["ov", "ev"].iter().any(|end| family.ends_with(end)) {
            format!("{family}a")
        } else {
            family.clone()
        }
    }
}

/// A slug without its owner's name.
pub fn handle(random: &mut Random) -> String {
    let first = random.pick(&["the", "growth", "data", "cloud", "agile", "sales", "code", "green", "digital", "brand"]);
    let second = random.pick(&["wizard", "builder", "mentor", "pilot", "lab", "studio", "coach", "nomad", "works"]);
    format!("{first}-{second}-{}", random.next() % 100_000)
}

/// A profile's id by the member's number, as searches link it.
pub fn member_code(random: &mut Random) -> String {
    let letters: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').collect();
    format!("ACoAA{}", (0..20).map(|_| *random.pick(&letters)).collect::<String>())
}

/// The text without accents, for addresses.
fn plain(text: &str) -> String {
    let bare = |c: char| match c {
        'ä' | 'á' | 'à' | 'â' | 'ã' => "a".to_owned(),
        'ö' | 'ó' | 'ô' => "o".to_owned(),
        'ü' | 'ú' => "u".to_owned(),
        'é' | 'è' | 'ê' | 'ë' | 'ę' => "e".to_owned(),
        'É' => "E".to_owned(),
        'í' | 'ï' => "i".to_owned(),
        'ç' | 'ć' => "c".to_owned(),
        'ñ' | 'ń' => "n".to_owned(),
        'ł' => "l".to_owned(),
        'Ł' => "L".to_owned(),
        'ś' => "s".to_owned(),
        'ż' | 'ź' => "z".to_owned(),
        'ß' => "ss".to_owned(),
        other => other.to_string(),
    };
    text.chars().map(bare).collect()
}
