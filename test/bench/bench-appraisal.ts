import type { AppraisalScheme, ItemInput, PartInput } from '#contracts/appraisal';
import { checkScheme } from '../../cloudfunctions/appraisal/domain/check-scheme';
import { score } from '../../cloudfunctions/appraisal/domain/score';
import { spreadOf } from './figures';
import { ms, type Row, row } from './table';

const PEOPLE = 10_000;
const RATERS = 10;
const ITEMS = 10;
const ROUNDS = 7;
/** CPU of one core. */
const MAX_MS = 150;

const text = (name: string) => ({ 'zh-CN': name, en: name });
const FIVE = { least: 1, most: 5, zeroAt: 'least' } as const;

const SCHEME: AppraisalScheme = {
  parts: [
    { id: 'peer', kind: 'peer', name: text('peer'), share: 60, scale: FIVE },
    { id: 'manager', kind: 'manager', name: text('manager'), share: 40, scale: FIVE },
  ],
  curves: [],
  decimals: 1,
  leastShare: 50,
  grades: {
    by: 'thresholds',
    grades: [
      { id: 'A', name: text('A'), from: 85, share: null, opensPlan: false },
      { id: 'D', name: text('D'), from: null, share: null, opensPlan: true },
    ],
    enforcedFrom: null,
  },
};
const NAMES = Array.from({ length: ITEMS }, (_, item) => text(`item ${item}`));

/** Ten ratings of ten items about each of ten thousand people, their means scored into a tree that opens to the items. */
export function benchAppraisal(): Row[] {
  checkScheme(SCHEME);
  // Any levels from 1 to 5, the same in every round.
  const ratings = Uint8Array.from(
    { length: PEOPLE * RATERS * ITEMS },
    (_, at) => 1 + (((at * 7919) % 13) % 5),
  );
  const took = Array.from({ length: ROUNDS }, () => {
    const began = process.cpuUsage();
    let graded = 0;
    for (let person = 0; person < PEOPLE; person += 1)
      if (score(SCHEME, [inputOf(ratings, person)]).grade !== null) graded += 1;
    const { user, system } = process.cpuUsage(began);
    if (graded !== PEOPLE) throw new Error(`Only ${graded} of ${PEOPLE} people have a grade`);
    return (user + system) / 1_000;
  });
  const what = `scores of ${PEOPLE.toLocaleString('en')} people by ${RATERS} raters of ${ITEMS} items, CPU`;
  return [row(what, ms(spreadOf(took)), { atMost: MAX_MS })];
}

function inputOf(ratings: Uint8Array, person: number): PartInput {
  const start = person * RATERS * ITEMS;
  const items = NAMES.map((name, item): ItemInput => {
    let sum = 0;
    for (let rater = 0; rater < RATERS; rater += 1) sum += ratings[start + rater * ITEMS + item] ?? 0;
    return {
      id: `item-${item}`,
      name,
      weight: 1,
      answers: { mean: sum / RATERS, bound: 'exact', atLeast: RATERS },
    };
  });
  const section = { id: 'work', name: text('work'), weight: 100, items };
  return { part: 'peer', kind: 'reviews', sections: [section] };
}
