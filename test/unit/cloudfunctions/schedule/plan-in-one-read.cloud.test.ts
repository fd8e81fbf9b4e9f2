import { openWithReset } from '../../../support/open';
import { OPENIDS, openCompany } from '../support/company';
import { words } from '../support/rules';

const PLAN = {
  calendars: [
    { _id: '2026', overrides: [{ day: '2026-11-24', kind: 'holiday', name: words('Anniversary') }] },
  ],
  rosters: [
    { _id: 'E0001:2026-11', rev: 1, days: { '2026-11-25': 'SH-NIGHT', '2026-11-26': 'off' }, history: [] },
  ],
};
const company = openWithReset(
  () => openCompany('2026-11-23T08:57:00+08:00'),
  async ({ db }) => {
    for (const [name, documents] of Object.entries(PLAN)) await db.insertMany(name, documents);
  },
);

interface Shown {
  readonly day: string;
  readonly kind: string;
  readonly shift: { readonly id: string } | null;
}

/** Kind and shift of three days of November, on an instance that knows nothing. */
async function shown() {
  const { data } = await company.act(OPENIDS.day, 'month', { month: '2026-11' });
  const days = (data.days as Shown[]).filter(({ day }) => day >= '2026-11-23' && day <= '2026-11-26');
  return days.map(({ kind, shift }) => [kind, shift?.id ?? null]);
}

test('shift, company calendar and roster of a person are one read', async () => {
  expect(await shown()).toEqual([
    ['workday', 'SH-DAY'],
    ['holiday', null],
    // Not assigned: the one more read that only a shift of the roster costs.
    ['workday', 'SH-NIGHT'],
    ['restday', null],
  ]);
  // Who they are, the plan, the shift of the roster, the days, the account.
  expect(company.lastCalls()).toBe(5);
});

test('without any shift the calendar and the roster are read by themselves', async () => {
  await company.db.updateMany('employees', { _id: 'E0001' }, { $set: { assignments: [] } });
  expect(await shown()).toEqual([
    ['workday', null],
    ['holiday', null],
    ['workday', 'SH-NIGHT'],
    ['restday', null],
  ]);
});

test('a shift that is not there hides neither', async () => {
  const assignments = [{ from: '2026-01-05', shiftId: 'SH-GONE', siteIds: [], fieldPolicy: 'free' }];
  await company.db.updateMany('employees', { _id: 'E0001' }, { $set: { assignments } });
  expect((await shown()).slice(1)).toEqual([
    ['holiday', null],
    ['workday', 'SH-NIGHT'],
    ['restday', null],
  ]);
});
