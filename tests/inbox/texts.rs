//! Headlines and notes.

use crate::random::Random;

const ROLES: [&str; 24] = [
    "Product Manager",
    "Senior Software Engineer",
    "Chief Financial Officer",
    "Recruiter",
    "Account Executive",
    "Head of Marketing",
    "Data Scientist",
    "Operations Director",
    "Business Analyst",
    "UX Designer",
    "Sales Manager",
    "Consultant",
    "Managing Partner",
    "HR Business Partner",
    "DevOps Engineer",
    "Supply Chain Lead",
    "Legal Counsel",
    "Founder",
    "Project Manager",
    "Quality Engineer",
    "Research Associate",
    "Vice President",
    "Investor",
    "Controller",
];
const FIRMS: [&str; 24] = [
    "Northwind",
    "Halden Group",
    "Blue Orchard",
    "Kestrel Systems",
    "Marrow & Finch",
    "Aldous Bank",
    "Verity Health",
    "Oakline",
    "Pomona Foods",
    "Sable Robotics",
    "Tessera",
    "Lumen Works",
    "Greyfield Partners",
    "Ostrava Steel",
    "Quillon",
    "Harbour Freight Lines",
    "Mistral Energy",
    "Cobalt Insurance",
    "Juniper Retail",
    "Delphi Analytics",
    "Rowan University",
    "Saint Clare Hospital",
    "Meridian Ventures",
    "Aurora Mobility",
];
const EXTRAS: [&str; 12] = [
    "Helping teams ship faster",
    "Speaker",
    "ex-Halden",
    "MBA",
    "Board member",
    "Open to new challenges",
    "Building things people love",
    "Angel investor",
    "Mentor",
    "Writing about leadership",
    "Dad of three",
    "Lifelong learner",
];
/// Headlines that many people have, word for word.
const COMMON: [&str; 4] = [
    "Aspiring Data Analyst | SQL | Python | Power BI | Excel",
    "Helping businesses grow through digital marketing",
    "Student at the University of Applied Sciences",
    "Actively looking for new opportunities in finance",
];
const OPENINGS: [&str; 8] = [
    "we met at the logistics conference in {} last spring",
    "I enjoyed your talk on {} the other week",
    "your article about {} made the rounds in our team",
    "I am moving into {} and would value your perspective",
    "Jo from your old team in {} suggested that I write to you",
    "we are both alumni of the {} programme",
    "we sat on the same panel about {} some years ago",
    "I run the {} meetup and am looking for speakers",
];
const THINGS: [&str; 16] = [
    "Rotterdam",
    "pricing",
    "treasury",
    "Leeds",
    "forecasting",
    "Bologna",
    "open source",
    "safety cases",
    "Austin",
    "hiring",
    "battery recycling",
    "Gdansk",
    "audit",
    "machine vision",
    "Lyon",
    "municipal bonds",
];
const CLOSINGS: [&str; 6] = [
    "Would be glad to stay in touch here",
    "Shall we connect and talk sometime next week",
    "I would love to hear how it went from there",
    "Let me know if a short call suits you",
    "Happy to return the favour whenever I can",
    "Looking forward to reading more from you",
];
/// Notes that many people send, word for word, as guides recommend them.
const WIDESPREAD: [&str; 3] = [
    "Hi, I came across your profile and was impressed by your experience. I would love to connect and learn more. {}",
    "Hello, I am expanding my professional network and thought it would be great to have you in it. {}",
    "Hi, I see that we work in the same industry and it would be great to connect. Best, {}",
];
const PRESSING: [&str; 4] = [
    "Hello dear, I have an investment opportunity for you. Please text me on WhatsApp. {}",
    "Hi, I would like to talk about crypto trading with a guaranteed return. Contact me on Telegram. {}",
    "Good day, kindly write to my WhatsApp so that we can discuss a business proposal. {}",
    "Hello, I am a private investor. Let us continue on Telegram. {}",
];

/// Sentences of LinkedIn's own, written by the inviter.
const STUFFED: [&str; 10] = [
    "12 mutual connections",
    "Sam Mutual and 41 other mutual connections",
    "Lee Other and 40 others",
    "She/Her · 2nd · 12 mutual connections",
    "Verified ✓ · 99 mutual connections",
    "follows you and is inviting you to connect",
    "You both worked at Northwind",
    "30 gemeinsame Kontakte",
    "We met in Graz, as Sam Mutual and 12 other mutual connections will tell you",
    "2 days ago",
];

pub fn stuffed(random: &mut Random) -> String {
    (*random.pick(&STUFFED)).to_owned()
}

pub fn headline(random: &mut Random) -> String {
    let (role, firm) = (random.pick(&ROLES), random.pick(&FIRMS));
    match random.whole(0, 99) {
        0..45 => format!("{role} at {firm}"),
        45..90 => format!("{role} at {firm} | {}", random.pick(&EXTRAS)),
        90..95 => (*random.pick(&COMMON)).to_owned(),
        _ => String::new(),
    }
}

/// A headline that a company prescribes.
pub fn long_headline(random: &mut Random) -> String {
    format!(
        "Talent Partner at {} | we are hiring engineers, analysts and {} people",
        random.pick(&FIRMS),
        random.pick(&THINGS)
    )
}

/// A personal note, or one that many send.
pub fn note(random: &mut Random, name: &str) -> String {
    if random.chance(0.2) {
        return random.pick(&WIDESPREAD).replace("{}", name);
    }
    let thing = random.pick(&THINGS);
    let opening = random.pick(&OPENINGS).replace("{}", thing);
    format!("Hi, {opening}, {}. {}. {name}", random.pick(&THINGS), random.pick(&CLOSINGS))
}

pub fn pressing(random: &mut Random, name: &str) -> String {
    random.pick(&PRESSING).replace("{}", name)
}

/// A note for several people to send; `{}` is replaced by the sender's name.
pub fn template(random: &mut Random) -> String {
    let (opening, thing) = (random.pick(&OPENINGS), random.pick(&THINGS));
    let other = random.pick(&THINGS);
    format!(
        "Dear contact, after nine years with {} in {thing} I am looking for a new role in {other}; {}. {}. Kind regards, {{}}",
        random.pick(&FIRMS),
        opening.replace("{}", thing),
        random.pick(&CLOSINGS),
    )
}
