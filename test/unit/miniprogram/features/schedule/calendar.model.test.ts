import fc from 'fast-check';
import type { CompanyDay } from '#contracts/calendar';
import type { Day } from '#contracts/common';
import {
  byDay,
  changedDays,
  daysToSave,
  decided,
  rebasedDays,
  type Year,
} from '../../../../../miniprogram/features/schedule/calendar.model';
import { both } from './support';

const own = (day: string, zh: string, kind: CompanyDay['kind'] = 'company'): CompanyDay => ({
  day: day as Day,
  kind,
  name: both(zh, zh),
});
const year = (days: readonly CompanyDay[], rev = 1): Year => ({
  year: '2026',
  rev,
  days,
  statutory: [],
  announced: true,
  complete: false,
  history: [],
});

test('several days in a row end with the year', () => {
  const party = { kind: 'company', name: both('年会', 'Party') } as const;
  expect(Object.keys(decided({}, '2026-12-30' as Day, 5, party))).toEqual(['2026-12-30', '2026-12-31']);
  const days = byDay([own('2026-05-05', 'A'), own('2026-05-06', 'B')]);
  expect(Object.keys(decided(days, '2026-05-04' as Day, 2, null))).toEqual(['2026-05-06']);
});

test('what is taken back is no change, whatever the order of the keys', () => {
  const stored = { name: { en: 'A', 'zh-CN': 'A' }, kind: 'company', day: '2026-05-05' } as CompanyDay;
  expect(changedDays(year([stored]), byDay([own('2026-05-05', 'A')]))).toEqual([]);
  expect(changedDays(year([stored]), byDay([own('2026-05-05', 'B'), own('2026-05-06', 'C')]))).toEqual([
    '2026-05-05',
    '2026-05-06',
  ]);
});

test('days go to the server in order', () => {
  const days = { ...byDay([own('2026-09-09', 'B')]), ...byDay([own('2026-01-01', 'A')]) };
  expect(daysToSave(days).map(({ day }) => day)).toEqual(['2026-01-01', '2026-09-09']);
});

test('somebody else was faster: theirs come in, one’s own stay', () => {
  const before = year([own('2026-05-05', 'A')]);
  const mine = byDay([own('2026-05-05', 'mine'), own('2026-06-06', 'mine')]);
  const fresh = year([own('2026-05-05', 'theirs'), own('2026-07-07', 'theirs')], 2);
  const { drafts, adopted, kept } = rebasedDays(before, mine, fresh);
  expect(daysToSave(drafts)).toEqual([
    own('2026-05-05', 'mine'),
    own('2026-06-06', 'mine'),
    own('2026-07-07', 'theirs'),
  ]);
  expect({ adopted, kept }).toEqual({ adopted: ['2026-07-07'], kept: ['2026-05-05'] });
});

test('a merge onto what one has already is what one has', () => {
  const days = fc
    .uniqueArray(fc.integer({ min: 1, max: 28 }), { maxLength: 9 })
    .map((dates) => dates.map((date) => own(`2026-05-${String(date).padStart(2, '0')}`, String(date % 3))));
  fc.assert(
    fc.property(days, days, (base, mine) => {
      const { drafts, kept } = rebasedDays(year(base), byDay(mine), year(mine, 2));
      expect(drafts).toEqual(byDay(mine));
      expect(kept).toEqual([]);
    }),
  );
});
