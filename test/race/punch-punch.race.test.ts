import { openInstrumentedCompany } from '../support/instrumented-company';
import { racesIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { EVENING, morning, type PunchCase, punchRace, tapped } from './support/punch-race';

const company = openPerFile(() => openInstrumentedCompany(EVENING, { maxWorkers: 3 }));
const explore = racesIn('punch/punch', company);

const cases: [title: string, of: () => PunchCase][] = [
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
  const report = await explore(punchRace(company, of()));
  expect(report).toMatchObject({ schedules: 4, exhaustive: true });
});

test('three phones, one of them with a tap that waited', async () => {
  const taps = [tapped('a'), tapped('b', 20_000), tapped('c', 300_000)];
  const report = await explore(punchRace(company, { taps, punches: 2, maxSchedules: 400 }));
  expect(report.exhaustive).toBe(true);
});
