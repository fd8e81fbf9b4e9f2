import { countShortRests, shortRests } from '../../../../../miniprogram/features/schedule/short-rest';
import { both, day, row, SHIFTS, sheet } from './support';

const off = Array.from({ length: 30 }, () => 'off');
const NIGHT = 'SH-NIGHT';
const DAY = 'SH-DAY';
const restsOf = (days: Record<string, string>, more: Parameters<typeof sheet>[1] = {}) => {
  const one = row('E0001', { usual: off, days });
  return [...shortRests(one, sheet([one], more), {})];
};

describe('rest between two shifts', () => {
  it('a day shift right after a night shift leaves three hours', () => {
    expect(restsOf({ [day(9)]: NIGHT, [day(10)]: DAY })).toEqual([[day(10), 180]]);
  });

  it('is enough after a day off, between days, and between nights', () => {
    expect(restsOf({ [day(9)]: NIGHT, [day(11)]: DAY })).toEqual([]);
    expect(restsOf({ [day(9)]: DAY, [day(10)]: DAY, [day(11)]: NIGHT, [day(12)]: NIGHT })).toEqual([]);
  });

  it('eleven hours are enough, a minute less is not', () => {
    const late = (end: number) => ({
      shifts: [
        ...SHIFTS,
        { id: 'SH-LATE', name: both('晚班', 'Late'), kind: 'fixed', start: 780, end } as const,
      ],
    });
    const days = { [day(9)]: 'SH-LATE', [day(10)]: DAY };
    expect(restsOf(days, late(1_320))).toEqual([]);
    expect(restsOf(days, late(1_321))).toEqual([[day(10), 659]]);
  });

  it('the usual plan counts where the roster says nothing', () => {
    const one = row('E0001', { usual: off.map(() => DAY), days: { [day(9)]: NIGHT } });
    expect([...shortRests(one, sheet([one]), {})]).toEqual([[day(10), 180]]);
  });

  it('flexible shifts have no fixed times', () => {
    const shifts = [
      ...SHIFTS,
      { id: 'SH-FLEX', name: both('弹性', 'Flexible'), kind: 'flexible', start: 420, end: 1_320 } as const,
    ];
    expect(restsOf({ [day(9)]: NIGHT, [day(10)]: 'SH-FLEX' }, { shifts })).toEqual([]);
  });
});

describe('before saving', () => {
  const stored = row('E0001', { usual: off, days: { [day(2)]: NIGHT, [day(3)]: DAY } });
  const other = row('E0002', { usual: off, days: { [day(2)]: NIGHT, [day(3)]: DAY } });
  const pasted = {
    E0001: { ...stored.days, [day(9)]: NIGHT, [day(10)]: DAY, [day(16)]: NIGHT, [day(17)]: DAY },
  };

  it('counts the new ones, not those that are there and not those of others', () => {
    expect(countShortRests(sheet([stored, other]), pasted)).toEqual({ people: 1, days: 2 });
    expect(countShortRests(sheet([stored, other]), {})).toEqual({ people: 0, days: 0 });
  });
});
