// A hostile page script that tries to read badges and panels, and to press their controls. Each function is sent to the
// page as text, so it must be self-contained.

/** Words of badges and panels of the usual people (`tests/e2e/setting.mjs`) that no card shows. */
export const OURS = [
  'Accept-safe',
  'Likely fake',
  'Suspicious',
  'Unchecked',
  'photo also used by',
  'check the photo',
  'verified, 12',
  'Photo check',
  'The same photo is on',
  'I know this person',
  'This is fake',
  'Report to',
  'Yandex',
  'TinEye',
  'Copy report',
];

/** The page's head, for `attack`: it listens before anything else runs. */
export const listening = () => `<script nonce="__NONCE__">${source()}</script>`;

/** The same for a window that is still empty: its first page gets it with every listener. */
export const source = () => `(${listen.toString()})()`;

/**
 * A page whose own texts are too small to be the largest painted: for `painted`. Only text in our own roots is reported
 * without its element.
 * @param {string} html
 */
export const tiny = (html) =>
  html.replace(
    '</head>',
    `<style>header, nav { opacity: 0 } main * { font-size: 1px !important; line-height: 1px !important; min-height: 0 !important } main [role=listitem] { padding: 0 !important } main img, main svg { width: 1px !important; height: 1px !important }</style>
<script nonce="__NONCE__">window.largest = []; new PerformanceObserver((list) => { for (const { size, element } of list.getEntries()) if (!element) largest.push(size); }).observe({ type: 'largest-contentful-paint', buffered: true });</script></head>`,
  );

/** The size of the largest text painted in closed roots, and the strips under the host that an element covers. @returns {Promise<string>} */
export async function painted() {
  const host = /** @type {HTMLElement} */ (
    [...document.querySelectorAll('span:empty')].find((span) => !span.attributes.length)
  );
  const strips = Array.from({ length: 56 }, (_, index) => {
    const strip = document.createElement('i');
    strip.style.cssText = `position:absolute;left:${host.offsetLeft + index * 8}px;top:${host.offsetTop + 4}px;width:6px;height:18px;background:#eee`;
    host.before(strip);
    return strip;
  });
  /** @type {string} */
  const covered =
    'isVisible' in IntersectionObserverEntry.prototype
      ? await new Promise((done) => {
          const seen = new Map();
          const observer = new IntersectionObserver(
            (entries) => {
              for (const entry of entries) seen.set(entry.target, /** @type {any} */ (entry).isVisible ? 0 : 1);
              if (seen.size === strips.length) done(strips.map((strip) => seen.get(strip)).join(''));
            },
            /** @type {any} */ ({ trackVisibility: true, delay: 100 }),
          );
          for (const strip of strips) observer.observe(strip);
        })
      : '';
  for (const strip of strips) strip.remove();
  const parent = /** @type {HTMLElement} */ (host.parentElement);
  // However narrow its container.
  const scrolled = [
    'width:20px',
    'width:20px;overflow:auto;height:10px',
    'writing-mode:vertical-rl',
    'zoom:3',
    'column-width:40px',
    'font-size:90px;letter-spacing:30px;text-transform:uppercase',
  ].map((css) => {
    const before = parent.style.cssText;
    parent.style.cssText = css;
    const is = [host.scrollWidth, host.scrollHeight, document.documentElement.scrollWidth].join();
    parent.style.cssText = before;
    return is;
  });
  return `${Math.max(0, .../** @type {any} */ (window).largest)} ${covered} ${scrolled.join(' ')}`;
}

/** Records every event heard, and every node inside a shadow root that an event or a performance entry reveals. */
function listen() {
  /** @type {{ heard: string[], nodes: Node[], how: string[], dragged: string[] }} */
  const spoils = { heard: [], nodes: [], how: [], dragged: [] };
  Object.assign(window, { spoils });
  /** @param {string} how @param {unknown} value */
  const note = (how, value) => {
    if (!(value instanceof Node) || !(value.getRootNode() instanceof ShadowRoot)) return;
    spoils.nodes.push(value);
    spoils.how.push(how);
  };
  Object.assign(window, { note });
  const kinds = new Set([
    'focusin',
    'focusout',
    'DOMActivate',
    'DOMMouseScroll',
    'MozMousePixelScroll',
    'compositionstart',
    'touchstart',
  ]);
  for (let at = /** @type {any} */ (document.createElement('span')); at; at = Object.getPrototypeOf(at))
    for (const name of Object.getOwnPropertyNames(at)) if (name.startsWith('on')) kinds.add(name.slice(2));
  for (const kind of kinds) {
    for (const [where, target] of /** @type {Array<[string, EventTarget]>} */ ([
      ['window', window],
      ['document', document],
    ])) {
      target.addEventListener(
        kind,
        (event) => {
          const aim = event.target;
          if (aim instanceof HTMLSpanElement && aim.matches('span:empty'))
            spoils.heard.push(`${event.type} on ${where} ${/** @type {any} */ (event).key ?? ''}`);
          for (const name in event) {
            let value;
            try {
              value = /** @type {any} */ (event)[name];
            } catch {
              continue;
            }
            note(`${kind}.${name}`, value);
          }
          for (const step of event.composedPath()) note(`${kind}.path`, step);
          const data = event instanceof DragEvent ? event.dataTransfer : null;
          if (data?.types.length) spoils.dragged.push([...data.types].map((type) => data.getData(type)).join());
        },
        true,
      );
    }
  }
  for (const type of PerformanceObserver.supportedEntryTypes) {
    new PerformanceObserver((list) => {
      for (const entry of /** @type {any[]} */ (list.getEntries())) {
        for (const name of ['target', 'element']) note(`${type}.${name}`, entry[name]);
        for (const source of entry.sources ?? []) note(`${type}.source`, source.node);
        if (/extension:/.test(JSON.stringify(entry))) spoils.how.push(`${type} names the extension`);
      }
    }).observe({ type, buffered: true });
  }
}

