// The current settings, available synchronously: the defaults until they are read.

import { onSaved } from '../browser.js';
import { DEFAULTS, loadSettings, withDefaults } from '../settings.js';

/** @type {import('../requests').Settings} */
let now = DEFAULTS;

export const current = () => now;

/** Read once. */
export const currentKnown = loadSettings().then(
  (settings) => {
    now = settings;
  },
  () => {},
);
onSaved((key, value) => {
  if (key === 'settings') now = withDefaults(value);
});
