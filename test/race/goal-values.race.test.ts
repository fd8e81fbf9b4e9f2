import { openInstrumentedGoals } from '../support/goal-race';
import { racesIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { OPEN_TO_SYSTEMS, outsideSystem } from '../support/outside-values';
import { codesOf, type Racing, racingWith } from '../support/racing';
import { checkInOf, metric, objective, ofTeam, person } from '../unit/cloudfunctions/support/goal-company';

const AT = '2026-11-16T18:00:00+08:00';
const company = openPerFile(() => openInstrumentedGoals(AT, OPEN_TO_SYSTEMS));
type Documents = Awaited<ReturnType<typeof company.everything>>;

let system: Awaited<ReturnType<typeof outsideSystem>>;
let from: Documents;
beforeAll(async () => {
  await company.beginTree();
  const { alignedTo } = ofTeam();
  const named = objective('own', [metric('own-1', 10, { words: ['sales.orders'] })], { alignedTo });
  expect(await company.save('staff', person('staff'), 1, named)).toMatchObject({ ok: true });
  system = await outsideSystem(company);
  from = await company.everything();
});

const race = racingWith({
  explore: racesIn('values from outside', company),
  ask: (who, action, input, call) =>
    action === 'send' ? system.send(7, call) : company.goal(who, action, input, call),
  begin: (documents: Documents) => company.begin(documents),
  now: Date.parse(AT),
  settle: () => company.expectSettled(),
});
const SEND: Racing = ['staff', 'send', {}];
const sourcesOf = async () =>
  (await company.sheetOf('p-R03')).log.map(({ source, entries }) => [source, entries[0]?.value]).sort();

test('a value is sent while the person reports: both are there, and everything above knows', () =>
  race(from, [SEND, ['staff', 'checkIn', checkInOf(person('staff'), ['own-1', 4])]], async (answers) => {
    expect(codesOf(answers)).toEqual(['ok', 'ok']);
    expect(await sourcesOf()).toEqual([
      ['check-in', 4],
      ['收银系统', 7],
    ]);
  }));

test('the same request is sent twice at once: its value is booked once', () =>
  race(from, [SEND, SEND], async (answers) => {
    expect(answers.some(({ ok }) => ok)).toBe(true);
    expect(await sourcesOf()).toEqual([['收银系统', 7]]);
  }));
