import type { AccountSpan, StoredAccount } from '../../cloudfunctions/accounts/domain/account';
import type { AccountArchive } from '../../cloudfunctions/accounts/domain/archive';
import { addDays, instantAt } from '../../cloudfunctions/shared/calendar/company-time';
import type { Answer } from '../unit/cloudfunctions/support/company';
import { PEOPLE, trip } from '../unit/cloudfunctions/support/request-company';
import { day, words } from '../unit/cloudfunctions/support/rules';
import type { InstrumentedRequests } from './request-race';

const SPRING = '2026-03-02T09:00:00+08:00';
export const AUTUMN = '2026-11-23T09:00:00+08:00';

export const LEAVE = {
  key: 'a-day-of-annual-leave',
  typeId: 'leave',
  version: 1,
  values: {
    leaveType: 'annual',
    period: { unit: 'day', from: '2026-03-09', to: '2026-03-09' },
    reason: 'x',
  },
};
export const LEAVE_ID = `${PEOPLE.staff}-${LEAVE.key}`;
const TRIP = trip('2026-03-11');
export const RETURNED_ID = `${PEOPLE.staff}-${TRIP.key}`;
/** The returned trip with other days, for autumn. */
export const AGAIN = { id: RETURNED_ID, rev: 2, values: trip('2026-12-01').values };
export const CANCEL = { id: LEAVE_ID, rev: 2, key: 'cancelling-key-1', reason: '没有休' };
export const CANCEL_ID = `${PEOPLE.staff}-${CANCEL.key}`;

/** More of what is over than is needed to be archived: a trip on each of fifty days. */
function oldTrips(): Pick<StoredAccount, 'spans' | 'applied'> {
  const ids = Array.from({ length: 50 }, (_, index) => `${PEOPLE.staff}-an-older-trip-${index}`);
  const spans = ids.map((id, index): [string, AccountSpan] => {
    const on = addDays(day('2026-04-01'), index);
    const [from, to] = [instantAt(on, 0), instantAt(on, 1_440)];
    return [
      id,
      { requestId: id, kind: 'trip', state: 'approved', name: words('Trip'), day: on, from, to, minutes: 0 },
    ];
  });
  return { spans: Object.fromEntries(spans), applied: Object.fromEntries(ids.map((id) => [id, 2])) };
}

/** The archives of `staff`. */
export const archivesNow = async (company: InstrumentedRequests) =>
  (await company.db.find('account_archives')) as unknown as AccountArchive[];

/** A day of annual leave that was approved in spring, a trip that was returned, and fifty trips: none archived yet. */
export async function longHistory(company: InstrumentedRequests) {
  await company.begin();
  company.clock.set(Date.parse(SPRING));
  const approve = { id: LEAVE_ID, rev: 1, verb: 'approve' };
  const answers = [
    await company.ask('staff', 'submit', LEAVE),
    await company.ask('head', 'decide', approve),
    await company.ask('staff', 'submit', TRIP),
    await company.ask('head', 'decide', { id: RETURNED_ID, rev: 1, verb: 'return', comment: 'x' }),
  ];
  expect(answers.map(({ ok, error }) => (ok ? 'ok' : error))).toEqual(['ok', 'ok', 'ok', 'ok']);
  company.clock.advance(180_000);
  await company.tick();
  const account = await company.accountNow();
  const { spans, applied } = oldTrips();
  await company.db.updateMany(
    'accounts',
    { _id: PEOPLE.staff },
    { $set: { spans: { ...account?.spans, ...spans }, applied: { ...account?.applied, ...applied } } },
  );
  company.clock.set(Date.parse(AUTUMN));
  return company.snapshot();
}

/** The same, archived by the daily job. */
export async function archivedHistory(company: InstrumentedRequests) {
  await longHistory(company);
  await company.tick();
  const archives = await archivesNow(company);
  expect(archives.flatMap(({ requests }) => Object.keys(requests))).toContain(LEAVE_ID);
  return company.snapshot();
}

/** The daily job, as a call. */
export const daily =
  (company: InstrumentedRequests, now?: number) =>
  async (requestId: string): Promise<Answer> => {
    const event = { Type: 'Timer', TriggerName: 'requests', Time: '2026-11-23T01:00:00Z' };
    const as = { kind: 'timer', name: 'requests' } as const;
    return (await company.invoke('requests', event, { as, requestId, now })).result as Answer;
  };

/** Every request of the account is in it or in one archive, once, and the index agrees with the archives. */
export async function expectWhole(company: InstrumentedRequests): Promise<void> {
  const account = await company.accountNow();
  const archives = await archivesNow(company);
  const held = [
    ...Object.keys(account?.applied ?? {}),
    ...archives.flatMap((each) => Object.keys(each.requests)),
  ];
  expect(held.sort()).toEqual([...new Set(held)].sort());
  for (const id of [LEAVE_ID, RETURNED_ID, ...Object.keys(oldTrips().applied ?? {})])
    expect(held).toContain(id);
  const revisions = archives.map(({ _id, rev }) => [_id.slice(_id.indexOf(':') + 1), rev]);
  expect(Object.fromEntries(revisions)).toEqual(account?.archive?.parts ?? {});
}

/** Days of annual leave of `staff`. */
export async function annual(company: InstrumentedRequests) {
  const { data } = await company.ask('staff', 'balances', {});
  const own = data.balances.find(({ type }: { type: { id: string } }) => type.id === 'annual');
  return { left: own.left / 480, held: own.held / 480, used: own.used / 480 };
}
