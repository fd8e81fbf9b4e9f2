import type { FormField, FormValue, FormValues } from '#contracts/form';
import { boundsOf, type FigureProblem, readFen, readNumber } from '../../common/read-number';
import type { Place } from './uploads.model';

/** What was typed into a field of a figure and is none; it stays in the field until it is put right. */
export interface Unread extends Place {
  readonly text: string;
  readonly problem: FigureProblem;
}

/** A figure that cannot be sent; `line` of a table, null for a field of its own. */
export interface WrongFigure {
  readonly field: FormField;
  readonly line: number | null;
  readonly problem: FigureProblem;
}

/** What was typed as the value of a field: fen for money, nothing for an empty field. */
export function readFigure(kind: FormField['kind'], text: string): ReturnType<typeof readNumber> | null {
  if (text === '') return null;
  return kind === 'money' ? readFen(text) : readNumber(text);
}

const isAt = ({ field, cell }: Place, place: Place): boolean =>
  field === place.field && cell?.line === place.cell?.line && cell?.column === place.cell?.column;

/** What a place holds is typed anew: what was there before does not count any more. */
export const unreadWith = (
  all: readonly Unread[],
  place: Place,
  typed: Pick<Unread, 'text' | 'problem'> | undefined,
): readonly Unread[] => [
  ...all.filter((each) => !isAt(each, place)),
  ...(typed ? [{ ...place, ...typed }] : []),
];

const unreadAt = (all: readonly Unread[], place: Place): Unread | undefined =>
  all.find((each) => isAt(each, place));

function wrongIn(
  field: FormField,
  value: FormValue | undefined,
  unread: Unread | undefined,
  line: number | null,
) {
  if (unread) return [{ field, line, problem: unread.problem }];
  if ((field.kind !== 'money' && field.kind !== 'number') || typeof value !== 'number') return [];
  const { from, to } = boundsOf(field);
  return value < from || value > to ? [{ field, line, problem: 'out-of-range' as const }] : [];
}

/** Figures that cannot be read or are out of their bounds, in the order of the form. */
export function wrongFigures(
  form: readonly FormField[],
  values: FormValues,
  unread: readonly Unread[],
): readonly WrongFigure[] {
  return form.flatMap((field): WrongFigure[] => {
    if (field.kind !== 'table')
      return wrongIn(field, values[field.id], unreadAt(unread, { field: field.id }), null);
    const lines = (values[field.id] ?? []) as readonly FormValues[];
    return lines.flatMap((cells, line) =>
      (field.columns ?? []).flatMap((column) => {
        const place = { field: field.id, cell: { line, column: column.id } };
        return wrongIn(column, cells[column.id], unreadAt(unread, place), line);
      }),
    );
  });
}
