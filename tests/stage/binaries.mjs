import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {'chromium' | 'firefox'} Kind */

const NAMES = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox-esr', 'firefox'],
};
const PLACES = {
  chromium: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
};

/**
 * The system's own browser. Test tools' downloads are never used: they are not available everywhere.
 * @param {Kind} kind
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string}
 */
export function binary(kind, env = process.env) {
  const variable = kind.toUpperCase();
  const told = env[variable];
  if (told) {
    if (runs(told)) return told;
    throw new Error(`${variable} says ${told}, which is not a program that can be run.`);
  }
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', ...(env.PATH ?? '').split(delimiter).filter(Boolean)];
  const found = [...NAMES[kind].flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES[kind]].find(
    runs,
  );
  if (found) return found;
  throw new Error(
    `No ${kind === 'chromium' ? 'Chromium' : 'Firefox'} found: install one (Debian: apt install ${NAMES[kind][0]}) or set ${variable} to its path.`,
  );
}

/** @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
