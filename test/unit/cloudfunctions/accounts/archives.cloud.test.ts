import type { Day } from '#contracts/common';
import type {
  AccountSpan,
  LedgerEntry,
  StoredAccount,
} from '../../../../cloudfunctions/accounts/domain/account';
import type { AccountArchive } from '../../../../cloudfunctions/accounts/domain/archive';
import { daysBetween, instantAt, weekdayOf } from '../../../../cloudfunctions/shared/calendar/company-time';
import { openWithReset } from '../../../support/open';
import { holiday } from '../support/change-steps';
import { newKey, openidOf, openRequestCompany, PEOPLE, trip } from '../support/request-company';
import { day, words } from '../support/rules';

const SPRING = '2026-03-02T09:00:00+08:00';
const AUTUMN = '2026-11-23T09:00:00+08:00';
const company = openWithReset(() => openRequestCompany(SPRING));
const ME = PEOPLE.staff;

const account = async () => (await company.db.get('accounts', ME)) as unknown as StoredAccount;
const archives = async () => (await company.db.find('account_archives')) as unknown as AccountArchive[];
const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
const at = (time: string) => company.clock.set(Date.parse(time));
const timer = () => company.timers.runNow('requests');

/** A request as the account keeps it once it is approved: overtime that is paid, or a day of annual leave. */
function approved(index: number, on: Day): Partial<StoredAccount> {
  const id = `${ME}-filler-of-a-request-${index}`;
  const [from, to] = [instantAt(on, 1_140), instantAt(on, 1_200)];
  const span = { requestId: id, state: 'approved', day: on, from, to, perDay: { [on]: 60 } } as const;
  if (index % 5 > 0) {
    const overtime: AccountSpan = {
      ...span,
      kind: 'overtime',
      name: words('Overtime'),
      minutes: 60,
      payClass: 150,
      compensation: 'pay',
    };
    return { spans: { [`${id}-0`]: overtime }, applied: { [id]: 2 } };
  }
  const grantId = `annual-${on.slice(0, 4)}`;
  const line = (kind: LedgerEntry['kind'], minutes: number): LedgerEntry => ({
    kind,
    typeId: 'annual',
    minutes,
    at: from,
    grantId,
    requestId: id,
    validFrom: null,
    expiresOn: null,
    basis: [],
    byId: null,
    note: '',
  });
  return {
    spans: {
      [id]: {
        ...span,
        kind: 'leave',
        name: words('Annual'),
        minutes: 60,
        leaveTypeId: 'annual',
        paidShare: 100,
      },
    },
    entries: {
      [`${id}-1-hold-${grantId}`]: line('hold', -60),
      [`${id}-1-release-${grantId}`]: line('release', 60),
      [`${id}-1-use-${grantId}`]: line('use', -60),
    },
    applied: { [id]: 2 },
  };
}

const workdays = (first: Day, last: Day) => daysBetween(first, last).filter((each) => weekdayOf(each) < 6);

/** Adds requests of these days to what the account holds. */
async function fill(days: readonly Day[]): Promise<void> {
  const parts = days.map((each, index) => approved(index, each));
  const { spans, entries, applied } = await account();
  await company.db.updateMany(
    'accounts',
    { _id: ME },
    {
      $set: {
        spans: Object.assign({}, spans, ...parts.map((each) => each.spans)),
        entries: Object.assign({}, entries, ...parts.map((each) => each.entries)),
        applied: Object.assign({}, applied, ...parts.map((each) => each.applied)),
      },
      $inc: { rev: 1 },
    },
  );
}

/** Until the daily job finds nothing more to archive. */
async function archiveAll(): Promise<void> {
  for (let before = -1; ; ) {
    company.clock.advance(86_400_000);
    await timer();
    const { rev } = await account();
    if (rev === before) return;
    before = rev;
  }
}

const leaveOn = (from: string, to = from) => ({
  key: newKey(),
  typeId: 'leave',
  version: 1,
  values: { leaveType: 'annual', period: { unit: 'day', from, to }, reason: 'x' },
});

async function decided(id: string): Promise<void> {
  const { rev } = (await company.db.get('requests', id)) as unknown as { rev: number };
  const { error } = await company.ask('head', 'decide', { id, rev, verb: 'approve' });
  expect(error).toBeUndefined();
}

const balance = async () => {
  const { data } = await company.ask('staff', 'balances', {});
  const { left, held, used } = data.balances.find(
    ({ type }: { type: { id: string } }) => type.id === 'annual',
  );
  return { left: left / 480, held: held / 480, used: used / 480 };
};

