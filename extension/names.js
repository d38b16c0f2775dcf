// The names on a card that are certain enough for a thank-you: a first name, a company.

import { NAME_LENGTH, plain } from './sentences.js';

/** The most characters of a company or a school. */
const MOST_NAME = 60;

/** @param {string} words */
const set = (words) => new Set(words.trim().split(/\s+/));

/** Titles in front of a name. */
const TITLES =
  set(`dr prof professor mr mrs ms mx miss herr frau dipl diplom ing mag sir dame lord lady rev hon eng med rer nat phil
  jur h c oec mba phd md msc bsc cpt capt col gen sgt pater fr sr sra srta don doña dott dottssa mme mlle monsieur madame ir drs sheikh shri smt
  engr adv er univ pd priv doz bc mgr phdr mudr judr rndr mvdr ret ca cs jun sen`);
/** Particles that begin a family name, or one half of a first name. */
const PARTICLES =
  set(`von vom zu zum zur van vander vande der den de del della di da do dos das du des la le les el al ul bin ibn bint abd abdul
  abdel abdur abu umm mac mc o d l st saint san santa ter ten op af av y e md mohd muhd mo ma`);
/** Family names that are written first in many countries: after one of them it is uncertain which word is the first name. */
const FAMILY_FIRST =
  set(`wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng feng han
  cao zeng peng xiao cai pan tian dong yuan yu lu jiang ye wei su lü ding ren shen yao chan wong cheung leung lau kwok tsai hsu hsieh chang cheng
  nguyen nguyễn tran trần le lê pham phạm hoang hoàng phan vu vũ vo võ dang đặng bui bùi do đỗ ho hồ ngo ngô duong dương ly lý dinh đinh huynh huỳnh
  kim lee park choi jung kang cho yoon jang lim oh shin seo kwon hwang ahn hong jeon moon yoo bae
  sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue kimura hayashi shimizu
  nagy kovács kovacs tóth toth szabó szabo horváth horvath varga kiss molnár molnar németh nemeth farkas balogh takács takacs juhász juhasz
  smith johnson williams brown jones miller davis wilson anderson müller schmidt schneider fischer weber meyer wagner becker schulz hoffmann
  rossi bianchi ferrari garcía garcia fernández fernandez lópez lopez gonzález gonzalez silva santos patel singh kumar sharma gupta reddy`);
/** Endings of Slavic and Caucasian family names; after fewer letters they end first names too (Eva, Lev, Yakov). */
const FAMILY_ENDING =
  /^.{4,}(ov|ova|ev|eva|enko|sky|ski|ska|skaya|ović|ovic|shvili|ов|ова|ев|ева|ёв|ёва|енко|ский|ская)$/u;
/** Words used instead of a person's name: a company, a job, a placeholder. */
const NO_PERSON =
  set(`gmbh ag kg se ug ltd llc inc corp co plc bv nv sa sas sarl srl spa oy ab as aps limited company firm firma group gruppe holding
  team teams hr it ceo cto cfo coo vp talent talents recruiter recruiters recruiting recruitment recruit hiring career careers karriere job jobs work
  personal personalberatung consulting consultants consultant partner partners services service solutions software systems digital media marketing
  sales support office studio studios agency agentur academy school university institute foundation club network community capital ventures bank
  invest investment investments investor finance trading crypto forex coach coaching stealth startup confidential private anonymous unknown user member
  linkedin mitglied utilisateur usuario usuário utente gebruiker membre miembro membro lid the test admin info contact kontakt name
  vorname first last mein my me i am hello hi hey dear darling honey baby love sexy god boss master king queen official real open global international
  manager managers project product executive director senior junior engineer engineering developer designer president vice energie energy estate deals
  familie fam family life health education news daily people world center centre zentrum verein verlag hotel restaurant shop store online tech lab labs`);
