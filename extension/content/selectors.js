// Everything that is known of LinkedIn's markup, in one place. Structure is preferred to names; classes are the
// last resort (tests run every page with all classes removed as well).

/** Marks that only invitation cards carry, newest first. */
export const MARKED = '[componentkey^="urn:li:invitation:"], [data-view-name="pending-invitation"], li.invitation-card';
/** What a card may be without such a mark. */
export const ITEM = '[role="listitem"], li';
/** Something to press. */
export const CONTROL = 'button, a[aria-label], [role="button"]';
/** A link to a person, or to what else one can be invited to. */
export const ENTITY = ['in', 'company', 'school', 'showcase', 'groups', 'events', 'newsletters']
  .map((place) => `a[href*="/${place}/"]`).join(', ');
export const PERSON = 'a[href*="/in/"]';
/** A person's photo, on LinkedIn's photo host: not a company's logo, not a picture in a post. */
export const PERSON_PHOTO = ['displayphoto', 'framedphoto']
  .map((kind) => `img[src^="https://media.licdn.com/dms/image/"][src*="/profile-${kind}"]`).join(', ');
/** Where a page says how many there are. */
export const COUNTED = 'a, button, h1, h2, [role="tab"], [role="radio"], [role="button"]';
export const URN = 'urn:li:invitation:';
