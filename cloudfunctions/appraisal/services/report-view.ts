import type { AppraisalResult } from '#contracts/appraisal';
import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { ReportView } from '#contracts/appraisal-results';
import type { Instant, LocalText } from '#contracts/common';
import type { PersonBrief } from '#contracts/person';
import { dayOf } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import { findBonusRules } from '../data/bonus-rules';
import { bonusOfResult } from '../domain/bonus-of';
import { highestScore } from '../domain/check-answer';
import { latestVersion } from '../domain/result';
import { trainingProposals } from '../domain/training-proposals';
import { isHr } from './calibrator';
import { nameOfCycle } from './cycles';
import type { ReadableResult } from './load-result';
import { peopleNames } from './people-names';
import { isCloseToResult, isDecider } from './too-close';

type NameOf = (id: string) => PersonBrief;

/** A result as the person and those above read it. */
export async function reportView(found: ReadableResult, me: Employee, now: Instant): Promise<ReportView> {
  const { cycle, stored } = found;
  const { result, person, score } = stored;
  const [nameOf, rules] = await Promise.all([peopleNames(namedIn(result), now), findBonusRules(now)]);
  const bonus = rules && bonusOfResult(rules, cycle.to, result);
  const rate = bonus?.state === 'known' ? bonus.rate : null;
  return {
    cycle: nameOfCycle(cycle),
    person,
    isOwn: person.id === me._id,
    rev: result?.rev ?? 0,
    ...{ total: score.total, scoredShare: score.scoredShare, ungraded: score.ungraded },
    calibration: (stored.row?.changes ?? []).map(({ from, to, reason }) => ({ from, to, reason })),
    grades: cycle.scheme.grades.grades.map(({ id, name, from }) => ({
      ...{ id, name },
      from: cycle.scheme.grades.by === 'quota' ? null : from,
    })),
    bounds: { most: highestScore(cycle.scheme), decimals: cycle.scheme.decimals },
    ...sayings(result, cycle, nameOf),
    training: trainingProposals(score.total, cycle.training),
    bonusPercent: rate?.percent ?? null,
    opensPlan: opensPlan(cycle, result),
    may: await mayOf(found, me, now),
    hasReview: hasReview(found, me),
  };
}

/**
 * Whether what others said is for the reader: for the person, their direct manager and HR, as the figures of
 * reviews are (`reviews/services/seen-review.ts`). Those further above read the result and what it was worked out from.
 */
const hasReview = ({ cycle, stored: { person }, line }: ReadableResult, me: Employee): boolean =>
  cycle.review !== null && (person.id === me._id || line[0] === me._id || isHr(me));

/** Versions, readings and appeals, with names. */
function sayings(
  result: AppraisalResult | null,
  { scheme }: AppraisalCycle,
  nameOf: NameOf,
): Pick<ReportView, 'versions' | 'appeals' | 'readVersions' | 'appealUntil'> {
  const gradeName = (grade: string): LocalText =>
    scheme.grades.grades.find(({ id }) => id === grade)?.name ?? { 'zh-CN': grade, en: grade };
  const versions = result?.versions ?? [];
  const appeals = result?.appeals ?? [];
  return {
    versions: versions.map((each) => ({ ...each, by: nameOf(each.by), gradeName: gradeName(each.grade) })),
    appeals: appeals.map(({ answer, ...appeal }) => ({
      ...appeal,
      answer: answer && { ...answer, by: nameOf(answer.by) },
    })),
    readVersions: result?.read.map(({ version }) => version) ?? [],
    appealUntil: result?.appealUntil ?? null,
  };
}

const namedIn = (result: AppraisalResult | null): string[] => [
  ...(result?.versions.map(({ by }) => by) ?? []),
  ...(result?.appeals.flatMap(({ answer }) => answer?.by ?? []) ?? []),
];

const opensPlan = ({ scheme }: AppraisalCycle, result: AppraisalResult | null): boolean => {
  const grade = result && latestVersion(result).grade;
  return scheme.grades.grades.some(({ id, opensPlan: opens }) => id === grade && opens);
};

/** What the reader may do now, as the actions decide it. */
async function mayOf(found: ReadableResult, me: Employee, now: Instant): Promise<ReportView['may']> {
  const { result, person } = found.stored;
  if (!result) return { acknowledge: false, appeal: false, withdraw: false, decide: false };
  const isOwn = person.id === me._id;
  const { number, by } = latestVersion(result);
  const isOpen = result.appeals.some(({ state }) => state === 'open');
  const isFirst = result.appeals.every(({ state }) => state === 'withdrawn');
  const mayDecide = !isOwn && isOpen && by !== me._id && isDecider(found, me);
  return {
    acknowledge: isOwn && !result.read.some(({ version }) => version === number),
    appeal: isOwn && isFirst && dayOf(now) <= result.appealUntil,
    withdraw: isOwn && isOpen,
    decide: mayDecide && !(await isCloseToResult(found, me, now)),
  };
}
