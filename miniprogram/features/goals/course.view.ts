import type { Day } from '#contracts/common';
import type { CycleBrief, KeyResult, Measure, Standing } from '#contracts/goal';
import type { CheckInView, CycleDays } from '#contracts/goals';
import { expectedShare } from '../../common/goals/expected';
import { standingAfter } from '../../common/goals/progress';
import { FULL } from '../../common/goals/share';
import type { ChartData, ChartPoint } from '../../components/chart-waiting/chart-data';
import { figureText } from '../../components/objective-card/key-result.view';
import type { Words } from '../../locales/words';
import { dayCount, dayShort } from '../../utils/dates';

/** The server sends no more; what came before is not known then. */
const MAX_SHOWN = 100;

interface CourseOf {
  readonly keyResult: KeyResult;
  readonly cycle: CycleBrief;
  readonly days: CycleDays;
  /** The latest first. */
  readonly checkIns: readonly CheckInView[];
  readonly today: Day;
}

/** What a figure is drawn by: from where to where; limits have no way. */
interface Way {
  readonly start: number;
  readonly target: number;
  readonly unit: string;
}

/** The course of a figure over a cycle against the one that is expected; null for what has no course. */
export function courseView(course: CourseOf, words: Words): ChartData | null {
  const way = wayOf(course.keyResult.measure);
  if (!way) return null;
  const actual = actualOf(course, way, words);
  if (actual.length === 0) return null;
  const isLimit = way.start === way.target;
  const due = expectedAt(course, way);
  const now = actual[actual.length - 1]?.text ?? '';
  return {
    kind: 'lines',
    summary: isLimit
      ? words.t('keyResult.course.limit', { value: now, limit: textOf(way.target, way) })
      : words.t('keyResult.course.summary', { value: now, due: textOf(due, way) }),
    by: words.t('keyResult.course.day'),
    series: [
      { name: words.t('keyResult.course.actual'), tone: 'actual', points: actual },
      {
        name: words.t(`keyResult.course.${isLimit ? 'limitName' : 'plan'}`),
        tone: 'expected',
        points: expectedOf(course, way, actual, words),
      },
    ],
  };
}

function wayOf(measure: Measure): Way | null {
  if ('target' in measure) return measure;
  if ('limit' in measure) return { start: measure.limit, target: measure.limit, unit: measure.unit };
  return measure.kind === 'percent' ? { start: 0, target: 100, unit: '%' } : null;
}

const textOf = (value: number, { unit }: Way): string => figureText(Math.round(value * 10) / 10, unit);

/** The agreed start, then the figure at the end of each day with a check-in, as it was added up. */
function actualOf({ keyResult, cycle, checkIns }: CourseOf, way: Way, words: Words): ChartPoint[] {
  const points = new Map<Day, ChartPoint>();
  const entries = knownEntries(keyResult, checkIns);
  const hasStart = way.start !== way.target && checkIns.length < MAX_SHOWN;
  if (entries.length > 0 && hasStart)
    points.set(cycle.from, {
      ...placeOf(cycle.from, cycle, words),
      ...{ value: way.start, text: textOf(way.start, way) },
    });
  let standing: Standing = { value: null };
  for (const entry of entries) {
    standing = standingAfter(keyResult.measure, standing, entry);
    const value = standing.value ?? way.start;
    const text = figureText(value, way.unit);
    points.set(entry.day, { ...placeOf(entry.day, cycle, words), value, text });
  }
  return [...points.values()];
}

/** Figures that count, in their order: from the first one that does not add to an earlier one that was not sent. */
function knownEntries({ id }: KeyResult, checkIns: readonly CheckInView[]) {
  const all = [...checkIns]
    .reverse()
    .filter(({ undone }) => !undone)
    .flatMap(({ day, entries }) =>
      entries.filter(({ keyResultId }) => keyResultId === id).map((entry) => ({ ...entry, day })),
    );
  return checkIns.length < MAX_SHOWN
    ? all
    : all.slice(
        Math.max(
          0,
          all.findIndex(({ mode }) => mode === 'set'),
        ),
      );
}

const placeOf = (day: Day, { from }: CycleBrief, words: Words): { at: string; x: number } => ({
  at: dayShort(day, words),
  x: dayCount(from, day) - 1,
});

/** What is due today, by workdays, as the page says it beside the bar. */
const expectedAt = ({ days }: CourseOf, { start, target }: Way): number =>
  start + (target - start) * (expectedShare(days) / FULL);

/** From the start by what is due today to the target, with a value for each day that has a figure. */
function expectedOf(course: CourseOf, way: Way, actual: readonly ChartPoint[], words: Words): ChartPoint[] {
  const { cycle, today } = course;
  const [first, last] = [placeOf(cycle.from, cycle, words), placeOf(cycle.to, cycle, words)];
  const now = placeOf(today, cycle, words);
  const isRunning = now.x > first.x && now.x < last.x;
  const knots = [
    { x: first.x, value: way.start },
    ...(isRunning ? [{ x: now.x, value: expectedAt(course, way) }] : []),
    { x: last.x, value: way.target },
  ];
  const places = new Map(
    [first, ...actual, ...(isRunning ? [now] : []), last].map(({ at, x = 0 }) => [x, { at, x }]),
  );
  return [...places.values()]
    .filter(({ x }) => x >= first.x && x <= last.x)
    .sort((a, b) => a.x - b.x)
    .map(({ at, x }) => {
      const value = between(knots, x);
      return { at, x, value, text: textOf(value, way) };
    });
}

/** Value at a place on the straight lines between knots. */
function between(knots: readonly { readonly x: number; readonly value: number }[], x: number): number {
  const next = knots.findIndex((each) => each.x >= x);
  const [before, after] = [knots[Math.max(next - 1, 0)], knots[next]];
  if (!before || !after || before.x === after.x) return after?.value ?? 0;
  return before.value + ((after.value - before.value) * (x - before.x)) / (after.x - before.x);
}
