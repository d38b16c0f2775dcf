//! Names as they are found in one inbox, by culture; none of them is anybody's.

use crate::random::Random;

/// A displayed name in its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    pub given: String,
    pub family: String,
    pub is_woman: bool,
}

struct Culture {
    /// Of a hundred names so many are of this culture.
    share: i64,
    women: &'static [&'static str],
    men: &'static [&'static str],
    /// Families, as men have them; women's where they differ are made by `of_woman`.
    families: &'static [&'static str],
}

const CULTURES: [Culture; 12] = [
    Culture {
        share: 26,
        women: &[
            "Emily",
            "Sarah",
            "Jessica",
            "Laura",
            "Megan",
            "Rachel",
            "Hannah",
            "Claire",
            "Victoria",
            "Alice",
            "Amy",
            "Natalie",
            "Rebecca",
            "Olivia",
            "Sophie",
            "Katherine",
            "Elizabeth",
            "Jennifer",
            "Nicole",
            "Heather",
        ],
        men: &[
            "James",
            "Michael",
            "David",
            "Robert",
            "Daniel",
            "Andrew",
            "Thomas",
            "Matthew",
            "Christopher",
            "William",
            "Peter",
            "Stephen",
            "Mark",
            "Paul",
            "Simon",
            "Benjamin",
            "Jonathan",
            "Edward",
            "Gregory",
            "Nathan",
        ],
        families: &[
            "Smith",
            "Johnson",
            "Brown",
            "Taylor",
            "Wilson",
            "Davies",
            "Evans",
            "Walker",
            "Wright",
            "Harris",
            "Clarke",
            "Hughes",
            "Morgan",
            "Cooper",
            "Bennett",
            "Foster",
            "Palmer",
            "Sullivan",
            "Mitchell",
            "Reynolds",
            "Barrett",
            "Whitfield",
            "Hawthorne",
            "Pemberton",
            "Ashworth",
            "Caldwell",
            "Donovan",
            "Fairbanks",
            "Granger",
            "Holloway",
        ],
    },
    Culture {
        share: 12,
        women: &["Anna", "Katharina", "Julia", "Sabine", "Claudia", "Stefanie", "Heike", "Monika", "Lena", "Birgit"],
        men: &["Thomas", "Stefan", "Jürgen", "Andreas", "Markus", "Tobias", "Florian", "Wolfgang", "Uwe", "Matthias"],
        families: &[
            "Müller",
            "Schmidt",
            "Schneider",
            "Fischer",
            "Weber",
            "Becker",
            "Hoffmann",
            "Schäfer",
            "Koch",
            "Richter",
            "Klein",
            "Wolf",
            "Schröder",
            "Neumann",
            "Zimmermann",
            "Krüger",
            "Hartmann",
            "Lange",
            "Krause",
            "Vogel",
        ],
    },
    Culture {
        share: 8,
        women: &[
            "Camille", "Élodie", "Sophie", "Hélène", "Chloé", "Aurélie", "Céline", "Manon", "Isabelle", "Juliette",
        ],
        men: &[
            "Pierre",
            "Julien",
            "Nicolas",
            "François",
            "Antoine",
            "Sébastien",
            "Luc",
            "Étienne",
            "Guillaume",
            "Rémi",
        ],
        families: &[
            "Martin",
            "Bernard",
            "Dubois",
            "Moreau",
            "Laurent",
            "Lefèvre",
            "Girard",
            "Rousseau",
            "Fontaine",
            "Chevalier",
            "Lambert",
            "Bonnet",
            "Garnier",
            "Faure",
            "Mercier",
            "Blanchard",
            "Perrin",
            "Marchand",
            "Delacroix",
            "Renaud",
        ],
    },
    Culture {
        share: 9,
        women: &["María", "Carmen", "Lucía", "Ana", "Paula", "Marta", "Elena", "Cristina", "Beatriz", "Sofía"],
        men: &["José", "Carlos", "Javier", "Alejandro", "Miguel", "Pablo", "Sergio", "Luis", "Andrés", "Diego"],
        families: &[
            "García",
            "Martínez",
            "López",
            "Sánchez",
            "González",
            "Pérez",
            "Fernández",
            "Ramírez",
            "Torres",
            "Navarro",
            "Domínguez",
            "Vázquez",
            "Ramos",
            "Gil",
            "Serrano",
            "Molina",
            "Ortega",
            "Delgado",
            "Castro",
            "Rubio",
        ],
    },
    Culture {
        share: 6,
        women: &["Giulia", "Francesca", "Chiara", "Valentina", "Alessandra", "Silvia", "Elisa", "Federica"],
        men: &["Marco", "Luca", "Alessandro", "Giuseppe", "Matteo", "Stefano", "Davide", "Roberto"],
        families: &[
            "Rossi", "Russo", "Ferrari", "Esposito", "Bianchi", "Romano", "Colombo", "Ricci", "Marino", "Greco",
            "Bruno", "Gallo", "Conti", "Mancini", "Lombardi", "Moretti",
        ],
    },
    Culture {
        share: 5,
        women: &["Agnieszka", "Katarzyna", "Małgorzata", "Joanna", "Magdalena", "Ewa", "Zofia", "Dorota"],
        men: &["Piotr", "Krzysztof", "Tomasz", "Paweł", "Michał", "Jakub", "Łukasz", "Grzegorz"],
        families: &[
            "Kowalski",
            "Nowak",
            "Wiśniewski",
            "Wójcik",
            "Kamiński",
            "Lewandowski",
            "Zieliński",
            "Szymański",
            "Mazur",
            "Krawczyk",
            "Pawlak",
            "Dudek",
        ],
    },
    Culture {
        share: 10,
        women: &["Priya", "Anjali", "Neha", "Kavita", "Sunita", "Divya", "Pooja", "Deepika", "Lakshmi", "Meera"],
        men: &["Rahul", "Amit", "Vikram", "Sanjay", "Arjun", "Rajesh", "Anil", "Suresh", "Karthik", "Nikhil"],
        families: &[
            "Sharma",
            "Patel",
            "Gupta",
            "Singh",
            "Kumar",
            "Reddy",
            "Iyer",
            "Mehta",
            "Nair",
            "Joshi",
            "Banerjee",
            "Desai",
            "Chatterjee",
            "Agarwal",
            "Kulkarni",
            "Rao",
            "Verma",
            "Bhat",
        ],
    },
    Culture {
        share: 7,
        women: &["Mei", "Xiaoling", "Yan", "Jing", "Li Na", "Hui", "Fang", "Ying"],
        men: &["Wei", "Jian", "Hao", "Ming", "Lei", "Jun", "Bo", "Chen", "Zhiqiang", "Xiaoming"],
        families: &[
            "Wang", "Li", "Zhang", "Liu", "Chen", "Yang", "Huang", "Zhao", "Wu", "Zhou", "Xu", "Sun", "Ma", "Guo",
        ],
    },
    Culture {
        share: 4,
        women: &["Yuki", "Haruka", "Aiko", "Naoko", "Keiko", "Sakura"],
        men: &["Hiroshi", "Takashi", "Kenji", "Daisuke", "Satoshi", "Kazuki"],
        families: &[
            "Sato",
            "Suzuki",
            "Takahashi",
            "Tanaka",
            "Watanabe",
            "Ito",
            "Yamamoto",
            "Nakamura",
            "Kobayashi",
            "Kato",
        ],
    },
    Culture {
        share: 5,
        women: &["Fatima", "Aisha", "Layla", "Noor", "Mariam", "Yasmin", "Huda", "Rania"],
        men: &["Mohammed", "Ahmed", "Omar", "Khalid", "Hassan", "Yusuf", "Tariq", "Karim"],
        families: &[
            "Al-Farsi", "Haddad", "Khalil", "Mansour", "Nasser", "Saleh", "Rahman", "Aziz", "Hussein", "Farouk",
        ],
    },
    Culture {
        share: 4,
        women: &["Ngozi", "Chioma", "Amaka", "Folake", "Abena", "Wanjiru"],
        men: &["Chinedu", "Emeka", "Tunde", "Kwame", "Kofi", "Oluwaseun"],
        families: &["Okafor", "Adeyemi", "Okonkwo", "Mensah", "Eze", "Balogun", "Osei", "Kamau", "Nwosu", "Abubakar"],
    },
    Culture {
        share: 4,
        women: &["Elena", "Olga", "Irina", "Natalia", "Svetlana", "Tatiana", "Anastasia", "Ekaterina"],
        men: &["Sergey", "Dmitry", "Alexey", "Ivan", "Mikhail", "Vladimir", "Andrey", "Nikolay"],
        families: &[
            "Ivanov",
            "Petrov",
            "Sidorov",
            "Smirnov",
            "Kuznetsov",
            "Volkov",
            "Sokolov",
            "Morozov",
            "Lebedev",
            "Pavlov",
        ],
    },
];

