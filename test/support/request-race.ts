import type { StoredAccount } from '../../cloudfunctions/accounts/public';
import type { RequestDocument } from '../../cloudfunctions/approvals/domain/request/request';
import { PEOPLE, requestCompany, requestSeed } from '../unit/cloudfunctions/support/request-company';
import { type InstrumentOptions, openInstrumentedCompany } from './instrumented-company';

const { employees, bindings } = requestSeed();

/** The company of the request tests under an instrument; `begin` puts the database to where a run begins. */
export async function openInstrumentedRequests(now: string, options: InstrumentOptions = {}) {
  const company = requestCompany(await openInstrumentedCompany(now, options));
  const documents = async (collection: string) => (await company.db.find(collection)) as unknown[];
  return {
    ...company,
    begin: (more: Record<string, Record<string, unknown>[]> = {}) =>
      company.reset({ employees, bindings, ...more }),
    requestsNow: async () => (await documents('requests')) as RequestDocument[],
    /** The account of `staff`. */
    accountNow: async () =>
      (await company.db.get('accounts', PEOPLE.staff)) as unknown as StoredAccount | undefined,
    /** All that the database says of requests, to begin a run there again. */
    async snapshot() {
      const names = ['requests', 'accounts', 'account_archives', 'messages', 'delegations'];
      return Object.fromEntries(
        await Promise.all(names.map(async (name) => [name, await company.db.find(name)] as const)),
      ) as Record<string, Record<string, unknown>[]>;
    },
  };
}

export type InstrumentedRequests = Awaited<ReturnType<typeof openInstrumentedRequests>>;

/** What holds for every request at any time between two calls. */
export function expectSound({ state, waitingFor, timeline, rev, dueAt, decidedAt }: RequestDocument): void {
  expect(waitingFor.length > 0).toBe(state === 'pending');
  expect(dueAt !== null).toBe(state === 'pending');
  expect(decidedAt !== null).toBe(state !== 'pending');
  expect(timeline[0]?.verb).toBe('submit');
  const revs = timeline.map((entry) => entry.rev).filter((each) => each > 0);
  expect([...revs].sort((a, b) => a - b)).toEqual(revs);
  expect(Math.max(...revs)).toBeLessThanOrEqual(rev);
  const finals = timeline.filter(({ verb }) => ['reject', 'withdraw'].includes(verb));
  expect(finals.length).toBeLessThanOrEqual(1);
}

const TIME_OFF: readonly RequestDocument['kind'][] = ['leave', 'trip'];

/** The account says of each request what its state means. */
export function expectAccounted(
  requests: readonly RequestDocument[],
  account: StoredAccount | undefined,
): void {
  const spans = account?.spans ?? {};
  const wanted = requests.filter(({ cancels, kind }) => cancels === null && TIME_OFF.includes(kind));
  const expected = wanted.flatMap(({ _id, state, spanFrom }) =>
    state === 'pending' || state === 'approved'
      ? [[_id, state === 'pending' ? 'open' : 'approved', spanFrom]]
      : [],
  );
  const found = Object.entries(spans).map(([id, { state, from }]) => [id, state, from]);
  expect(found.sort()).toEqual(expected.sort());
}