/** A day of annual leave and a trip in March, long over and archived in November. */
async function archivedSpring() {
  const leave = leaveOn('2026-03-09');
  const away = trip('2026-03-11');
  const ids = [];
  for (const input of [leave, away]) {
    const { id } = (await company.ask('staff', 'submit', input)).data;
    await decided(id);
    ids.push(id);
  }
  company.clock.advance(180_000);
  await timer();
  await fill(workdays(day('2026-03-16'), day('2026-05-29')).filter((_, index) => index % 5 > 0));
  at(AUTUMN);
  const before = await balance();
  await archiveAll();
  const [leaveId = '', tripId = ''] = ids;
  const { spans, applied, archive } = await account();
  expect(Object.keys(archive?.parts ?? {})).toContain('2026Q1');
  expect([applied?.[leaveId], applied?.[tripId], spans[tripId]]).toEqual([undefined, undefined, undefined]);
  return { leave, leaveId, away, tripId, before };
}

test('what is long over leaves the account, and the balance stays', async () => {
  const { before, leaveId } = await archivedSpring();
  expect(await balance()).toEqual(before);
  const { data } = await company.ask('staff', 'balances', {});
  expect(data.ledger.map(({ requestId }: { requestId: string }) => requestId)).toContain(leaveId);
  // Once more: nothing is left to archive, and nothing is written.
  const { rev } = await account();
  await archiveAll();
  expect((await account()).rev).toBe(rev);
});

test('who sends an archived request again gets its card, and nothing is booked twice', async () => {
  const { leave, leaveId, away, tripId, before } = await archivedSpring();
  const was = [await account(), await archives()];
  expect((await company.ask('staff', 'submit', leave)).data.id).toBe(leaveId);
  expect((await company.ask('staff', 'submit', away)).data.id).toBe(tripId);
  const other = { ...leave, values: { ...leave.values, reason: 'y' } };
  expect((await company.ask('staff', 'submit', other)).error?.code).toBe('REQUEST_KEY_REUSED');
  expect([await account(), await archives()]).toEqual(was);
  expect(await balance()).toEqual(before);
});

test('leave over an archived trip is refused, and the archived leave counts in what is left', async () => {
  const { tripId } = await archivedSpring();
  const { error } = await company.ask('staff', 'submit', leaveOn('2026-03-11'));
  expect(error).toMatchObject({ code: 'PERIOD_OVERLAPS', data: { requestId: tripId } });
  const { data } = await company.ask('staff', 'submit', leaveOn('2026-03-12'));
  expect(data.state).toBe('pending');
});

test('an archived leave that is cancelled comes back: its day returns, once', async () => {
  const { leaveId, before } = await archivedSpring();
  const { rev } = (await company.db.get('requests', leaveId)) as unknown as { rev: number };
  const cancel = { id: leaveId, rev, key: newKey(), reason: '没有休' };
  const asked = await company.ask('staff', 'cancel', cancel);
  expect(asked.error).toBeUndefined();
  await decided(asked.data.id);
  for (let run = 0; run < 2; run += 1) {
    expect(await balance()).toEqual({ ...before, left: before.left + 1, used: before.used - 1 });
    const { spans, applied } = await account();
    expect([spans[leaveId], applied?.[leaveId]]).toEqual([undefined, 1_000_000]);
    expect((await archives()).flatMap(({ requests }) => Object.keys(requests))).not.toContain(leaveId);
    company.clock.advance(180_000);
    await timer();
  }
  // Half a year later it is in an archive again, cancelled as it is.
  at('2027-06-01T09:00:00+08:00');
  await fill(workdays(day('2026-11-02'), day('2026-12-31')));
  await archiveAll();
  const held = (await archives()).flatMap(({ requests }) => requests[leaveId] ?? []);
  expect(held).toMatchObject([{ applied: 1_000_000, spans: {} }]);
});

test('a holiday that is entered afterwards counts the archived leave again: its day returns, once', async () => {
  const { leaveId, before } = await archivedSpring();
  const input = { year: '2026', rev: 0, days: holiday('2026-03-09') };
  expect((await company.act(openidOf('hr'), 'saveCalendar', input)).error).toBeUndefined();
  for (let run = 0; run < 3; run += 1) {
    company.clock.advance(180_000);
    await timer();
  }
  expect(await balance()).toEqual({ ...before, left: before.left + 1, used: before.used - 1 });
  expect(await company.db.get('requests', leaveId)).toMatchObject({ state: 'cancelled', effects: 'done' });
  expect((await account()).applied?.[leaveId]).toBe(1_000_000);
});

