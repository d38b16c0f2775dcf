// All knowledge of LinkedIn's markup and addresses, in one place. Structure is preferred to names; classes
// are the last resort (tests also run every page with all classes removed).

/** Marks that only invitation cards carry, newest first. */
export const MARKED = '[componentkey^="urn:li:invitation:"], [data-view-name="pending-invitation"], li.invitation-card';
export const PENDING = '[data-view-name="pending-invitation"]';
/** The element around nothing but the list of received invitations and what may follow it. */
export const RECEIVED_LIST =
  '[data-sdui-screen*="InvitationReceived"], [componentkey="InvitationManagerPage_InvitationsList"], ul.mn-invitation-list';
/** Elements that may be a card without such a mark. */
export const ITEM = '[role="listitem"], li';
/** A control: something to press. */
export const CONTROL = 'button, a[aria-label], [role="button"]';
/** What one may be invited to besides connecting with a person: the first part of its address. */
export const ORGANISATIONS = ['company', 'school', 'showcase', 'groups', 'events', 'newsletters', 'organization'];
/** A link to a person, or to one of these organisations. */
export const ENTITY = ['in', ...ORGANISATIONS].map((place) => `a[href*="/${place}/"]`).join(', ');
export const PERSON = 'a[href*="/in/"]';
/** Paths of links that carry information; a link with a label to any other path is a control. */
export const SAYING = new RegExp(`^/(in|search/results|${ORGANISATIONS.join('|')})/`);
/** Paths of links that act, label or not. */
export const ACTING = /^\/(messaging|mynetwork\/invitation-manager)(\/|$)/;
/** Elements that the page uses for a person's own words. */
export const QUOTE = 'blockquote, q, .invitation-card__custom-message';
/** Words for screen readers, where the page's styles may not hide them. */
export const UNSEEN = '.visually-hidden, .a11y-text, .sr-only';
/** An older icon, whose kind is on the element around it. */
export const TYPED_ICON = 'li-icon[type]';
const HOSTED = 'img[src^="https://media.licdn.com/dms/image/"]';
/** Pictures that the photo host serves. */
export const PHOTO = HOSTED;
/** A person's photo, on LinkedIn's photo host: not a company's logo, not a picture in a post. */
export const PERSON_PHOTO = ['displayphoto', 'framedphoto']
  .map((kind) => `${HOSTED}[src*="/profile-${kind}"]`)
  .join(', ');
/** An element that is a picture, whatever draws it. */
export const PICTURE = '[role="img"]';
/** The upload that a photo's address names, the same for every size. */
export const UPLOAD = /\/dms\/image\/(?:v2\/)?([^/]+)/;
export const PHOTO_OVERLAY = '/overlay/photo';
export const ABOUT_OVERLAY = '/overlay/about-this-profile';
/** LinkedIn's mark of verification. */
export const VERIFIED_MARK = 'svg[id^="verified"], li-icon[type^="verified"]';
export const DIALOG = 'dialog, [role="dialog"]';
/** Elements in which a page may state the number of invitations. */
export const COUNTED = 'a, button, h1, h2, [role="tab"], [role="radio"], [role="button"]';
/** Elements that surround an empty list, too: navigation, tabs, pickers. */
export const AROUND =
  'nav, header, footer, aside, [role="navigation"], [role="tablist"], [role="menu"], [role="radio"], [role="radiogroup"], [aria-expanded]';
/** Everything that can be pressed, however the page marks it. */
export const PRESSABLE = 'button, [role="button"], [tabindex="0"], [onclick]';
export const URN = 'urn:li:invitation:';
/** The user's own list of connections; other people's lead to a search. */
export const OWN_CONNECTIONS = '/mynetwork/invite-connect/connections';
/** A button that opens a menu, the menu, and its entries. */
export const MENU_OPENER = 'button[aria-expanded], button[aria-haspopup], [role="button"][aria-expanded]';
export const MENU = '[role="menu"], .artdeco-dropdown__content';
export const MENU_ITEM = '[role="menuitem"], .artdeco-dropdown__item';
