// What may be asked of the background: each request's fields, and its answer. Asker, handlers, checks and core are held to it.

import type {
  CardAsRead, ExportPart, Goals, Held, Imported, OnCheck, OnPerson, OnPhotos, Overview, PageAsRead, PersonAsRead, Place,
  ProfileSeen, Seen, SmallCopy, View,
} from './shapes';

export interface Settings {
  /** Whether anything is read on LinkedIn at all. */
  on: boolean;
  /** Badges in LinkedIn's pages; without them everything works from the popup. null: not chosen yet, and none are shown. */
  badges: boolean | null;
  /** Days after which what was not seen again is forgotten. */
  keepDays: number;
  /** The most photos that are remembered; the least useful are forgotten first. */
  keepPhotos: number;
  /** Key of engines.js for a right-click check. */
  engine: string;
  /** Whether people may be remembered who are passed by: in a search, among suggestions, connections, in the feed. */
  seeMore: 'unasked' | 'yes' | 'no';
  /** The user's own thank-you, with blanks; empty: none is offered; null: the one that comes with the language. */
  thanks: string | null;
}

/** The core's overview, and the code of what is wrong at present. */
export type OverviewAnswer = Overview & { trouble: string | null };

/** Accounts that show a profile page's photo under other names. */
export type ProfileNotice = Omit<ProfileSeen, 'views'> & { /** The pending invitation of whose page it is. */ view: View | null };

/** How many invitations, in one month. */
export interface Counts {
  seen: number;
  /** By the user's own photo check. */
  checked: number;
  reported: number;
  /** Recruiters accepted. */
  recruiters: number;
}

/** What the options show as statistics. */
export interface Statistics {
  /** Since when it is counted; null: nothing was seen yet. */
  since: number | null;
  /** By month, such as "2026-11". */
  months: Record<string, Counts>;
}

/** Where somebody may be passed by. */
export type Passing = Exclude<Place, 'invitation' | 'profile'>;

interface Request<Fields, Answer> {
  fields: Fields;
  answer: Answer;
}

type None = Record<never, never>;
/** The core says nothing as null. */
type Nothing = void | null;

export interface Requests {
  'see-card': Request<{ card: CardAsRead }, Seen>;
  'see-page': Request<{ page: PageAsRead }, Nothing>;
  'see-photos': Request<{ profile: string; holder: string; urls: string[] }, ProfileNotice>;
  'see-people': Request<{ place: Passing; people: PersonAsRead[] }, Nothing>;
  'mark-handled': Request<{ key: string; language: string; label: string }, Nothing>;
  'see-connections': Request<{ count: number }, Nothing>;
  view: Request<{ key: string }, View | null>;
  'small-copies': Request<{ photos: string[] }, Record<string, SmallCopy | null>>;
  'check-opened': Request<{ photo: string }, View[]>;
  'check-answered': Request<{ photo: string; answer: OnCheck; profile: string }, View[]>;
  overrule: Request<{ key: string; says: OnPerson }, View[]>;
  'compare-photos': Request<{ one: string; other: string; says: OnPhotos }, View[]>;
  note: Request<{ key: string; deed: 'reported' | 'aside'; done: boolean }, Nothing>;
  'open-page': Request<{ key: string }, Nothing>;
  statistics: Request<None, Statistics>;
  rest: Request<{ tab: number; rests: boolean }, Nothing>;
  resting: Request<None, number[]>;
  overview: Request<None, OverviewAnswer>;
  reveal: Request<{ key: string }, boolean>;
  skeleton: Request<None, string | null>;
  held: Request<None, Held[]>;
  'forget-person': Request<{ profile: string }, Nothing>;
  'forget-all': Request<None, Nothing>;
  'export-part': Request<{ after: string }, ExportPart>;
  'import-begin': Request<None, number>;
  'import-part': Request<{ job: number; text: string }, Nothing>;
  'import-finish': Request<{ job: number }, Imported>;
  'import-cancel': Request<{ job: number }, Nothing>;
  goals: Request<None, Goals>;
  seek: Request<{ goals: Goals }, View[]>;
  'change-setting': Request<{ setting: keyof Settings; value: unknown }, Nothing>;
}

/** A request as it is sent. */
export type Sent<Name extends keyof Requests> = Requests[Name]['fields'] & { name: Name };

/** What each request does. */
export type Handlers = {
  [Name in keyof Requests]: (request: Requests[Name]['fields'], tab?: number) => Promise<Requests[Name]['answer']>;
};
