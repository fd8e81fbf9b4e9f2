import { LIMITS } from '../../cloudfunctions/shared/limits/limits';
import { ARCHIVE_SCHEDULES, MIN_DISTINCT_SHARE } from '../soak/counts';
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
import { answersOf, racesIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { openInstrumentedRequests } from '../support/request-race';
import type { Answer } from '../unit/cloudfunctions/support/company';
import { PEOPLE, profileChange, trip } from '../unit/cloudfunctions/support/request-company';

const NOW = Date.parse(AUTUMN);
const company = openPerFile(() => openInstrumentedRequests(AUTUMN, { maxWorkers: 2 }));
const explore = racesIn('account archives', company);

type Start = Awaited<ReturnType<typeof archivedHistory>>;
const NEW_TRIP = trip('2026-12-15');
const NEW_ID = `${PEOPLE.staff}-${NEW_TRIP.key}`;
const OVERLAPPING = { ...trip('2026-04-03'), key: 'back-dated-trip-0002' };
const BACK_DATED = { ...trip('2026-05-25'), key: 'back-dated-trip-0001' };

const asking =
  (...[who, action, input]: Parameters<typeof company.ask>) =>
  (now: number) =>
  (requestId: string): Promise<Answer> =>
    company.ask(who, action, input, { requestId, now });
const approving = asking('head', 'decide', { id: CANCEL_ID, rev: 1, verb: 'approve' });
const archiving = (now: number) => daily(company, now);

/**
 * Both instances know the person and the days, and have seen so many sendings that they count them in the database every
 * time.
 */
async function warmBoth(): Promise<void> {
  await company.begin();
  for (let round = 0; round <= LIMITS.sendingsUncounted; round += 1)
    await Promise.all(
      [1, 2].map((half) =>
        company.ask('staff', 'submit', profileChange(`${round}-${half}`), { now: NOW - 20_000 }),
      ),
    );
  for (const { typeId, values } of [NEW_TRIP, BACK_DATED, OVERLAPPING, LEAVE])
    for (let round = 0; round < 3; round += 1)
      await Promise.all(
        [1, 2].map(() => company.ask('staff', 'preview', { typeId, values }, { now: NOW - 20_000 })),
      );
}

/** Two calls at once, in every order of their requests that there is time for. */
async function race(
  start: Start,
  [one, other]: readonly [typeof approving, typeof approving],
  invariant: (answers: readonly Answer[]) => Promise<void>,
): Promise<void> {
  await warmBoth();
  const report = await explore({
    setup: async () => {
      await company.begin(start);
      company.clock.set(NOW);
    },
    calls: [one(NOW), other(NOW)],
    maxSchedules: ARCHIVE_SCHEDULES,
    async invariant(outcomes) {
      await invariant(answersOf(outcomes));
      await expectWhole(company);
    },
  });
  expect(report.exhaustive || report.schedules >= ARCHIVE_SCHEDULES * MIN_DISTINCT_SHARE).toBe(true);
}

const codes = (answers: readonly Answer[]) => answers.map(({ ok, error }) => (ok ? 'ok' : error?.code));

test('a sending while the account is archived: both happen, once', async () => {
  await race(
    await longHistory(company),
    [asking('staff', 'submit', NEW_TRIP), archiving],
    async (answers) => {
      expect(answers[0]).toMatchObject({ ok: true, data: { id: NEW_ID } });
      const account = await company.accountNow();
      expect([account?.spans[NEW_ID]?.state, account?.applied?.[NEW_ID]]).toEqual(['open', 1]);
    },
  );
});

test('a cancellation while the account is archived: the day returns once', async () => {
  await longHistory(company);
  const before = await annual(company);
  expect((await company.ask('staff', 'cancel', CANCEL)).error).toBeUndefined();
  await race(await company.snapshot(), [approving, archiving], async (answers) => {
    expect(['ok', 'BUSY']).toContain(codes(answers)[0]);
    company.clock.set(NOW + 300_000);
    await company.tick();
    await company.tick();
    expect(await annual(company)).toEqual({ ...before, left: before.left + 1, used: before.used - 1 });
    const archived = (await archivesNow(company)).flatMap(
      ({ requests }) => requests[LEAVE_ID]?.applied ?? [],
    );
    expect([...archived, (await company.accountNow())?.applied?.[LEAVE_ID]]).toContain(1_000_000);
  });
});

test('a cancellation of an archived leave and a sending: both are booked', async () => {
  await archivedHistory(company);
  const before = await annual(company);
  expect((await company.ask('staff', 'cancel', CANCEL)).error).toBeUndefined();
  const start = await company.snapshot();
  await race(start, [approving, asking('staff', 'submit', NEW_TRIP)], async (answers) => {
    expect(codes(answers)[1]).toBe('ok');
    company.clock.set(NOW + 300_000);
    await company.tick();
    await company.tick();
    expect(await annual(company)).toEqual({ ...before, left: before.left + 1, used: before.used - 1 });
    expect((await company.accountNow())?.spans[NEW_ID]?.state).toBe('open');
  });
});

test('an archived leave comes again while a returned trip is sent again: one booking each', async () => {
  const start = await archivedHistory(company);
  const before = await annual(company);
  await race(
    start,
    [asking('staff', 'submit', LEAVE), asking('staff', 'resubmit', AGAIN)],
    async (answers) => {
      expect(codes(answers)).toEqual(['ok', 'ok']);
      expect(await annual(company)).toEqual(before);
      expect((await company.accountNow())?.spans[RETURNED_ID]).toMatchObject({ state: 'open' });
    },
  );
});

test('two days of archiving at once: one archives, and a trip of past days sees what it moves', async () => {
  const start = await longHistory(company);
  await race(start, [archiving, archiving], async () => {
    expect((await archivesNow(company)).every(({ rev }) => rev === 1)).toBe(true);
  });
  await race(start, [asking('staff', 'submit', BACK_DATED), archiving], async (answers) => {
    expect(['ok', 'BUSY']).toContain(codes(answers)[0]);
  });
  await race(start, [asking('staff', 'submit', OVERLAPPING), archiving], async (answers) => {
    expect(['PERIOD_OVERLAPS', 'BUSY']).toContain(codes(answers)[0]);
  });
});
