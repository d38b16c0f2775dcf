/**
 * The behaviour of the stand-in pages: lazy pictures, later batches, answers to clicks, re-rendering, in-app
 * navigation. Runs under the pages' strict policy, so without innerHTML; tests reach it as `window.standIn`.
 */
export const SCRIPT = `(${behaviour.toString()})()`;

function behaviour() {
  /** @typedef {{ list: Element, source: HTMLTemplateElement, batch: number, next: number, items: (Element | null)[] }} List */
  const main = /** @type {HTMLElement} */ (document.querySelector('main'));
  const scroller = document.body.dataset.scroller === 'main' ? main : document;
  /** @type {List[]} */
  let lists = [];

  const lazy = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const url = target.getAttribute('data-delayed-url');
      if (!isIntersecting || !url || standIn.holdImages) continue;
      lazy.unobserve(target);
      target.removeAttribute('data-delayed-url');
      /** @type {HTMLImageElement} */ (target).src = url;
    }
  });
  const watchImages = () => {
    for (const image of document.querySelectorAll('img[data-delayed-url]')) {
      lazy.unobserve(image);
      lazy.observe(image);
    }
  };

  const isItem = (/** @type {Element} */ child) =>
    child.localName !== 'hr' && child.localName !== 'template' && !child.hasAttribute('aria-hidden');
  const start = () => {
    lists = [...document.querySelectorAll('main template[data-batch]')].map((found) => {
      const source = /** @type {HTMLTemplateElement} */ (found);
      const list = /** @type {Element} */ (source.parentElement);
      const items = [...list.children].filter(isItem);
      return { list, source, items, batch: Number(source.dataset.batch), next: items.length };
    });
    watchImages();
  };
  const fresh = (/** @type {List} */ { source }, /** @type {number} */ index) =>
    /** @type {Element} */ (document.importNode(source.content.children[index], true));

  const append = () => {
    for (const list of lists) {
      const end = Math.min(list.next + list.batch, list.source.content.children.length);
      for (; list.next < end; list.next++) {
        const item = fresh(list, list.next);
        list.items.push(item);
        list.list.insertBefore(item, list.source);
      }
    }
    watchImages();
  };
  const rerender = (/** @type {number} */ index, /** @type {number} */ which = 0) => {
    const item = lists[which].items[index];
    if (!item) return;
    const next = fresh(lists[which], index);
    item.replaceWith(next);
    lists[which].items[index] = next;
    watchImages();
  };
  /** As React does when it finds a foreign node: removes all nodes that it did not render. */
  const strip = () => {
    for (const { list } of lists)
      for (const span of list.querySelectorAll('span')) if (!span.firstChild && !span.attributes.length) span.remove();
  };

  const handle = (/** @type {Element} */ item, /** @type {boolean} */ accepted) => {
    const owner = lists.find(({ items }) => items.includes(item));
    const card = item.matches('[role=listitem]') ? item : (item.querySelector('[role=listitem]') ?? item);
    const link = card.querySelector('a[href*="/in/"] strong')?.closest('a');
    if (!accepted) {
      if (owner) owner.items[owner.items.indexOf(item)] = null;
      item.remove();
      return;
    }
    const words = document.createElement('p');
    const again = document.createElement('a');
    again.href = link?.getAttribute('href') ?? '';
    again.append(link?.textContent ?? '');
    words.append('You are now connected with ', again);
    const message = document.createElement('button');
    message.setAttribute('aria-label', `Message ${link?.textContent ?? ''}`);
    message.append('Message');
    card.replaceChildren(words, message);
  };
  document.addEventListener('click', (event) => {
    const control = /** @type {Element} */ (event.target).closest('button, a');
    if (!control) return;
    const label = control.getAttribute('aria-label') ?? '';
    const item = lists.flatMap(({ items }) => items).find((candidate) => candidate?.contains(control));
    if (item && /^Accept|annehmen$|^Ignore|ignorieren$/.test(label)) {
      event.preventDefault();
      setTimeout(() => handle(item, /^Accept|annehmen$/.test(label)));
    } else if (control.hasAttribute('data-more') || /^(Load more|Mehr anzeigen)$/.test(control.textContent ?? '')) {
      setTimeout(append);
    } else if (control.localName === 'a' && route(new URL(/** @type {HTMLAnchorElement} */ (control).href).pathname)) {
      event.preventDefault();
      navigate(new URL(/** @type {HTMLAnchorElement} */ (control).href).pathname);
    }
  });
  scroller.addEventListener('scroll', () => {
    const box = scroller === main ? main : document.documentElement;
    if (box.scrollTop + box.clientHeight > box.scrollHeight - 200 && !document.querySelector('[data-more]'))
      setTimeout(append);
  });

  const route = (/** @type {string} */ path) =>
    [...document.querySelectorAll('template[data-route]')].find((found) => found.getAttribute('data-route') === path);
  const show = () => {
    const found = /** @type {HTMLTemplateElement | undefined} */ (route(location.pathname));
    if (!found) return;
    main.replaceChildren();
    // The address changes first; the content changes later, in a separate task.
    setTimeout(() => {
      main.replaceChildren(document.importNode(found.content, true));
      start();
      pickers();
    });
  };
  const navigate = (/** @type {string} */ path) => {
    history.pushState({}, '', path);
    show();
  };
  addEventListener('popstate', show);

  const pickers = () => {
    const picker = document.querySelector('main [aria-expanded][role=button]');
    const menu = /** @type {HTMLElement | null} */ (document.querySelector('main [role=menu]'));
    const columns = [
      .../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('main [data-testid=lazy-column]')),
    ];
    if (!picker || !menu) return;
    picker.addEventListener('click', () => {
      menu.hidden = !menu.hidden;
      picker.setAttribute('aria-expanded', String(!menu.hidden));
    });
    for (const [index, choice] of [...menu.children].entries()) {
      choice.addEventListener('click', () => {
        menu.hidden = true;
        picker.setAttribute('aria-expanded', 'false');
        for (const [place, column] of columns.entries()) column.hidden = place !== index;
      });
    }
  };

  const standIn = {
    holdImages: false,
    append,
    rerender,
    strip,
    navigate,
    rerenderAll: () => {
      for (const [which, { items }] of lists.entries()) for (const index of items.keys()) rerender(index, which);
    },
    loadImages: () => {
      standIn.holdImages = false;
      watchImages();
    },
    remaining: () => lists.reduce((sum, { source, next }) => sum + source.content.children.length - next, 0),
  };
  Object.assign(window, { standIn });
  start();
  pickers();
}
