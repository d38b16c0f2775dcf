// The current settings, available synchronously: the defaults until they are read.

import { onSaved } from '../browser.js';
import { DEFAULTS, loadSettings, withDefaults } from '../settings.js';

/** @type {import('../requests').Settings} */
let now = DEFAULTS;

export const currentSettings = () => now;

/** Read once. */
export const settingsKnown = loadSettings().then(
  (settings) => {
    now = settings;
  },
  () => {},
);
onSaved((key, value) => {
  if (key === 'settings') now = withDefaults(value);
});
