import type { AppraisalScheme, FigureInput, PartInput, SchemePart } from '#contracts/appraisal';
import type { FigureRow, FiguresEntry } from '#contracts/appraisal-results';
import type { Day, Instant } from '#contracts/common';
import { AppError } from '../../shared/errors/app-error';
import { isDecimal } from '../../shared/figures/ratio';
import { takesPercent } from './goal-inputs';

/** What stood there before it was entered again. */
export interface EarlierFigure {
  readonly value: number;
  readonly target: number;
  readonly source: string;
  readonly on: Day;
  readonly by: string;
  readonly at: Instant;
}

/** A document of `appraisal_figures`, `_id` is `<cycle>:<part>:<employee>`: a figure that HR has entered about a person. */
export interface StoredFigure extends EarlierFigure {
  readonly _id: string;
  readonly cycleId: string;
  readonly partId: string;
  readonly employeeId: string;
  readonly rev: number;
  readonly better: 'more' | 'less';
  /** The latest first. */
  readonly earlier: readonly EarlierFigure[];
}

const MAX_EARLIER = 10;
/** People that a refusal names. */
const NAMED = 5;

export const figureIdOf = (cycleId: string, partId: string, employeeId: string): string =>
  `${cycleId}:${partId}:${employeeId}`;

type Rule = 'unknown' | 'own' | 'twice' | 'figure' | 'target' | 'future';

function refuse(rule: Rule, ids: readonly string[] = []): never {
  throw new AppError('FIGURES_REFUSED', { rule, people: ids.slice(0, NAMED).join(', ') });
}

/**
 * Checks a sheet of figures as a whole, so that a mistake in one line saves none of it.
 * @param inCycle employee numbers of those who are appraised, among the rows at least
 * @throws AppError FIGURES_REFUSED, with the employee numbers it is about
 */
export function checkEntry(
  { rows, on }: Pick<FiguresEntry, 'rows' | 'on'>,
  inCycle: ReadonlySet<string>,
  me: string,
  today: Day,
): void {
  if (on > today) refuse('future');
  const idsOf = (isBad: (row: FigureRow, at: number) => boolean): string[] =>
    rows.filter(isBad).map(({ employeeId }) => employeeId);
  const refuseIf = (rule: Rule, ids: readonly string[]) => ids.length > 0 && refuse(rule, ids);
  const places = new Map(rows.map(({ employeeId }, at) => [employeeId, at]));
  refuseIf(
    'twice',
    idsOf(({ employeeId }, at) => places.get(employeeId) !== at),
  );
  refuseIf(
    'unknown',
    idsOf(({ employeeId }) => !inCycle.has(employeeId)),
  );
  refuseIf(
    'own',
    idsOf(({ employeeId }) => employeeId === me),
  );
  refuseIf(
    'figure',
    idsOf(({ value }) => !isDecimal(value)),
  );
  // A share of nothing cannot be reached.
  refuseIf(
    'target',
    idsOf(({ target }) => !isDecimal(target) || target <= 0),
  );
}

/** A figure as it is entered now, with what stood there before; the one before if nothing changes. */
export function enteredFigure(
  before: StoredFigure | undefined,
  { employeeId, value, target }: FigureRow,
  { cycleId, partId, better, source, on }: Omit<FiguresEntry, 'rows'>,
  { by, at }: { readonly by: string; readonly at: Instant },
): StoredFigure {
  const now = { value, target, better, source, on };
  const isSame =
    before && Object.entries(now).every(([field, each]) => before[field as keyof typeof now] === each);
  if (before && isSame) return before;
  return {
    _id: figureIdOf(cycleId, partId, employeeId),
    ...{ cycleId, partId, employeeId, ...now, by, at },
    rev: (before?.rev ?? 0) + 1,
    earlier: before ? [earlierOf(before), ...before.earlier].slice(0, MAX_EARLIER) : [],
  };
}

const earlierOf = ({ value, target, source, on, by, at }: StoredFigure): EarlierFigure => ({
  ...{ value, target, source, on, by, at },
});

/** A part of the scheme that is one figure per person: what percentage of its target it reaches, as the curve scores it. */
export function figurePart(
  part: SchemePart,
  figure: StoredFigure | undefined,
  { curves }: Pick<AppraisalScheme, 'curves'>,
): PartInput {
  const curve = curves.find(takesPercent);
  if (!figure || !curve) return { part: part.id, kind: 'missing', reason: 'no-data' };
  const { value, target, better, source, on, by, at } = figure;
  const line: FigureInput = {
    ...{ id: 'figure', name: part.name, weight: 100, curve: curve.id, better, target, actual: value },
    sources: [{ kind: 'entered', by, at, source, on }],
  };
  return { part: part.id, kind: 'figures', figures: [line] };
}
