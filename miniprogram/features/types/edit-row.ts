import type { LocalText } from '#contracts/common';
import { cleanLine } from '../../common/clean-text';
import { readNumber } from '../../common/read-number';
import type { Words } from '../../locales/words';

/**
 * One row of an editor. `text`, `area` and `number` are written, `choice`, `pick` and `day` are chosen, `link`
 * leads on, `button` does something, `note` is read.
 */
export interface EditRow {
  readonly id: string;
  readonly kind: 'text' | 'area' | 'number' | 'choice' | 'pick' | 'day' | 'link' | 'button' | 'note';
  readonly label: string;
  readonly value: string;
  /** Shown after a number. */
  readonly unit: string;
  readonly note: string;
  readonly placeholder: string;
  readonly maxLength: number;
  /** `bad`: takes something away, or says what is wrong. */
  readonly tone: '' | 'bad' | 'warn';
  readonly options: readonly { readonly id: string; readonly text: string; readonly on: boolean }[];
  /** Of `pick`. */
  readonly range: readonly string[];
  readonly index: number;
}

type More = Partial<Omit<EditRow, 'id' | 'kind' | 'label'>>;

const BLANK = {
  value: '',
  unit: '',
  note: '',
  placeholder: '',
  maxLength: 40,
  tone: '',
  options: [],
  range: [],
  index: 0,
} as const;

const row = (kind: EditRow['kind'], id: string, label: string, more: More = {}): EditRow => ({
  ...BLANK,
  ...more,
  id,
  kind,
  label,
});

type Chosen = string | readonly string[];

/** The rows that editors are made of; `id` says what changes. */
export const rows = {
  text: (id: string, label: string, value: string, more: More = {}) =>
    row('text', id, label, { value, ...more }),
  area: (id: string, label: string, value: string, more: More = {}) =>
    row('area', id, label, { value, ...more }),
  /** Empty for null and NaN. */
  number: (id: string, label: string, value: number | null, more: More = {}) =>
    row('number', id, label, { value: value === null || Number.isNaN(value) ? '' : String(value), ...more }),
  /** One of a few, or several where `chosen` is a list. */
  choice: <Id extends string>(
    id: string,
    label: string,
    chosen: Chosen,
    options: readonly (readonly [id: Id, text: string])[],
    more: More = {},
  ) =>
    row('choice', id, label, {
      options: options.map(([each, text]) => ({
        id: each,
        text,
        on: typeof chosen === 'string' ? chosen === each : chosen.includes(each),
      })),
      ...more,
    }),
  pick: (id: string, label: string, range: readonly string[], index: number) =>
    row('pick', id, label, { range, index, value: range[index] ?? '' }),
  day: (id: string, label: string, value: string, shown: string) =>
    row('day', id, label, { value, note: shown }),
  link: (id: string, label: string, note = '', more: More = {}) => row('link', id, label, { note, ...more }),
  button: (id: string, label: string, more: More = {}) => row('button', id, label, more),
  note: (id: string, label: string, more: More = {}) => row('note', id, label, more),
  /** A name in both languages; the Chinese one is the fallback for the English one. */
  name: (id: string, name: LocalText, words: Words, maxLength = 30): EditRow[] => [
    row('text', `${id}.zh-CN`, words.t('edit.nameZh'), { value: name['zh-CN'], maxLength }),
    row('text', `${id}.en`, words.t('edit.nameEn'), {
      value: name.en,
      maxLength,
      placeholder: words.t('edit.nameEnHint'),
    }),
  ],
};

/** Emitted by `edit-rows` and `edit-sheet`. */
export type RowEvent = WechatMiniprogram.CustomEvent<{ id: string; value: string }>;

export interface EditSection {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly EditRow[];
}

/** What a sheet over the page holds; closed where there is none. */
export interface EditSheet {
  readonly show: boolean;
  readonly title: string;
  /** Whether it leads back to another sheet. */
  readonly inner: boolean;
  readonly rows: readonly EditRow[];
}

export const NO_SHEET: EditSheet = { show: false, title: '', inner: false, rows: [] };

/** Parses a typed number: null for an empty line, NaN for anything else. */
export function figureOf(value: unknown): number | null {
  const text = cleanLine(String(value));
  if (text === '') return null;
  const read = readNumber(text);
  return 'value' in read ? read.value : Number.NaN;
}

/** Parses a typed number; NaN for an empty line too. */
export const figure = (value: string): number => figureOf(value) ?? Number.NaN;
