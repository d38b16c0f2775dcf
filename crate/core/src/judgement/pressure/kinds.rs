//! The kinds of phrases in pressing notes, and the pairs of kinds that press together.

/// The subject of a phrase; the name before the colon in pressing.txt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Presses by itself: "guaranteed returns".
    Alone,
    /// A messenger that is nothing else: "telegram".
    Messenger,
    /// A messenger whose name is also a common word: "signal".
    Channel,
    /// A messenger whose name is also a word, and which honest people seldom use: "kik".
    App,
    /// "I rarely use LinkedIn".
    Seldom,
    /// "write to me on"
    Move,
    /// "my number is"
    Handle,
    /// What is traded: "crypto".
    Market,
    /// "I can show you how"
    Teach,
    /// "profit", "I made".
    Gain,
    /// "double your"
    Multiply,
    /// Shares and coins before anybody can buy them: "presale".
    Launch,
    /// Money that comes back: "withdraw", "receive".
    Back,
    /// "hours", "the first week".
    Soon,
    /// Work that nobody pays for: "rate hotels".
    Task,
    /// "work from home"
    Home,
    /// "per day", "weekly".
    Daily,
    /// "no experience needed", "paid daily".
    Easy,
    /// "top up your account"
    TopUp,
    /// "processing fee"
    Fee,
    /// What is promised for a fee: "loan".
    Advance,
    /// "no fee": a fee named within this phrase does not count.
    Free,
    /// The reader is to pay: "pay only".
    Must,
    /// "I offer loans"
    Lender,
    /// The borrowers whom a lender wants: "honest people".
    Honest,
    /// "finance your project"
    Fund,
    /// "inheritance"
    Estate,
    /// "your surname", "million".
    Heir,
    /// "a widow", "I wish to donate".
    Donor,
    /// "a sergeant", "an oil rig".
    Officer,
    /// What an officer wants to send: "a trunk".
    Box,
    /// "a trustworthy person"
    Trust,
    /// "card is blocked"
    Stuck,
    /// "were you scammed"
    Scammed,
    /// "get your money back"
    Recover,
    /// What the reader is to lend: "your bank account".
    Account,
    /// "a cheque"
    Cheque,
    /// What the cheque is to buy: "equipment".
    Gear,
    /// "gift cards"
    GiftCard,
    /// "buy", "codes".
    Buy,
    /// "no risk", "doing nothing".
    Promise,
    /// "last places", "only today".
    Hurry,
    /// "you were selected", "in your name".
    Chosen,
    /// "lottery", "compensation".
    Prize,
    /// "handsome", "I mistook you for".
    Personal,
    /// "God bless you"
    God,
    /// The adviser who knows how: "my uncle", "professor".
    Kin,
    /// What is invested in: "shares", "gold".
    Asset,
    /// "shall I add you"
    Join,
    /// "ask me how", "say yes".
    Bait,
    /// "odds", "fixed matches".
    Bet,
    /// "package"
    Parcel,
    /// "customs", "held".
    Customs,
    /// The reader's account is used: "you receive payments".
    Agent,
    /// What is sent on: "forward the rest".
    Rest,
    /// "discretion", "50/50".
    Secret,
    /// What nobody should give: "card number", "12 words".
    Phish,
    /// "your account will be closed"
    Lock,
    /// "an urgent transfer", "our bank details have changed".
    Wire,
    /// What is done with parcels: "reship", "relabel".
    Ship,
    /// What is sold unseen: "puppies", "a flat".
    Goods,
    /// How goods sold unseen are paid: "escrow", "transport only".
    Hold,
    /// A place where such stories are set: "Syria", "Lomé".
    Far,
    /// What the writer does: "I work at", "for a client".
    Works,
    /// A sum of money or a share; read from digits.
    Amount,
    /// A share; read from digits: "8 %".
    Share,
    /// A sum that nobody gives away; read from digits: "4.2 million".
    Fortune,
}

/// The kind that a name in pressing.txt stands for.
pub(super) fn kind_of(name: &str) -> Option<Kind> {
    Some(match name {
        "alone" => Kind::Alone,
        "messenger" => Kind::Messenger,
        "channel" => Kind::Channel,
        "app" => Kind::App,
        "seldom" => Kind::Seldom,
        "move" => Kind::Move,
        "handle" => Kind::Handle,
        "market" => Kind::Market,
        "teach" => Kind::Teach,
        "gain" => Kind::Gain,
        "multiply" => Kind::Multiply,
        "launch" => Kind::Launch,
        "back" => Kind::Back,
        "soon" => Kind::Soon,
        "task" => Kind::Task,
        "home" => Kind::Home,
        "daily" => Kind::Daily,
        "easy" => Kind::Easy,
        "topup" => Kind::TopUp,
        "fee" => Kind::Fee,
        "advance" => Kind::Advance,
        "free" => Kind::Free,
        "must" => Kind::Must,
        "lender" => Kind::Lender,
        "honest" => Kind::Honest,
        "fund" => Kind::Fund,
        "estate" => Kind::Estate,
        "heir" => Kind::Heir,
        "donor" => Kind::Donor,
        "officer" => Kind::Officer,
        "box" => Kind::Box,
        "trust" => Kind::Trust,
        "stuck" => Kind::Stuck,
        "scammed" => Kind::Scammed,
        "recover" => Kind::Recover,
        "account" => Kind::Account,
        "cheque" => Kind::Cheque,
        "gear" => Kind::Gear,
        "gift card" => Kind::GiftCard,
        "buy" => Kind::Buy,
        "promise" => Kind::Promise,
        "hurry" => Kind::Hurry,
        "chosen" => Kind::Chosen,
        "prize" => Kind::Prize,
        "personal" => Kind::Personal,
        "god" => Kind::God,
        "kin" => Kind::Kin,
        "asset" => Kind::Asset,
        "join" => Kind::Join,
        "bait" => Kind::Bait,
        "bet" => Kind::Bet,
        "parcel" => Kind::Parcel,
        "customs" => Kind::Customs,
        "agent" => Kind::Agent,
        "rest" => Kind::Rest,
        "secret" => Kind::Secret,
        "phish" => Kind::Phish,
        "lock" => Kind::Lock,
        "wire" => Kind::Wire,
        "ship" => Kind::Ship,
        "goods" => Kind::Goods,
        "hold" => Kind::Hold,
        "far" => Kind::Far,
        "works" => Kind::Works,
        _ => return None,
    })
}

/// Kinds that press close together, however short the note; the first one is named to the user.
pub(super) const TOGETHER: [&[Kind]; 8] = [
    &[Kind::Alone],
    &[Kind::Messenger, Kind::Move],
    &[Kind::Channel, Kind::Handle, Kind::Move],
    &[Kind::Market, Kind::Gain, Kind::Amount],
    &[Kind::Account, Kind::Amount],
    &[Kind::Estate, Kind::Heir],
    &[Kind::Cheque, Kind::Gear],
    &[Kind::GiftCard, Kind::Buy],
];