test('a holiday that is taken back counts the archived leave again: it takes another day, once', async () => {
  const save = (days: object[], rev: number) =>
    company.act(openidOf('hr'), 'saveCalendar', { year: '2026', rev, days });
  expect((await save(holiday('2026-03-13'), 0)).error).toBeUndefined();
  company.clock.advance(180_000);
  await timer();
  const { data } = await company.ask('staff', 'submit', leaveOn('2026-03-12', '2026-03-13'));
  expect(data.amountMinutes).toBe(480);
  await decided(data.id);
  const { before } = await archivedSpring();
  expect((await account()).applied?.[data.id]).toBeUndefined();
  expect((await save([], 1)).error).toBeUndefined();
  for (let run = 0; run < 3; run += 1) {
    company.clock.advance(180_000);
    await timer();
  }
  expect(await balance()).toEqual({ ...before, left: before.left - 1, used: before.used + 1 });
  expect(await company.db.get('requests', data.id)).toMatchObject({ amountMinutes: 960, effects: 'done' });
  expect((await account()).spans[data.id]).toMatchObject({ minutes: 960, state: 'approved' });
});

test('HR corrects the balance once, however long ago the first try was', async () => {
  await archivedSpring();
  const input = { employeeId: ME, typeId: 'comp-time', minutes: 480, reason: 'x', expiresOn: '2026-12-31' };
  const correct = (key: string) => company.ask('hr', 'adjustBalance', { ...input, key });
  expect((await correct('an-adjustment-of-2026')).error).toBeUndefined();
  expect(
    (
      await company.ask('hr', 'adjustBalance', {
        ...input,
        minutes: -480,
        expiresOn: undefined,
        key: 'another-of-2026-00',
      })
    ).error,
  ).toBeUndefined();
  at('2029-06-01T09:00:00+08:00');
  await fill(workdays(day('2028-11-01'), day('2029-01-31')));
  await archiveAll();
  const held = (await archives()).flatMap(({ grants }) => Object.keys(grants));
  expect(held).toContain('adjust-an-adjustment-of-2026~0');
  const { rev } = await account();
  const again = await company.ask('hr', 'adjustBalance', {
    ...input,
    key: 'another-of-2026-00',
    minutes: -480,
    expiresOn: undefined,
  });
  expect(again.error).toBeUndefined();
  expect((await account()).rev).toBe(rev);
});

test('the month of the archived trip shows it, to the person and in the export', async () => {
  await archivedSpring();
  const { data } = await company.act(openidOf('staff'), 'attendance.month', { month: '2026-03' });
  const shown = data.days.filter(
    ({ day: on }: { day: string }) => on === '2026-03-09' || on === '2026-03-11',
  );
  expect(JSON.stringify(shown[0].reasons)).toContain('leave');
  expect(JSON.stringify(shown[1].reasons)).toContain('trip');
});

/** Calls of the database that one more trip costs on a warm instance, and what they bring. */
async function costOfTrip(on: string) {
  await company.ask('staff', 'submit', trip(on));
  const input = trip(on.replace(/-0(.)$/, '-1$1'));
  const { result, costs } = await company.invoke(
    'requests',
    { action: 'submit', input },
    { as: { kind: 'user', openid: openidOf('staff') } },
  );
  expect(result).toMatchObject({ data: { state: 'pending' } });
  return costs;
}

test('a thousand requests in five years: the account stays small, and one more costs as much as the first', async () => {
  const first = await costOfTrip('2026-03-05');
  await fill(
    workdays(day('2021-03-01'), day('2026-02-27'))
      .slice(-1_250)
      .filter((_, index) => index % 5 !== 4),
  );
  company.clock.advance(180_000);
  await timer();
  const large = bytes(await account());
  await archiveAll();
  const stored = await account();
  expect(large).toBeGreaterThan(256 * 1_024);
  expect(bytes(stored)).toBeLessThan(64 * 1_024);
  const parts = await archives();
  const held = parts.reduce((sum, { requests }) => sum + Object.keys(requests).length, 0);
  expect(held + Object.keys(stored.applied ?? {}).length).toBe(1_002);
  for (const part of parts) expect(bytes(part)).toBeLessThan(64 * 1_024);
  const last = await costOfTrip('2026-04-05');
  // Whether the request is known already is a read of its own.
  expect(last.database).toBe(first.database + 1);
  expect(last.bytesSent).toBeLessThan(first.bytesSent + 4_096);
  expect(last.bytesReceived).toBeLessThan(96 * 1_024);
  console.info(`account ${large} -> ${bytes(stored)} bytes, submit ${JSON.stringify([first, last])}`);
});
