//! Chinese, Japanese and Korean names: with each other, and with their Latin spellings.
use super::NameMatch;
use super::characters::{
    Characters, compound_spellings, is_perhaps_titled, is_surname_alone, is_whole_name, surname_sizes, usual,
};
use super::fold::{Script, script_of};
use super::nicknames;
use super::parse::Name;
use super::syllables::{Language, Syllable, hanja_surname, is_pinyin, simplified, spell_alike_in, spells};
use super::tables::{is_east_surname, is_given_name, is_japanese_surname, japanese};
use super::word::Word;

/// The most characters of such a name that are compared with a Latin one.
const MAX_CHARACTERS: usize = 6;

/// Two names of Chinese characters, or two of Korean syllables.
pub(super) fn compare_characters(a: &Characters, b: &Characters) -> NameMatch {
    let usual = |name: &Vec<char>| -> Vec<char> { name.iter().map(|&character| usual(character)).collect() };
    let (of_a, of_b): (Vec<_>, Vec<_>) =
        (a.candidates.iter().map(usual).collect(), b.candidates.iter().map(usual).collect());
    let alike = |a: &Vec<char>, b: &Vec<char>| a == b && a.len() > 1;
    if of_a.iter().any(|a| of_b.iter().any(|b| alike(a, b))) {
        return NameMatch::Same;
    }
    let (Some(first_a), Some(first_b)) = (of_a.first(), of_b.first()) else { return NameMatch::Unclear };
    let answer = compare_whole(first_a, a.surname, first_b, b.surname);
    // A former name, or another name of the person.
    let borne = |others: &[Vec<char>], name: &[char]| {
        others.iter().map(usual).any(|other| other.len() > 1 && name.windows(other.len()).any(|part| part == other))
    };
    if !a.sure || !b.sure || borne(&a.others, first_b) || borne(&b.others, first_a) {
        return if answer == NameMatch::Same { answer } else { NameMatch::Unclear };
    }
    answer
}

/// Two names of characters in their usual forms; `space_a`, `space_b`: the size of the surname, where a space shows it.
fn compare_whole(a: &[char], space_a: Option<usize>, b: &[char], space_b: Option<usize>) -> NameMatch {
    if a == b {
        return NameMatch::Same;
    }
    let (shorter, longer) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    // A given name or a surname alone, or with a title that may be one.
    let incomplete = |name: &[char]| name.len() < 2 || is_surname_alone(name) || is_perhaps_titled(name);
    if incomplete(a) || incomplete(b) || longer.starts_with(shorter) || longer.ends_with(shorter) {
        return NameMatch::Unclear;
    }
    if sound_alike(a, b) {
        return NameMatch::Unclear;
    }
    let sizes = |name: &[char], space: Option<usize>| space.map_or_else(|| surname_sizes(name), |size| vec![size]);
    let (sizes_a, sizes_b) = (sizes(a, space_a), sizes(b, space_b));
    // The surname may have changed.
    let same_given = sizes_a.iter().any(|&size_a| {
        sizes_b.iter().any(|&size_b| {
            let (Some(given_a), Some(given_b)) = (a.get(size_a..), b.get(size_b..)) else { return false };
            !given_a.is_empty() && !given_b.is_empty() && sound_alike(given_a, given_b)
        })
    });
    if same_given { NameMatch::Unclear } else { NameMatch::Different }
}

fn sound_alike(a: &[char], b: &[char]) -> bool {
    let alike = |a: char, b: char| {
        a == b || Syllable::share_reading(a, b) || is_unknown(a) || is_unknown(b) || initial_law(a) == initial_law(b)
    };
    a.len() == b.len() && a.iter().zip(b).all(|(&a, &b)| alike(a, b))
}

/// A Korean surname as written in the South, where some lose their first sound.
fn initial_law(block: char) -> char {
    match block {
        '리' => '이',
        '류' => '유',
        '림' => '임',
        '로' => '노',
        '라' => '나',
        '량' => '양',
        '려' => '여',
        '렴' => '염',
        '륙' => '육',
        '룡' => '용',
        other => other,
    }
}

/// Whether a character may be another form of one whose reading is known, for all the tables say.
fn is_unknown(character: char) -> bool {
    Syllable::of_han(character).is_none() && script_of(character) == Some(Script::Han)
}

