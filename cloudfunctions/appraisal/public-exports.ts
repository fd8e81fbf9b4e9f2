import type { ScoreNode, UngradedReason } from '#contracts/appraisal';
import type { DistributionView } from '#contracts/appraisal-results';
import type { LocalText, Month } from '#contracts/common';
import { findLatestAppraisalCycles } from '../appraisal-cycles/public';
import { findBoards } from './data/boards';
import { findResults } from './data/results';
import { latestVersion } from './domain/result';
import type { StoredResult } from './domain/stored-result';
import { distributionView } from './services/distribution-view';

/** Cycles that exports go back to: two years of months, quarters and years. */
const MAX_CYCLES = 40;
const MAX_BOARDS = 1_000;

/** A published result as exports write it: who rated or calibrated is not in it. */
export interface ExportedResult {
  readonly employeeId: string;
  readonly cycle: LocalText;
  /** Null: no grade was given. */
  readonly shown: number | null;
  readonly scoredShare: number;
  /** By the rule of the scheme, and the one that holds; null if none was given. */
  readonly before: string | null;
  readonly grade: string | null;
  readonly gradeName: LocalText | null;
  /** Why there is no grade; null if there is one. */
  readonly ungraded: UngradedReason | null;
  /** Why the grade is another one than that of the rule, the earliest first. */
  readonly reasons: readonly string[];
  readonly appeal: StoredResult['appeal'];
  readonly versions: number;
  readonly total: ScoreNode;
}

/** Published results of people in the cycles that end in a month: one read for each such cycle. */
export async function findResultsFor(
  month: Month,
  employeeIds: readonly string[],
): Promise<ExportedResult[]> {
  const cycles = await publishedIn(month);
  const found = await Promise.all(cycles.map(({ _id }) => findResults(_id, employeeIds)));
  return cycles.flatMap((cycle, at) =>
    (found[at] ?? []).map(({ person, row, result, score, ungraded, appeal }): ExportedResult => {
      const version = result && latestVersion(result);
      const known = cycle.scheme.grades.grades.find(({ id }) => id === version?.grade);
      const changed =
        result?.versions.flatMap(({ reason, gradeReason }) => [reason ?? [], gradeReason ?? []].flat()) ?? [];
      return {
        employeeId: person.id,
        cycle: cycle.title,
        shown: version?.shown ?? null,
        scoredShare: score.scoredShare,
        before: row?.before ?? null,
        grade: version?.grade ?? null,
        gradeName: known?.name ?? null,
        ungraded: version ? null : ungraded,
        reasons: [...(row?.changes.map(({ reason }) => reason) ?? []), ...changed],
        appeal,
        versions: result?.versions.length ?? 0,
        total: score.total,
      };
    }),
  );
}

/** How scores and grades were spread over the company in the published cycles that end in a month. */
export async function findDistributions(month: Month, now: number): Promise<DistributionView[]> {
  return Promise.all(
    (await publishedIn(month)).map(async (cycle) => {
      const boards = await findBoards(cycle._id, MAX_BOARDS);
      return distributionView(cycle, boards, new Set(boards.map(({ _id }) => _id)), now);
    }),
  );
}

const publishedIn = async (month: Month) =>
  (await findLatestAppraisalCycles(MAX_CYCLES)).filter(
    ({ to, state }) => state === 'published' && to.startsWith(month),
  );
