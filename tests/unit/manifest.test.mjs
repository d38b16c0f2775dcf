// The extension's permissions, and what its code must not do: changing either must be a decision, not an accident.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const manifest = JSON.parse(readFileSync('manifest.json', 'utf8'));

test('the manifest asks for no more than it does', () => {
  assert.equal(manifest.manifest_version, 3);
  // alarms: once a day records past their keeping time are forgotten, also in a browser that is never closed.
  // scripting: to put the content scripts into LinkedIn tabs that were open before an installation or update.
  // sidePanel: the list beside the page, in Chromium; it shows no warning. Firefox has its sidebar without one.
  assert.deepEqual(manifest.permissions, [
    'storage',
    'unlimitedStorage',
    'contextMenus',
    'alarms',
    'scripting',
    'sidePanel',
  ]);
  const readme = readFileSync('README.md', 'utf8');
  for (const name of manifest.permissions)
    assert.ok(readme.includes(`\`${name}\``), `the README says what ${name} is for`);
  // Opened only by the user, never by the installation.
  assert.equal(manifest.side_panel.default_path, 'page/page.html?sidebar');
  assert.equal(manifest.sidebar_action.default_panel, 'page/page.html?sidebar');
  assert.equal(manifest.sidebar_action.open_at_install, false);
  // www.linkedin.com: the content scripts run there anyway. Named here too, so that access that was withdrawn or never
  // given can be asked for with one button, tabs that were open before are found, and a frame's messages are tied to
  // its tab.
  assert.deepEqual(manifest.host_permissions, ['https://www.linkedin.com/*', 'https://media.licdn.com/*']);
  // Each is asked for separately, in a click: result pages of one search engine, or one provider that the user has a
  // key for.
  assert.deepEqual(manifest.optional_host_permissions, [
    'https://lens.google.com/*',
    'https://www.google.com/*',
    'https://consent.google.com/*',
    'https://www.tineye.com/*',
    'https://tineye.com/*',
    'https://www.bing.com/*',
    'https://yandex.com/*',
    'https://yandex.ru/*',
    'https://vision.googleapis.com/*',
    'https://api.sightengine.com/*',
  ]);
  for (const wider of [
    'optional_permissions',
    'web_accessible_resources',
    'externally_connectable',
    'declarative_net_request',
    'devtools_page',
    'chrome_url_overrides',
    'user_scripts',
    'sandbox',
  ]) {
    assert.ok(!(wider in manifest), wider);
  }
  assert.deepEqual(manifest.browser_specific_settings.gecko.data_collection_permissions, { required: ['none'] });
});

test('two content scripts, on LinkedIn only, in their own world', () => {
  // The shield must hear events in our badges before any script of the page, so it must run first.
  const wanted = [
    { js: ['content/shield.js'], run_at: 'document_start' },
    { js: ['content/main.js'], run_at: 'document_idle' },
  ];
  assert.deepEqual(
    manifest.content_scripts,
    wanted.map((one) => ({ matches: ['https://www.linkedin.com/*'], all_frames: true, ...one })),
    'no world, no styles, no other frames',
  );
});

test('private windows are not allowed', () => assert.equal(manifest.incognito, 'not_allowed'));

test('the extension’s own pages run their own scripts only', () => {
  assert.deepEqual(manifest.content_security_policy, {
    extension_pages:
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self' https://media.licdn.com https://vision.googleapis.com https://api.sightengine.com",
  });
});

/** @type {Array<{ path: string, code: string }>} */
const scripts = readdirSync('extension', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.js'))
  .map((path) => ({ path, code: bareCode(readFileSync(join('extension', path), 'utf8')) }));

/** The code without comments, which may mention anything. @param {string} code */
function bareCode(code) {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{(])\/\/.*$/gm, '$1');
}

/** @param {RegExp} pattern @param {string[]} [allowed] Files that may match. */
const users = (pattern, allowed = []) =>
  scripts.filter(({ path, code }) => !allowed.includes(path) && pattern.test(code)).map(({ path }) => path);

test('there are scripts to check, and the patterns find what they search for', () => {
  assert.ok(scripts.length > 30, `${scripts.length} scripts`);
  assert.deepEqual(users(/\bapi\.runtime\b/), ['browser.js']);
  assert.equal(bareCode('a(); // fetch(x)\n/* eval */ b("https://x")'), 'a(); \n b("https://x")');
});

test('no script uses the network, except the one that asks a provider: the core fetches photos', () => {
  assert.deepEqual(
    users(
      /\b(fetch|XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon|RTCPeerConnection|importScripts)\b\s*\(?/,
      ['background/providers/net.js'],
    ),
    [],
  );
  assert.deepEqual(users(/\.src\s*=|new Image\b|setAttribute\(\s*['"](src|srcset)/), []);
});

test('nothing is parsed as HTML or as code', () => {
  assert.deepEqual(
    users(
      /\b(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|DOMParser|setHTMLUnsafe|parseHTMLUnsafe|srcdoc)\b|document\.write/,
    ),
    [],
  );
  assert.deepEqual(users(/\beval\s*\(|new Function\b|set(Timeout|Interval)\s*\(\s*['"`]/), []);
});

test('nothing is pressed for the user in LinkedIn’s pages', () => {
  const inPages = scripts.filter(({ path }) => /^(content|badge)\//.test(path));
  assert.ok(inPages.length > 10);
  assert.deepEqual(
    inPages
      .filter(({ code }) => /\.(click|submit|requestSubmit|dispatchEvent)\s*\(/.test(code))
      .map(({ path }) => path),
    [],
  );
});

test('only browser.js uses the browser’s extension API', () => {
  assert.deepEqual(
    users(/\b(chrome|browser)\s*\.\s*(?!js\b)\w+|globalThis\)?\.(chrome|browser)\b/, ['browser.js']),
    [],
  );
});

test('nothing is written to the console', () => {
  assert.deepEqual(users(/\bconsole\s*\./), []);
});
