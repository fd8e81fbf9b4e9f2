import type { AttendanceDay } from '../../cloudfunctions/attendance/domain/attendance-day';
import { openInstrumentedCompany, verdictOf } from '../support/instrumented-company';
import { openPerFile } from '../support/open';
import { OPENIDS, tap } from '../unit/cloudfunctions/support/company';
import { MAX_FUNCTION_SECONDS, MULTI_FAULT_RUNS } from './counts';
import { injectAtRandom } from './support/random-faults';

const company = openPerFile(() =>
  openInstrumentedCompany('2026-11-23T08:50:00+08:00', { maxWorkers: 2, timeout: MAX_FUNCTION_SECONDS }),
);

test(`${MULTI_FAULT_RUNS} punches under several faults each are booked once`, async () => {
  let input: ReturnType<typeof tap>;
  const report = await injectAtRandom(
    {
      requests: company.requests,
      async setup() {
        await company.reset();
        input = tap(company);
      },
      call: (requestId) => company.act(OPENIDS.day, 'punch', input, { requestId }),
      verdict: verdictOf,
      async invariant() {
        const days = (await company.db.find('attendance_days')) as unknown as AttendanceDay[];
        expect(days.map(({ rev, punches }) => [rev, punches.map(({ key }) => key)])).toEqual([
          [1, [input.punchKey]],
        ]);
      },
    },
    MULTI_FAULT_RUNS,
  );
  const { runs, faults, twice, mostAsks } = report;
  console.info(`${runs} punches, ${faults} faults, ${twice} asked twice at once, at most ${mostAsks} asks`);
  expect(faults).toBeGreaterThan(runs);
});
