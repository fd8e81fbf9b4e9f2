import type { Language, LocalText } from '#contracts/common';

/** `days`, `hours` and `yuan` may have a fraction. */
type ColumnKind = 'text' | 'number' | 'days' | 'hours' | 'yuan';

export interface Column {
  readonly header: LocalText;
  readonly kind: ColumnKind;
  /** In characters. */
  readonly width: number;
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

/** The row of one thing. */
export const rowOf = <T>(fields: readonly Field<T>[], thing: T, language: Language): Row =>
  fields.map(({ value }) => value(thing, language));

/** A table on its way into a file. */
export interface TableFile {
  add(rows: readonly Row[]): void;
  /** The whole file; nothing can be added after it. */
  close(): Promise<Buffer>;
}

export type OpenTable = (columns: readonly Column[], language: Language) => TableFile;