/** The same, but only as the first word: these are family names too. */
const NO_FIRST = set(
  'your our best blue green red black white big new great happy good free top smart fast next one all dream success money rich lucky cute single',
);
/** Scripts with the first name first, and with spaces between words. */
const READABLE =
  /^(?:\p{Script=Latin}[\p{Script=Latin}\p{M}'’-]+|\p{Script=Cyrillic}[\p{Script=Cyrillic}\p{M}-]+|\p{Script=Greek}[\p{Script=Greek}\p{M}-]+)$/u;
/** "Ada", "Anna-Lena", "DeShawn", "O'Neal": neither "ada", "ADA" nor "aDa". */
const WRITTEN = /^\p{Lu}['’]?[\p{Ll}\p{M}]+(?:[-'’]?\p{Lu}[\p{Ll}\p{M}]+|-\p{Ll}+)*$/u;
/** Written with the family name first, and with forms of address that depend on the country. */
const EASTERN = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** @param {string} word Without the signs at its ends, in lower case. */
const key = (word) => word.toLowerCase().replace(/^[^\p{L}\p{M}]+|[^\p{L}\p{M}]+$/gu, '');
/** @param {string} word "Dr.", "Dr.-Ing." */
const isTitle = (word) => TITLES.has(key(word.replace(/[.-].*$/u, ''))) && (word.includes('.') || !word.includes('-'));

/**
 * @param {string} name As displayed.
 * @returns {string} The first name; empty where it is not sure which word that is, or whether there is one.
 */
export function firstName(name) {
  const bare = plain(name, NAME_LENGTH)
    .replace(/[([{"“„«].*?[)\]}"”“»]/gu, ' ')
    .replace(/\p{Extended_Pictographic}|\p{So}|\ufe0f|\u200d/gu, ' ');
  const [shown] = bare.split(/[,;|•·/]|\s[-–—]\s/u);
  if (EASTERN.test(shown)) return '';
  const words = shown.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  while (words.length > 0 && isTitle(words[0])) words.shift();
  // One word alone may be the family name: "Dr. Smith", "Smith, John".
  if (words.length < 2 || words.some((word) => NO_PERSON.has(key(word)))) return '';
  const [first] = words;
  if (first.normalize('NFKC') !== first.normalize('NFC') || !READABLE.test(first) || !WRITTEN.test(first)) return '';
  // "Test Test", "Srinivasan K", "MacDonald Ross".
  if (
    words[1] === first ||
    /^\p{Lu}$/u.test(words[1]) ||
    /^(?:Mac|Mc)\p{Lu}|^(?:Al|El)-/u.test(first) ||
    NO_FIRST.has(key(first))
  )
    return '';
  if (PARTICLES.has(key(first)) || FAMILY_FIRST.has(key(first)) || FAMILY_ENDING.test(key(first))) return '';
  // "Smith, MBA" without its comma.
  return words.slice(1).every(isTitle) ? '' : first;
}

/** Texts in place of a company that name none. */
const NO_COMPANY = new RegExp(
  `(?:^|[^\\p{L}])(?:${[
    'stealth',
    'self',
    'myself',
    'job ?seeker\\p{L}*',
    'job ?suche\\p{L}*',
    'gap year',
    'students?',
    'student(?:in|en)',
    'no (?:company|employer)',
    'not (?:disclosed|applicable)',
    'hidden',
    'secret',
    'pre[- ]?seed',
    'selbst(?:st)?ändig\\p{L}*',
    'freelanc\\p{L}*',
    'freiberuf\\p{L}*',
    'confidential',
    'vertraulich',
    'undisclosed',
    'anonymous',
    'anonym',
    'looking',
    'seeking',
    'searching',
    'hiring',
    'available',
    'open to',
    'opentowork',
    'unemployed',
    'arbeitslos',
    'arbeits?suchend',
    'auf der suche',
    'between (?:jobs|roles)',
    'next (?:role|challenge|opportunity)',
    'career break',
    'sabbatical',
    'elternzeit',
    'parental leave',
    'retired',
    'ruhestand',
    'im aufbau',
    'coming soon',
    'tbd',
    'tba',
    'n[./]?a',
    'none',
    'various',
    'verschiedene\\p{L}*',
    'multiple',
    'several',
    'diverse',
    'my own',
    'own (?:business|company)',
    'eigene\\p{L}*',
    'independent',
    'unabhängig\\p{L}*',
    'unknown',
    'unbekannt',
    'formerly',
    'former',
    'ex',
    'ehemals',
    'aspiring',
    'future',
    'ind[ée]pendante?',
    'à la recherche',
    'en recherche',
    'sans emploi',
    'aut[óoôò]nom[oa]',
    'cuenta propia',
    'conta própria',
    'en b[úu]squeda',
    'em busca',
    'desemplead[oa]',
    'desempregad[oa]',
    'libero professionista',
    'in cerca',
    'disoccupat[oa]',
    'zelfstandig\\p{L}*',
    'zzp',
    'op zoek',
    'werkzoekend\\p{L}*',
    'confidenti?[eaë]l\\p{L}*',
    'confidencial',
    'riservat[oa]',
    'vertrouwelijk',
    'whatsapp',
    'telegram',
    'bitcoin',
    'crypto',
  ].join('|')})(?![\\p{L}])`,
  'iu',
);
/** Words that do not name a company, even several together. */
const GENERIC =
  set(`a an the my our your own big small large leading global international national local fortune top new tech it ai startup startups start-up company
  companies firm firma unternehmen konzern mittelstand agency agentur group industry industries business enterprise corporate consulting software engineering
  sales marketing finance design product data cloud saas b2b b2c healthcare banking retail education school university college home office remote work heart
  scale night day least best times speed events it's hr people talent recruiting series seed stage fintech medtech biotech faang mnc sme nonprofit ngo and & of in
  for private privat bank banks equity venture ventures family capital fund funds holding institute institut agencies client clients customer customers employer
  organisation organization project projects life career europe europa emea dach apac germany deutschland usa us uk eu london berlin münchen munich hamburg paris madrid wien zürich vienna zurich
  amsterdam milano milan lisboa lisbon india china worldwide weltweit`);

/** Small words inside names of companies and schools. */
const SMALL = set(
  'of and the for at in de del della di do da dos das des du la le les et y e i und für der die das den am an zu van von het voor en op',
);

/**
 * @param {string} name A company or school, as on the card.
 * @returns {string} The name; empty where it is not certain that it names one.
 */
export function certainCompany(name) {
  const shown = plain(name, MOST_NAME).replace(/[.,\s]+$/u, '');
  if (!/^[\p{Lu}\p{N}][\p{L}\p{M}\p{N} &.,'’+/()–-]*$/u.test(shown) || !/\p{L}/u.test(shown) || shown.length < 2)
    return '';
  if (NO_COMPANY.test(shown) || /\.(?:com|net|org|io|de|me|ly|co)\/|www\.|https?/iu.test(shown)) return '';
  // A description, not a name: "A leading bank".
  if (shown.split(' ').some((word) => /^\p{Ll}/u.test(word) && !SMALL.has(word))) return '';
  const words = shown
    .toLowerCase()
    .split(/[\s/,()]+/u)
    .filter(Boolean);
  return words.length > 6 || words.every((word) => GENERIC.has(word) || /^[\d.]+$/.test(word)) ? '' : shown;
}

/** Words of a wish, a plan or a denial: no meeting has happened. */
const NOT_MET =
  /\b(?:next|tomorrow|upcoming|soon|will|would|could|might|should|hope|if|never|not|didn|haven|nächste\p{L}*|morgen|bald|würde\p{L}*|könnte\p{L}*|hoffe\p{L}*|falls|wenn|nicht|nie|leider)\b/iu;
const MET = [
  /\b(?:we|we've|we have) (?:met|spoke|talked|chatted)(?: briefly)?(?: (?:last week|yesterday|recently))? at (?:the )?(.+)$/iu,
  /^(?:it was |was )?(?:so |very |really )?(?:great|good|nice|lovely|wonderful|a pleasure)(?: to meet| meeting| to have met| talking to| talking with| speaking with| chatting with) you(?: briefly)? at (?:the )?(.+)$/iu,
  /\bwir (?:haben|hatten) uns (?:kurz |gestern |neulich |letzte woche )?(?:auf|bei|an) (?:der |dem |den )?(.+?) (?:getroffen|kennengelernt|gesehen|gesprochen|unterhalten)$/iu,
  /\bwir (?:haben|hatten) uns (?:kurz |gestern |neulich |letzte woche )?beim (.+?) (?:getroffen|kennengelernt|gesehen|gesprochen|unterhalten)$/iu,
];
/** Ends the name of an event. */
const AFTER_EVENT =
  /\s(?:last|this|yesterday|on|in|and|where|when|a|the|two|some|earlier|today|with|gestern|letzte\p{L}*|vor|und|wo|am|im)\s.*$|\s(?:yesterday|today|gestern|heute|recently)$/iu;

/**
 * @param {string} note
 * @returns {string} The event at which the two met, by the note; empty where the note does not say so plainly.
 */
export function whereMet(note) {
  // A question does not state a meeting, whichever part of it matches.
  const said = plain(note, 600)
    .split(/(?<=[.!?…])\s/u)
    .filter((sentence) => !sentence.includes('?'));
  const parts = said.flatMap((sentence) => sentence.split(/[,;:]\s?|\s[-–—]\s/u));
  for (const part of parts) {
    if (NOT_MET.test(part)) continue;
    const bare = part.replace(/[.!…\s]+$/u, '');
    for (const pattern of MET) {
      const event = (pattern.exec(bare)?.[1] ?? '').replace(AFTER_EVENT, '').trim();
      const words = event.split(' ');
      if (
        event &&
        words.length <= 4 &&
        event.length <= 40 &&
        words.every((word) => /^(?:&|[\p{Lu}\p{N}][\p{L}\p{M}\p{N}&'’-]*)$/u.test(word)) &&
        certainCompany(event)
      )
        return event;
    }
  }
  return '';
}
