import type { AppraisalResult, BonusRule } from '#contracts/appraisal';
import type { Day, Instant } from '#contracts/common';
import { bonusesOf } from '../../../../cloudfunctions/appraisal/public';

const NOW = 1 as Instant;
const day = (text: string) => text as Day;
const text = (value: string) => ({ 'zh-CN': value, en: value });
const rule = (from: string, to: string | null, a: number): BonusRule => ({
  from: day(from),
  to: to === null ? null : day(to),
  rates: [
    { grade: 'A', percent: a, opensPlan: false },
    { grade: 'D', percent: 0, opensPlan: true },
  ],
  source: text('制度'),
});
const RULES = [rule('2026-01-01', '2026-10-31', 12), rule('2026-11-01', null, 15)];

const stored = {
  cycle: { _id: 'a-2026-10', state: 'published', to: day('2026-10-31') },
  rules: RULES as readonly BonusRule[] | null,
};

/** A result with a version for each grade, the last one counts. */
const resultOf = (employeeId: string, ...grades: string[]) => {
  const versions = grades.map((grade, at) => ({
    ...{ number: at + 1, shown: 80, grade, reason: at === 0 ? null : 'x', by: 'E1', at: NOW },
  }));
  const result: Partial<AppraisalResult> = { personId: employeeId, versions };
  return { person: { id: employeeId, name: employeeId, nameEn: employeeId }, result };
};

jest.mock('../../../../cloudfunctions/appraisal-cycles/public', () => ({
  findAppraisalCycle: async (id: string) => (id === stored.cycle._id ? stored.cycle : null),
}));
jest.mock('../../../../cloudfunctions/appraisal/data/bonus-rules', () => ({
  findBonusRules: async () => stored.rules,
}));
jest.mock('../../../../cloudfunctions/appraisal/data/results', () => ({
  listResultsOf: async (_: string, ids: readonly string[]) =>
    [resultOf('E2', 'A'), resultOf('E3', 'A', 'D'), { ...resultOf('E4'), result: null }].filter(
      ({ person }) => ids.includes(person.id),
    ),
}));

const rates = async (period: string, ...ids: string[]) =>
  Object.fromEntries(
    [...(await bonusesOf(period, ids, NOW))].map(([id, bonus]) => [
      id,
      bonus.state === 'known' ? bonus.rate.percent : bonus.state,
    ]),
  );

beforeEach(() => {
  stored.cycle = { _id: 'a-2026-10', state: 'published', to: day('2026-10-31') };
  stored.rules = RULES;
});

test('payroll gets the rate of the grade that holds, by the rule of the last day of the period', async () => {
  expect(await rates('2026-10', 'E2', 'E3', 'E4', 'E5')).toEqual({ E2: 12, E3: 0, E4: 'none', E5: 'none' });
});

test.each(['calibration', 'publishing'])('nobody has a rate while the results are at %s', async (state) => {
  stored.cycle = { ...stored.cycle, state };
  expect(await rates('2026-10', 'E2')).toEqual({ E2: 'none' });
});

test('a period that was not appraised and a company without rules give no rate', async () => {
  expect(await rates('2026-09', 'E2')).toEqual({ E2: 'none' });
  stored.rules = null;
  expect(await rates('2026-10', 'E2')).toEqual({ E2: 'none' });
});

test('more people than a call may ask for are refused', async () => {
  const many = Array.from({ length: 1_001 }, (_, at) => `E${at}`);
  await expect(bonusesOf('2026-10', many, NOW)).rejects.toThrow(RangeError);
});
