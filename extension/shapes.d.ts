// The types passed between the core and JavaScript, as plain JSON. Times are in epoch milliseconds.
// Written from the Rust types: change those, then run `cargo test -p vouchsafe-core write_shapes -- --ignored`.

/** The verdict on an invitation (docs/verdict.md has the rules). */
export type Verdict = "accept-safe" | "suspicious" | "likely-fake" | "unchecked";

/** The code of a finding; docs/verdict.md says of each what was observed, and where its strength comes from. */
export type ReasonCode = "said-fake" | "photo-check-other-name" | "photo-under-other-name" | "web-confirmed-profile" | "web-other-people" | "web-portraits" | "web-other-profile" | "web-other-name" | "account-young" | "photo-looks-alike" | "photo-under-unclear-name" | "photo-under-family-name" | "photo-on-second-account" | "photo-pieced-together" | "note-copied" | "headline-copied" | "note-presses" | "name-contradicts-address" | "photo-is-fresh" | "photo-looks-generated" | "photo-shows-no-person" | "held-photo-first" | "first-holder-unknown" | "inviter-verified" | "inviter-well-connected" | "said-known" | "verified" | "photo-check-clean" | "photo-check-same-name" | "web-nothing-found" | "mutual-connections" | "seen-before" | "account-old" | "few-mutual-connections" | "shared-background" | "member-number-old" | "web-same-name" | "follows-you" | "photo-is-old" | "no-photo" | "photo-not-fetched" | "photo-elsewhere" | "photo-not-allowed" | "photo-refused" | "photo-unreachable" | "photo-not-a-picture" | "photo-damaged" | "photo-too-large" | "photo-too-small" | "photo-not-comparable" | "may-be-one-account" | "too-little-known";

/** Which way a finding points. */
export type Side = "against" | "limit" | "for" | "unchecked";

/** How much a finding says by itself. */
export type Strength = "weak" | "moderate" | "strong" | "decisive";

/** The value for a blank of a sentence. */
export type Blank = { "count": number } | { "name": string } | { "time": number };

/** The code of a sentence, and what fills its blanks. The sentences are in the extension (`_locales`). */
export type Reason = {
  /** The sentence's code. */
  code: ReasonCode,
  /** Which way it points. */
  side: Side,
  /** How much it says by itself. */
  strength: Strength,
  /** The values for the sentence's blanks, in order. */
  blanks: Array<Blank>,
};

/** The opinions that the user may have of a person. */
export type Stance = "known" | "fake";

/** One upload of one photo: LinkedIn's asset id, the same for every size; for an address without one, its path.  One upload belongs to one account. */
export type PhotoId = string;

/** The outcome of a search. */
export type Outcome = "results" | "none";

/** The kind of page a hit leads to, the weightiest first. */
export type PageKind = "other-profile" | "portraits" | "other-name" | "unclear" | "same-name" | "own-profile" | "directory" | "similar";

/** One result of a search. */
export type SearchResult = {
  /** Its address. */
  url: string,
  /** Its host. */
  site: string,
  /** Its title. */
  title: string,
  /** The kind of page it leads to. */
  kind: PageKind,
  /** The person it names, or what the site is called; else empty. */
  name: string,
  /** The user said that it is not this photo. */
  struck: boolean,
  /** The user's answer on whether it is this photo. */
  confirmed: boolean | null,
};

/** One search of the web. */
export type Search = {
  /** The key of the engine or provider. */
  engine: string,
  /** When it was made. */
  at: number,
  /** Whether there were results. */
  outcome: Outcome,
  /** How many results are the same picture: as in the history, whatever the user answered. */
  count: number,
  /** The results, the weightiest first. */
  found: Array<SearchResult>,
};

/** A provider's score for whether a picture is generated. */
export type Generated = {
  /** The provider's key. */
  provider: string,
  /** From 0 to 1. */
  score: number,
  /** When it was asked. */
  at: number,
};

