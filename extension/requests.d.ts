// The requests to the background: the fields and the answer of each. Callers, handlers, checks and core are typed by
// it.

import type {
  AccountAsRead, CardAsRead, ExportPart, Goals, RememberedPerson, Hit, Imported, CheckAnswer, PersonAnswer, PhotosAnswer, Overview, PageAsRead,
  PersonAsRead, PhotoView, Place, ProfileSeen, SearchPage, CardSeen, RenditionPixels, View,
} from './shapes';

export interface Settings {
  /** Whether anything is read on LinkedIn at all. */
  on: boolean;
  /** Badges in LinkedIn's pages; without them everything works from the popup. null: not chosen yet, and none are shown. */
  badges: boolean | null;
  /** Days after which records not seen again are forgotten. */
  keepDays: number;
  /** The most photos that are remembered; the least useful are forgotten first. */
  keepPhotos: number;
  /** The engine for a right-click check: a key of engines.js. */
  engine: string;
  /** Keys of the engines that panel and popup offer. */
  engines: string[];
  /** Keys of the engines whose result pages the user refused to have read: they are not asked again. */
  unread: string[];
  /** Keys of the providers (providers.js) that search by themselves. */
  providers: string[];
  /** The most photos that are sent to a provider a day, and a month. */
  budgetDay: number;
  budgetMonth: number;
  /** Whether people passed by may be remembered: in a search, among suggestions and connections, in the feed. */
  seeMore: 'unasked' | 'yes' | 'no';
  /** The user's own template of a thank-you, with blanks; empty: none is offered; null: the language's own. */
  thanks: string | null;
}
/** The settings that are lists. */
export type Listed = 'engines' | 'unread' | 'providers';

/** The core's overview, and the code of the error that holds at present. */
export type OverviewAnswer = Overview & { trouble: string | null };

/** A search whose result page is open and not read, or could not be read. */
export interface Reading {
  /** A key of engines.js. */
  engine: string;
  state: 'open' | 'closed' | 'consent' | 'captcha' | 'unknown';
}

/** A photo with the search whose result page is being read, which the background adds. */
export type PhotoShown = PhotoView & { reading?: Reading };

/** The state of a result page, as its reader finds it. */
export type ReadState = 'results' | 'none' | 'consent' | 'captcha' | 'unknown';

/** A provider's state, as the options page shows it. */
export interface AutomaticStatus {
  provider: string;
  isOn: boolean;
  isAllowed: boolean;
  today: number;
  thisMonth: number;
  /** The last letters of its key, empty where it is short; null: there is none. */
  ending: string | null;
  trouble: 'wrong-key' | 'quota' | 'unreachable' | 'nonsense' | 'picture' | null;
}

/** Accounts that show a profile page's photo under other names. */
export type ProfileNotice = Omit<ProfileSeen, 'views'> & { /** The pending invitation from this profile. */ view: View | null };

/** Numbers of invitations in one month. */
export interface Counts {
  seen: number;
  /** Invitations whose photo the user checked. */
  checked: number;
  reported: number;
  /** Recruiters accepted. */
  recruiters: number;
}

/** The statistics that the options page shows. */
export interface Statistics {
  /** When counting began; null: nothing was seen yet. */
  since: number | null;
  /** By month, such as "2026-11". */
  months: Record<string, Counts>;
}

/** The kinds of pages on which people are passed by. */
export type Passing = Exclude<Place, 'invitation' | 'profile'>;

interface Request<Fields, Answer> {
  fields: Fields;
  answer: Answer;
}

type None = Record<never, never>;
/** No answer: null from the core, undefined from the background. */
type Nothing = void | null;

export interface Requests {
  'see-card': Request<{ card: CardAsRead }, CardSeen>;
  'see-page': Request<{ page: PageAsRead }, Nothing>;
  'see-photos': Request<{ profile: string; holder: string; urls: string[] }, ProfileNotice>;
  'see-people': Request<{ place: Passing; people: PersonAsRead[] }, Nothing>;
  'mark-handled': Request<{ key: string; language: string; label: string }, Nothing>;
  'see-connections': Request<{ count: number }, Nothing>;
  'account-seen': Request<{ profile: string } & AccountAsRead, Nothing>;
  'report-guide': Request<{ profile: string }, View | null>;
  'result-read': Request<{ state: ReadState; hits: Hit[] }, Nothing>;
  'search-open': Request<{ key: string; engine: string; where: 'new' | 'behind' | 'read' | 'here' | 'back' }, { /** The user is asked first. */ asked: boolean; /** It is read in a background tab, which closes by itself. */ isInBackground: boolean }>;
  'links-found': Request<{ photo: string; urls: string[] }, View[]>;
  'answer-found': Request<{ photo: string; url: string; says: PhotosAnswer }, View[]>;
  'photo-png': Request<{ key: string }, string>;
  'photo-save': Request<{ key: string }, Nothing>;
  'report-opened': Request<{ key: string }, Nothing>;
  searches: Request<{ text: string; after: string }, SearchPage>;
  automatic: Request<None, AutomaticStatus[]>;
  'keep-key': Request<{ provider: string; parts: string[] }, Nothing>;
  view: Request<{ key: string }, View | null>;
  'small-copies': Request<{ photos: string[] }, Record<string, RenditionPixels | null>>;
  'check-opened': Request<{ photo: string }, View[]>;
  'check-answered': Request<{ photo: string; answer: CheckAnswer; profile: string }, View[]>;
  overrule: Request<{ key: string; says: PersonAnswer }, View[]>;
  'compare-photos': Request<{ one: string; other: string; says: PhotosAnswer }, View[]>;
  'note-deed': Request<{ key: string; action: 'reported' | 'aside'; done: boolean }, Nothing>;
  'set-aside': Request<{ keys: string[]; done: boolean }, Nothing>;
  'open-page': Request<{ key: string }, Nothing>;
  statistics: Request<None, Statistics>;
  'pause-tab': Request<{ tab: number; isPaused: boolean }, Nothing>;
  'paused-tabs': Request<None, number[]>;
  overview: Request<None, OverviewAnswer>;
  reveal: Request<{ key: string }, boolean>;
  skeleton: Request<None, string | null>;
  people: Request<None, RememberedPerson[]>;
  'forget-person': Request<{ profile: string }, Nothing>;
  'forget-all': Request<None, Nothing>;
  'export-part': Request<{ after: string }, ExportPart>;
  'import-begin': Request<None, number>;
  'import-part': Request<{ job: number; text: string }, Nothing>;
  'import-finish': Request<{ job: number }, Imported>;
  'import-cancel': Request<{ job: number }, Nothing>;
  goals: Request<None, Goals>;
  'set-goals': Request<{ goals: Goals }, View[]>;
  /** One entry of a setting that is a list: pages that send whole lists would undo each other's changes. */
  'change-listed': Request<{ setting: Listed; key: string; isIn: boolean }, Nothing>;
  'change-setting': Request<{ setting: keyof Settings; value: unknown }, Nothing>;
}

/** A request as it is sent. */
export type Sent<Name extends keyof Requests> = Requests[Name]['fields'] & { name: Name };

/** A handler for each request. */
export type Handlers = {
  [Name in keyof Requests]: (request: Requests[Name]['fields'], tab: number | undefined, sender: chrome.runtime.MessageSender) => Promise<Requests[Name]['answer']>;
};
