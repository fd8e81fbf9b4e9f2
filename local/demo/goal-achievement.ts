import type { Day } from '#contracts/common';
import type { SheetReview } from '#contracts/goal';
import type { CheckInView } from '#contracts/goals';
import { addDays, instantOf } from './demo-days';
import type { DemoPerson } from './demo-person';
import { QUALITY_LIMIT, type TeamGoal } from './goal-teams';
import { randomFraction, randomInteger } from './random';

interface Month {
  readonly id: string;
  readonly from: Day;
  readonly to: Day;
}

/** What somebody has reached in a month. */
export interface Achieved {
  /** A check-in a week. */
  readonly log: readonly CheckInView[];
  /** Percent of each key result, not rounded. */
  readonly reached: { readonly result: number; readonly quality: number };
  /** Of the objective, in ten millionths of a percent. */
  readonly share: number;
}

const WEEKS = [6, 13, 20, 27] as const;
const FULL = 1_000_000_000;

/** Most reach their target or nearly; some stay behind, and a few do more. */
export function achievedIn(month: Month, { target }: TeamGoal, person: DemoPerson): Achieved {
  const { id, name, nameEn } = person;
  const chance = (...words: (string | number)[]) => randomFraction(id, month.id, ...words);
  const isBehind = chance('behind') < 0.2;
  const share = isBehind ? 0.45 + 0.3 * chance('share') : 0.85 + 0.25 * chance('share');
  const last = Math.max(1, Math.round(target * share));
  const log = WEEKS.map((days, week): CheckInView => {
    const day = addDays(month.from, days);
    const value = Math.round((last * (week + 1)) / WEEKS.length);
    const bad = randomInteger(0, isBehind ? QUALITY_LIMIT + 2 : QUALITY_LIMIT, id, month.id, week);
    return {
      id: `demo-${month.id}-${id}-${week}`,
      at: instantOf(day, 17 * 60 + 30 + week),
      day,
      by: { id, name, nameEn },
      source: 'check-in',
      entries: [
        { keyResultId: 'result', mode: 'set', value },
        { keyResultId: 'quality', mode: 'set', value: bad },
      ],
      confidence: isBehind ? 'at-risk' : 'on-track',
    };
  });
  const inside = log.filter(({ entries }) => (entries[1]?.value ?? 0) <= QUALITY_LIMIT).length;
  const result = Math.min(Math.round((last / target) * FULL), FULL);
  const quality = (inside / WEEKS.length) * FULL;
  return {
    log,
    reached: { result: (result / FULL) * 100, quality: (quality / FULL) * 100 },
    share: Math.floor((2 * (70 * result + 30 * quality) + 100) / 200),
  };
}

const WORDS = {
  ahead: ['按计划完成，客户反馈不错；下月继续', '主要目标达成，文档补得晚了些；下月提前安排'],
  behind: ['前两周进度慢，后面追了一部分；下月先排重点', '临时任务多，目标没有做完；下月和主管每周对一次'],
} as const;
const COMMENTS = {
  ahead: ['做得扎实', '目标达成，继续保持'],
  behind: ['原因说得清楚，下月按周看进度', '请把重点排在前面，需要帮助早说'],
} as const;

/** The closing review: own scores near what was reached, and those of the manager, who sees some things otherwise. */
export function reviewOf(
  { id: month, to }: Month,
  { reached }: Achieved,
  { id, managerId }: DemoPerson,
): SheetReview & { readonly rev: number } {
  const near = (percent: number, spread: number, ...words: string[]) =>
    Math.min(
      100,
      Math.max(0, Math.round(percent / 5) * 5 + 5 * randomInteger(-spread, spread, id, month, ...words)),
    );
  const scoreOf = (line: 'result' | 'quality') => {
    const own = near(reached[line], 1, line, 'own');
    return { own, given: near(own, 2, line, 'given') };
  };
  const kind = reached.result < 80 ? 'behind' : 'ahead';
  const which = randomInteger(0, 1, id, month, 'words');
  return {
    state: 'confirmed',
    scores: { result: scoreOf('result'), quality: scoreOf('quality') },
    summary: WORDS[kind][which] ?? '',
    handedInAt: instantOf(to, 18 * 60),
    confirmedBy: managerId,
    confirmedAt: instantOf(to, 20 * 60),
    comment: COMMENTS[kind][which] ?? '',
    rev: 2,
  };
}
