// Stand-ins for LinkedIn's pages, of our own making: every name, slug and text is invented.

export { people, person, photoUrl } from './people.mjs';
export { main as emberMain, render as ember } from './ember.mjs';
export {
  august2026,
  august2026Main,
  german,
  germanMain,
  march2026,
  march2026Main,
  sdui2025,
  sdui2025Main,
} from './sdui.mjs';
export {
  aboutPage,
  app,
  connections,
  framed,
  nobody,
  preview,
  previewMain,
  profilePage,
  search,
  sent,
  sentMain,
  unknown,
} from './elsewhere.mjs';
export { odd, oddCards, oddSuggestions } from './odd.mjs';
export { feed } from './passing.mjs';
export { page } from './document.mjs';

/** @typedef {import('./people.mjs').Person} Person */
/** @typedef {import('./document.mjs').Options} Options */