/// A name of Chinese characters and one of Latin letters.
pub(super) fn compare_han(name: &Characters, latin: &Name) -> NameMatch {
    match compare_han_first(name.first(), latin) {
        NameMatch::Different if !name.sure || !is_whole_name(name.first()) || is_perhaps_titled(name.first()) => {
            NameMatch::Unclear
        }
        answer => answer,
    }
}

fn compare_han_first(han: &[char], latin: &Name) -> NameMatch {
    let words = LatinWords::of(latin);
    if let Some(answer) = compare_japanese(han, &words) {
        return answer;
    }
    let compound = compound_spellings(han).filter(|_| han.len() > 2);
    let readable = compound.is_some() || han.iter().take(2).all(|&character| Syllable::of_han(character).is_some());
    if !readable || han.len() < 2 || words.texts.len() < 2 {
        return NameMatch::Unclear;
    }
    let syllables: Vec<Syllable> =
        han.iter().take(MAX_CHARACTERS).map(|&character| Syllable::of_han(character).unwrap_or_default()).collect();
    let (surname, given) = syllables.split_at(if compound.is_some() || syllables.len() > 3 { 2 } else { 1 });
    let of_dialect =
        han.first().is_some_and(|&character| words.texts.iter().any(|word| is_dialect_surname(character, word)));
    // Given names of dialects, and Korean ones, cannot be told from other names by the readings known here.
    let of_korea = han.first().and_then(|&character| hanja_surname(character)).is_some_and(|block| {
        Syllable::of_hangul(block, true).is_some_and(|surname| words.fit(std::slice::from_ref(&surname)))
    });
    let readable = !of_dialect && !of_korea && words.may_be_chinese();
    let surname_fits = match compound {
        Some(spellings) => spellings.iter().any(|spelling| words.hold(spelling)) || words.fit(surname),
        None => {
            of_dialect || surname.iter().any(|syllable| words.fit(std::slice::from_ref(syllable))) || words.fit(surname)
        }
    };
    let given_fits = words.fit(given);
    match (surname_fits, given_fits) {
        (true, true) => NameMatch::Same,
        (true, false) => {
            // Characters without a known reading match nothing, and are not compared.
            let unread = han.iter().skip(surname.len()).all(|&character| Syllable::of_han(character).is_none());
            let any_fits = unread || given.iter().any(|syllable| words.fit(std::slice::from_ref(syllable)));
            // Only a given name of syllables can be compared; an English one says nothing.
            let comparable = words.syllables_beside_surname() >= given.len() || words.have_pinyin_given_name(surname);
            if comparable && readable && !any_fits { NameMatch::Different } else { NameMatch::Unclear }
        }
        // Japanese readings are not known.
        (false, false) if japanese_surname(han).is_some() => NameMatch::Unclear,
        (false, false) if readable && words.texts.iter().any(|word| is_east_surname(word)) => NameMatch::Different,
        (false, _) => NameMatch::Unclear,
    }
}

/// A name of Korean syllables and one of Latin letters.
pub(super) fn compare_hangul(name: &Characters, latin: &Name) -> NameMatch {
    let hangul = name.first();
    let words = LatinWords::of(latin);
    if words.texts.len() < 2 || hangul.len() < 2 {
        return NameMatch::Unclear;
    }
    let sizes = surname_sizes(hangul);
    let answers = sizes.iter().map(|&size| {
        let (surname, given) = hangul.split_at_checked(size).unwrap_or_default();
        compare_korean(surname, given, &words)
    });
    let answer = answers.into_iter().min_by_key(|answer| match answer {
        NameMatch::Same => 0,
        NameMatch::Unclear => 1,
        NameMatch::Different => 2,
    });
    match answer.unwrap_or(NameMatch::Unclear) {
        // A foreign name in Korean syllables, or one with a title.
        NameMatch::Different if !name.sure || !is_whole_name(hangul) || is_perhaps_titled(hangul) => NameMatch::Unclear,
        answer => answer,
    }
}