/// Names in another script, and as the same people write them in Latin letters.
const WRITTEN_TWICE: [(&str, &str, &str, &str); 20] = [
    ("Александр", "Иванов", "Alexander", "Ivanov"),
    ("Екатерина", "Смирнова", "Ekaterina", "Smirnova"),
    ("Дмитрий", "Кузнецов", "Dmitry", "Kuznetsov"),
    ("Юлия", "Соколова", "Yulia", "Sokolova"),
    ("Сергей", "Попов", "Sergei", "Popov"),
    ("Наталья", "Лебедева", "Natalia", "Lebedeva"),
    ("Андрей", "Шевченко", "Andrii", "Shevchenko"),
    ("Оксана", "Коваленко", "Oksana", "Kovalenko"),
    ("Михаил", "Новиков", "Mikhail", "Novikov"),
    ("Ольга", "Морозова", "Olga", "Morozova"),
    ("Γιώργος", "Παπαδόπουλος", "Giorgos", "Papadopoulos"),
    ("Μαρία", "Νικολάου", "Maria", "Nikolaou"),
    ("伟", "张", "Wei", "Zhang"),
    ("芳", "李", "Fang", "Li"),
    ("静", "王", "Jing", "Wang"),
    ("明", "刘", "Ming", "Liu"),
    ("健二", "田中", "Kenji", "Tanaka"),
    ("さくら", "佐藤", "Sakura", "Sato"),
    ("민수", "김", "Minsu", "Kim"),
    ("지은", "이", "Jieun", "Lee"),
];

