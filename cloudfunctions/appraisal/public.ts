import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { CycleName } from '#contracts/appraisal-results';
import type { ChangeEntry } from '#contracts/change';
import type { Instant, LocalText, Month } from '#contracts/common';
import type { PersonBrief } from '#contracts/person';
import { findAppraisalCycle } from '../appraisal-cycles/public';
import { changeEntries } from '../shared/history/history';
import { findBonusHistory, findBonusRules, findStoredBonusRules } from './data/bonus-rules';
import { type ListedResult, listResultsAfter, listResultsOf } from './data/results';
import { type BonusOf, bonusOfResult } from './domain/bonus-of';
import { latestVersion } from './domain/result';
import { nameOfCycle, publishedCycles } from './services/cycles';

/** The interface for other features. */

/** People in one call. */
const MAX_PEOPLE = 1_000;

/**
 * What the grades of people in a period of goals, such as `2026-11`, are worth, by employee: of grades nothing else leaves
 * the appraisal for payroll. Nobody has a rate before the results are published; the rule is that of the period's last day.
 * @throws RangeError for more than a thousand people
 */
export async function bonusesOf(
  period: string,
  employeeIds: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, BonusOf>> {
  if (employeeIds.length > MAX_PEOPLE) throw new RangeError('Too many people in one call');
  const [cycle, rules] = await Promise.all([findAppraisalCycle(`a-${period}`), findBonusRules(now)]);
  if (cycle?.state !== 'published' || !rules)
    return new Map(employeeIds.map((id) => [id, { state: 'none' }]));
  const found = new Map((await listResultsOf(cycle._id, employeeIds)).map((each) => [each.person.id, each]));
  return new Map(
    employeeIds.map((id) => [id, bonusOfResult(rules, cycle.to, found.get(id)?.result ?? null)]),
  );
}

/** By whom what grades are worth was changed, an employee number, when, and the months from which it holds; at most a minute old. */
export interface BonusChange {
  readonly at: Instant;
  readonly by: string;
  readonly months: readonly Month[];
}

/** The latest first. No read after `bonusesOf`. */
export const findBonusSetters = async (now: number): Promise<readonly BonusChange[]> =>
  (await findBonusHistory(now)).map(({ at, byId, months = [] }) => ({ at, by: byId, months }));

/** Who has changed what grades are worth after a moment, the latest first: it changes what payroll pays. */
export async function findBonusChanges(since: Instant): Promise<readonly ChangeEntry[]> {
  const stored = await findStoredBonusRules();
  return changeEntries(stored?.history).filter(({ at }) => at > since);
}

/** A published result as other features read it. */
export interface PublishedResult {
  readonly cycle: CycleName;
  readonly shown: number;
  readonly grade: string;
  readonly gradeName: LocalText;
  /** The grade asks for a plan. */
  readonly opensPlan: boolean;
  readonly version: number;
  readonly parts: readonly { readonly id: string; readonly name: LocalText; readonly shown: number | null }[];
}

/** A published grade that asks for a plan, and what it was worked out from. */
export interface PlanDemand extends Omit<PublishedResult, 'version' | 'opensPlan'> {
  readonly person: PersonBrief;
}

/** Of people in the order of their numbers, and the last one who was looked at; null at the end. */
export interface PlanDemands {
  readonly demands: readonly PlanDemand[];
  readonly next: string | null;
}

/** Who of a published cycle has a grade that asks for a plan, after one person: one read of results. */
export async function findPlanDemands(
  cycle: AppraisalCycle,
  after: string,
  limit: number,
): Promise<PlanDemands> {
  const found = await listResultsAfter(cycle._id, after, limit);
  const demands = found.flatMap((stored) => {
    const published = publishedResult(cycle, stored);
    return published?.opensPlan ? [{ ...published, person: stored.person }] : [];
  });
  return { demands, next: found.length === limit ? (found.at(-1)?.person.id ?? null) : null };
}

/** Published cycles in which results may still have changed since a moment, the newest first. */
export const cyclesPublishedSince = async (since: number): Promise<readonly AppraisalCycle[]> =>
  (await publishedCycles()).filter(({ publishedAt }) => publishedAt !== null && publishedAt >= since);

/** The latest version of a result as others may read it; null of who has none. */
function publishedResult(
  cycle: AppraisalCycle,
  { result, parts: scored }: Pick<ListedResult, 'result' | 'parts'>,
): PublishedResult | null {
  if (!result) return null;
  const { shown, grade, number } = latestVersion(result);
  const known = cycle.scheme.grades.grades.find(({ id }) => id === grade);
  const parts = cycle.scheme.parts.map(({ id, name }) => ({
    ...{ id, name },
    shown: scored.find((part) => part.id === id)?.shown ?? null,
  }));
  return {
    ...{ cycle: nameOfCycle(cycle), shown, grade, version: number, parts },
    gradeName: known?.name ?? { 'zh-CN': grade, en: grade },
    opensPlan: known?.opensPlan ?? false,
  };
}