/** Another profile with the same photo. */
export type Twin = {
  /** Its photo. */
  photo: PhotoId,
  /** Its name. */
  name: string,
  /** Its profile. */
  profileUrl: string,
  /** When it was first seen with the photo. */
  firstSeen: number,
  /** When it set the photo, by the photo's address. */
  setAt: number | null,
  /** A near-exact copy, or a looser likeness. */
  nearExact: boolean,
  /** The user's answer on whether it is the same picture. */
  same: boolean | null,
};

/** The user's answer to a photo check. */
export type CheckFound = "nothing-found" | "same-name" | "other-name";

/** A photo that can be checked by reverse image search. */
export type PhotoView = {
  /** The photo's id. */
  id: PhotoId,
  /** The largest rendition's address. */
  url: string,
  /** Its side in pixels; 0 if unknown. */
  side: number,
  /** When the address stops working. */
  expiresAt: number | null,
  /** When the photo was set. */
  setAt: number | null,
  /** When a check was opened that is not answered yet. */
  asked: number | null,
  /** The user's answer. */
  answer: CheckFound | null,
  /** The profile the user found it on. */
  answerProfile: string | null,
  /** Searches of the web for it, newest first. */
  searches: Array<Search>,
  /** A provider's score for whether the photo is generated. */
  generated: Generated | null,
};

/** Why an invitation may be worth accepting. */
export type WorthCode = "recruiter" | "target-company" | "hiring-role" | "peer" | "topic" | "shared";

/** A reason to accept. */
export type Worth = {
  /** The reason's code. */
  code: WorthCode,
  /** The words it rests on, as they are in headline, company, context or note: hostile text. */
  words: string,
  /** The user's goal that it meets, as they wrote it; reasons that need no goal have none. */
  goal: string | null,
};

/** The content of LinkedIn's "About this profile". */
export type AccountView = {
  /** The first of the month in which the account was made. */
  joined: number | null,
  /** The first of the month in which its photo was changed last. */
  photoUpdated: number | null,
  /** Whether a verification is listed. */
  verified: boolean,
  /** When it was read. */
  at: number,
};

/** All that is shown of one invitation. Times are in epoch milliseconds. */
export type View = {
  /** The invitation's key. */
  key: string,
  /** The inviter's name. */
  name: string,
  /** The inviter's profile. */
  profileUrl: string,
  /** The inviter's headline. */
  headline: string,
  /** The verdict. */
  verdict: Verdict,
  /** The findings that the verdict rests on. */
  basis: Array<Reason>,
  /** Everything found, in order of weight. */
  reasons: Array<Reason>,
  /** Other profiles with the same photo. */
  twins: Array<Twin>,
  /** The inviter's photo, if it can be checked. */
  photo: PhotoView | null,
  /** How many other photos it was compared with. */
  compared: number,
  /** When the invitation was last seen. */
  lastSeen: number,
  /** The user's opinion of the inviter. */
  opinion: Stance | null,
  /** The verdict without the user's opinion, if there is one. */
  overruled: Verdict | null,
  /** Reasons to accept; none if the inviter is suspected. */
  worth: Array<Worth>,
  /** Whether there are reasons to accept that are withheld because the inviter is suspected. */
  worthWithheld: boolean,
  /** The inviter's note, as read. */
  note: string,
  /** The employer the headline names; empty if none is clearly named. */
  employer: string,
  /** The employer or school both have in common; empty if none is clearly named. */
  inCommon: string,
  /** The content of LinkedIn's "About this profile". */
  account: AccountView | null,
  /** When it was answered or disappeared from LinkedIn. */
  handled: number | null,
};

/** How many connections the user has, as a page of their own showed it. */
export type Connections = {
  /** How many; LinkedIn may say "500+", which is 500 here. */
  count: number,
  /** When it was seen. */
  at: number,
};

/** Whether an invitation page was understood. */
export type Layout = "recognised" | "empty" | "unrecognised" | "none";

