import type { Instant } from '#contracts/common';
import type { ReviewRelation } from '#contracts/review';
import { publishReview } from '../../cloudfunctions/reviews/domain/publish-review';
import { publishUnits } from '../../cloudfunctions/reviews/domain/publish-units';
import type {
  PersonReview,
  ReviewAnswer,
  ReviewCycle,
  ReviewSnapshot,
} from '../../cloudfunctions/reviews/domain/review';

export const PEOPLE = 10_000;
/** People that the naive way is measured with; each costs the same. */
export const SAMPLE = 5;
const PAGE = 100;
const TEAM = 20;
const RATERS: readonly ReviewRelation[] = [
  'self',
  'manager',
  ...Array(4).fill('peer'),
  ...Array(4).fill('report'),
];
const ITEMS = Array.from({ length: 10 }, (_, at) => `item-${at}`);
const CLOSE = 1_000 as Instant;
const CYCLE: ReviewCycle = {
  threshold: 4,
  scale: { least: 1, most: 5 },
  items: ITEMS.map((id) => ({ id, kind: 'rating' })),
  weights: { self: 0, manager: 40, peer: 35, report: 25 },
  closedAt: CLOSE,
};

/** Time of this process, ms: other processes of a shared machine do not count. */
function cpuTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Page by page, as the close of a cycle works. @returns CPU, ms */
export function publishAll(): number {
  let time = 0;
  for (let from = 0; from < PEOPLE; from += PAGE) {
    const reviews = Array.from({ length: PAGE }, (_, at) => reviewOf(from + at));
    time += cpuTime(() => {
      for (const review of reviews) publishReview(CYCLE, review);
    });
  }
  return time;
}

/** Teams of twenty in departments of twenty-five teams in one company, after everybody's reviews. @returns CPU, ms */
export function publishAllUnits(): number {
  const teams = Array.from({ length: PEOPLE / TEAM }, (_, at) => ({
    id: `team-${at}`,
    parent: `department-${at % 20}`,
  }));
  const departments = Array.from({ length: 20 }, (_, at) => ({ id: `department-${at}`, parent: 'company' }));
  const members = Array.from({ length: PEOPLE }, (_, at) => {
    const review = reviewOf(at);
    const snapshot = publishReview(CYCLE, review) as ReviewSnapshot;
    return { unit: `team-${at % teams.length}`, review, snapshot };
  });
  return cpuTime(() =>
    publishUnits(CYCLE, [{ id: 'company', parent: null }, ...departments, ...teams], members),
  );
}

/** Every person's means by a filter over all answers, item by item, without hiding anything. @returns CPU of one person, ms */
export function naivePerPerson(): number {
  const all = Array.from({ length: PEOPLE }, (_, at) => at).flatMap((at) =>
    reviewOf(at).answers.map((answer) => ({ ...answer, person: `P${at}` })),
  );
  let sum = 0;
  const time = cpuTime(() => {
    for (let at = 0; at < SAMPLE; at += 1)
      for (const relation of new Set(RATERS)) {
        const own = all.filter((answer) => answer.person === `P${at}` && answer.relation === relation);
        for (const item of ITEMS)
          sum += own.reduce((total, { ratings }) => total + (ratings[item] ?? 0), 0) / own.length;
      }
  });
  if (Number.isNaN(sum)) throw new Error('no means');
  return time / SAMPLE;
}

function reviewOf(at: number): PersonReview {
  const answers = RATERS.map((relation, rater): ReviewAnswer => {
    const ratings: Record<string, number> = {};
    ITEMS.forEach((item, index) => {
      // One of fifty is left out.
      if ((at * 7 + rater * 3 + index) % 50 !== 0) ratings[item] = 1 + ((at + rater * 11 + index * 5) % 5);
    });
    return {
      rater: relation === 'self' ? `P${at}` : `P${at + rater}`,
      relation,
      at: CLOSE,
      ratings,
      texts: {},
    };
  });
  return { person: `P${at}`, asked: ['self', 'manager', 'peer', 'report'], answers };
}
