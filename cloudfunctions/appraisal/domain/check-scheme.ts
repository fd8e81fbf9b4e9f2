import type { AppraisalScheme, Curve, GradeRule, Scale, SchemePart } from '#contracts/appraisal';
import { isDecimal } from '../../shared/figures/ratio';
import { isRising } from './curve-score';
import { ensureScheme as ensure, isWholeBetween } from './ensure';

const MOST_PARTS = 12;
const MOST_CURVES = 20;
const MOST_POINTS = 20;
const MOST_GRADES = 10;
/** No curve gives more points than that. */
const MOST_SCORE = 200;
const MOST_LEVEL = 1_000;
/** In a unit below it no grade that opens a plan is advised, and no share binds. */
export const SMALL_UNIT = 20;
const MOST_UNIT = 100_000;
/** Shares of grades have one decimal. */
const TENTHS = 10;

/**
 * Checks that a scheme can score everybody: shares are whole and sum to 100, curves rise or fall throughout between
 * their caps, grades descend to one that holds everything below.
 * @throws AppError SCHEME_INVALID with the field
 */
export function checkScheme({ parts, curves, decimals, leastShare, grades }: AppraisalScheme): void {
  ensure(parts.length > 0, 'parts', 'empty');
  ensure(parts.length <= MOST_PARTS, 'parts', 'too-many');
  ensureDistinct(parts, 'parts');
  parts.forEach(checkPart);
  const sum = parts.reduce((total, { share }) => total + share, 0);
  ensure(sum === 100, 'parts', 'shares-not-100', sum);
  ensure(curves.length <= MOST_CURVES, 'curves', 'too-many');
  ensureDistinct(curves, 'curves');
  curves.forEach(checkCurve);
  ensure([0, 1, 2].includes(decimals), 'decimals', 'out-of-range');
  ensure(isWholeBetween(leastShare, 1, 100), 'leastShare', 'share');
  checkGrades(grades, decimals);
}

function checkPart(part: SchemePart, index: number): void {
  const path = `parts.${index}`;
  ensure(isWholeBetween(part.share, 1, 100), `${path}.share`, 'share');
  if ('scale' in part) checkScale(part.scale, `${path}.scale`);
}

function checkScale({ least, most }: Scale, path: string): void {
  ensure(isDecimal(least) && least >= 0, `${path}.least`, 'out-of-range');
  ensure(isDecimal(most) && most <= MOST_LEVEL, `${path}.most`, 'out-of-range');
  ensure(least < most, `${path}.most`, 'not-above-least');
}

function checkCurve(curve: Curve, index: number): void {
  const path = `curves.${index}`;
  ensure(isScore(curve.least), `${path}.least`, 'out-of-range');
  ensure(isScore(curve.most), `${path}.most`, 'out-of-range');
  ensure(curve.least < curve.most, `${path}.most`, 'not-above-least');
  if (curve.kind === 'table') checkTable(curve, path);
}

function checkTable({ points, short }: Extract<Curve, { kind: 'table' }>, path: string): void {
  ensure(points.length >= 2, `${path}.points`, 'two-points');
  ensure(points.length <= MOST_POINTS, `${path}.points`, 'too-many');
  points.forEach(({ at, score }, index) => {
    ensure(isDecimal(at), `${path}.points.${index}.at`, 'out-of-range');
    ensure(isScore(score), `${path}.points.${index}.score`, 'out-of-range');
    const before = points[index - 1];
    ensure(!before || before.at < at, `${path}.points.${index}.at`, 'not-ascending');
  });
  const rises = isRising(points);
  points.forEach(({ score }, index) => {
    const before = points[index - 1];
    const goesOn = !before || (rises ? before.score < score : before.score > score);
    ensure(goesOn, `${path}.points.${index}.score`, 'turns');
  });
  const worst = Math.min(...points.map(({ score }) => score));
  ensure(isScore(short) && short <= worst, `${path}.short`, 'above-worst');
}

function checkGrades({ by, grades, enforcedFrom }: GradeRule, decimals: number): void {
  ensure(grades.length >= 2, 'grades.grades', 'two-grades');
  ensure(grades.length <= MOST_GRADES, 'grades.grades', 'too-many');
  ensureDistinct(grades, 'grades.grades');
  const last = grades.length - 1;
  const first = grades.findIndex(({ opensPlan }) => opensPlan);
  // Who has a plan is worse than who has none, and somebody is neither.
  ensure(first !== 0, 'grades.grades.0.opensPlan', 'best-opens-plan');
  const isAfter = first < 0 || grades.slice(first).every(({ opensPlan }) => opensPlan);
  ensure(isAfter, `grades.grades.${last}.opensPlan`, 'better-opens-plan');
  if (by === 'thresholds') checkThresholds(grades, decimals);
  const hasShares = grades.some(({ share }) => share !== null);
  if (by === 'quota' || hasShares || enforcedFrom !== null) checkShares(grades);
  const isUnit = enforcedFrom === null || isWholeBetween(enforcedFrom, SMALL_UNIT, MOST_UNIT);
  ensure(isUnit, 'grades.enforcedFrom', 'small-unit');
}

function checkThresholds(grades: GradeRule['grades'], decimals: number): void {
  const unit = 10 ** decimals;
  const last = grades.length - 1;
  grades.forEach(({ from }, index) => {
    const path = `grades.grades.${index}.from`;
    if (index === last) {
      ensure(from === null, path, 'last-has-no-border');
      return;
    }
    ensure(from !== null, path, 'border-missing');
    ensure(isScore(from), path, 'out-of-range');
    // A border between two displayed scores would be another one than it says.
    ensure(Math.round(from * unit) / unit === from, path, 'finer-than-displayed');
    const better = grades[index - 1]?.from;
    ensure(better === undefined || better === null || from < better, path, 'not-descending');
  });
}

function checkShares(grades: GradeRule['grades']): void {
  let sum = 0;
  grades.forEach(({ share }, index) => {
    const tenths = Math.round((share ?? Number.NaN) * TENTHS);
    const isShare = share !== null && tenths >= 0 && tenths / TENTHS === share;
    ensure(isShare, `grades.grades.${index}.share`, 'one-decimal');
    sum += tenths;
  });
  ensure(sum === 100 * TENTHS, 'grades.grades', 'shares-not-100', sum / TENTHS);
  // Somebody has to be left for the places that no small unit gives to a plan.
  ensure(
    grades.some(({ share, opensPlan }) => !opensPlan && share !== 0),
    'grades.grades',
    'all-open-plan',
  );
}

const isScore = (value: number): boolean => isDecimal(value) && value >= 0 && value <= MOST_SCORE;

/** Ids name a part, a curve or a grade in records and in paths: short, and each once. */
function ensureDistinct(items: readonly { readonly id: string }[], path: string): void {
  const seen = new Set<string>();
  items.forEach(({ id }, index) => {
    ensure(/^[\w-]{1,64}$/.test(id), `${path}.${index}.id`, 'id');
    ensure(!seen.has(id), `${path}.${index}.id`, 'twice');
    seen.add(id);
  });
}
