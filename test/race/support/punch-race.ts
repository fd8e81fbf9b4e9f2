import type { AttendanceDay } from '../../../cloudfunctions/attendance/domain/attendance-day';
import type { InstrumentedCompany } from '../../support/instrumented-company';
import { answersOf } from '../../support/instrumented-tests';
import type { Race } from '../../support/race-explorer';
import { type Answer, DAY_SHIFT, OFFICE, OPENIDS } from '../../unit/cloudfunctions/support/company';

/** A Monday evening, with the clock-out due. */
export const EVENING = '2026-11-23T18:05:00+08:00';
const NOW = Date.parse(EVENING);
const DAY_ID = 'E0001:2026-11-23';
/** Instances are warmed up this much earlier, and stay warm for a minute. */
const WARM = 30_000;

/** A tap `ago` ms before now. */
export const tapped = (key: string, ago = 0) => ({
  punchKey: `race-punch-${key}`.padEnd(20, '0'),
  tappedAt: NOW - ago,
  mode: 'gps',
  location: { ...OFFICE, accuracy: 20 },
});
type Tap = ReturnType<typeof tapped>;

const { _id: shiftId, name: _name, source: _source, ...shift } = DAY_SHIFT;
/** The day as the first punch of the morning left it. */
export const morning = () => ({
  _id: DAY_ID,
  employeeId: 'E0001',
  day: '2026-11-23',
  shift: { id: shiftId, ...shift },
  rev: 1,
  covers: [],
  punches: [{ ...stored('morning-punch-000000', NOW - 9 * 3_600_000), slot: 'in' }],
});
const stored = (key: string, at: number) => ({
  key,
  at,
  tappedAt: at,
  mode: 'gps',
  ...OFFICE,
  accuracy: 20,
  site: { id: 'S1', name: { 'zh-CN': 'HQ', en: 'HQ' } },
  distance: 0,
  placeName: null,
  note: null,
  photo: null,
  flags: [],
});

export interface PunchCase {
  readonly taps: readonly Tap[];
  readonly days?: Record<string, unknown>[];
  /** Punches that the taps come to. */
  readonly punches: number;
  readonly maxSchedules?: number;
  readonly seed?: number;
}

/** Taps of one person that begin together. What they come to is the same in every order of their requests. */
export function punchRace(
  company: InstrumentedCompany,
  { taps, days = [], punches, ...limits }: PunchCase,
): Race<Answer> {
  const calls = (now: number) =>
    taps.map((tap) => (requestId: string) => company.act(OPENIDS.day, 'punch', tap, { requestId, now }));
  const before = days.length;
  return {
    requests: company.requests,
    setup: () => company.reset({ attendance_days: days }),
    calls: calls(NOW),
    warmUp: calls(NOW - WARM),
    ...limits,
    async invariant(outcomes) {
      const answers = answersOf(outcomes);
      const acknowledged = answers.filter(({ ok }) => ok);
      const day = (await company.db.get('attendance_days', DAY_ID)) as unknown as AttendanceDay;
      const kept = day.punches.slice(before).map(({ at }) => at);
      expect(answers.filter(({ ok, error }) => !ok && error?.code !== 'BUSY')).toEqual([]);
      for (const { data } of acknowledged) expect(kept).toContain(data.punch.at);
      expect(acknowledged.filter(({ data }) => data.outcome === 'booked')).toHaveLength(kept.length);
      expect(kept.length).toBeLessThanOrEqual(punches);
      if (acknowledged.length === answers.length) expect(kept).toHaveLength(punches);
      expect([day.rev, await company.db.count('attendance_days')]).toEqual([before + kept.length, 1]);
    },
  };
}
