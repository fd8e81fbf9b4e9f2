import {
  flagsOfDay,
  openFlag,
  othersOf,
  phonesOf,
} from '../../../../cloudfunctions/attendance/domain/attendance-flag';
import type { Punch } from '../../../../cloudfunctions/attendance/domain/punch';
import { newUses, sharedPhoneFlags } from '../../../../cloudfunctions/attendance/domain/shared-phone';
import { at, day, punched } from '../support/rules';

const TODAY = day('2026-11-23');
const use = (on: string) => ({ day: day(on), at: at(`${on} 08:00`) });
const phone = (users: Record<string, string>) => ({
  _id: 'phone-1',
  users: Object.fromEntries(Object.entries(users).map(([id, on]) => [id, use(on)])),
});
const stored = (employeeId: string, ...punches: ReturnType<typeof punched>[]) => ({
  _id: '',
  employeeId,
  day: TODAY,
  rev: 1,
  shift: null,
  punches,
  covers: [],
});

describe('one phone, two people', () => {
  test('within seven days: a flag for each on the own last day, naming the other', () => {
    const flags = sharedPhoneFlags(phone({ E1: '2026-11-23', E2: '2026-11-16' }), TODAY);
    expect(flags.map(({ _id, evidence }) => [_id, evidence[0]?.data.others])).toEqual([
      ['2026-11-23:E1:shared-phone', 'E2'],
      ['2026-11-16:E2:shared-phone', 'E1'],
    ]);
    expect(flags[0]).toMatchObject({ state: 'open', rev: 1, rule: { id: 'honest-places', version: 1 } });
  });
  test('a phone that was handed on more than seven days ago is nobody’s fault', () => {
    expect(sharedPhoneFlags(phone({ E1: '2026-11-23', E2: '2026-11-15' }), TODAY)).toEqual([]);
    expect(sharedPhoneFlags(phone({ E1: '2026-11-23' }), TODAY)).toEqual([]);
  });
  test('a use is noted once a day, and of twenty people at most', () => {
    const today = stored('E1', punched('in', '2026-11-23 08:00', { device: 'phone-1' }));
    expect(newUses(today, new Map())).toHaveLength(1);
    expect(newUses(today, new Map([['phone-1', phone({ E1: '2026-11-23' })]]))).toEqual([]);
    expect(newUses(today, new Map([['phone-1', phone({ E1: '2026-11-20' })]]))).toHaveLength(1);
    const crowd = phone(Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`X${n}`, '2026-11-20'])));
    expect(newUses(today, new Map([['phone-1', crowd]]))).toEqual([]);
  });
});

test('the flags of a day’s punches, one for each reason with all its evidence', () => {
  const evidence = (metres: number) => [{ flag: 'impossible-travel' as const, data: { metres } }];
  const flags = flagsOfDay(
    stored(
      'E1',
      punched('in', '2026-11-23 08:00', { evidence: evidence(1) }),
      punched('out', '2026-11-23 18:00', {
        evidence: [...evidence(2), { flag: 'same-coordinates', data: { days: 3 } }],
      }),
    ),
  );
  expect(flags.map(({ _id, evidence: told }) => [_id, told.map(({ data }) => data)])).toEqual([
    ['2026-11-23:E1:impossible-travel', [{ metres: 1 }, { metres: 2 }]],
    ['2026-11-23:E1:same-coordinates', [{ days: 3 }]],
  ]);
  expect(phonesOf({ punches: [punched('in', '2026-11-23 08:00')] }).size).toBe(0);
});

test('the others of a flag are named once each, whichever punch told of them', () => {
  const told = (data: Record<string, string>) => ({ at: at('2026-11-23 08:00'), data });
  expect(
    othersOf({
      evidence: [told({ others: 'E2 E3' }), told({ others: 'E3 E4' }), told({ others: '' }), told({})],
    }),
  ).toEqual(['E2', 'E3', 'E4']);
  expect(othersOf({ evidence: [] })).toEqual([]);
});

test('a flag is open and of nobody until HR has looked at it', () => {
  expect(openFlag('E1', day('2026-11-23'), 'shared-phone', [])).toMatchObject({
    _id: '2026-11-23:E1:shared-phone',
    state: 'open',
    rev: 1,
    note: '',
    decidedById: null,
    decidedByName: null,
    decidedAt: null,
  });
});

test('punches without anything strange leave no flag, and two of one kind leave one', () => {
  const far = { flag: 'impossible-travel', data: { metres: 9 } } as const;
  const flags = (...punches: Punch[]) =>
    flagsOfDay({
      _id: '',
      employeeId: 'E1',
      day: day('2026-11-23'),
      rev: 1,
      shift: null,
      covers: [],
      punches,
    });
  const plain = punched('in', '2026-11-23 08:00');
  expect(flags(plain)).toEqual([]);
  const strange = [
    punched('in', '2026-11-23 09:00', { evidence: [far] }),
    punched('out', '2026-11-23 10:00', { evidence: [far] }),
  ];
  expect(flags(plain, ...strange).map(({ flag, evidence }) => [flag, evidence])).toEqual([
    [
      'impossible-travel',
      [
        { at: at('2026-11-23 09:00'), data: { metres: 9 } },
        { at: at('2026-11-23 10:00'), data: { metres: 9 } },
      ],
    ],
  ]);
});

test('a use says whose, of which phone, and when', () => {
  const today = stored('E1', punched('in', '2026-11-23 08:00', { device: 'phone-1' }));
  expect(newUses(today, new Map())).toEqual([
    { phone: 'phone-1', employeeId: 'E1', use: { day: '2026-11-23', at: at('2026-11-23 08:00') } },
  ]);
});

test('of a crowd five are named, and a use of a later day does not count yet', () => {
  const crowd = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`X${n}`, '2026-11-23']));
  const [flag] = sharedPhoneFlags(phone({ ...crowd, later: '2026-11-24' }), TODAY);
  expect(flag?.evidence[0]?.data).toMatchObject({ people: 8, others: 'X1 X2 X3 X4 X5' });
});
