// What the core says, as it crosses from WebAssembly and through messages: plain JSON.
// The Rust side of each shape is named beside it; tests/unit/shapes.test.mjs holds the two together.

/** `verdict::Verdict` */
export type Verdict = 'accept-safe' | 'suspicious' | 'likely-fake' | 'unchecked';

/** `evidence::Reason`: a code that _locales turns into a sentence, with what goes into its blanks. */
export interface Reason {
  code: ReasonCode;
  /** Which way it points. */
  side: 'against' | 'limit' | 'for' | 'unchecked';
  /** How much it says by itself. */
  strength: 'weak' | 'moderate' | 'strong' | 'decisive';
  /** Blanks in the sentence, by position: a count, a name, or a time in epoch milliseconds. */
  blanks: Array<{ count: number } | { name: string } | { time: number }>;
}

export type ReasonCode =
  // speaks for
  | 'said-known' //                   time of the user's own word
  | 'verified' //                     no blanks
  | 'mutual-connections' //           count
  | 'few-mutual-connections' //       count: so few that they say little
  | 'seen-before' //                  time first seen under this name
  | 'photo-check-clean' //            time of the user's own check
  | 'photo-check-same-name' //        time of the user's own check
  | 'web-nothing-found' //            name of the engine, time of its search
  | 'web-same-name' //                name of the site
  | 'account-old' //                  time the account was made, by LinkedIn's "About this profile"
  | 'member-number-old' //            time by which the account was made, by its member number
  | 'shared-background' //            no blanks: a shared employer or school
  | 'follows-you' //                  no blanks
  | 'photo-is-old' //                 time it was set or first seen
  // speaks against
  | 'said-fake' //                    time of the user's own word
  | 'photo-under-other-name' //       name on the other profile
  | 'photo-under-unclear-name' //     name on the other profile: may be one person's
  | 'photo-check-other-name' //       time of the user's own check
  | 'web-confirmed-profile' //        name on the profile that a web search found, and the user said is the same photo
  | 'web-other-people' //             count of people of other names on whose profiles a web search found the photo
  | 'web-portraits' //                name of the site that offers portraits
  | 'web-other-profile' //            name on the one profile that a web search found
  | 'web-other-name' //               name on a page of somebody elsewhere
  | 'account-young' //                time the account was made
  | 'photo-looks-generated' //        name of the provider, count: its score in percent
  | 'photo-looks-alike' //            name on the other profile: a looser likeness, to be compared
  | 'photo-on-second-account' //      name on the other profile: the same name
  | 'note-copied' //                  count of other inviters
  | 'headline-copied' //              count of other inviters
  | 'note-presses' //                 name: the words found in the note
  | 'name-contradicts-address' //     name: the last part of the profile's address
  | 'photo-is-fresh' //               time it was set
  | 'photo-pieced-together' //        count of other photos it matches that do not match each other
  | 'photo-shows-no-person' //        no blanks
  // why it is not worse than it is
  | 'held-photo-first' //             this profile is the earliest known holder; time it set the photo
  | 'first-holder-unknown' //         cannot be told who had the photo first
  | 'inviter-verified' //             verified, so at most suspicious
  | 'inviter-well-connected' //       count of mutual connections, so at most suspicious
  // why nothing could be said
  | 'no-photo'
  | 'photo-not-fetched' //            being fetched, or not yet
  | 'photo-elsewhere' //              the picture is not on LinkedIn's photo host
  | 'photo-not-allowed' //            the permission for the photo host was withdrawn
  | 'photo-refused' //                count: the HTTP status
  | 'photo-unreachable' //            network error or too slow
  | 'photo-not-a-picture' //          HTML, an unknown format
  | 'photo-damaged'
  | 'photo-too-large'
  | 'photo-too-small'
  | 'photo-not-comparable' //         flat or featureless
  | 'may-be-one-account' //           the same photo and name at an address that may be of the same account
  | 'too-little-known'; //            compared, nothing found, but too little speaks for the person

/** `service::Twin`: another profile with the same photo. */
export interface Twin {
  photo: string;
  name: string;
  profileUrl: string;
  /** Epoch milliseconds: when this memory first saw it there. */
  firstSeen: number;
  /** Epoch milliseconds: when the photo's address says it was set. */
  setAt: number | null;
  /** A near-exact copy, or a looser likeness that a person should compare. */
  nearExact: boolean;
  /** The user's own word on whether it is the same picture. */
  same: boolean | null;
}