impl Name {
    pub fn draw(random: &mut Random) -> Self {
        let is_woman = random.chance(0.45);
        Self::of(random, is_woman)
    }

    /// Of a woman or of a man.
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

    /// After a marriage: another family name, or both.
    pub fn married(&self, random: &mut Random) -> Self {
        let mut other = Self::of(random, self.is_woman);
        while other.family == self.family {
            other = Self::of(random, self.is_woman);
        }
        let family = if random.chance(0.3) { format!("{}-{}", self.family, other.family) } else { other.family };
        Self { family, ..self.clone() }
    }

    /// As it is displayed: now and then with what people add.
    pub fn shown(&self, random: &mut Random) -> String {
        let is_han = self.family.chars().all(|c| ('\u{3040}'..='\u{d7ff}').contains(&c));
        let name =
            if is_han { format!("{}{}", self.family, self.given) } else { format!("{} {}", self.given, self.family) };
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

    /// As another account of the same person shows it: shortened, nicknamed, with a middle initial.
    pub fn shown_otherwise(&self, random: &mut Random) -> String {
        let (given, family) = (&self.given, &self.family);
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

/// A slug that says nothing of its owner's name.
pub fn handle(random: &mut Random) -> String {
    let first = random.pick(&["the", "growth", "data", "cloud", "agile", "sales", "code", "green", "digital", "brand"]);
    let second = random.pick(&["wizard", "builder", "mentor", "pilot", "lab", "studio", "coach", "nomad", "works"]);
    format!("{first}-{second}-{}", random.next() % 100_000)
}

/// Without accents, for addresses.
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
