import { openWithReset } from '../../../support/open';
import { newKey, openRequestCompany, PEOPLE, trip } from '../support/request-company';

/** Monday, 28 December 2026; every test walks from here over New Year's Day, a Friday. */
const NOW = '2026-12-28T09:00:00+08:00';
const DAY = 480;
const company = openWithReset(() => openRequestCompany(NOW));

const request = (typeId: string, values: object) => ({ key: newKey(), typeId, version: 1, values });
const leave = (from: string, to: string, leaveType = 'annual') =>
  request('leave', { leaveType, period: { unit: 'day', from, to }, reason: 'x' });
const overtime = (from: string, compensation = 'comp-time') =>
  request('overtime', {
    period: { unit: 'hour', from, start: 540, end: 780 },
    compensation,
    reason: 'x',
  });

interface Stored {
  rev: number;
  state: string;
  waitingFor: string[];
}
const stored = async (id: string) => (await company.db.get('requests', id)) as unknown as Stored;
async function sent(input: object): Promise<string> {
  const answer = await company.ask('staff', 'submit', input);
  expect(answer.error).toBeUndefined();
  return answer.data.id;
}
const NAMES = { [PEOPLE.head]: 'head', [PEOPLE.boss]: 'boss', [PEOPLE.hr]: 'hr' } as const;
/** Decided by everybody who is asked. */
async function decided(id: string, verb: 'approve' | 'reject' | 'return' = 'approve'): Promise<void> {
  for (let { state, rev, waitingFor } = await stored(id); state === 'pending'; ) {
    const who = NAMES[waitingFor[0] as keyof typeof NAMES] ?? 'hr';
    expect((await company.ask(who, 'decide', { id, rev, verb })).error).toBeUndefined();
    ({ state, rev, waitingFor } = await stored(id));
  }
}
/** The new year, with the nightly run. */
async function goTo(time: string): Promise<void> {
  company.clock.set(Date.parse(time));
  await company.tick();
  await company.tick();
}
async function left(typeId: string): Promise<{ left: number; held: number }> {
  const { data } = await company.ask('staff', 'balances', {});
  const own = data.balances.find(({ type }: { type: { id: string } }) => type.id === typeId);
  return { left: own.left / DAY, held: own.held / DAY };
}
const spansOf = async () =>
  Object.values(
    ((await company.db.get('accounts', PEOPLE.staff)) as unknown as { spans: Record<string, object> }).spans,
  ) as { kind: string; state: string; perDay?: object }[];

describe('annual leave from 30 December to 5 January', () => {
  const asked = () => sent(leave('2026-12-30', '2027-01-05'));

  test('takes two days of either year, and none on New Year’s Day', async () => {
    const id = await asked();
    const [span] = await spansOf();
    expect(Object.keys(span?.perDay ?? {})).toEqual(['2026-12-30', '2026-12-31', '2027-01-04', '2027-01-05']);
    await decided(id);
    await goTo('2027-01-01T09:00:00+08:00');
    // 10 of 2026 less 2, carried over, and 10 of 2027 less 2.
    expect(await left('annual')).toEqual({ left: 16, held: 0 });
  });
  test('that waits over the turn of the year keeps its days, and gives them back if it is rejected then', async () => {
    const id = await asked();
    await goTo('2027-01-02T09:00:00+08:00');
    expect((await left('annual')).left).toBe(16);
    await decided(id, 'reject');
    await goTo('2027-01-03T09:00:00+08:00');
    expect(await left('annual')).toEqual({ left: 20, held: 0 });
  });
  test('returned before and sent again after takes each day once', async () => {
    const id = await asked();
    await decided(id, 'return');
    await goTo('2027-01-02T09:00:00+08:00');
    // Nobody came: by the company's rule the daily booking takes it off again.
    expect((await left('comp-time')).left).toBe(0);
    const { rev } = await stored(id);
    const { values } = leave('2026-12-30', '2027-01-05') as unknown as { values: object };
    expect((await company.ask('staff', 'resubmit', { id, rev, values })).error).toBeUndefined();
    await decided(id);
    await goTo('2027-01-03T09:00:00+08:00');
    expect(await left('annual')).toEqual({ left: 16, held: 0 });
  });
  test('approved before and cancelled after returns every day, last year’s into the carry-over', async () => {
    const id = await asked();
    await decided(id);
    await goTo('2027-01-02T09:00:00+08:00');
    const { rev } = await stored(id);
    const cancel = await company.ask('staff', 'cancel', { id, rev, key: newKey(), reason: 'x' });
    await decided(cancel.data.id);
    await goTo('2027-01-03T09:00:00+08:00');
    expect(await left('annual')).toEqual({ left: 20, held: 0 });
    expect(await spansOf()).toEqual([]);
  });
  test('is shortened after the turn of the year by the days of January', async () => {
    const id = await asked();
    await decided(id);
    await goTo('2027-01-04T08:00:00+08:00');
    const { rev } = await stored(id);
    const back = { id, rev, key: newKey(), backOn: '2027-01-04', reason: 'x' };
    await decided((await company.ask('staff', 'shorten', back)).data.id);
    expect((await left('annual')).left).toBe(18);
  });
});

