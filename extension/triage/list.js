// The list of what to do: the group and the order of each invitation, and those that search and filter leave out. It
// does not use the DOM.

import { isBeingRead, questionOpen } from '../shared/photo-check-state.js';
import { WORTH_CODES, countOf, weightOf } from '../worth.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('../shapes').WorthCode} WorthCode */
/** @typedef {import('../actions.js').Actions} Actions */

/**
 * The groups of the list, by what there is to do. `again`: accepted earlier and worse now; `answer`: a photo check was
 * opened; `check`: too little is known; `fine`: safe by mutual connections at most; `accept`: safe by more; `fake`; and
 * `reported` and `aside`, which need nothing more.
 * @typedef {'again' | 'answer' | 'check' | 'accept' | 'fine' | 'fake' | 'reported' | 'aside'} GroupName
 */
/** @typedef {'next' | 'worth'} Order */
/** @typedef {'' | 'check' | 'genuine' | 'fake' | 'no-photo' | WorthCode} Filter */
/** @typedef {{ items: View[], accepted: View[], actions: Record<string, Actions> }} Known */
/** @typedef {{ name: GroupName, views: View[], total: number }} Group `total`: how many there are without search and filter. */

/** @type {GroupName[]} In the order of what to do next. */
const BY_NEXT = ['again', 'answer', 'check', 'accept', 'fine', 'fake', 'reported', 'aside'];
/** @type {GroupName[]} The order by worth: those who may be accepted come first. */
const BY_WORTH = ['again', 'answer', 'accept', 'fine', 'check', 'fake', 'reported', 'aside'];
/** Groups that ask for nothing more. @type {Set<GroupName>} */
const DONE = new Set(['reported', 'aside']);

/** @type {Record<GroupName, Filter>} Which of the three parts of the line at the head counts a group; empty: the group is counted separately. */
const PART = {
  again: '',
  answer: 'check',
  check: 'check',
  accept: 'genuine',
  fine: 'genuine',
  fake: 'fake',
  reported: '',
  aside: '',
};

/** @template {{ key: string }} T @param {T[]} views @param {string[]} order Keys as on the page. @returns {T[]} In that order, and those not in it at the end, as they were. */
export function inOrder(views, order) {
  const at = new Map(order.map((key, place) => [key, place]));
  const placeOf = (/** @type {T} */ { key }) => at.get(key) ?? Infinity;
  return [...views].sort((one, other) => (placeOf(one) === placeOf(other) ? 0 : placeOf(one) - placeOf(other)));
}

/** Findings for the inviter that fake profiles often have, too. */
const THIN = new Set(['mutual-connections', 'few-mutual-connections', 'follows-you']);

/** @param {View} view Whether the evidence for the person is mutual connections or weaker. */
export const isThin = ({ reasons }) =>
  !reasons.some(({ side, code, strength }) => side === 'for' && strength !== 'weak' && !THIN.has(code));

/** @param {View} view Whether its photo was searched for. */
const isChecked = ({ photo }) => Boolean(photo && (photo.answer !== null || photo.searches.length > 0));

/** @param {View} view @param {Actions} actions @returns {GroupName} */
export function groupOf(view, actions) {
  // In the list "I know this person" overrules a report.
  if (actions.reported !== undefined && view.opinion !== 'known') return 'reported';
  if (actions.aside !== undefined) return 'aside';
  if (view.verdict === 'likely-fake') return 'fake';
  if (questionOpen(view)) return 'answer';
  if (view.verdict === 'accept-safe') return isThin(view) ? 'fine' : 'accept';
  return 'check';
}

/** @param {Known} known @returns {Map<GroupName, View[]>} */
export function byGroup({ items, accepted, actions }) {
  /** @type {Map<GroupName, View[]>} */
  const groups = new Map(BY_NEXT.map((name) => [name, []]));
  const of = (/** @type {View} */ { key }) => (Object.hasOwn(actions, key) ? actions[key] : {});
  for (const view of accepted)
    groups
      .get(of(view).aside === undefined && of(view).reported === undefined ? 'again' : groupOf(view, of(view)))
      ?.push(view);
  for (const view of items) groups.get(groupOf(view, of(view)))?.push(view);
  // Suspicious ones come before unknown ones, and last those that no photo check can decide; within each rank the page's
  // order is kept.
  const rank = (/** @type {View} */ view) =>
    view.verdict === 'suspicious' ? 0 : isChecked(view) || !view.photo ? 2 : 1;
  groups.set(
    'check',
    [...(groups.get('check') ?? [])].sort((one, other) => rank(one) - rank(other)),
  );
  return groups;
}

