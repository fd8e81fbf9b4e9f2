import type { Measure, Milestone, Progress, ProgressNote, Share, Standing } from '#contracts/goal';
import type { FigureEntry } from '#contracts/goals';
import { capped, FULL, ratio } from './share';

/** Figures have at most four decimals: they are compared and divided as whole numbers of this unit. */
const UNITS = 10_000;

export const unitsOf = (figure: number): number => Math.round(figure * UNITS);

/** The sum of two figures, exact to four decimals: 0.1 and 0.2 are 0.3. */
export const exactSum = (a: number, b: number): number => (unitsOf(a) + unitsOf(b)) / UNITS;

/**
 * How far a key result is: the only place that decides it, on the phone and in functions. The direction of a metric is that
 * of target − start, so that a figure that has to fall needs no flag; what is on the wrong side of the start counts 0, what
 * is beyond the target counts 100 %, and both stay visible in `raw`.
 * @throws RangeError if start and target are the same, which no key result may have
 */
export function progressOf(measure: Measure, standing: Standing): Progress {
  switch (measure.kind) {
    case 'raise':
    case 'lower':
      return wayBetween(measure.start, measure.target, standing.value);
    case 'percent':
      return wayBetween(0, 100, standing.value);
    case 'yes-no':
      return plain(standing.value === null ? null : standing.value === 0 ? 0 : FULL);
    case 'milestones':
      return plain(standing.done ? doneShare(measure.milestones, standing.done) : null);
    default:
      return shareInside(measure, standing);
  }
}

function wayBetween(start: number, target: number, value: number | null): Progress {
  const way = unitsOf(target) - unitsOf(start);
  if (way === 0) throw new RangeError('A metric with the same start and target');
  if (value === null) return NO_DATA;
  const gone = unitsOf(value) - unitsOf(start);
  return plain(ratio(way > 0 ? gone : -gone, Math.abs(way)));
}

const doneShare = (milestones: readonly Milestone[], done: readonly string[]): Share =>
  milestones.reduce((sum, { id, weight }) => sum + (done.includes(id) ? weight * (FULL / 100) : 0), 0);

/** The share of check-ins inside of the limit. */
function shareInside(
  { kind, limit }: Extract<Measure, { readonly limit: number }>,
  { value, inside = 0, counted = 0 }: Standing,
): Progress {
  if (value === null || counted === 0) return NO_DATA;
  const share = ratio(inside, counted);
  return { raw: share, counted: share, note: isInside({ kind, limit }, value) ? null : 'outside-limit' };
}

/** Whether a figure keeps a limit; on the limit is inside. */
export function isInside(
  { kind, limit }: Pick<Extract<Measure, { readonly limit: number }>, 'kind' | 'limit'>,
  value: number,
): boolean {
  return kind === 'keep-above' ? unitsOf(value) >= unitsOf(limit) : unitsOf(value) <= unitsOf(limit);
}

const NO_DATA: Progress = { raw: null, counted: 0, note: 'no-data' };

function plain(raw: Share | null): Progress {
  return raw === null ? NO_DATA : { raw, counted: capped(raw), note: noteOf(raw) };
}

function noteOf(raw: Share): ProgressNote | null {
  if (raw < 0) return 'below-start';
  return raw > FULL ? 'over-target' : null;
}

/**
 * What a key result stands at after one figure, exact to four decimals: the only place that decides it, on the phone while it
 * is entered and in functions when it is booked.
 */
export function standingAfter(
  measure: Measure,
  before: Standing,
  { mode, value: figure, done = [] }: Omit<FigureEntry, 'keyResultId'>,
): Standing {
  if (measure.kind === 'milestones') {
    // In their order, and none that there is not any more.
    const known = measure.milestones.map(({ id }) => id).filter((id) => done.includes(id));
    return { value: known.length, done: known };
  }
  const from = before.value ?? (mode === 'add' ? beginningOf(measure) : 0);
  const value = mode === 'add' ? exactSum(from, figure) : figure;
  if (!('limit' in measure)) return { value };
  const { inside = 0, counted = 0 } = before;
  return { value, inside: inside + (isInside(measure, value) ? 1 : 0), counted: counted + 1 };
}

/** What the first `add` is added to. */
const beginningOf = (measure: Measure): number => ('start' in measure ? measure.start : 0);

export type MeasureProblem =
  /** `keep-below` or `keep-above` is meant. */
  'start-is-target' | 'too-many-decimals' | 'out-of-range' | 'milestone-weights';

/** Larger figures are not divided exactly. */
export const MAX_FIGURE = 10_000_000_000;

/** Why a key result cannot be measured so; null if it can. */
export function measureProblem(measure: Measure): MeasureProblem | null {
  for (const figure of figuresOf(measure)) {
    if (Math.abs(figure) > MAX_FIGURE) return 'out-of-range';
    if (unitsOf(figure) / UNITS !== figure) return 'too-many-decimals';
  }
  if ('target' in measure && measure.start === measure.target) return 'start-is-target';
  if (measure.kind === 'milestones' && !isWhole(measure.milestones)) return 'milestone-weights';
  return null;
}

function figuresOf(measure: Measure): readonly number[] {
  if ('target' in measure) return [measure.start, measure.target];
  return 'limit' in measure ? [measure.limit] : [];
}

/** Whether weights sum to 100. */
export const isWhole = (rows: readonly { readonly weight: number }[]): boolean =>
  rows.reduce((sum, { weight }) => sum + weight, 0) === 100;

/** `raise` or `lower`, whatever was asked for: by the sign of target − start. */
export function withDirection(measure: Measure): Measure {
  if (!('target' in measure)) return measure;
  return { ...measure, kind: measure.target > measure.start ? 'raise' : 'lower' };
}
