//! An estimate of how many honest people would be accused because two different photos were taken for the same.

use vouchsafe::judge::SimpleCard;
use vouchsafe_core::address::PhotoAddress;
use vouchsafe_core::judgement::WELL_CONNECTED;
use vouchsafe_core::names::{NameMatch, compare};
use vouchsafe_core::photo::{FALSE_MATCHES_PER_PAIR, MOST_FALSE_MATCHES_PER_PAIR};

use crate::random::Random;
use crate::stories;
use crate::truth::Class;

/// How many pairs of honest people are drawn.
const PAIRS: usize = 200_000;

/// The expected wrong accusations per 10,000 honest invitations, for each size of the memory.
pub fn report(memories: &[usize]) -> String {
    let strangers: Vec<SimpleCard> = stories::stories(99)
        .into_iter()
        .flat_map(|story| story.guests)
        .filter(|guest| guest.class == Class::Stranger)
        .map(|guest| guest.card)
        .collect();
    let mut random = Random::of(99);
    let pairs: Vec<[&SimpleCard; 2]> = (0..PAIRS)
        .map(|_| [random.pick(&strangers), random.pick(&strangers)])
        .filter(|[a, b]| a.profile != b.profile)
        .collect();
    let share = |is: &dyn Fn(&[&SimpleCard; 2]) -> bool| {
        pairs.iter().filter(|pair| is(pair)).count() as f64 / pairs.len() as f64
    };
    let set = |card: &SimpleCard| PhotoAddress::read(&card.photo.as_ref()?.url)?.set_at;
    let names = share(&|[a, b]| compare(&a.name, &b.name) == NameMatch::Different);
    let first = share(&|[a, b]| set(a).zip(set(b)).is_some_and(|(own, other)| other < own));
    let open = share(&|[a, _]| !a.verified && a.mutual < WELL_CONNECTED);
    let mut report = format!(
        "expected wrong accusations (an estimate): false near-exact matches a pair ({FALSE_MATCHES_PER_PAIR:.1e}, at most \
         {MOST_FALSE_MATCHES_PER_PAIR:.1e}) × photos × {names:.3} names called different × {first:.3} the other had it \
         first × {open:.3} neither verified nor well-connected × 10,000 invitations\n"
    );
    for memory in memories {
        let [expected, most] = [FALSE_MATCHES_PER_PAIR, MOST_FALSE_MATCHES_PER_PAIR]
            .map(|rate| rate * *memory as f64 * names * first * open * 10_000.0);
        report += &format!("  {memory:6} photos: {expected:.4}, at most {most:.4} per 10,000 honest invitations\n");
    }
    report
}