/** `service::View`: all that badge, panel and popup show of one invitation. */
export interface View {
  /** The invitation's key: its URN, else its profile. */
  key: string;
  name: string;
  profileUrl: string;
  headline: string;
  verdict: Verdict;
  /** What the verdict rests on, shortest first choice: the badge carries the first one or two. */
  basis: Reason[];
  /** All findings and limits, in order of weight. */
  reasons: Reason[];
  twins: Twin[];
  photo: PhotoView | null;
  /** How many other photos this one was compared with. */
  compared: number;
  /** Epoch milliseconds. */
  lastSeen: number;
  /** The user's own word on the inviter. */
  opinion: 'known' | 'fake' | null;
  /** What would be said without the user's word, where there is one. */
  overruled: Verdict | null;
  /** Epoch milliseconds: when it was answered or gone; null while it is pending. */
  handled: number | null;
  /** Reasons to accept, weightiest first; none for who is suspected. */
  worth: Worth[];
  /** There would be reasons to accept, were the inviter not suspected. */
  worthWithheld: boolean;
  /** The inviter's note. */
  note: string;
  /** The employer the headline clearly names, else empty. */
  employer: string;
  /** The employer or school both have in common, else empty. */
  inCommon: string;
  /** What LinkedIn's "About this profile" said when the user opened it. */
  account: AccountView | null;
}

/** `service::AccountView` */
export interface AccountView {
  /** Epoch milliseconds: the first of the month in which the account was made. */
  joined: number | null;
  /** Epoch milliseconds: the first of the month in which the photo was changed last. */
  photoUpdated: number | null;
  verified: boolean;
  /** Epoch milliseconds: when it was read. */
  at: number;
}

/** `service::AccountAsRead`: "About this profile" as a page shows it. Months count from 1. */
export interface AccountAsRead {
  joined: { year: number; month: number } | null;
  photoUpdated: { year: number; month: number } | null;
  verified: boolean;
}

/** `value::Code` */
export type WorthCode = 'recruiter' | 'target-company' | 'hiring-role' | 'peer' | 'topic' | 'shared';

/** `value::Worth`: a reason to accept. */
export interface Worth {
  code: WorthCode;
  /** The words it rests on, as they stand on the card. */
  words: string;
  /** The user's goal that it meets, as they wrote it. */
  goal: string | null;
}

/** `value::Goals`: what the user is looking for. */
export interface Goals {
  headline: string;
  title: string;
  companies: string[];
  roles: string[];
  topics: string[];
}

/** `memory::Connections`: how many connections the user has. */
export interface Connections {
  count: number;
  /** Epoch milliseconds: when a page showed it. */
  at: number;
}

/** `service::ProfileSeen`, less the views: accounts that show a profile page's photo under other names. */
export interface ProfileNotice {
  twins: Twin[];
  /** That photo. */
  photo: string | null;
}

/** `service::PhotoView` */
export interface PhotoView {
  id: string;
  /** The largest rendition's address seen so far. */
  url: string;
  /** Its side in pixels; 0 if unknown. */
  side: number;
  /** Epoch milliseconds at which the address stops working, if it says so. */
  expiresAt: number | null;
  /** When the photo was set, if its address says so. */
  setAt: number | null;
  /** A photo check was opened and not answered yet: when. */
  asked: number | null;
  /** The user's answer. */
  answer: 'nothing-found' | 'same-name' | 'other-name' | null;
  /** The profile on which the user found it, if they said so. */
  answerProfile: string | null;
  /** Searches of the web for it, newest first, at most 8. */
  searches: Search[];
  /** What a provider says of whether the picture is generated. */
  generated: Generated | null;
  /** Added by the background: a search that was opened and not read yet. */
  reading?: Reading;
}

/** A search whose result page is open and not read, or could not be read. */
export interface Reading {
  /** A key of engines.js. */
  engine: string;
  state: 'open' | 'closed' | 'consent' | 'captcha' | 'unknown';
}

/** What the options show of a provider. */
export interface AutomaticStatus {
  provider: string;
  isOn: boolean;
  isAllowed: boolean;
  today: number;
  thisMonth: number;
  /** The last letters of its key; null: there is none. */
  ending: string | null;
  trouble: 'wrong-key' | 'quota' | 'unreachable' | 'nonsense' | 'picture' | null;
}

/** What a reader makes of a result page. */
export type ReadState = 'results' | 'none' | 'consent' | 'captcha' | 'unknown';

/** `web::Hit`: one result as a result page or an engine's answer shows it. */
export interface Hit {
  /** Its address, as it stands there: it may be wrapped in one of the engine's. */
  url: string;
  title: string;
  /** The engine calls it the same picture, not only a similar one. */
  same: boolean;
}

/** `service::Search`: one search of the web for a photo. */
export interface Search {
  /** Key of engines.js, or of a provider. */
  engine: string;
  /** Epoch milliseconds. */
  at: number;
  outcome: 'results' | 'none';
  /** What counts first. */
  found: Found[];
}

/** `service::Found`: one result, unwrapped and read. */
export interface Found {
  url: string;
  /** Its host, without "www.". */
  site: string;
  title: string;
  kind: FoundKind;
  /** The person named in the title, or what a site of portraits is called; else empty. */
  name: string;
  /** The user said that it is not this photo: it does not count. */
  struck: boolean;
  /** The user's word on whether it is the same photo. */
  confirmed: boolean | null;
}

/** `web::Place`, by its name */
export type FoundKind =
  | 'own-profile' //   the inviter's own, on LinkedIn
  | 'other-profile' // a profile on LinkedIn under another name
  | 'portraits' //     a site that offers portraits
  | 'same-name' //     a page elsewhere that names the inviter
  | 'other-name' //    a page of one person elsewhere, under another name
  | 'unclear' //       any other page
  | 'directory' //     a list of people, a company's page
  | 'similar'; //      only a similar picture

