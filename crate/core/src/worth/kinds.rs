//! The kinds of phrases, levels of titles and functions; and how the vocabularies write them.

/// The level of a title, lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Junior,
    Own,
    Senior,
    Manager,
    Head,
    Vice,
    Chief,
}

/// The kind of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Kind {
    /// Somebody who looks for people to employ: "recruiter".
    Recruiter,
    /// Looking for people to employ, as a function or a business: "talent acquisition".
    Recruiting,
    /// Human resources.
    People,
    /// "ex", "former": what follows is past.
    Former,
    /// "until": what follows is past where it is a year.
    Until,
    /// "alumni": the text before is past.
    Alumni,
    /// "now": what follows is present.
    Now,
    /// "turned", "became": the text before is past, what follows is present.
    Turned,
    /// "from" and "to", around a role that somebody left.
    From,
    To,
    /// "at": an employer follows.
    At,
    /// "en", "in", "na": an employer may follow a role. [`super::line`] decides which do.
    In,
    /// "of", "der": an employer may follow a title.
    Of,
    /// A word that makes a role: "engineer".
    Person,
    /// A word that makes a role whose work is advising: "consultant".
    Adviser,
    /// A word for who works for the holder of a title: "assistant to".
    Aide,
    /// A word that may be around a role: "global".
    Modifier,
    /// A country or region.
    Place,
    /// A legal form.
    Legal,
    /// A part of a company: "Research".
    Part,
    /// A word for a part of any company: "team". What follows "of" is the company.
    Unit,
    /// "aspiring", "fan of": what follows in the same piece is neither role nor employer.
    Outside,
    /// "looking for a new job": a role in the line is wanted, not held.
    Jobless,
    /// People or groups that are recruited but not employed: "patients", "army".
    Unpaid,
    /// "gesucht": the role in its piece is offered, not held.
    Wanted,
    /// "für", "dear", "by": the person named next is spoken of or to, and is not the writer.
    Toward,
    /// "willkommen", "please": the person named before is asked for something, and is not the writer.
    Request,
    /// "not", "no", "kein".
    Never,
    /// Something for recruiters that is no recruiter: "software".
    RecruiterTool,
    /// Search by machines: "SEO".
    SearchEngine,
    /// A function.
    Function,
    /// How high a title is.
    Level,
    /// A title that says both: "CFO".
    Title,
    /// A search firm.
    Firm,
    /// A company whose name is also a product's: "SAP".
    Product,
    /// Another thing with a company's name in it: "Allianz Arena".
    Other,
    /// A word for somebody who works there: "Googler".
    Member,
    /// "both", "together".
    Together,
    /// Words for common work or study: "worked", "university".
    InCommon,
    /// Words for other things in common: "follow", "group".
    NotInCommon,
    /// "works at your company": enough in LinkedIn's own line.
    WorksWithReader,
    /// "were colleagues": enough in a note as well.
    WereTogether,
    /// "also", "with you": in LinkedIn's own line like "both".
    Also,
    /// "works at": in LinkedIn's own line like "worked".
    Works,
    /// "client": for whom a search firm looks.
    Client,
    /// "is looking for"
    Search,
    /// "I recruit": a note's writer looks for people to employ.
    Recruits,
    /// "I'm a", "ich bin": the note's writer speaks of themselves.
    Myself,
}

/// Some kinds at once.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kinds(u64);

impl Kinds {
    pub(super) const fn of(kinds: &[Kind]) -> Self {
        let mut bits = 0;
        let mut i = 0;
        while i < kinds.len() {
            bits |= 1 << kinds[i] as u64;
            i += 1;
        }
        Self(bits)
    }

    /// These and others.
    pub(super) const fn with(self, others: &[Kind]) -> Self {
        Self(self.0 | Self::of(others).0)
    }

    /// These without others.
    pub(super) const fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }

    /// All kinds but these.
    pub(super) const fn but(kinds: &[Kind]) -> Self {
        Self(!Self::of(kinds).0)
    }

    pub(super) const fn has(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u64) != 0
    }
}

/// The meaning of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sense {
    pub(super) kind: Kind,
    /// The level, for [`Kind::Level`] and [`Kind::Title`].
    pub(super) level: Option<Level>,
    /// The function, for [`Kind::Function`] and [`Kind::Title`]; the company's letters, for [`Kind::Member`];
    /// "firm", for a [`Kind::Recruiting`] that a firm is called by: "Personalberatung".
    pub(super) name: &'static str,
}

/// The meaning of the phrases of a vocabulary line, by its label, the text before the colon.
pub(super) fn sense_of(line: &'static str) -> Option<Sense> {
    const PLAIN: [(&str, Kind); 44] = [
        ("recruiter", Kind::Recruiter),
        ("recruiting", Kind::Recruiting),
        ("people", Kind::People),
        ("former", Kind::Former),
        ("until", Kind::Until),
        ("alumni", Kind::Alumni),
        ("now", Kind::Now),
        ("turned", Kind::Turned),
        ("from", Kind::From),
        ("to", Kind::To),
        ("at", Kind::At),
        ("in", Kind::In),
        ("of", Kind::Of),
        ("jobless", Kind::Jobless),
        ("unpaid", Kind::Unpaid),
        ("person", Kind::Person),
        ("adviser", Kind::Adviser),
        ("aide", Kind::Aide),
        ("modifier", Kind::Modifier),
        ("place", Kind::Place),
        ("legal", Kind::Legal),
        ("part", Kind::Part),
        ("unit", Kind::Unit),
        ("outside", Kind::Outside),
        ("wanted", Kind::Wanted),
        ("toward", Kind::Toward),
        ("request", Kind::Request),
        ("never", Kind::Never),
        ("recruiter-tool", Kind::RecruiterTool),
        ("search-engine", Kind::SearchEngine),
        ("firm", Kind::Firm),
        ("product", Kind::Product),
        ("other", Kind::Other),
        ("together", Kind::Together),
        ("in-common", Kind::InCommon),
        ("not-in-common", Kind::NotInCommon),
        ("works-with-reader", Kind::WorksWithReader),
        ("were-together", Kind::WereTogether),
        ("also", Kind::Also),
        ("works", Kind::Works),
        ("client", Kind::Client),
        ("search", Kind::Search),
        ("recruits", Kind::Recruits),
        ("myself", Kind::Myself),
    ];
    let mut words = line.split(' ');
    let (kind, first, second) = (words.next()?, words.next(), words.next());
    let sense = |kind: Kind, level: Option<Level>, name: &'static str| Some(Sense { kind, level, name });
    match (kind, first, second) {
        ("member", Some(company), None) => sense(Kind::Member, None, company),
        ("recruiting", Some(name), None) => sense(Kind::Recruiting, None, name),
        ("function", Some(function), None) => sense(Kind::Function, None, function),
        ("level", Some(name), None) => sense(Kind::Level, Some(level(name)?), ""),
        ("title", Some(name), Some(function)) => sense(Kind::Title, Some(level(name)?), function),
        (kind, None, None) => sense(PLAIN.iter().find(|(name, _)| *name == kind)?.1, None, ""),
        _ => None,
    }
}

fn level(name: &str) -> Option<Level> {
    Some(match name {
        "junior" => Level::Junior,
        "own" => Level::Own,
        "senior" => Level::Senior,
        "manager" => Level::Manager,
        "head" => Level::Head,
        "vice" => Level::Vice,
        "chief" => Level::Chief,
        _ => return None,
    })
}