fn compare_korean(surname: &[char], given: &[char], words: &LatinWords) -> NameMatch {
    let read = |blocks: &[char], surname: bool| -> Option<Vec<Syllable>> {
        blocks.iter().take(MAX_CHARACTERS).map(|&block| Syllable::of_hangul(block, surname)).collect()
    };
    let (Some(surname), Some(given)) = (read(surname, true), read(given, false).filter(|given| !given.is_empty()))
    else {
        return NameMatch::Unclear;
    };
    match (words.fit(&surname), words.fit(&given)) {
        (true, true) => NameMatch::Same,
        (true, false) if words.has_western_given_name() => NameMatch::Unclear,
        (true, false) if words.nearly_fit(&given) => NameMatch::Unclear,
        (true, false) | (false, false) => NameMatch::Different,
        (false, true) => NameMatch::Unclear,
    }
}

/// The words of a Latin name, hyphens taken apart.
struct LatinWords<'a> {
    texts: Vec<&'a str>,
}

impl<'a> LatinWords<'a> {
    fn of(name: &'a Name) -> Self {
        Self { texts: name.words.iter().map(Word::text).take(8).collect() }
    }

    /// Whether some run of words spells the syllables.
    fn fit(&self, syllables: &[Syllable]) -> bool {
        (0..self.texts.len()).any(|start| {
            let mut run = String::new();
            self.texts.iter().skip(start).take(syllables.len()).any(|word| {
                run.push_str(word);
                spells(&run, syllables)
            })
        })
    }

    /// Whether some run of words is a spelling.
    fn hold(&self, spelling: &str) -> bool {
        let two = self.texts.windows(2).any(|pair| pair.concat() == spelling);
        two || self.texts.contains(&spelling)
    }

    /// Whether all but one of at least two syllables are spelled by some word each.
    fn nearly_fit(&self, syllables: &[Syllable]) -> bool {
        let missing = syllables.iter().filter(|syllable| !self.fit(std::slice::from_ref(*syllable))).count();
        syllables.len() > 1 && missing == 0
    }

    /// Words beside the surname that are no Western given names.
    fn syllables_beside_surname(&self) -> usize {
        self.texts
            .iter()
            .filter(|word| word.len() > 1 && !(nicknames::is_known(word) || is_given_name(word) && word.len() > 4))
            .count()
            .saturating_sub(1)
    }

    /// Whether all words but the surname are Pinyin, and none a Western name.
    fn have_pinyin_given_name(&self, surname: &[Syllable]) -> bool {
        let mut others = self.texts.iter().filter(|word| !spells(word, surname)).peekable();
        others.peek().is_some() && others.all(|word| is_pinyin(word) && !nicknames::is_known(word))
    }

    /// Whether all words but Western given names are spelled as Chinese ones may be: "Khaw Boon" is of a dialect.
    fn may_be_chinese(&self) -> bool {
        let western = |word: &str| nicknames::is_known(word) || is_given_name(word);
        self.texts.iter().all(|word| word.len() < 2 || western(word) || spell_alike_in(Language::Chinese, word, word))
    }

    fn has_western_given_name(&self) -> bool {
        self.texts.len() == 2 && self.texts.iter().any(|word| nicknames::is_known(word) && !is_east_surname(word))
    }
}

/// The size of the Japanese surname of two characters or more that a name begins with.
fn japanese_surname(name: &[char]) -> Option<usize> {
    (2..=name.len()).rev().find(|&size| name.get(..size).is_some_and(is_japanese_surname))
}

/// A Japanese name, if its surname is known and found among the Latin words.
fn compare_japanese(han: &[char], words: &LatinWords) -> Option<NameMatch> {
    let name: Vec<char> = han.iter().take(MAX_CHARACTERS).map(|&character| usual(character)).collect();
    let reads = |readings: &[&str], words: &LatinWords| {
        readings.iter().any(|reading| words.texts.iter().any(|word| is_romaji(word, reading)))
    };
    let size = (1..=name.len()).rev().find(|&size| {
        let surname = name.get(..size).unwrap_or_default();
        japanese().surnames.get(surname).is_some_and(|readings| reads(readings, words))
    })?;
    let given = name.get(size..).unwrap_or_default();
    let Some(readings) = japanese().given.get(given).filter(|_| words.texts.len() > 1) else {
        return Some(NameMatch::Unclear);
    };
    if reads(readings, words) {
        return Some(NameMatch::Same);
    }
    // Characters have many readings, but where there are two or more, the ending of the last one seldom varies: 花子 is
    // no Kenji.
    let end = |word: &str| word.get(word.len().saturating_sub(2)..).unwrap_or_default().to_owned();
    let ends_otherwise = |word: &&str| readings.iter().all(|reading| end(reading) != end(word));
    let is_given = |word: &&str| japanese().given.values().flatten().any(|reading| is_romaji(word, reading));
    let other = given.len() > 1 && words.texts.iter().any(|word| is_given(word) && ends_otherwise(word));
    Some(if other { NameMatch::Different } else { NameMatch::Unclear })
}

