import fc from 'fast-check';
import { decidePunch, type PunchQuestion } from '../../cloudfunctions/attendance/domain/decide-punch';
import { addDays } from '../../cloudfunctions/shared/calendar/company-time';
import { AppError } from '../../cloudfunctions/shared/errors/app-error';
import { at, day, HQ, input, punched } from '../unit/cloudfunctions/support/rules';

const RUNS = { numRuns: 1_000 };
const NOW = at('2026-11-23 08:57');
const TODAY = day('2026-11-23');

const fix = fc.oneof(
  fc.constant({ latitude: HQ.latitude, longitude: HQ.longitude, accuracy: 0 }),
  fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    accuracy: fc.double({ min: 0, max: 100_000, noNaN: true }),
  }),
  fc.constant({ latitude: null, longitude: null, accuracy: null }),
);
/** Other days of the person, in which anything may be written. */
const history = fc.array(
  fc.record({
    back: fc.integer({ min: 1, max: 5 }),
    fix,
    ago: fc.integer({ min: 61_000, max: 432_000_000 }),
  }),
  { maxLength: 8 },
);

function outcomeOf(question: PunchQuestion) {
  try {
    const { outcome, punch } = decidePunch(question);
    const { flags: _, evidence: __, ...rest } = punch;
    return { outcome, punch: rest };
  } catch (error) {
    if (error instanceof AppError) return { error: error.code, data: error.data };
    throw error;
  }
}

test('whatever the past days hold, a punch is booked or refused as without them', () => {
  fc.assert(
    fc.property(history, fix, fc.constantFrom('gps' as const, 'code' as const), (past, here, mode) => {
      const location =
        here.latitude === null
          ? undefined
          : (here as { latitude: number; longitude: number; accuracy: number });
      const question: PunchQuestion = {
        employeeId: 'E0001',
        input: { ...input('2026-11-23 08:57'), mode, location: location ?? { ...HQ, accuracy: 20 } },
        now: NOW,
        day: TODAY,
        claimedDay: TODAY,
        days: [],
        sites: [HQ],
        trustMinutes: 30,
        fieldPolicy: 'free',
        workEnd: null,
        signedCode: { siteId: 'S1', version: 1, step: Math.floor(NOW / 30_000) },
      };
      const days = past.map(({ back, fix: before, ago }, index) => ({
        day: addDays(TODAY, -back),
        punches: [
          punched('in', '2026-11-20 08:00', {
            ...before,
            key: `past-${index}`,
            tappedAt: (NOW - ago) as typeof NOW,
          }),
        ],
      }));
      expect(outcomeOf({ ...question, days })).toEqual(outcomeOf(question));
    }),
    RUNS,
  );
});
