import type { AttendanceDay } from '../../cloudfunctions/attendance/domain/attendance-day';
import { type InstrumentedCompany, openInstrumentedCompany } from '../support/instrumented-company';
import { explore, type Race } from '../support/race-explorer';
import { type Answer, DAY_SHIFT, OFFICE, OPENIDS } from '../unit/cloudfunctions/support/company';

/** A Monday evening, with the clock-out due. */
const NOW = Date.parse('2026-11-23T18:05:00+08:00');
const DAY_ID = 'E0001:2026-11-23';
/** Instances are warmed up this much earlier, and stay warm for a minute. */
const WARM = 30_000;

let company: InstrumentedCompany;
let schedules = 0;
beforeAll(async () => {
  company = await openInstrumentedCompany('2026-11-23T18:05:00+08:00', { maxWorkers: 3 });
});
afterAll(async () => {
  console.info(`punch/punch: ${schedules} schedules`);
  await company.close();
});

/** A tap `ago` ms before now. */
const tapped = (key: string, ago = 0) => ({
  punchKey: `race-punch-${key}`.padEnd(20, '0'),
  tappedAt: NOW - ago,
  mode: 'gps',
  location: { ...OFFICE, accuracy: 20 },
});
type Tap = ReturnType<typeof tapped>;

const { _id: shiftId, name: _name, source: _source, ...shift } = DAY_SHIFT;
/** The day as the first punch of the morning left it. */
const morning = () => ({
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

interface Case {
  readonly taps: readonly Tap[];
  readonly days?: Record<string, unknown>[];
  /** Punches that the taps come to. */
  readonly punches: number;
  readonly maxSchedules?: number;
}

function raceOf({ taps, days = [], punches, maxSchedules }: Case): Race<Answer> {
  const calls = (now: number) =>
    taps.map((tap) => (requestId: string) => company.act(OPENIDS.day, 'punch', tap, { requestId, now }));
  const before = days.length;
  return {
    requests: company.requests,
    setup: () => company.reset({ attendance_days: days }),
    calls: calls(NOW),
    warmUp: calls(NOW - WARM),
    maxSchedules,
    async invariant(outcomes) {
      const answers = outcomes.map((each) => (each.status === 'fulfilled' ? each.value : each.reason));
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

const cases: [title: string, of: () => Case][] = [
  [
    'two phones in one minute, first punch of the day',
    () => ({ taps: [tapped('a'), tapped('b', 20_000)], punches: 1 }),
  ],
  [
    'one tap that arrives twice, first punch of the day',
    () => ({ taps: [tapped('a'), tapped('a')], punches: 1 }),
  ],
  [
    'two phones in one minute, clock-out',
    () => ({ taps: [tapped('a'), tapped('b', 20_000)], days: [morning()], punches: 1 }),
  ],
  [
    'one tap that arrives twice, clock-out',
    () => ({ taps: [tapped('a'), tapped('a')], days: [morning()], punches: 1 }),
  ],
  [
    'two taps minutes apart, both to begin the day',
    () => ({ taps: [tapped('a', 300_000), tapped('b')], punches: 2 }),
  ],
  [
    'two taps minutes apart, clock-out',
    () => ({ taps: [tapped('a', 300_000), tapped('b')], days: [morning()], punches: 2 }),
  ],
];

test.each(cases)('%s: every order of the requests', async (_, of) => {
  // A read and a write each on warm instances; who loses reads again, and writes again if it is another tap.
  const report = await explore(raceOf(of()));
  expect(report).toMatchObject({ schedules: 4, exhaustive: true });
  schedules += report.schedules;
});

test('three phones, one of them with a tap that waited', async () => {
  const taps = [tapped('a'), tapped('b', 20_000), tapped('c', 300_000)];
  const report = await explore(raceOf({ taps, punches: 2, maxSchedules: 400 }));
  expect(report.exhaustive).toBe(true);
  schedules += report.schedules;
});
