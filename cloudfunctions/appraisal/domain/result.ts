import type { Appeal, AppraisalResult, ResultVersion } from '#contracts/appraisal';
import type { Day, Instant } from '#contracts/common';
import { AppError } from '../../shared/errors/app-error';

const MOST_TEXT = 2_000;

/** What is decided: a score as displayed and a grade. */
export interface Decision {
  readonly shown: number;
  readonly grade: string;
}

/** What an appeal is answered with. */
export interface Answer extends Decision {
  readonly answer: string;
  /** Why the grade is another one than that of the score by the scheme. */
  readonly gradeReason?: string;
}

interface Act {
  readonly by: string;
  readonly at: Instant;
}

/**
 * The last day on which somebody may appeal: the nth workday after the day of the publication.
 * @param workdays of the person's calendar, ascending
 * @throws Error if they do not reach that far
 */
export function lastAppealDay(publishedOn: Day, workdays: readonly Day[], days: number): Day {
  const last = workdays.filter((day) => day > publishedOn)[days - 1];
  if (last === undefined) throw new Error('too few workdays were passed in');
  return last;
}

/** What is published to a person: the first version. */
export const publishedResult = (
  personId: string,
  { shown, grade }: Decision,
  appealUntil: Day,
  { by, at }: Act,
): AppraisalResult => ({
  personId,
  rev: 0,
  versions: [{ number: 1, shown, grade, reason: null, by, at }],
  appealUntil,
  read: [],
  appeals: [],
});

/** The version that holds. */
export function latestVersion({ versions }: AppraisalResult): ResultVersion {
  const last = versions.at(-1);
  if (!last) throw new Error('a result without a version');
  return last;
}

/**
 * The person has read a version, which does not say that they agree: they may appeal all the same. Read again, it stays
 * as it was read first.
 * @throws AppError APPEAL_REFUSED if there is no such version
 */
export function acknowledged(result: AppraisalResult, version: number, at: Instant): AppraisalResult {
  if (!result.versions.some(({ number }) => number === version)) refuse('version');
  if (result.read.some((each) => each.version === version)) return result;
  return { ...result, rev: result.rev + 1, read: [...result.read, { version, at }] };
}

/**
 * The person asks to have the result looked at again, once in a cycle, until the last day; an appeal that was withdrawn
 * does not count. The same text again while it is open is the result as it is.
 * @throws AppError APPEAL_REFUSED, APPEAL_TOO_LATE
 */
export function appealed(result: AppraisalResult, text: string, today: Day, at: Instant): AppraisalResult {
  const said = text.trim();
  const open = openAppeal(result);
  if (open?.text === said) return result;
  if (open) refuse('open');
  if (result.appeals.some(({ state }) => state !== 'withdrawn')) refuse('decided');
  if (today > result.appealUntil) throw new AppError('APPEAL_TOO_LATE', { lastDay: result.appealUntil });
  if (said === '' || said.length > MOST_TEXT) refuse('text');
  const appeal: Appeal = {
    version: latestVersion(result).number,
    text: said,
    at,
    state: 'open',
    answer: null,
  };
  return { ...result, rev: result.rev + 1, appeals: [...result.appeals, appeal] };
}

/** @throws AppError APPEAL_REFUSED if none is open */
export function withdrawn(result: AppraisalResult): AppraisalResult {
  if (!openAppeal(result)) {
    // Tapped twice.
    if (result.appeals.at(-1)?.state === 'withdrawn') return result;
    refuse('none');
  }
  return withAnswered(result, { state: 'withdrawn' });
}

/**
 * An appeal decided by somebody else than the person and whoever decided the version that it is about. Another score or
 * grade is a new version; the version before stays and is seen beside it. The same ones keep it, with the answer.
 * @throws AppError APPEAL_REFUSED
 */
export function redecided(
  result: AppraisalResult,
  { shown, grade, answer, gradeReason }: Answer,
  { by, at }: Act,
): AppraisalResult {
  const text = answer.trim();
  if (!openAppeal(result)) return isRepeated(result, { shown, grade }, text, by) ? result : refuse('none');
  if (by === result.personId) refuse('own');
  const before = latestVersion(result);
  if (by === before.by) refuse('same-decider');
  if (text === '' || text.length > MOST_TEXT) refuse('text');
  const isKept = before.shown === shown && before.grade === grade;
  const why = gradeReason === undefined ? {} : { gradeReason };
  const version = { number: before.number + 1, shown, grade, reason: text, ...why, by, at };
  const answered = withAnswered(result, {
    state: isKept ? 'kept' : 'changed',
    answer: { text, by, at },
  });
  return isKept ? answered : { ...answered, versions: [...result.versions, version] };
}

/** A decision that arrived before and is sent again, since its answer was lost. */
function isRepeated(result: AppraisalResult, decision: Decision, text: string, by: string): boolean {
  const answer = result.appeals.at(-1)?.answer;
  const { shown, grade } = latestVersion(result);
  const isSame = shown === decision.shown && grade === decision.grade;
  return answer != null && answer.by === by && answer.text === text && isSame;
}

const openAppeal = ({ appeals }: AppraisalResult): Appeal | undefined =>
  appeals.find(({ state }) => state === 'open');

const withAnswered = (result: AppraisalResult, change: Partial<Appeal>): AppraisalResult => ({
  ...result,
  rev: result.rev + 1,
  appeals: result.appeals.map((each) => (each.state === 'open' ? { ...each, ...change } : each)),
});

function refuse(rule: 'version' | 'open' | 'decided' | 'text' | 'none' | 'own' | 'same-decider'): never {
  throw new AppError('APPEAL_REFUSED', { rule });
}
