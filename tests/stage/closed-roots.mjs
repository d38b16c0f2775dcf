// Reaches the closed shadow roots of a page from outside it. A page itself, and so LinkedIn, cannot.

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {(argument: any, ...roots: ShadowRoot[]) => string} InPage a self-contained function that returns JSON
 */

/** @type {WeakMap<Page, Promise<import('puppeteer-core').CDPSession>>} */
const sessions = new WeakMap();

/** @param {Page} page */
export function session(page) {
  let made = sessions.get(page);
  if (!made) sessions.set(page, (made = page.createCDPSession()));
  return made;
}

/**
 * Runs `run` once in each frame that has closed shadow roots and joins the lists it answers.
 * @param {'chromium' | 'firefox'} kind
 * @param {Page} page
 * @param {InPage} run
 * @param {unknown} argument
 * @returns {Promise<any[]>}
 */
export async function inClosedRoots(kind, page, run, argument) {
  const answers = await (kind === 'chromium' ? viaDevtools : viaBidi)(page, readable(run), argument);
  return answers.flatMap((answer) => JSON.parse(answer));
}

/**
 * Text there is generated from attributes: while `run` runs, it is real text.
 * @param {InPage} run @returns {string} The source of a function.
 */
const readable = (run) => `function (argument, ...roots) {
  const drawn = roots.flatMap((root) => [...root.querySelectorAll('[data-text]')]);
  for (const one of drawn) { one.textContent = one.dataset.text; one.dataset.text = ''; }
  try { return (${run.toString()})(argument, ...roots); }
  finally { for (const one of drawn) { one.dataset.text = one.textContent; one.replaceChildren(); } }
}`;

/** @param {Page} page @param {string} source @param {unknown} argument */
async function viaDevtools(page, source, argument) {
  const client = await session(page);
  const { root } = await client.send('DOM.getDocument', { depth: -1, pierce: true });
  /** @type {Map<number, number[]>} */
  const byDocument = new Map();
  /** @param {import('puppeteer-core').Protocol.DOM.Node} node @param {number} owner */
  const walk = (node, owner) => {
    for (const shadow of node.shadowRoots ?? []) {
      if (shadow.shadowRootType === 'closed')
        byDocument.set(owner, [...(byDocument.get(owner) ?? []), shadow.backendNodeId]);
      if (shadow.shadowRootType !== 'user-agent') walk(shadow, owner);
    }
    if (node.contentDocument) walk(node.contentDocument, node.contentDocument.backendNodeId);
    for (const child of node.children ?? []) walk(child, owner);
  };
  walk(root, root.backendNodeId);
  // Otherwise the browser reports every later change of the document to this connection.
  await client.send('DOM.disable');
  const answers = [];
  for (const roots of byDocument.values()) {
    const resolved = await Promise.all(
      roots.map((backendNodeId) =>
        client.send('DOM.resolveNode', { backendNodeId, objectGroup: 'roots' }).then(
          ({ object }) => object.objectId,
          () => undefined,
        ),
      ),
    );
    const live = resolved.filter((id) => id !== undefined);
    if (!live.length) continue;
    const { result, exceptionDetails } = await client.send('Runtime.callFunctionOn', {
      functionDeclaration: source,
      objectId: live[0],
      returnByValue: true,
      arguments: [{ value: argument }, ...live.map((objectId) => ({ objectId }))],
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    answers.push(result.value);
  }
  await client.send('Runtime.releaseObjectGroup', { objectGroup: 'roots' });
  return answers;
}

/** @param {Page} page @param {string} source @param {unknown} argument */
async function viaBidi(page, source, argument) {
  const answers = [];
  for (const context of await contextsOf(page)) {
    // Only elements without children of their own: asking for all of them takes seconds on a page of 300 cards.
    const found = await bidi(page, 'browsingContext.locateNodes', {
      context,
      locator: { type: 'css', value: ':is(span, div, p, section, aside):empty' },
      serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
    }).catch((/** @type {Error} */ error) => {
      if (/no such frame|no such node/.test(error.message)) return { nodes: [] };
      throw error;
    });
    const roots = found.nodes
      .map((/** @type {any} */ node) => node.value?.shadowRoot)
      .filter((/** @type {any} */ root) => root?.value?.mode === 'closed');
    if (!roots.length) continue;
    const answer = await bidi(page, 'script.callFunction', {
      functionDeclaration: `(text, ...roots) => (${source})(JSON.parse(text), ...roots)`,
      awaitPromise: false,
      target: { context },
      arguments: [
        { type: 'string', value: JSON.stringify(argument) },
        ...roots.map((/** @type {any} */ { sharedId }) => ({ sharedId })),
      ],
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    answers.push(answer.result.value);
  }
  return answers;
}

/** @param {Page} page @returns {Promise<string[]>} the page's browsing context and those of its frames */
async function contextsOf(page) {
  const { contexts } = await bidi(page, 'browsingContext.getTree', { root: contextOf(page) });
  /** @type {(tree: any) => string[]} */
  const all = (tree) => [tree.context, ...(tree.children ?? []).flatMap(all)];
  return contexts.flatMap(all);
}

/** @param {Page} page @returns {string} */
export const contextOf = (page) => /** @type {any} */ (page.mainFrame())._id;

/**
 * A WebDriver BiDi command that Puppeteer's own interface does not offer.
 * @param {Page | import('puppeteer-core').Browser} where
 * @param {string} method
 * @param {object} params
 * @returns {Promise<any>}
 */
export async function bidi(where, method, params) {
  const browser = 'browser' in where ? where.browser() : where;
  const { result } = await /** @type {any} */ (browser).connection.send(method, params);
  return result;
}
