import { el } from '../../preview/panel/dom';
import { PAGE_SIZE } from '../shared/console-api';
import { ApiError } from './call-api';
import { errorWord, t } from './words';

export type Cell = Node | string;

export function button(text: string, act: () => unknown, className = 'plain'): HTMLButtonElement {
  const made = el('button', { type: 'button', className, textContent: text });
  made.addEventListener('click', act);
  return made;
}

export function field(label: string, control: HTMLElement, className = 'field'): HTMLElement {
  return el('label', { className }, [el('span', { textContent: label }), control]);
}

/** On a narrow window every row becomes a card with the headings beside its cells. */
export function table(headings: readonly string[], rows: readonly (readonly Cell[])[]): HTMLElement {
  if (rows.length === 0) return el('p', { className: 'empty', textContent: t('nothing') });
  const head = el(
    'tr',
    {},
    headings.map((heading) => el('th', { scope: 'col', textContent: heading })),
  );
  const body = rows.map((cells) =>
    el(
      'tr',
      {},
      cells.map((cell, at) => {
        const made = el('td', {}, [cell]);
        made.dataset.heading = headings[at] ?? '';
        return made;
      }),
    ),
  );
  return el('table', {}, [el('thead', {}, [head]), el('tbody', {}, body)]);
}

/** "51–100 / 1,234" with a step back and forth; nothing if all fits on one page. */
export function pager(offset: number, total: number, go: (offset: number) => void): HTMLElement {
  const part = el('div', { className: 'pager' });
  if (total <= PAGE_SIZE) return part;
  const last = Math.min(offset + PAGE_SIZE, total);
  const back = button(t('previous'), () => go(Math.max(0, offset - PAGE_SIZE)));
  const forth = button(t('next'), () => go(offset + PAGE_SIZE));
  back.disabled = offset === 0;
  forth.disabled = last >= total;
  const place = `${(offset + 1).toLocaleString()}–${last.toLocaleString()} / ${total.toLocaleString()}`;
  part.append(back, el('span', { textContent: place }), forth);
  return part;
}

/** Shows an error next to its cause; an error that is not the server's is rethrown. */
export function alertOf(error: unknown): HTMLElement {
  if (!(error instanceof ApiError)) throw error;
  if (error.isRefused) return notice(t('lockedTitle'), t('locked'));
  return error.isUnreachable ? notice(t('title'), t('unreachable')) : failure(error.code, error.message);
}

export function failure(code: string, message: string): HTMLElement {
  return notice([errorWord(code), code].filter(Boolean).join(' · '), message);
}

function notice(heading: string, message: string): HTMLElement {
  return el('div', { className: 'alert', role: 'alert' }, [
    el('b', { textContent: heading }),
    el('p', { textContent: message }),
  ]);
}

/** The newest request for each element: results of older ones are dropped. */
const newest = new WeakMap<HTMLElement, object>();

/** Fills an element with the result of a request, or with its error. The button is disabled meanwhile. */
export async function fill(
  place: HTMLElement,
  make: () => Promise<readonly Cell[]>,
  trigger?: HTMLButtonElement,
): Promise<void> {
  const own = {};
  newest.set(place, own);
  const show = (...parts: readonly Cell[]): void => {
    if (newest.get(place) !== own) return;
    place.replaceChildren(...parts);
    place.ariaBusy = 'false';
  };
  place.ariaBusy = 'true';
  if (trigger) trigger.disabled = true;
  try {
    show(...(await make()));
  } catch (error) {
    show(alertOf(error));
  } finally {
    if (trigger) trigger.disabled = false;
  }
}

/** `2026-11-23 08:57:03` in China, where the company is. */
export function time(instant: number): string {
  return new Date(instant).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' });
}

export function bytes(count: number): string {
  if (count < 1024) return `${count} B`;
  return count < 1024 * 1024 ? `${(count / 1024).toFixed(1)} KB` : `${(count / 1024 / 1024).toFixed(1)} MB`;
}