/** @param {string} text Without case and accents. */
const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** @param {View} view @param {string} search Words, all of which must occur. */
export function matches(view, search) {
  const words = folded(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = folded(
    [view.name, view.headline, view.employer, ...view.worth.map(({ words: said }) => said)].join('\n'),
  );
  return words.every((word) => text.includes(word));
}

/** @param {View} view @param {GroupName} group @param {Filter} filter */
export function fits(view, group, filter) {
  if (filter === '') return true;
  if (filter === 'check' || filter === 'genuine' || filter === 'fake') return PART[group] === filter;
  if (filter === 'no-photo') return view.photo === null && !DONE.has(group);
  return view.worth.some(({ code }) => code === filter);
}

/**
 * @param {Known} known @param {{ filter: Filter, order: Order, search: string }} choice
 * @returns {Group[]} Those that are not empty, in order.
 */
export function groupsOf(known, { filter, order, search }) {
  const groups = byGroup(known);
  return (order === 'worth' ? BY_WORTH : BY_NEXT).flatMap((name) => {
    const all = groups.get(name) ?? [];
    const found = all.filter((view) => fits(view, name, filter) && matches(view, search));
    const views = order === 'worth' ? [...found].sort((one, other) => weightOf(other) - weightOf(one)) : found;
    return views.length > 0 ? [{ name, views, total: all.length }] : [];
  });
}

/** @param {Known} known @returns {Array<{ filter: Filter, count: number }>} The filters that apply, with the number of invitations for each. */
export function filtersOf(known) {
  const groups = byGroup(known);
  const all = [...groups].flatMap(([group, views]) => views.map((view) => ({ group, view })));
  /** @type {Filter[]} */
  const plain = ['check', 'genuine', 'fake', 'no-photo'];
  const counts = plain.map((filter) => ({
    filter,
    count: all.filter(({ group, view }) => fits(view, group, filter)).length,
  }));
  const worth = WORTH_CODES.map((code) => ({
    filter: /** @type {Filter} */ (code),
    count: countOf(
      all.map(({ view }) => view),
      code,
    ),
  }));
  return [...counts, ...worth].filter(({ count }) => count > 0);
}

/** @typedef {{ again: View[], check: View[], genuine: View[], fake: View[], done: View[] }} Sums */

/** @param {Known} known @returns {Sums} What there is to do, in the groups that the line at the head counts. */
export function sumsOf(known) {
  const groups = byGroup(known);
  /** @param {...GroupName} wanted */
  const of = (...wanted) => wanted.flatMap((group) => groups.get(group) ?? []);
  return {
    again: of('again'),
    check: of('answer', 'check'),
    genuine: of('accept', 'fine'),
    fake: of('fake'),
    done: of('reported', 'aside'),
  };
}

/**
 * @param {Group[]} groups @param {string | null} from The key to start after; null: from the beginning.
 * @param {(view: View, group: GroupName) => boolean} wanted
 * @returns {string[]} The keys of the wanted ones in the order of the list: those after `from`, then those before it.
 */
export function aheadOf(groups, from, wanted) {
  const rows = groups.flatMap(({ name, views }) => views.map((view) => ({ group: name, view })));
  const at = rows.findIndex(({ view }) => view.key === from);
  const ahead = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))];
  return ahead.filter(({ group, view }) => wanted(view, group)).map(({ view }) => view.key);
}

/**
 * @param {Group[]} groups @param {string | null} from @param {(view: View, group: GroupName) => boolean} wanted
 * @returns {string | null} The first of them.
 */
export const nextOf = (groups, from, wanted) => aheadOf(groups, from, wanted)[0] ?? null;

/**
 * The key that comes next once an invitation is dealt with: the first of those ahead that is still wanted, in the order
 * of the list before the answer, which may have moved some of them.
 * @param {string[]} ahead As `aheadOf` gave them before. @param {Group[]} groups As they are now.
 * @param {string} from Who was dealt with. @param {(view: View, group: GroupName) => boolean} wanted
 * @returns {string | null}
 */
export function nextAsBefore(ahead, groups, from, wanted) {
  const now = aheadOf(groups, from, wanted);
  return ahead.find((key) => now.includes(key)) ?? now[0] ?? null;
}

/** Invitations without a photo and without other evidence, for which no check can help. @param {Known} known @returns {string[]} Their keys. */
export const bareOf = (known) =>
  (byGroup(known).get('check') ?? [])
    .filter(({ photo, verdict }) => photo === null && verdict === 'unchecked')
    .map(({ key }) => key);

/** Whether an invitation still needs something from the user. @param {View} view @param {GroupName} group */
export const isOpen = (view, group) =>
  !DONE.has(group) &&
  !isBeingRead(view) &&
  (group === 'check' || group === 'answer' || group === 'fake' || group === 'again');