/** The content of the popup. */
export type Overview = {
  /** The pending invitations, in the order of what to do next. */
  items: Array<View>,
  /** People whose invitations were accepted, and whose verdict is worse now. */
  accepted: Array<View>,
  /** Invitations of all kinds on the page last read. */
  seen: number,
  /** How many invitations that page said there are. */
  total: number | null,
  /** When that page was read. */
  lastLooked: number | null,
  /** Whether that page was understood. */
  layout: Layout,
  /** How many connections the user has, if a page showed it. */
  connections: Connections | null,
};

/** The pixels of a remembered photo's rendition. */
export type RenditionPixels = {
  /** Width and height in pixels. */
  side: number,
  /** Red, green, blue, alpha, one byte each, row by row, as base64. */
  rgba: string,
};

/** A photo and its address. */
export type PhotoAt = {
  /** The photo's id. */
  id: PhotoId,
  /** Its largest rendition's address. */
  url: string,
};

/** One remembered person. */
export type RememberedPerson = {
  /** The profile's slug or member code. */
  profile: string,
  /** Its address. */
  profileUrl: string,
  /** The name it showed last. Earlier ones are kept to compare, and never shown. */
  name: string,
  /** How many other names it has shown. */
  earlierNames: number,
  /** The photos it has shown. */
  photos: Array<PhotoId>,
  /** When it was first seen. */
  firstSeen: number,
  /** When it was last seen. */
  lastSeen: number,
};

/** What open pages are to be told of somebody who was forgotten. */
export type PersonForgotten = {
  /** The keys of their invitations, and the keys that invitations of their profiles would have: what the extension keeps under these goes too. */
  keys: Array<string>,
  /** The views of pending invitations that changed. */
  views: Array<View>,
};

/** The user's goals, title and headline; all optional. */
export type Goals = {
  /** The user's own headline. */
  headline: string,
  /** The user's own title, such as "VP Product". */
  title: string,
  /** Companies they want to work for, sell to or watch. */
  companies: Array<string>,
  /** Roles they want. */
  roles: Array<string>,
  /** Industries and topics. */
  topics: Array<string>,
};

/** Whether the user knows an inviter. */
export type PersonAnswer = "known" | "fake" | "undo";

/** Whether two photos that look alike are the same picture. */
export type PhotosAnswer = "same" | "other" | "undo";

/** The user's answer to a photo check. */
export type CheckAnswer = "nothing-found" | "same-name" | "other-name" | "undo";

/** A part of the file. */
export type ExportPart = {
  /** Its lines. */
  lines: Array<Record<string, any>>,
  /** The argument that asks for the next part; the last part has none. */
  next: string | null,
  /** How many lines the whole file has, as of now. */
  total: number,
};

/** How much was taken in that was not known before. */
export type Imported = {
  /** Profiles. */
  people: number,
  /** Photos. */
  photos: number,
  /** The user's opinions of people. */
  opinions: number,
  /** Photo checks. */
  checks: number,
  /** The user's answers on two photos. */
  comparings: number,
  /** Searches of the web. */
  searches: number,
  /** Whether the import added to the user's goals. */
  goals: boolean,
};

/** Where a sighting was made. */
export type Place = "invitation" | "profile" | "search" | "suggestion" | "connection" | "feed";

/** A person as the page shows them: a profile's link and photo that are together. Hostile until read. */
export type PersonAsRead = {
  /** The profile's address. */
  profile: string,
  /** The name shown with it. */
  name: string,
  /** The photo's address. */
  photo: string,
};

/** The answer to a profile page. */
export type ProfileSeen = {
  /** The views of pending invitations that changed. */
  views: Array<View>,
  /** Accounts that show this profile's photo under other names. */
  twins: Array<Twin>,
  /** That photo. */
  photo: PhotoId | null,
};

/** How a card's outermost element was found. */
export type Root = "marked" | "structure";

