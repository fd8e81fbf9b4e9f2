import { wordsIn } from '../../shared/words/words';
import type { ColumnKind, Row, TablePlan } from './table';

/** What is summed up; a text, date or moment is not. */
const FIGURES: ReadonlySet<ColumnKind> = new Set<ColumnKind>(['number', 'days', 'hours', 'yuan']);

/** Sums of each column so far, with these rows added. */
export const addTo = (sums: readonly number[], rows: readonly Row[]): readonly number[] =>
  rows.reduce<readonly number[]>(
    (before, row) => row.map((cell, at) => (before[at] ?? 0) + (typeof cell === 'number' ? cell : 0)),
    sums,
  );

/** The row below the others. Figures have three decimals at most. */
export const totalsRow = ({ columns, language }: TablePlan, sums: readonly number[]): Row =>
  columns.map(({ kind }, at) => {
    if (at === 0) return wordsIn(language).t('reports.total');
    return FIGURES.has(kind) ? Math.round((sums[at] ?? 0) * 1_000) / 1_000 : null;
  });
