import { EVENING, morning, punchRace, tapped } from '../race/support/punch-race';
import { openInstrumentedCompany } from '../support/instrumented-company';
import { openPerFile } from '../support/open';
import { explore } from '../support/race-explorer';
import { INTERLEAVINGS, MAX_FUNCTION_SECONDS } from './counts';

const company = openPerFile(() =>
  openInstrumentedCompany(EVENING, { maxWorkers: 4, timeout: MAX_FUNCTION_SECONDS }),
);

/** Two phones within a minute, a tap that waited and one that arrives twice: more orders than can all be run. */
const taps = [tapped('a'), tapped('b', 20_000), tapped('c', 300_000), tapped('c', 300_000)];

test(`${INTERLEAVINGS} interleavings of four punches`, async () => {
  const half = { taps, punches: 2, maxSchedules: INTERLEAVINGS / 2 };
  const first = await explore(punchRace(company, half));
  const out = await explore(punchRace(company, { ...half, days: [morning()], seed: 2 }));
  const different = first.schedules + out.schedules;
  console.info(`punch/punch: ${INTERLEAVINGS} interleavings asked for, ${different} different ones run`);
  expect(first.exhaustive || first.schedules > half.maxSchedules / 4).toBe(true);
  expect(out.exhaustive || out.schedules > half.maxSchedules / 4).toBe(true);
});
