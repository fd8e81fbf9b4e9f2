import { type Documents, openInstrumentedCycles } from '../support/cycle-race';
import { type CompanyFaults, faultsIn, KINDS_WITHOUT_WAITING } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { ID } from '../unit/cloudfunctions/support/cycle-company';
import { CYCLE_DRAFT, QUESTIONNAIRE } from '../unit/cloudfunctions/support/cycle-drafts';
import { PEOPLE } from '../unit/cloudfunctions/support/request-company';

const EVERYBODY = ['R01', 'R02', 'R03', 'R04', 'R05', 'R06', 'R07', 'R08', 'R09', 'R11'];
const company = openPerFile(openInstrumentedCycles);
const inject = faultsIn('appraisal cycles', company);

const calling = (
  from: Documents,
  action: string,
  input: object,
  invariant: CompanyFaults['invariant'],
): CompanyFaults => ({
  async setup() {
    await company.begin(from);
    // Warms up the caller.
    await company.ask('hr', 'cycles');
  },
  call: (requestId) => company.ask('hr', action, input, { requestId }),
  kinds: KINDS_WITHOUT_WAITING,
  invariant,
});

const drafted = () => company.after(() => company.setUp());
const revOf = (from: Documents) => Number(from.appraisal_cycles?.[0]?.rev);

test('saveCycle: there is one draft after every fault, and a change is made once', async () => {
  const from = await company.after();
  await inject(
    calling(from, 'saveCycle', { rev: 0, draft: CYCLE_DRAFT }, async ({ data }) => {
      expect(data).toEqual({ cycleId: ID, rev: 1 });
      expect(await company.cycle()).toMatchObject({ rev: 1, state: 'draft' });
    }),
  );
  const draft = { ...CYCLE_DRAFT, threshold: 5 };
  await inject(
    calling(await drafted(), 'saveCycle', { rev: 1, draft }, async ({ data }) => {
      expect(data).toEqual({ cycleId: ID, rev: 2 });
      expect(await company.cycle()).toMatchObject({ rev: 2, review: { threshold: 5 } });
    }),
  );
});

test('saveQuestionnaire and dropCycle: made once after every fault', async () => {
  const input = { cycleId: ID, rev: 1, id: 'leaders', questionnaire: QUESTIONNAIRE };
  await inject(
    calling(await drafted(), 'saveQuestionnaire', input, async ({ data }) => {
      expect(data).toEqual({ rev: 2 });
      expect((await company.cycle())?.rev).toBe(2);
    }),
  );
  await inject(
    calling(await drafted(), 'dropCycle', { cycleId: ID, rev: 1 }, async () => {
      expect(await company.db.count('appraisal_cycles')).toBe(0);
    }),
  );
});

test('startCycle: everybody is in it once and told once after every fault, at the latest by the timer', async () => {
  const { points } = await inject(
    calling(await drafted(), 'startCycle', { cycleId: ID, rev: 1 }, async () => {
      await company.settle();
      expect(await company.cycle()).toMatchObject({ state: 'running', cursor: '' });
      expect(await company.people()).toEqual(EVERYBODY);
      // Who rates is told on their own account ('review.asked'); everybody who is appraised by one message.
      const told = (await company.db.find('messages')).filter(({ event }) => event === 'appraisal.started');
      expect(told).toHaveLength(1);
    }),
  );
  // Frozen, then people and message, cursor, running.
  expect(points.filter((point) => point.startsWith('database.modifyDocument appraisal_cycles'))).toHaveLength(
    3,
  );
  expect(points.some((point) => point.endsWith('appraisal_people'))).toBe(true);
});

test('amendCycle: who is added and taken out is so, and written down once, after every fault', async () => {
  const from = await company.after(() => company.start({ departments: ['D2'] }));
  const change = { what: 'people', add: [PEOPLE.elsewhere], remove: [PEOPLE.peer] };
  const input = { cycleId: ID, rev: revOf(from), reason: '调岗', change };
  const target = calling(from, 'amendCycle', input, async () => {
    await company.settle();
    expect(await company.people()).toEqual(['R02', 'R03', 'R05', 'R09']);
    expect((await company.cycle())?.amendments).toHaveLength(1);
  });
  await inject({
    ...target,
    async setup() {
      await target.setup?.();
      // Whoever is added is known to the instance by a call that is refused.
      await company.ask('hr', 'amendCycle', { ...input, rev: input.rev + 5 });
    },
  });
});

test('endCycle and remindLate: once after every fault', async () => {
  const from = await company.after(() => company.start());
  await inject(
    calling(from, 'remindLate', { cycleId: ID }, async () => {
      const told = (await company.db.find('messages')).filter(({ event }) => event === 'appraisal.late');
      expect(told).toHaveLength(4);
    }),
  );
  await inject(
    calling(from, 'endCycle', { cycleId: ID, rev: revOf(from), reason: '都交了' }, async () => {
      const found = await company.cycle();
      expect([found?.state, found?.amendments.length]).toEqual(['closing', 1]);
    }),
  );
});
