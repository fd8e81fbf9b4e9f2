import { openInstrumentedCycles } from '../support/cycle-race';
import { racesIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { codesOf, racingWith } from '../support/racing';
import { ID, STARTS } from '../unit/cloudfunctions/support/cycle-company';
import { CYCLE_DRAFT } from '../unit/cloudfunctions/support/cycle-drafts';
import { PEOPLE } from '../unit/cloudfunctions/support/request-company';

const NOW = Date.parse(STARTS);
const EVERYBODY = ['R01', 'R02', 'R03', 'R04', 'R05', 'R06', 'R07', 'R08', 'R09', 'R11'];

const company = openPerFile(openInstrumentedCycles);
const explore = racesIn('appraisal cycles', company);

const race = racingWith({
  explore,
  ask: (...given) => company.ask(...given),
  begin: (from: Parameters<typeof company.begin>[0]) => company.begin(from),
  now: NOW,
  settle: () => company.settle(),
});

const drafted = () => company.after(() => company.setUp());
const started = () => company.after(() => company.start());
const START = { cycleId: ID, rev: 1 };

test('two of HR set up the same period: one draft, the other is told', async () =>
  race(
    await company.after(),
    (['hr', 'hr2'] as const).map((who) => [who, 'saveCycle', { rev: 0, draft: CYCLE_DRAFT }]),
    async (answers) => {
      expect(codesOf(answers).sort()).toEqual(['APPRAISAL_EXISTS', 'ok']);
      expect(await company.cycle()).toMatchObject({ rev: 1, state: 'draft' });
    },
  ));

test('two of HR start it at once: it starts once, with everybody once', async () =>
  race(
    await drafted(),
    [
      ['hr', 'startCycle', START],
      ['hr2', 'startCycle', START],
    ],
    async (answers) => {
      expect(codesOf(answers)).toEqual(['ok', 'ok']);
      expect(await company.cycle()).toMatchObject({ state: 'running', cursor: '' });
      expect(await company.people()).toEqual(EVERYBODY);
      const told = (await company.db.find('messages')).filter(({ event }) => event === 'appraisal.started');
      expect(told).toHaveLength(1);
    },
  ));

test('a change while another one starts it: what starts is one of the two, unseen by nobody', async () => {
  const draft = { ...CYCLE_DRAFT, departments: ['D2'] };
  await race(
    await drafted(),
    [
      ['hr', 'startCycle', START],
      ['hr2', 'saveCycle', { rev: 1, draft }],
    ],
    async (answers) => {
      const [start, change] = codesOf(answers);
      const found = await company.cycle();
      if (start === 'ok') {
        expect(['APPRAISAL_STATE', 'VERSION_CONFLICT']).toContain(change);
        expect([found?.state, found?.departments]).toEqual(['running', []]);
        expect(await company.people()).toEqual(EVERYBODY);
      } else {
        expect([start, change]).toEqual(['VERSION_CONFLICT', 'ok']);
        expect([found?.state, found?.departments]).toEqual(['draft', ['D2']]);
        expect(await company.people()).toEqual([]);
      }
    },
  );
});

test('a draft that is removed while it starts is gone, or runs', async () =>
  race(
    await drafted(),
    [
      ['hr', 'startCycle', START],
      ['hr2', 'dropCycle', START],
    ],
    async (answers) => {
      const found = await company.cycle();
      expect(await company.people()).toEqual(found ? EVERYBODY : []);
      expect(found?.state ?? 'gone').toBe(answers[0]?.ok ? 'running' : 'gone');
    },
  ));

test('an amendment while it ends is written down, or refused', async () => {
  const from = await started();
  const rev = Number(from.appraisal_cycles?.[0]?.rev);
  const change = { what: 'people', add: [], remove: [PEOPLE.peer] };
  await race(
    from,
    [
      ['hr', 'amendCycle', { cycleId: ID, rev, reason: '休产假', change }],
      ['hr2', 'endCycle', { cycleId: ID, rev, reason: '都交了' }],
    ],
    async (answers) => {
      const [amended, ended] = codesOf(answers);
      expect([amended, ended].filter((code) => code === 'ok')).toHaveLength(1);
      const found = await company.cycle();
      expect(found?.amendments).toHaveLength(1);
      const isIn = (await company.people()).includes(PEOPLE.peer);
      expect([isIn, found?.state === 'running']).toEqual(amended === 'ok' ? [false, true] : [true, false]);
    },
  );
});
