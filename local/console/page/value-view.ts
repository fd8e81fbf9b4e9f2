import { el } from '../../preview/panel/dom';
import { t } from './words';

/** Shorter JSON is shown in one line; longer texts are collapsed. */
const INLINE_LENGTH = 60;
const FOLDED_LENGTH = 160;
/** Limits of what is expanded at first. */
const OPEN_DEPTH = 3;
const OPEN_ENTRIES = 30;

/** Any JSON value as a tree that opens and closes. Everything in it is untrusted and becomes text, nothing else. */
export function valueView(value: unknown): HTMLElement {
  return isBranch(value) ? branch(value, 1) : el('div', {}, [leafOf(value)]);
}

/** Its content is created when it is first expanded, so that a large document stays fast. */
export function fold(label: string | Node, isOpen: boolean, make: () => Node): HTMLDetailsElement {
  const details = el('details', { open: isOpen }, [el('summary', {}, [label])]);
  let isMade = isOpen;
  if (isOpen) details.append(make());
  details.addEventListener('toggle', () => {
    if (isMade || !details.open) return;
    isMade = true;
    details.append(make());
  });
  return details;
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null && JSON.stringify(value).length > INLINE_LENGTH;
}

function branch(value: object, depth: number): HTMLElement {
  const items = Object.entries(value).map(([key, item]) => el('li', {}, [entry(key, item, depth)]));
  return el('ul', { className: 'tree' }, items);
}

function entry(key: string, value: unknown, depth: number): HTMLElement {
  const name = el('span', { className: 'key', textContent: key });
  if (isBranch(value)) {
    const size = Object.keys(value).length;
    const isOpen = depth < OPEN_DEPTH && size <= OPEN_ENTRIES;
    const label = el('span', {}, [name, Array.isArray(value) ? `[${size}]` : `{${size}}`]);
    return fold(label, isOpen, () => branch(value, depth + 1));
  }
  const whole = leafOf(value);
  if (typeof value !== 'string' || value.length <= FOLDED_LENGTH) return el('div', {}, [name, whole]);
  const short = leafOf(`${value.slice(0, FOLDED_LENGTH)}…`);
  return fold(el('span', {}, [name, short, ` ${t('more')} (${value.length})`]), false, () => whole);
}

function leafOf(value: unknown): HTMLElement {
  return el('code', { className: typeof value, textContent: JSON.stringify(value) ?? 'null' });
}
