import { el } from '../../preview/panel/dom';
import { t, type Word } from './words';

/** The route of the page: `#/<tab>/<item>`. */
export interface Route {
  readonly tab: string;
  /** Name of a collection or a function; empty: the first. */
  readonly item: string;
}

export function routeOf(hash: string): Route {
  const [tab = '', item = ''] = hash.replace(/^#\//, '').split('/');
  return { tab, item: decode(item) };
}

/** A typed fragment may be encoded incorrectly. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return '';
    throw error;
  }
}

/** The items of a tab, each with its count if known. */
export function sideList(
  tab: Word,
  items: readonly { readonly name: string; readonly count?: number }[],
  chosen: string | undefined,
): HTMLElement {
  const links = items.map(({ name, count }) => {
    const size = el('span', { className: 'count', textContent: count?.toLocaleString() ?? '' });
    const link = el('a', { href: `#/${tab}/${encodeURIComponent(name)}` }, [name, size]);
    if (name === chosen) link.ariaCurrent = 'page';
    return link;
  });
  return el('nav', { className: 'side', ariaLabel: t(tab) }, links);
}