/// Whether a word is a reading, long vowels written or not: "Satou", "Sato", "Satoh".
fn is_romaji(word: &str, reading: &str) -> bool {
    let short = |text: &str| text.replace("ou", "o").replace("oo", "o").replace("oh", "o").replace("uu", "u");
    word == reading || short(word) == short(reading)
}

/// Surnames as spelled by speakers of Hokkien, Teochew and Hakka.
fn is_dialect_surname(character: char, word: &str) -> bool {
    const DIALECT: &[(char, &[&str])] = &[
        ('陈', &["chin", "ding", "tan", "tann", "tran", "tjhin"]),
        ('林', &["lim", "lam", "liem"]),
        ('黄', &["uy", "oey", "ng", "wee", "ooi", "oei", "hoang", "huynh", "bong"]),
        ('吴', &["go", "goh", "gouw", "ngo"]),
        ('张', &["tiu", "chong", "tjong", "teo", "tiong", "teoh", "truong", "thio"]),
        ('王', &["ong", "heng", "vuong"]),
        ('刘', &["liew", "lau", "low", "luu", "lauw"]),
        ('蔡', &["chua", "chuah", "tjoa"]),
        ('杨', &["yong", "yeo", "yeoh", "njoo", "duong"]),
        ('许', &["khaw", "khor", "hee", "co", "koh", "khoo", "kho"]),
        ('郑', &["tay", "teh", "tee", "trinh", "the"]),
        ('谢', &["sia", "seah", "chia", "cheah"]),
        ('郭', &["kuok", "que", "kwee", "kwik", "kwek", "quek", "kueh"]),
        ('洪', &["ang"]),
        ('叶', &["yeap", "yap"]),
        ('沈', &["sim"]),
        ('萧', &["siew", "siow"]),
        ('徐', &["chee", "swee"]),
        ('高', &["ko", "kow"]),
        ('潘', &["phua", "phoa"]),
        ('罗', &["lo", "loh"]),
        ('周', &["chew", "jew", "chau", "chu"]),
        ('赵', &["teo", "tio", "trieu"]),
        ('江', &["kang"]),
        ('方', &["png", "hong"]),
        ('邱', &["khoo", "kew"]),
        ('朱', &["choo"]),
        ('李', &["lie", "dy", "ly"]),
        ('苏', &["soh"]),
        ('白', &["peh"]),
        ('余', &["eu", "er"]),
        ('梁', &["neo", "nio", "luong"]),
        ('阮', &["nguyen"]),
        ('黎', &["le"]),
        ('范', &["pham"]),
        ('潘', &["phan"]),
        ('武', &["vu", "vo"]),
        ('邓', &["dang"]),
        ('裴', &["bui"]),
        ('胡', &["ho"]),
        ('吕', &["loo"]),
        ('何', &["ha"]),
        ('孙', &["ton"]),
        ('曾', &["tang"]),
        ('冯', &["phung"]),
        ('韩', &["han"]),
        ('段', &["doan"]),
        ('丁', &["dinh"]),
        ('陶', &["dao"]),
        ('马', &["beh"]),
        ('施', &["see", "sy"]),
        ('傅', &["poh"]),
        ('卢', &["loh"]),
        ('戴', &["tay", "te"]),
        ('颜', &["gan"]),
        ('柯', &["kua", "qua"]),
        ('龚', &["keng"]),
        ('庄', &["chng", "ching"]),
        ('曹', &["chou", "cho"]),
        ('石', &["cheok", "chio"]),
        ('温', &["oon"]),
        ('魏', &["gwee"]),
        ('汤', &["thng", "tng"]),
        ('钟', &["cheong", "choong"]),
    ];
    let character = simplified(character);
    DIALECT.iter().any(|(surname, spellings)| *surname == character && spellings.contains(&word))
}