/** One thing on a card. */
export type Piece = { "kind": "text",
  /** As shown. */
  text: string, } | { "kind": "quote",
  /** As shown. */
  text: string, } | { "kind": "time",
  /** As shown. */
  text: string, } | { "kind": "link",
  /** Absolute address. */
  href: string,
  /** As shown; empty around a picture. */
  text: string,
  /** Whether the text is set in `strong`. */
  strong: boolean, } | { "kind": "control",
  /** Its accessible label, else empty. */
  label: string,
  /** Its text. */
  text: string,
  /** Where it leads, if it is a link. */
  href: string, } | { "kind": "image",
  /** Absolute address, of the picture that is to be shown where it loads late. */
  src: string,
  /** Its alternative text. */
  alt: string,
  /** Address of the link around it, else empty. */
  link: string, } | { "kind": "mark",
  /** Its element id, else empty. */
  id: string,
  /** Its accessible label, else empty. */
  label: string,
  /** Address of the link around it, else empty. */
  link: string,
};

/** A card as read from the page: what is on it, in document order. */
export type CardAsRead = {
  /** How the card was found. */
  root: Root,
  /** The invitation's URN where the page carries it, else empty. */
  urn: string,
  /** The page's language, such as `en` or `de-DE`. */
  language: string,
  /** The pieces of the card. */
  pieces: Array<Piece>,
};

/** An invitation page as read. */
export type PageAsRead = {
  /** Keys of the invitations now on the page. */
  keys: Array<string>,
  /** How many invitation cards of any kind are now on the page. */
  cards: number,
  /** How many things outside the cards may belong to an invitation that was not understood: links to people; if there is no card, also photos, buttons and texts beyond those of an empty list. */
  outside: number,
  /** The numbers in parentheses on tabs and filters, in document order. */
  counts: Array<number>,
};

/** One result of a search, as read from the engine's page or answer. */
export type Hit = {
  /** Where it leads; as sent, possibly wrapped in an address of the engine. */
  url: string,
  /** The title that the engine shows for it. */
  title: string,
  /** The engine calls it the same picture; a picture that is only similar says nothing. */
  same: boolean,
};

/** A month. */
export type Month = {
  /** The year. */
  year: number,
  /** The month, from 1. */
  month: number,
};

/** A row of a label and a month. */
export type MonthRow = {
  /** The text beside the month, in the page's language. */
  label: string,
  /** The month. */
  month: Month,
  /** Whether the row has the mark of a verification. */
  verified: boolean,
};

/** LinkedIn's "About this profile" as a page shows it. Hostile until checked. */
export type AccountAsRead = {
  /** Its rows that say a month, in the order of the page. */
  rows: Array<MonthRow>,
  /** Whether a verification is listed. */
  verified: boolean,
};

/** A search in the history. */
export type SearchLine = {
  /** The photo. */
  photo: PhotoId,
  /** The name that was shown with it last. */
  name: string,
  /** The address of the profile that showed this name. */
  profileUrl: string,
  /** The key of the engine or provider. */
  engine: string,
  /** When the search was made, in epoch milliseconds. */
  at: number,
  /** Whether there were results. */
  outcome: Outcome,
  /** How many results are the same picture. */
  found: number,
  /** The kind of the weightiest result that the user did not strike out. */
  strongest: PageKind | null,
};

/** A part of the history. */
export type SearchPage = {
  /** Newest first. */
  items: Array<SearchLine>,
  /** The argument that asks for the next part; the last part has none. */
  next: string | null,
};

/** A photo that is worth a search. */
export type ToSearch = {
  /** The photo. */
  photo: PhotoId,
  /** The address of its largest rendition. */
  url: string,
  /** The inviter's name. */
  name: string,
};

/** The answer to a card. */
export type CardSeen = { "kind": "invitation",
  /** Its view. */
  view: View,
  /** Index of the piece that begins with the inviter's name. */
  nameAt: number,
  /** The views of other pending invitations that changed. */
  others: Array<View>, } | { "kind": "other-kind" } | { "kind": "not-an-invitation" };
