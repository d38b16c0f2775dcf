/**
 * @typedef {object} Photo
 * @property {string} asset one upload has one asset id, whatever its sizes
 * @property {number} [size] 100, 200, 400 or 800
 * @property {number} [setAt] epoch in ms
 * @property {number} [expires] epoch in s
 * @property {'display' | 'framed' | 'crop' | 'old'} [kind]
 * @property {string} [url] instead of all the above
 *
 * @typedef {object} Person
 * @property {string} name
 * @property {string} slug or an `ACoAA…` id
 * @property {string} headline
 * @property {string} context mutual connections, or a shared employer, as the page words it; '' for none
 * @property {string} time
 * @property {string} note
 * @property {boolean} verified
 * @property {boolean} premium
 * @property {boolean} follows Accept is a link on such cards (2026)
 * @property {Photo | null} photo
 * @property {string} urn the invitation's number
 * @property {'person' | 'company' | 'school' | 'groups' | 'events' | 'newsletters'} kind what is invited to
 * @property {string} entity name of what is invited to, where that is not the person
 */

let count = 0;

/** Fills in what a test does not care about. @param {Partial<Person>} [known] @returns {Person} */
export function person(known = {}) {
  const name = known.name ?? NAMES[count % NAMES.length];
  count++;
  const slug =
    known.slug ??
    (name
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) ||
      'member');
  return {
    name,
    slug,
    headline: 'Works at Lindenhof Pumps',
    context: '',
    time: '2 days ago',
    note: '',
    verified: false,
    premium: false,
    follows: false,
    photo: { asset: `C4E03A${slug}` },
    urn: String(7_200_000_000_000_000_000n + BigInt(count)),
    kind: 'person',
    entity: '',
    ...known,
  };
}

/** @param {Photo} photo @param {number} [size] @returns {string} as the photo host words its URLs, each size with a token of its own */
export function photoUrl(photo, size = photo.size ?? 100) {
  if (photo.url) return photo.url;
  const { asset, setAt = 1_640_995_200_000, expires = 2_000_000_000, kind = 'display' } = photo;
  const name = {
    display: 'profile-displayphoto-shrink',
    framed: 'profile-framedphoto-shrink',
    crop: 'profile-displayphoto-crop',
    old: 'profile-displayphoto-shrink',
  }[kind];
  let token = 7;
  for (const letter of `${asset}${size}`) token = (token * 31 + letter.charCodeAt(0)) >>> 0;
  const version = kind === 'old' ? '' : 'v2/';
  return `https://media.licdn.com/dms/image/${version}${asset}/${name}_${size}_${size}/${name}_${size}_${size}/0/${setAt}?e=${expires}&v=beta&t=${token.toString(36)}`;
}

/** `count` invented people, always the same. @param {number} many @param {(index: number) => Partial<Person>} [known] @returns {Person[]} */
export function people(many, known = () => ({})) {
  return Array.from({ length: many }, (_, index) => {
    const name = `${FIRST[index % FIRST.length]} ${LAST[Math.floor(index / FIRST.length + index) % LAST.length]}`;
    const slug = `${name.toLowerCase().replace(/[^a-z]+/g, '-')}-${(index * 7919 + 4099).toString(36)}`;
    return person({
      name,
      slug,
      headline: HEADLINES[index % HEADLINES.length],
      time: `${(index % 6) + 2} days ago`,
      urn: String(7_100_000_000_000_000_000n + BigInt(index)),
      photo: { asset: `D4D03AQF${(index * 104_729 + 99_991).toString(36)}` },
      ...known(index),
    });
  });
}

const FIRST = [
  'Marit',
  'Tobiah',
  'Ines',
  'Okwudili',
  'Renske',
  'Jarek',
  'Yusra',
  'Caspian',
  'Linnea',
  'Thandeka',
  'Piet',
  'Oriana',
  'Matteus',
  'Saoirse',
  'Devika',
  'Anselm',
  'Zuzana',
];
const LAST = [
  'Halvorsen',
  'Quist',
  'Ferrandino',
  'Abara',
  'Veldkamp',
  'Nowicki',
  'Rahmani',
  'Thorne',
  'Lindqvist',
  'Mokoena',
  'Brouwer',
  'Castellane',
  'Oduya',
];
const NAMES = FIRST.map((first, index) => `${first} ${LAST[(index * 5) % LAST.length]}`);
const HEADLINES = [
  'Pump engineer at Lindenhof Pumps',
  'Head of purchasing, Norrsken Ferries',
  'Teaching maths at Holmby College',
  'Freelance translator (nl, en, de)',
  'Recruiter for wind power at Blaswerk',
  'Data analyst | hospital logistics',
  'Carpenter turned product manager',
];
