import { el } from '../../preview/panel/dom';
import type { ExportFormat, QueryText } from '../shared/console-api';
import { callApi, download } from './call-api';
import { button, field, fill, pager } from './parts';
import { type Route, sideList } from './route';
import { fold, valueView } from './value-view';
import { t } from './words';

/** The last query of each collection, until the page is closed. */
const asked = new Map<string, { filter: string; sort: string; offset: number }>();

export async function databaseView({ item }: Route): Promise<HTMLElement[]> {
  const collections = await callApi('collections', {});
  const collection = collections.find(({ name }) => name === item)?.name ?? collections[0]?.name ?? '';
  return [
    sideList('database', collections, collection),
    el('section', { className: 'body' }, queryParts(collection)),
  ];
}

function queryParts(collection: string): HTMLElement[] {
  const query = asked.get(collection) ?? { filter: '', sort: '', offset: 0 };
  asked.set(collection, query);
  const filter = el('textarea', { rows: 3, spellcheck: false, value: query.filter, placeholder: '{}' });
  const sort = el('input', { value: query.sort, spellcheck: false, placeholder: '{"_id": 1}' });
  const submit = el('button', { className: 'primary', textContent: t('query') });
  const results = el('div', { className: 'results', ariaLive: 'polite' });
  const text = (): QueryText => ({ collection, filter: filter.value, sort: sort.value });
  const find = (offset: number, trigger?: HTMLButtonElement): Promise<void> => {
    Object.assign(query, { filter: filter.value, sort: sort.value, offset });
    return fill(results, () => resultParts(text(), offset, find), trigger);
  };
  const exports = (['json', 'csv'] as const).map((format) => exportButton(format, text, results));
  const form = el('form', {}, [
    el('h2', { textContent: collection }),
    field(t('filter'), filter, 'field wide'),
    field(t('sort'), sort),
    el('div', { className: 'buttons' }, [submit, ...exports]),
  ]);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void find(0, submit);
  });
  filter.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  void find(query.offset);
  return [form, results];
}

function exportButton(format: ExportFormat, text: () => QueryText, results: HTMLElement): HTMLElement {
  const made = button(t(format === 'csv' ? 'exportCsv' : 'exportJson'), () =>
    fill(
      results,
      async () => {
        await download('export', { ...text(), format }, `${text().collection}.${format}`);
        return [...results.childNodes] as HTMLElement[];
      },
      made,
    ),
  );
  return made;
}

async function resultParts(
  text: QueryText,
  offset: number,
  go: (offset: number) => void,
): Promise<HTMLElement[]> {
  const { documents, total, ms } = await callApi('find', { ...text, offset });
  const summary = t('total', { total: total.toLocaleString(), ms: Math.round(ms) });
  const empty = el('p', { className: 'empty', textContent: t('nothing') });
  return [
    el('div', { className: 'line' }, [el('p', { textContent: summary }), pager(offset, total, go)]),
    ...(documents.length > 0 ? documents.map(documentView) : [empty]),
  ];
}

const BRIEF_LENGTH = 200;

function documentView(document: Record<string, unknown>): HTMLElement {
  const { _id, ...rest } = document;
  const brief = JSON.stringify(rest).slice(0, BRIEF_LENGTH);
  const label = el('span', {}, [
    el('code', { textContent: String(_id) }),
    ' ',
    el('span', { className: 'brief', textContent: brief }),
  ]);
  const view = fold(label, false, () => {
    const copy = button(t('copy'), async () => {
      await navigator.clipboard.writeText(JSON.stringify(document, null, 2));
      copy.textContent = t('copied');
    });
    return el('div', { className: 'document' }, [copy, valueView(document)]);
  });
  view.className = 'card';
  return view;
}
