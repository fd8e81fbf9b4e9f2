import { safeParse } from 'valibot';
import { CHINA_LEAVE_TYPES } from '../../../../cloudfunctions/leave/domain/packs/china';
import { longShareOf, paidShareOf, ruleOn } from '../../../../cloudfunctions/leave/domain/rule-on';
import { editedLeaveType } from '../../../../cloudfunctions/leave/inputs/leave-type';
import { day } from '../support/rules';

const DAY = 480;
const ruleOf = (id: string, city: string, on = '2026-06-01') => {
  const type = CHINA_LEAVE_TYPES.find(({ _id }) => _id === id);
  if (!type) throw new Error(`There is no ${id}.`);
  return ruleOn(type, city, day(on));
};
const daysOf = (id: string, city: string, on?: string): number | null => {
  const rule = ruleOf(id, city, on);
  if (!rule) return null;
  const { grant, mostPerRequest } = rule;
  return (grant?.by === 'child' ? grant.minutes : (mostPerRequest ?? Number.NaN)) / DAY;
};

/** Days by place. A figure in brackets was not read in a text of the law. */
const TABLE = [
  // place, marriage, maternity, partner, parental
  ['lhasa', '3', '98', null, null],
  ['beijing', '10', '158', '15', '5'],
  ['shanghai', '(10)', '158', '(10)', '5'],
  ['guangzhou', '(3)', '178', '15', '10'],
  ['shenzhen', '(3)', '178', '15', '10'],
  ['hangzhou', '(3)', '158', '15', '10'],
  ['chengdu', '25', '(158)', '(20)', '10'],
] as const;
const TYPES = ['marriage', 'maternity', 'partner', 'parental'] as const;

test.each(
  TABLE.flatMap(([city, ...figures]) => TYPES.map((id, at) => [id, city, figures[at] ?? null] as const)),
)('%s in %s: %s days', (id, city, figure) => {
  const days = daysOf(id, city);
  expect(days === null ? null : ruleOf(id, city)?.verified ? String(days) : `(${days})`).toBe(figure);
});

test('more by the law beside them', () => {
  expect(daysOf('marriage-check-up', 'chengdu')).toBe(5);
  for (const id of ['maternity-difficult', 'maternity-multiple']) expect(daysOf(id, 'beijing')).toBe(15);
  // 98 + 90 days for a second or third child.
  expect((daysOf('maternity', 'hangzhou') ?? 0) + (daysOf('maternity-second', 'hangzhou') ?? 0)).toBe(
    98 + 90,
  );
  expect([daysOf('marriage', 'chengdu', '2025-11-25'), daysOf('marriage', 'chengdu', '2025-11-26')]).toEqual([
    3, 25,
  ]);
  expect([daysOf('parental', 'chengdu', '2025-11-25'), daysOf('parental', 'chengdu', '2025-11-26')]).toEqual([
    null,
    10,
  ]);
});

test.each([
  ['shanghai', [60, 60, 70, 70, 80, 80, 90, 90, 100, 100]],
  ['shenzhen', [60, 60, 60, 60, 60, 60, 60, 60, 60, 60]],
])('sick pay in %s by full years with the company', (city, shares) => {
  const rule = ruleOf('sick', city);
  if (!rule) throw new Error('no rule');
  expect(shares.map((_, years) => paidShareOf(rule, years))).toEqual(shares);
  // The notice of Shanghai was read as others reproduce it.
  expect(rule.verified).toBe(city !== 'shanghai');
});

test('sick pay beyond six months in Shanghai, the floor everywhere, and when annual leave is lost', () => {
  const shanghai = ruleOf('sick', 'shanghai');
  if (!shanghai) throw new Error('no rule');
  expect([0, 1, 2, 3, 8].map((years) => longShareOf(shanghai, years))).toEqual([40, 50, 50, 60, 60]);
  expect(shanghai.longPay?.afterMonths).toBe(6);
  for (const city of ['shanghai', 'shenzhen', 'lhasa'])
    expect(ruleOf('sick', city)?.leastOfMinimumWage).toBe(80);
  expect(ruleOf('annual', 'lhasa')?.lostBy).toMatchObject({
    sick: {
      tiers: [
        { years: 1, months: 2 },
        { years: 10, months: 3 },
        { years: 20, months: 4 },
      ],
      monthDays: 30,
    },
    personal: { days: 20 },
    partlyTaken: 'days-taken',
  });
});

test('whatever is not confirmed says so in its source, in both languages, and nothing else does', () => {
  for (const { _id, rules } of CHINA_LEAVE_TYPES)
    for (const { region, verified, source } of rules) {
      const says = [source['zh-CN'].endsWith('待核实'), source.en.endsWith('to be confirmed')];
      expect([_id, region, ...says]).toEqual([_id, region, !verified, !verified]);
    }
});

test.each(CHINA_LEAVE_TYPES.map((type) => [type._id, type] as const))(
  'HR can save %s as it is shipped',
  (id, { _id, ...type }) => {
    const { issues = [] } = safeParse(editedLeaveType, { id, ...type });
    expect(issues.map(({ message, path }) => [message, path?.map(({ key }) => key).join('.')])).toEqual([]);
  },
);
