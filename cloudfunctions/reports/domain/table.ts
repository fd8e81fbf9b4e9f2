import type { Language, LocalText } from '#contracts/common';
import { cleanText } from '../../../miniprogram/common/clean-text';

/**
 * `days`, `hours` and `yuan` may have a fraction. A `date` is written `YYYY-MM-DD`, a `moment` `YYYY-MM-DD HH:mm` in the
 * company's time zone.
 */
export type ColumnKind = 'text' | 'number' | 'days' | 'hours' | 'yuan' | 'date' | 'moment';

export interface Column {
  readonly header: LocalText;
  readonly kind: ColumnKind;
  /** In characters. */
  readonly width: number;
  /** Left out of a file in which no row has a value for it. */
  readonly optional?: boolean;
}

/** What stands in one cell; null for nothing. */
export type Cell = string | number | null;
export type Row = readonly Cell[];

/** A column, and what it shows of one thing. */
export interface Field<T> extends Column {
  readonly value: (thing: T, language: Language) => Cell;
}

export function field<T>(
  zh: string,
  en: string,
  kind: ColumnKind,
  width: number,
  value: Field<T>['value'],
): Field<T> {
  return { header: { 'zh-CN': zh, en }, kind, width, value };
}

/** The same column, left out where nobody has a value for it. */
export const optional = <T>(column: Field<T>): Field<T> => ({ ...column, optional: true });

/** Characters in a cell of a spreadsheet. */
const MAX_CELL = 32_767;

/** Texts that were stored before texts were cleaned can break a file: control characters are no XML. */
const cleanCell = (cell: Cell): Cell =>
  typeof cell === 'string' ? cleanText(cell).slice(0, MAX_CELL) : cell;

/** The row of one thing. */
export const rowOf = <T>(fields: readonly Field<T>[], thing: T, language: Language): Row =>
  fields.map(({ value }) => cleanCell(value(thing, language)));

/** What a file says beside its rows. */
export interface TablePlan {
  readonly columns: readonly Column[];
  readonly language: Language;
  /** What the table is, for which month and company. */
  readonly title: string;
  /** Whether the month is locked, who made it and when. */
  readonly note: string;
  /** Whether figures are summed up below. */
  readonly hasTotals: boolean;
}

/** A table on its way into a file. */
export interface TableFile {
  add(rows: readonly Row[]): void;
  /** The whole file; nothing can be added after it. */
  close(): Promise<Buffer>;
}

/** A table in one format; `totals` is the last row, where there is one. */
export interface FormatFile {
  add(rows: readonly Row[]): void;
  close(totals: Row | null): Promise<Buffer>;
}

export type OpenFormat = (plan: TablePlan) => FormatFile;
