import type { AttendanceDay } from '../../cloudfunctions/attendance/domain/attendance-day';
import { openInstrumentedCompany } from '../support/instrumented-company';
import { openPerFile } from '../support/open';
import { OFFICE } from '../unit/cloudfunctions/support/company';
import { MAX_FUNCTION_SECONDS, STORM_TAPS } from './counts';

/** Who have a punch under way at the same time. */
const PEOPLE = 200;
/** Well below the 20 punches that a day may hold, a minute of their own clock apart. */
const PUNCHES_A_DAY = 12;
const MINUTE = 61_000;
/** Every fifth tap is sent twice at once. */
const TWICE_EVERY = 5;

const START = Date.parse('2026-11-23T09:30:00+08:00');
const IDS = Array.from({ length: PEOPLE }, (_, at) => `S${String(at).padStart(4, '0')}`);

const company = openPerFile(() =>
  openInstrumentedCompany('2026-11-23T09:30:00+08:00', { maxWorkers: 4, timeout: MAX_FUNCTION_SECONDS }),
);
beforeAll(async () => {
  const like = await company.db.get('employees', 'E0001');
  await company.db.insertMany(
    'employees',
    IDS.map((_id) => ({ ...like, _id })),
  );
  await company.db.insertMany(
    'bindings',
    IDS.map((employeeId) => ({ _id: `openid-${employeeId}`, employeeId })),
  );
});

/** Taps one after the other; @returns the keys that were acknowledged, with every answer of each */
async function tapOn(employeeId: string, taps: number): Promise<{ attempts: number; keys: string[] }> {
  const keys: string[] = [];
  let attempts = 0;
  for (let count = 0; count < taps; count += 1) {
    const day = Math.floor(count / PUNCHES_A_DAY);
    const now = START + day * 86_400_000 + (count % PUNCHES_A_DAY) * MINUTE;
    const punchKey = `${employeeId}-${count}`.padEnd(20, '0');
    const input = { punchKey, tappedAt: now, mode: 'gps', location: { ...OFFICE, accuracy: 10 } };
    const send = () => company.act(`openid-${employeeId}`, 'punch', input, { now });
    const answers = await Promise.all(count % TWICE_EVERY === 0 ? [send(), send()] : [send()]);
    attempts += answers.length;
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    expect(answers.filter(({ data }) => data.outcome === 'booked')).toHaveLength(1);
    keys.push(punchKey);
  }
  return { attempts, keys };
}

test(`${STORM_TAPS} taps, ${PEOPLE} people at once: nothing is lost and nothing comes twice`, async () => {
  const started = performance.now();
  const each = await Promise.all(IDS.map((id) => tapOn(id, Math.ceil(STORM_TAPS / PEOPLE))));
  const seconds = (performance.now() - started) / 1_000;
  const days = (await company.db.find('attendance_days')) as unknown as AttendanceDay[];
  const stored = days.flatMap(({ punches }) => punches.map(({ key }) => key)).sort();
  const acknowledged = each.flatMap(({ keys }) => keys).sort();
  const attempts = each.reduce((sum, one) => sum + one.attempts, 0);
  console.info(
    `${attempts} attempts of ${acknowledged.length} punches (the full storm of a million takes hours), ` +
      `${(attempts / seconds).toFixed(0)} a second, ${stored.length - new Set(stored).size} twice`,
  );
  expect(stored).toEqual(acknowledged);
});
