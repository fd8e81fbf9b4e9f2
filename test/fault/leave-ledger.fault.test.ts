import { openInstrumentedCompany } from '../support/instrumented-company';
import { faultsIn, KINDS_WITHOUT_WAITING } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { type Answer, seed } from '../unit/cloudfunctions/support/company';

jest.setTimeout(300_000);

/** The job that books leave which has lapsed dies at each of its requests and comes by again. */

/** The day after carried annual leave and the comp time below have ended. */
const NOW = '2027-01-01T02:00:00+08:00';
const OWNERS = ['E0001', 'E0002'];

const company = openPerFile(() => openInstrumentedCompany(NOW, { maxWorkers: 1 }));
const inject = faultsIn('leave-ledger', company);

type Entry = { readonly kind: string; readonly typeId: string; readonly minutes: number };

const grant = {
  ...{ typeId: 'comp-time', at: 1, grantId: 'g1', requestId: 'r1', byId: null, note: '', basis: [] },
  ...{ kind: 'grant', minutes: 480, validFrom: '2026-09-20', expiresOn: '2026-12-31' },
};
const documents = () => ({
  employees: (seed().employees ?? []).map((each) =>
    OWNERS.includes(String(each._id)) ? { ...each, workingSince: '2013-07-01', hiredOn: '2020-03-02' } : each,
  ),
  accounts: OWNERS.map((_id) => ({ _id, rev: 1, spans: {}, entries: { g1: grant } })),
});

const entriesOf = async (id: string): Promise<Entry[]> =>
  Object.values(((await company.db.get('accounts', id))?.entries ?? {}) as Record<string, Entry>);
const hasLapsed = async () => {
  const [run] = await company.db.find('ledger_runs');
  return run?.day === '2027-01-01' && run.done === true;
};

async function begin(): Promise<void> {
  company.clock.set(Date.parse(NOW));
  const { employees, ...others } = documents();
  await company.reset(others);
  await company.db.replaceAll({ employees });
}

test('what has lapsed is booked once for each person after every fault, and the year is granted once', async () => {
  const { points } = await inject({
    async setup() {
      await begin();
      // Warms up everything that the timer reads.
      await tick();
      await begin();
      // What is kept for a minute is read again, every time.
      company.clock.set(Date.parse(NOW) + 180_000);
    },
    async call(requestId) {
      const answer = await tick(requestId);
      company.clock.advance(90_001);
      const isWaiting = answer.ok && !(await hasLapsed());
      return isWaiting ? ({ ...answer, ok: false, error: { code: 'BUSY', data: {} } } as Answer) : answer;
    },
    kinds: KINDS_WITHOUT_WAITING,
    async invariant() {
      for (const id of OWNERS) {
        const entries = await entriesOf(id);
        const ofComp = entries.filter(({ typeId }) => typeId === 'comp-time');
        expect(ofComp.map(({ kind, minutes }) => [kind, minutes])).toEqual([
          ['grant', 480],
          ['expire', -480],
        ]);
        const granted = entries.filter(({ kind, typeId }) => kind === 'grant' && typeId === 'annual');
        expect(granted.map(({ minutes }) => minutes)).toEqual([4_800]);
      }
      // The next day writes nothing more of it.
      const before = await Promise.all(OWNERS.map(entriesOf));
      company.clock.set(Date.parse('2027-01-02T02:00:00+08:00'));
      await tick();
      expect(await Promise.all(OWNERS.map(entriesOf))).toEqual(before);
    },
  });
  expect(points).toContain('database.modifyDocument accounts');
  expect(points.filter((point) => point.endsWith('ledger_runs')).length).toBeGreaterThanOrEqual(2);
});

async function tick(requestId?: string): Promise<Answer> {
  const as = { kind: 'timer', name: 'requests' } as const;
  const event = { Type: 'Timer', TriggerName: 'requests', Time: '' };
  return (await company.invoke('requests', event, { as, ...(requestId && { requestId }) })).result as Answer;
}
