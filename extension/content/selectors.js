// Everything that is known of LinkedIn's markup and addresses, in one place. Structure is preferred to names; classes
// are the last resort (tests run every page with all classes removed as well).

/** Marks that only invitation cards carry, newest first. */
export const MARKED = '[componentkey^="urn:li:invitation:"], [data-view-name="pending-invitation"], li.invitation-card';
export const PENDING = '[data-view-name="pending-invitation"]';
/** What holds nothing but the list of received invitations, and what may follow it. */
export const RECEIVED_LIST =
  '[data-sdui-screen*="InvitationReceived"], [componentkey="InvitationManagerPage_InvitationsList"], ul.mn-invitation-list';
/** What a card may be without such a mark. */
export const ITEM = '[role="listitem"], li';
/** Something to press. */
export const CONTROL = 'button, a[aria-label], [role="button"]';
/** What an invitation may be to, besides a person: the first part of its address. */
export const ORGANISATIONS = ['company', 'school', 'showcase', 'groups', 'events', 'newsletters', 'organization'];
/** A link to a person, or to what else one can be invited to. */
export const ENTITY = ['in', ...ORGANISATIONS].map((place) => `a[href*="/${place}/"]`).join(', ');
export const PERSON = 'a[href*="/in/"]';
/** Paths of links that say something; a link anywhere else with a label is something to press. */
export const SAYING = new RegExp(`^/(in|search/results|${ORGANISATIONS.join('|')})/`);
/** Paths of links that do something, label or not. */
export const ACTING = /^\/(messaging|mynetwork\/invitation-manager)(\/|$)/;
/** What the page sets as somebody's words. */
export const QUOTE = 'blockquote, q, .invitation-card__custom-message';
/** Words for screen readers, where the page's styles may not say so. */
export const UNSEEN = '.visually-hidden, .a11y-text, .sr-only';
/** An older mark that says its kind on the element around it. */
export const TYPED_ICON = 'li-icon[type]';
const HOSTED = 'img[src^="https://media.licdn.com/dms/image/"]';
/** Pictures that the photo host serves. */
export const PHOTO = HOSTED;
/** A person's photo, on LinkedIn's photo host: not a company's logo, not a picture in a post. */
export const PERSON_PHOTO = ['displayphoto', 'framedphoto']
  .map((kind) => `${HOSTED}[src*="/profile-${kind}"]`)
  .join(', ');
/** Which upload a photo's address names, whatever the size. */
export const UPLOAD = /\/dms\/image\/(?:v2\/)?([^/]+)/;
export const PHOTO_OVERLAY = '/overlay/photo';
export const ABOUT_OVERLAY = '/overlay/about-this-profile';
/** LinkedIn's mark beside what it verified. */
export const VERIFIED_MARK = 'svg[id^="verified"], li-icon[type^="verified"]';
export const DIALOG = 'dialog, [role="dialog"]';
/** Where a page says how many there are. */
export const COUNTED = 'a, button, h1, h2, [role="tab"], [role="radio"], [role="button"]';
/** What stands around an empty list as well: directions, tabs, pickers. */
export const AROUND =
  'nav, header, footer, aside, [role="navigation"], [role="tablist"], [role="menu"], [role="radio"], [role="radiogroup"], [aria-expanded]';
/** What can be pressed, in any way the page may say so. */
export const PRESSABLE = 'button, [role="button"], [tabindex="0"], [onclick]';
export const URN = 'urn:li:invitation:';
/** The user's own list of connections; other people's lead to a search. */
export const OWN_CONNECTIONS = '/mynetwork/invite-connect/connections';
/** What opens a menu, a menu, and what it offers. */
export const MENU_OPENER = 'button[aria-expanded], button[aria-haspopup], [role="button"][aria-expanded]';
export const MENU = '[role="menu"], .artdeco-dropdown__content';
export const MENU_ITEM = '[role="menuitem"], .artdeco-dropdown__item';