/**
 * Collects everything that a page can ask of its document and the hosts.
 * @param {string[]} words Words known to be in badges and panels.
 */
export function probe(words) {
  const { note, spoils } = /** @type {any} */ (window);
  const hosts = /** @type {HTMLElement[]} */ (
    [...document.querySelectorAll('span:empty')].filter((span) => !span.attributes.length)
  );
  const selection = /** @type {any} */ (getSelection());
  /** @type {string[]} */
  const told = [];
  const isSaying = () => {
    const text = String(selection);
    return words.some((word) => text.includes(word));
  };
  for (const word of words) {
    for (const backwards of [false, true]) {
      selection.removeAllRanges();
      if (/** @type {any} */ (window).find(word, false, backwards, true)) told.push(`find ${word}`);
      note('find', selection.anchorNode);
    }
  }
  const starts = hosts
    .flatMap((host) => [host.previousSibling, host.nextSibling, host.parentNode, host])
    .filter((node) => node !== null);
  for (const start of starts) {
    for (const alter of ['move', 'extend']) {
      for (const way of ['forward', 'backward']) {
        for (const unit of [
          'character',
          'word',
          'sentence',
          'line',
          'paragraph',
          'lineboundary',
          'sentenceboundary',
          'paragraphboundary',
          'documentboundary',
        ]) {
          selection.collapse(start, 0);
          for (let times = 0; times < 12; times += 1) {
            try {
              selection.modify(alter, way, unit);
            } catch {
              break;
            }
            note(`modify ${unit}`, selection.anchorNode);
            note(`modify ${unit}`, selection.focusNode);
            if (isSaying()) told.push(`modify ${unit} says words`);
          }
        }
      }
    }
  }
  for (const editable of [false, true]) {
    // Like a page that makes all of itself editable.
    if (editable) document.designMode = 'on';
    document.execCommand('selectAll');
    if (isSaying()) told.push('selectAll says words');
    for (const host of editable ? hosts : []) {
      const box = host.getBoundingClientRect();
      selection.collapse(host.parentNode, 0);
      for (const unit of ['character', 'line', 'paragraph'])
        for (let times = 0; times < 6; times += 1) {
          selection.modify('extend', 'forward', unit);
          note('designMode', selection.focusNode);
        }
      note(
        'designMode caret',
        /** @type {any} */ (document).caretPositionFromPoint?.(box.left + 40, box.top + 14)?.offsetNode,
      );
      for (const word of words)
        if (/** @type {any} */ (window).find(word, false, false, true)) told.push(`find ${word} in designMode`);
      note('designMode find', selection.anchorNode);
    }
    document.designMode = 'off';
  }
  selection.removeAllRanges();
  const boxes = hosts.map((host) => host.getBoundingClientRect());
  const edges = (/** @type {DOMRect} */ box) => {
    // The clickable area: the shape of the elements that take clicks.
    const { left, top, width, height } = box;
    let seen = '';
    for (let x = 0; x <= 40; x += 1)
      for (const y of [0.1, 0.5, 0.9]) {
        const [px, py] = [left + (width * x) / 40, top + height * y];
        for (const node of document.elementsFromPoint(px, py)) note('elementsFromPoint', node);
        note('caret', /** @type {any} */ (document).caretPositionFromPoint?.(px, py)?.offsetNode);
        note('caretRange', /** @type {any} */ (document).caretRangeFromPoint?.(px, py)?.startContainer);
        seen += hosts.includes(/** @type {HTMLElement} */ (document.elementFromPoint(px, py))) ? '1' : '0';
      }
    return seen;
  };
  for (const animation of [
    ...document.getAnimations(),
    ...document.documentElement.getAnimations({ subtree: true }),
    ...hosts.flatMap((host) => host.getAnimations({ subtree: true })),
  ])
    note('animation', /** @type {any} */ (animation.effect)?.target);
  const sizes = hosts.map((host, index) => {
    const style = getComputedStyle(host);
    const { width, height } = boxes[index];
    return [
      width,
      height,
      host.scrollWidth,
      host.scrollHeight,
      host.clientWidth,
      host.offsetHeight,
      style.inlineSize,
      style.blockSize,
      host.innerText,
      host.textContent,
      host.childNodes.length,
      host.attributes.length,
      [...host.getClientRects()].map((rect) => rect.width).join(),
      host.ariaLabel,
      host.role,
      host.ariaDescription,
      host.accessKey,
      host.title,
      host.tabIndex,
      edges(boxes[index]),
    ].join('|');
  });
  const places = [...hosts].map((host) => host.parentElement?.scrollWidth);
  if (window.length !== 0 || window.frames[0]) told.push('frames');
  if (/vouchsafe|likely|accept-safe|suspicious/i.test(document.documentElement.outerHTML + document.body.innerText))
    told.push('html');
  for (const host of hosts) {
    if (host.shadowRoot || /** @type {any} */ (host).openOrClosedShadowRoot) told.push('root');
    if (/** @type {any} */ (host).getHTML?.({ serializableShadowRoots: true })) told.push('getHTML');
    if (host.cloneNode(true).hasChildNodes()) told.push('clone');
  }
  return {
    hosts: hosts.length,
    sizes: [...new Set(sizes)],
    places,
    told: [...new Set(told)],
    how: [...new Set(spoils.how)],
    heard: [...new Set(spoils.heard)],
    dragged: [...new Set(spoils.dragged)],
    nodes: spoils.nodes.length,
  };
}
