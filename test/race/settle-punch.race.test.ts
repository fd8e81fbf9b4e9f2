import type { Day, Month } from '#contracts/common';
import type { AttendanceDay } from '../../cloudfunctions/attendance/domain/attendance-day';
import type { SettledMonth } from '../../cloudfunctions/attendance/domain/settled-month';
import { addMonths, daysOfMonth, instantAt } from '../../cloudfunctions/shared/calendar/company-time';
import { MIN_DISTINCT_SHARE, PAIR_SCHEDULES, TRIO_SCHEDULES } from '../soak/counts';
import { openInstrumentedCompany } from '../support/instrumented-company';
import { answersOf, racesIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { type Answer, OFFICE, OPENIDS } from '../unit/cloudfunctions/support/company';

/**
 * The night shift of a month's last day ends at 14:00 of the next for whoever has not come, and at 17:00 for
 * good, eleven hours after the shift; settled is two minutes later.
 */
const MORNING = 9 * 60;
const LAST_SECOND = 14 * 60 - 1 / 60;
const SETTLING = 17 * 60 + 2;
const NIGHT = 'E0002';

/** Every run has a month of its own, so that no instance remembers anything of the one before. */
let month = '2027-01' as Month;
const company = openPerFile(() => openInstrumentedCompany('2027-01-01T09:00:00+08:00', { maxWorkers: 3 }));
const explore = racesIn('settle/late punch', company);

const at = (minutes: number) => instantAt(`${addMonths(month, 1)}-01` as Day, minutes);
const lastDay = () => daysOfMonth(month).at(-1) ?? '';
const settle = (minutes: number, more: object = {}, requestId?: string): Promise<Answer> =>
  company.act('console', 'settle', { month, ...more }, { now: at(minutes), ...(requestId && { requestId }) });
const settleNow = (requestId: string) => settle(SETTLING, {}, requestId);
function punch(requestId: string): Promise<Answer> {
  const now = at(LAST_SECOND);
  const location = { ...OFFICE, accuracy: 20 };
  const tap = { punchKey: 'race-late-punch-0001', tappedAt: now, mode: 'gps', location };
  return company.act(OPENIDS.night, 'punch', tap, { requestId, now });
}

/** In the morning everybody is settled but the night shift. */
async function setup() {
  month = addMonths(month, 1);
  await company.reset();
  await company.db.updateMany(
    'employees',
    { _id: { $nin: ['E0001', NIGHT] } },
    { $set: { leftOn: '2026-12-31' } },
  );
  expect((await settle(MORNING)).data).toMatchObject({ state: 'waiting', written: 1, waiting: 1 });
}
const settledOfNight = async () =>
  (await company.db.get('settled_months', `${NIGHT}:${month}`)) as unknown as SettledMonth | null;

test('a punch in the last second during the settlement: nothing is lost in any order', async () => {
  const seenIn = new Set<boolean>();
  const report = await explore({
    setup,
    calls: [punch, settleNow],
    maxSchedules: PAIR_SCHEDULES,
    async invariant(outcomes) {
      expect(answersOf(outcomes).map(({ ok }) => ok)).toEqual([true, true]);
      const day = (await company.db.get(
        'attendance_days',
        `${NIGHT}:${lastDay()}`,
      )) as unknown as AttendanceDay;
      expect(day.punches).toHaveLength(1);
      const before = await settledOfNight();
      // What the settlement did not see is a difference, and the next pass writes it.
      const { items } = (await company.act('console', 'differences', { month }, { now: at(SETTLING + 5) }))
        .data;
      const again = await settle(SETTLING + 5, { again: true });
      const after = await settledOfNight();
      const seen = before?.inputs === after?.inputs;
      seenIn.add(seen);
      expect(items.map(({ id }: { id: string }) => id)).toEqual(seen ? [] : [NIGHT]);
      expect(again.data).toMatchObject({ state: 'done', written: seen ? 0 : 1 });
      expect(['absent', 'rest']).not.toContain(after?.days.at(-1)?.state);
      expect(await company.db.count('settled_months')).toBe(2);
    },
  });
  expect(report.exhaustive).toBe(true);
  expect([...seenIn].sort()).toEqual([false, true]);
});

test.each([
  ['two', [settleNow, settleNow], PAIR_SCHEDULES],
  ['two, and a punch in the last second,', [settleNow, settleNow, punch], TRIO_SCHEDULES],
])('%s who settle at once: one of them does it, and each person is written once', async (_, calls, most) => {
  const report = await explore({
    setup,
    calls,
    maxSchedules: most,
    async invariant(outcomes) {
      const answers = answersOf(outcomes);
      expect(answers.map(({ ok }) => ok)).not.toContain(false);
      expect(answers.map(({ data }) => data.state)).toContain('done');
      const settled = await company.db.find('settled_months');
      expect([settled.length, ...new Set(settled.map(({ rev }) => rev))]).toEqual([2, 1]);
      expect(await company.db.get('settlements', month)).toMatchObject({
        state: 'done',
        people: 2,
        written: 1,
      });
    },
  });
  expect(report.exhaustive || report.schedules >= most * MIN_DISTINCT_SHARE).toBe(true);
});
