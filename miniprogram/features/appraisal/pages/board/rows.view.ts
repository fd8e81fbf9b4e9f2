import type { BoardRow, BoardView } from '#contracts/appraisal-results';
import type { Words } from '../../../../locales/words';
import { personName } from '../../person-name';

/** Months with the company below which somebody is marked as new. */
const NEW_MONTHS = 6;
/** Points by which a manager has to rate apart from others to be named. */
const APART = 3;

export interface RowShown {
  readonly id: string;
  readonly name: string;
  readonly score: string;
  readonly grade: string;
  readonly isChanged: boolean;
  readonly about: string;
  readonly notes: readonly string[];
  readonly changes: readonly { readonly key: number; readonly what: string; readonly why: string }[];
  /** The border of the grade that this row is the first above; empty within a grade. */
  readonly border: string;
  readonly label: string;
}

/** The rows, the best first, with the borders between grades and what calibrators should know. */
export const shownRows = (data: BoardView, most: number, t: Words): RowShown[] =>
  data.rows.slice(0, most).map((row, at) => shownRow(row, data.rows[at - 1], data, t));

function shownRow(row: BoardRow, above: BoardRow | undefined, data: BoardView, t: Words): RowShown {
  const name = personName(row.person, t);
  const { before, after, changes, shown, appealed } = row;
  const last = changes[changes.length - 1];
  return {
    id: row.person.id,
    name,
    score: String(shown),
    grade: after === before && !last ? after : t.t('board.change', { from: before, to: after }),
    isChanged: last !== undefined || appealed !== null,
    about: partsOf(row, data, t),
    notes: notesOf(row, data, t),
    changes: changes.map(({ from, to, reason, by, at }) => ({
      key: at,
      what: t.t('board.change', { from, to }),
      why: t.t('board.changeBy', { by: personName(by, t), reason }),
    })),
    border: above && byScore(above) !== byScore(row) ? borderOf(byScore(above), data, t) : '',
    label: t.t('board.edit', { name, grade: after }),
  };
}

/** The grade that the score alone would give: of an appeal its answer says it. */
const byScore = ({ appealed, before, after }: BoardRow): string => (appealed ? after : before);

function borderOf(grade: string, { rule }: BoardView, t: Words): string {
  const from = rule.by === 'thresholds' ? rule.grades.find(({ id }) => id === grade)?.from : null;
  return from == null ? '' : t.t('board.border', { grade, from });
}

function partsOf({ parts }: BoardRow, data: BoardView, t: Words): string {
  const said = parts.map(({ id, shown }) => {
    const part = data.parts.find((each) => each.id === id);
    const name = part ? t.pick(part.name) : id;
    return shown === null ? t.t('board.partHidden', { name }) : t.t('board.part', { name, shown });
  });
  return said.join(t.t('common.separator'));
}

function notesOf(
  { hiredOn, severity, reopened, appealed }: BoardRow,
  { cycle, rows }: BoardView,
  t: Words,
): string[] {
  const months = monthsBetween(hiredOn, cycle.to);
  return [
    ...(months < NEW_MONTHS ? [t.t('board.newcomer', { count: months })] : []),
    ...(apart(severity) && !isCommon(rows)
      ? [
          t.t(severity < 0 ? 'board.stricter' : 'board.milder', {
            points: Math.abs(severity),
            count: Math.abs(severity),
          }),
        ]
      : []),
    ...(appealed ? [t.t('board.appealed', { ...appealed })] : []),
    ...reopened.map((reason) => t.t('board.reopened', { reason })),
  ];
}

const apart = (severity: number | null): severity is number =>
  severity !== null && Math.abs(severity) >= APART;

/** Everybody was rated by the same manager: then it is said once, and not of each. */
const isCommon = (rows: readonly BoardRow[]): boolean =>
  rows.length > 1 && rows.every(({ severity }) => severity === rows[0]?.severity);

/** How the manager of everybody on the board rates; empty where that is not apart, or differs. */
export function commonSeverity({ rows }: BoardView, t: Words): string {
  const severity = rows[0]?.severity ?? null;
  if (!apart(severity) || !isCommon(rows)) return '';
  return t.t(severity < 0 ? 'board.allStricter' : 'board.allMilder', { points: Math.abs(severity) });
}

/** Whole months from one day to another, 0 at least. */
function monthsBetween(from: string, to: string): number {
  const [fromYear, fromMonth, fromDay] = from.split('-').map(Number);
  const [toYear, toMonth, toDay] = to.split('-').map(Number);
  const months = ((toYear ?? 0) - (fromYear ?? 0)) * 12 + (toMonth ?? 0) - (fromMonth ?? 0);
  return Math.max(0, (toDay ?? 0) < (fromDay ?? 0) ? months - 1 : months);
}