test('leave of 31 December asked for on 4 January is booked on last year', async () => {
  await goTo('2026-12-30T09:00:00+08:00');
  await goTo('2027-01-04T09:00:00+08:00');
  await decided(await sent(leave('2026-12-31', '2026-12-31')));
  const { entries } = (await company.db.get('accounts', PEOPLE.staff)) as unknown as {
    entries: Record<string, { kind: string; grantId: string; minutes: number }>;
  };
  const uses = Object.values(entries).filter(({ kind }) => kind === 'use');
  expect(uses).toMatchObject([{ grantId: 'annual-2026', minutes: -DAY }]);
  expect((await left('annual')).left).toBe(19);
});

describe('overtime for comp time', () => {
  test('of 26 December approved in January can be used for leave of January', async () => {
    const id = await sent(overtime('2026-12-26'));
    await goTo('2027-01-04T09:00:00+08:00');
    await decided(id);
    expect((await left('comp-time')).left).toBe(0.5);
  });
  test('on New Year’s Day, in a year that is not announced, is 300 percent', async () => {
    const id = await sent(overtime('2027-01-01', 'pay'));
    const { facts } = (await company.db.get('requests', id)) as unknown as { facts: object[] };
    expect(facts).toContainEqual({
      code: 'PAY_CLASS',
      data: { percent: 300, minutes: 240, kind: 'holiday' },
    });
  });
  test('approved before and cancelled after takes its comp time back', async () => {
    const id = await sent(overtime('2026-12-26'));
    await decided(id);
    expect((await left('comp-time')).left).toBe(0.5);
    await goTo('2027-01-02T09:00:00+08:00');
    const { rev } = await stored(id);
    const cancel = await company.ask('staff', 'cancel', { id, rev, key: newKey(), reason: 'x' });
    await decided(cancel.data.id);
    expect((await left('comp-time')).left).toBe(0);
  });
});

describe('a trip over New Year', () => {
  test('counts the holiday too, waits over the turn of the year and is approved', async () => {
    const id = await sent(trip('2026-12-31', '2027-01-04'));
    await goTo('2027-01-05T09:00:00+08:00');
    await decided(id);
    const [span] = await spansOf();
    expect(span).toMatchObject({ kind: 'trip', state: 'approved' });
    expect(Object.keys(span?.perDay ?? {})).toHaveLength(5);
  });
});

test('a correction of 31 December sent and approved in January counts for that day', async () => {
  await goTo('2027-01-04T09:00:00+08:00');
  const id = await sent(request('correction', { day: '2026-12-31', slot: 'in', time: '09:00', reason: 'x' }));
  await decided(id);
  const [span] = await spansOf();
  expect(span).toMatchObject({ kind: 'correction', state: 'approved', day: '2026-12-31' });
});
