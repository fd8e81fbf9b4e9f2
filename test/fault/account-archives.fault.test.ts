import { EVERY_VERB, LONG_TIMEOUT_MS } from '../soak/counts';
import {
  AGAIN,
  AUTUMN,
  annual,
  archivedHistory,
  archivesNow,
  CANCEL,
  CANCEL_ID,
  daily,
  expectWhole,
  LEAVE,
  LEAVE_ID,
  longHistory,
  RETURNED_ID,
} from '../support/archived-account';
import type { FaultKind } from '../support/fault-kinds';
import { faultsIn, KINDS_WITHOUT_WAITING } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { runTimerUntilSettled } from '../support/request-calls';
import { openInstrumentedRequests } from '../support/request-race';

jest.setTimeout(LONG_TIMEOUT_MS);

const MINUTE = 60_000;
/** What leaves a transaction half-way; the soak lets every call have everything. */
const KINDS: readonly FaultKind[] = EVERY_VERB ? KINDS_WITHOUT_WAITING : ['killed', 'conflict-thrice'];
const company = openPerFile(() => openInstrumentedRequests(AUTUMN));
const inject = faultsIn('account archives', company);

type Start = Awaited<ReturnType<typeof archivedHistory>>;
let late = 0;
/** A cold instance every time, in the same quarter of an hour: what the timer does depends on it. */
const setupFrom = (start: Start) => async () => {
  await company.begin(start);
  late = late === 2 * MINUTE ? 4 * MINUTE : 2 * MINUTE;
  company.clock.set(Date.parse(AUTUMN) + late);
};

test('archiving: whatever fails, each request is in the account or in an archive, and the balance stays', async () => {
  const start = await longHistory(company);
  const before = await annual(company);
  const { points } = await inject({
    setup: setupFrom(start),
    call: daily(company),
    kinds: KINDS,
    verdict: ({ ok }) => (ok ? 'done' : 'again'),
    async invariant() {
      company.clock.advance(86_400_000);
      await company.tick();
      await expectWhole(company);
      expect(await annual(company)).toEqual(before);
      expect((await archivesNow(company)).length).toBe(2);
    },
  });
  expect(points).toContain('database.commitTransaction');
});

test('a cancelled leave that is archived: whatever fails, its day returns once', async () => {
  await archivedHistory(company);
  const before = await annual(company);
  const asked = await company.ask('staff', 'cancel', CANCEL);
  expect(asked.error).toBeUndefined();
  const start = await company.snapshot();
  const { points } = await inject({
    setup: setupFrom(start),
    call: (requestId) =>
      company.ask('head', 'decide', { id: CANCEL_ID, rev: 1, verb: 'approve' }, { requestId }),
    kinds: KINDS,
    async invariant() {
      await runTimerUntilSettled(company);
      expect(await annual(company)).toEqual({ ...before, left: before.left + 1, used: before.used - 1 });
      const account = await company.accountNow();
      expect([account?.spans[LEAVE_ID], account?.applied?.[LEAVE_ID]]).toEqual([undefined, 1_000_000]);
      await expectWhole(company);
    },
  });
  expect(points).toContain('database.commitTransaction');
});

test('an archived trip that was returned is sent again: whatever fails, it is booked once', async () => {
  const start = await archivedHistory(company);
  await inject({
    setup: setupFrom(start),
    call: (requestId) => company.ask('staff', 'resubmit', AGAIN, { requestId }),
    kinds: KINDS,
    async invariant() {
      await runTimerUntilSettled(company);
      const account = await company.accountNow();
      expect(account?.spans[RETURNED_ID]).toMatchObject({ state: 'open', day: '2026-12-01' });
      await expectWhole(company);
    },
  });
});

test('an archived leave that is sent once more: whatever fails, nothing is booked', async () => {
  const start = await archivedHistory(company);
  const before = [await company.accountNow(), await archivesNow(company)];
  await inject({
    setup: setupFrom(start),
    call: (requestId) => company.ask('staff', 'submit', LEAVE, { requestId }),
    kinds: KINDS,
    async invariant({ data }) {
      expect(data.id).toBe(LEAVE_ID);
      expect([await company.accountNow(), await archivesNow(company)]).toEqual(before);
    },
  });
});