/** `service::Generated` */
export interface Generated {
  provider: string;
  /** From 0 to 1. */
  score: number;
  /** Epoch milliseconds. */
  at: number;
}

/** `service::SearchLine`: a search in the history. */
export interface SearchLine {
  photo: string;
  /** The name that was shown with it last. */
  name: string;
  profileUrl: string;
  engine: string;
  /** Epoch milliseconds. */
  at: number;
  outcome: 'results' | 'none';
  /** How many results count. */
  found: number;
  /** The kind of the weightiest of them. */
  strongest: FoundKind | null;
}

/** `service::SearchPage`: the history, newest first. */
export interface SearchPage {
  items: SearchLine[];
  /** What to ask for the next part with. */
  next: string | null;
}

/** `service::ToSearch`: a photo that is worth a search. */
export interface ToSearch {
  photo: string;
  /** Its largest rendition's address seen so far. */
  url: string;
  name: string;
}

/** `service::Overview`: what the popup shows. */
export interface Overview {
  /** Pending invitations, in the order of what to do next. */
  items: View[];
  /** People whose invitations were accepted, and of whom something worse is thought since. */
  accepted: View[];
  /** Invitations of all kinds seen on the page, and how many the page says there are (null: it does not say). */
  seen: number;
  total: number | null;
  /** Epoch milliseconds of the last look at an invitation page; null: never. */
  lastLooked: number | null;
  /** What the last invitation page looked like. */
  layout: 'recognised' | 'empty' | 'unrecognised' | 'none';
  /** How many connections the user has, if a page of theirs showed it. */
  connections: Connections | null;
}

/** What the background answers to the popup: the core's overview, and the code of what is wrong at present. */
export type OverviewAnswer = Overview & { trouble: string | null };

/** A small copy of a remembered photo: RGBA rows, base64. */
export interface SmallCopy {
  side: number;
  rgba: string;
}

/** `service::Held`: one remembered person, for the options page. */
export interface Held {
  profile: string;
  profileUrl: string;
  /** The name it showed last; earlier ones are never shown. */
  name: string;
  earlierNames: number;
  photos: string[];
  firstSeen: number;
  lastSeen: number;
}

export interface Settings {
  /** Badges in LinkedIn's pages; without them everything works from the popup. */
  badges: boolean;
  /** Days after which what was not seen again is forgotten. */
  keepDays: number;
  /** The most photos that are remembered; the least useful are forgotten first. */
  keepPhotos: number;
  /** Key of engines.js for a right-click check. */
  engine: string;
  /** Keys of the engines that panel and popup offer. */
  engines: string[];
  /** Keys of the engines whose result pages are not to be read, though that may be asked: the user said no. */
  unread: string[];
  /** Keys of the providers (providers.js) that search by themselves. */
  providers: string[];
  /** The most photos that are sent to a provider a day, and a month. */
  budgetDay: number;
  budgetMonth: number;
  /** Whether people may be remembered who are passed by: in a search, among suggestions, connections, in the feed. */
  seeMore: 'unasked' | 'yes' | 'no';
  /** The user's own thank-you, with blanks; empty: none is offered; null: the one that comes with the language. */
  thanks: string | null;
}

/** `memory::Place`, as far as somebody may be passed by there. */
export type Passing = 'search' | 'suggestion' | 'connection' | 'feed';

/** `service::PersonAsRead`: a profile's link and photo that stand together. */
export interface PersonAsRead {
  profile: string;
  name: string;
  photo: string;
}

/** `invitation::Piece`: one thing on a card, in document order. */
export type Piece =
  | { /** An empty text ends a block. */ kind: 'text' | 'quote' | 'time'; text: string }
  | { kind: 'link'; href: string; text: string; strong: boolean }
  | { kind: 'control'; label: string; text: string; href: string }
  | { kind: 'image'; src: string; alt: string; link: string }
  | { kind: 'mark'; id: string; label: string; link: string };

/** `invitation::CardAsRead` */
export interface CardAsRead {
  /** How the card's root was found: by an invitation's mark, or by structure alone. */
  root: 'marked' | 'structure';
  /** The invitation's URN where the page carries it, else empty. */
  urn: string;
  language: string;
  pieces: Piece[];
}

/** `invitation::PageAsRead` */
export interface PageAsRead {
  /** Keys of the cards now on the page. */
  keys: string[];
  /** Invitation cards of any kind now on the page. */
  cards: number;
  /** Links to people outside the cards, in the page's main part. */
  strangers: number;
  /** Numbers in parentheses on the page's tabs and filters, in document order. */
  counts: number[];
}

/** `service::Seen`: the answer to a card. */
export type Seen =
  | { kind: 'invitation'; view: View; /** Index of the piece that names the inviter. */ nameAt: number; others: View[] }
  | { kind: 'other-kind' }
  | { kind: 'not-an-invitation' };
