import { callingWith } from '../support/calling';
import { openInstrumentedGoals } from '../support/goal-race';
import { faultsIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { OPEN_TO_SYSTEMS, outsideSystem } from '../support/outside-values';
import { metric, objective, ofTeam, person } from '../unit/cloudfunctions/support/goal-company';

const company = openPerFile(() => openInstrumentedGoals('2026-11-16T18:00:00+08:00', OPEN_TO_SYSTEMS));
const inject = faultsIn('values from outside', company);
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

const calling = callingWith({
  ask: (_who, _action, _input, call) => system.send(7, call),
  begin: (documents: Documents) => company.begin(documents),
  warmUp: () => company.goal('staff', 'home'),
});

test('bookValues: a value is booked once, up to the company, after every fault, and the answer says so', async () => {
  const { points } = await inject(
    calling(from, ['staff', 'send', {}], async ({ data }) => {
      expect(data.results).toMatchObject([{ line: 1 }]);
      const { log } = await company.sheetOf('p-R03');
      expect(log.map(({ source, entries }) => [source, entries[0]?.value])).toEqual([['收银系统', 7]]);
      await company.expectSettled();
    }),
  );
  expect(points.filter((point) => point.includes('modifyDocument goal_sheets'))).toHaveLength(2);
});
