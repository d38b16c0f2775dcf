import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Badges every card with a name it counts in the background, so that memory, messages and fetches can be seen. */
const CONTENT = `
const cards = new WeakSet();
const scan = () => {
  for (const card of document.querySelectorAll('[role=listitem]')) {
    if (cards.has(card) || card.querySelectorAll('button').length < 2) continue;
    cards.add(card);
    const host = document.createElement('span');
    const root = host.attachShadow({ mode: 'closed' });
    const button = document.createElement('button');
    button.textContent = 'Waiting';
    root.append(button);
    card.append(host);
    const link = card.querySelector('strong') ?? card.querySelector('a[href*="/in/"]');
    chrome.runtime.sendMessage({ photo: card.querySelector('img')?.src ?? '' }).then((answer) => {
      button.textContent = 'Dummy ' + link.textContent.trim() + ' ' + answer.bytes + ' bytes, ' + answer.language;
    });
    button.addEventListener('click', async () => {
      const answer = await chrome.runtime.sendMessage({ count: true });
      const panel = document.createElement('div');
      panel.setAttribute('role', 'dialog');
      panel.append('Opened ' + answer.count + ' times. ');
      const copy = document.createElement('button');
      copy.setAttribute('aria-label', 'Copy the report');
      copy.textContent = 'Copy';
      copy.addEventListener('click', () => {
        navigator.clipboard.writeText('Line one\\nLine two');
        window.open('https://www.linkedin.com/in/opened/', '_blank', 'noopener');
      });
      const search = document.createElement('a');
      search.href = 'https://lens.google.com/uploadbyurl?url=x';
      search.target = '_blank';
      search.rel = 'noopener noreferrer';
      search.textContent = 'Search';
      panel.append(copy, search);
      root.querySelector('[role=dialog]')?.remove();
      root.append(panel);
    });
  }
};
if (location.hash === '#speak') {
  console.warn('dummy says');
  setTimeout(() => { throw new Error('dummy fails'); });
}
new MutationObserver(scan).observe(document, { subtree: true, childList: true });
scan();
`;

const BACKGROUND = `
chrome.runtime.onMessage.addListener((message, sender, answer) => {
  (async () => {
    if (message.count) {
      const { count = 0 } = await chrome.storage.local.get('count');
      await chrome.storage.local.set({ count: count + 1 });
      return { count: count + 1 };
    }
    if (message.read) return chrome.storage.local.get('count');
    const response = message.photo.startsWith('https:') ? await fetch(message.photo, { credentials: 'omit' }) : null;
    return { bytes: response ? (await response.arrayBuffer()).byteLength : 0, language: chrome.i18n.getUILanguage() };
  })().then(answer, (error) => answer({ error: String(error) }));
  return true;
});
`;

const POPUP = `<!doctype html><meta charset="utf-8"><title>Dummy</title>
<style>:root { color-scheme: light dark } body { width: 300px }</style><p>waiting</p><script src="popup.js" type="module"></script>`;

/** A minimal extension that shows that the stage works. @returns {Promise<string>} its folder, in a temporary place */
export async function writeDummy() {
  const folder = await mkdtemp(join(tmpdir(), 'stage-dummy-'));
  const manifest = {
    manifest_version: 3,
    name: 'Stage dummy',
    version: '1',
    permissions: ['storage'],
    host_permissions: ['https://media.licdn.com/*'],
    background: { service_worker: 'background.js', scripts: ['background.js'], type: 'module' },
    content_scripts: [
      { matches: ['https://www.linkedin.com/*'], js: ['content.js'], all_frames: true, run_at: 'document_idle' },
    ],
    action: { default_popup: 'popup.html' },
    options_ui: { page: 'options.html' },
    browser_specific_settings: { gecko: { id: 'vouchsafe@vouchsafe.invalid', strict_min_version: '140.0' } },
  };
  await mkdir(folder, { recursive: true });
  await Promise.all(
    Object.entries({
      'manifest.json': JSON.stringify(manifest),
      'content.js': CONTENT,
      'background.js': BACKGROUND,
      'popup.html': POPUP,
      'options.html': POPUP,
      'popup.js':
        "chrome.runtime.sendMessage({ read: true }).then(({ count }) => { document.querySelector('p').textContent = `count ${count}`; });",
    }).map(([name, text]) => writeFile(join(folder, name), text)),
  );
  return folder;
}
