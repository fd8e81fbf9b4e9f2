import type { Day, LocalText, Month } from '#contracts/common';
import type { Fen } from '#contracts/pay';

/**
 * What stands in a cell. `text` is written as text, whatever it looks like, so that no digit of an account is lost;
 * `fen` as yuan with two decimals and without separators of thousands.
 */
export type FileCell = { readonly text: string } | { readonly fen: Fen } | null;

export const text = (value: string): FileCell => (value === '' ? null : { text: value });
export const amount = (fen: Fen): FileCell => ({ fen });
/** Nothing instead of 0.00. */
export const someAmount = (fen: Fen | undefined): FileCell => (fen ? { fen } : null);

/** What all rows of a file share. */
export interface FileContext {
  readonly month: Month;
  readonly paidOn: Day;
  /** Names the run: the same for every export of it. */
  readonly batch: string;
  /** The account that pays. */
  readonly payer: { readonly name: string; readonly account: string; readonly bank: string };
  /** Of the purpose on the bank statement. */
  readonly purpose: string;
}

export interface FileColumn<T> {
  /** To the letter as whoever receives the file expects it; a column without rows of ours is empty. */
  readonly title: string;
  readonly value: (row: T, context: FileContext, place: number) => FileCell;
}

/** One layout of a file, in a version of whoever receives it. */
export interface FileTemplate<T> {
  readonly id: string;
  readonly name: LocalText;
  readonly format: 'xlsx' | 'csv';
  /** Of the only sheet; unused in csv. */
  readonly sheet: string;
  readonly columns: readonly FileColumn<T>[];
  /** What the file has to add up to: the amount of a row. */
  readonly total: (row: T) => Fen;
  /** The title of the column that adds up to `total`; null for a file without amounts. */
  readonly totalTitle: string | null;
  /**
   * Sums of amounts in a last row of the sheet, of a file that people read and sign. Banks and offices take every row for a person, so
   * that no file of theirs has one; nor has csv, which programs read.
   */
  readonly sums?: { readonly title: string; readonly columns: readonly string[] };
  /** Since when the layout is known: a newer one is another template. */
  readonly since: Day;
  /** Where the layout was read; shown, because banks and offices change theirs. */
  readonly source: LocalText;
}

export const column = <T>(title: string, value: FileColumn<T>['value'] = () => null): FileColumn<T> => ({
  title,
  value,
});

/** A file before it is written. */
export interface FileTable {
  readonly sheet: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly FileCell[])[];
  readonly total: Fen;
  /** Below the rows; null for none. It is no row: what a file adds up to is checked without it. */
  readonly foot: readonly FileCell[] | null;
}

export function tableOf<T>(template: FileTemplate<T>, people: readonly T[], context: FileContext): FileTable {
  const head = template.columns.map(({ title }) => title);
  const rows = people.map((row, place) =>
    template.columns.map(({ value }) => value(row, context, place + 1)),
  );
  return {
    ...{ sheet: template.sheet, head, rows },
    total: people.reduce((sum, row) => sum + template.total(row), 0) as Fen,
    foot: template.sums ? footOf(template.sums, head, rows) : null,
  };
}

const footOf = (
  { title, columns }: NonNullable<FileTemplate<never>['sums']>,
  head: readonly string[],
  rows: FileTable['rows'],
): FileCell[] =>
  head.map((each, at) => (columns.includes(each) ? amount(sumIn(rows, at)) : at === 0 ? text(title) : null));

const sumIn = (rows: FileTable['rows'], at: number): Fen =>
  rows.reduce((sum, row) => {
    const cell = row[at];
    return sum + (cell && 'fen' in cell ? cell.fen : 0);
  }, 0) as Fen;
