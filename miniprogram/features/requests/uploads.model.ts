import type { FormValue, FormValues } from '#contracts/form';
import { withValue } from './with-value';

export interface Cell {
  readonly line: number;
  readonly column: string;
}

/** A field of files, or with `cell` one in a line of the table `field`. */
export interface Place {
  readonly field: string;
  readonly cell?: Cell | undefined;
}

/** A picture or paper on its way into cloud storage. */
export interface Upload extends Place {
  readonly id: string;
  readonly name: string;
}

/** Whether it is for this field; `line` of a table, null for a field of its own. */
export const isFor = ({ field, cell }: Place, id: string, line: number | null): boolean =>
  cell ? cell.column === id && cell.line === line : field === id && line === null;

export function filesAt(values: FormValues, { field, cell }: Place): readonly string[] {
  const value = values[field];
  const held = cell ? (value as readonly Record<string, FormValue>[])[cell.line]?.[cell.column] : value;
  return Array.isArray(held) ? (held as readonly string[]) : [];
}

export const withFiles = (values: FormValues, { field, cell }: Place, files: readonly string[]): FormValues =>
  withValue(values, field, files, cell);

/** After a line was removed: drops what belongs to it and shifts what belongs to the lines below. */
export function withoutLineAt<T extends Place>(all: readonly T[], field: string, line: number): readonly T[] {
  return all.flatMap((each) => {
    const { cell } = each;
    if (!cell || each.field !== field || cell.line < line) return [each];
    return cell.line === line ? [] : [{ ...each, cell: { ...cell, line: cell.line - 1 } }];
  });
}
