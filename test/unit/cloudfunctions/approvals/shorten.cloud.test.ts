import { openWithReset } from '../../../support/open';
import { newKey, openRequestCompany, PEOPLE, trip } from '../support/request-company';

// Monday; the absence is Monday to Friday of the week after.
const NOW = '2026-11-23T09:00:00+08:00';
const company = openWithReset(() => openRequestCompany(NOW));

const leave = (leaveType = 'annual') => ({
  key: newKey(),
  typeId: 'leave',
  version: 1,
  values: { leaveType, period: { unit: 'day', from: '2026-11-30', to: '2026-12-04' }, reason: 'x' },
});
const requestOf = async (id: string) =>
  (await company.db.get('requests', id)) as unknown as {
    rev: number;
    waitingFor: string[];
    timeline: object[];
  };
/** Signs until nobody is asked any more. */
async function signed(id: string, rev = 1): Promise<void> {
  let state = 'pending';
  for (let next = rev; state === 'pending'; next += 1) {
    const { waitingFor } = await requestOf(id);
    const who = waitingFor.includes(PEOPLE.head) ? 'head' : waitingFor.includes(PEOPLE.hr) ? 'hr' : 'boss';
    const answer = await company.ask(who, 'decide', { id, rev: next, verb: 'approve' });
    expect(answer.error).toBeUndefined();
    state = answer.data.state;
  }
}
async function approved(input: Record<string, unknown> = leave()): Promise<{ id: string; rev: number }> {
  const { id } = (await company.ask('staff', 'submit', input)).data;
  await signed(id);
  return { id, rev: (await requestOf(id)).rev };
}
const back = (
  of: { id: string; rev: number },
  backOn = '2026-12-02',
  who: 'staff' | 'hr' | 'peer' = 'staff',
) => company.ask(who, 'shorten', { ...of, key: newKey(), backOn, reason: '项目需要' });
const balance = async () => {
  const { data } = await company.ask('staff', 'balances', {});
  const own = data.balances.find(({ type }: { type: { id: string } }) => type.id === 'annual');
  return { left: own.left / 480, used: own.used / 480 };
};
const span = async (id: string) =>
  ((await company.db.get('accounts', PEOPLE.staff)) as unknown as { spans: Record<string, object> }).spans[
    id
  ];

describe('back at work on Wednesday from a week of annual leave', () => {
  test('three days return once the same people have approved it, and those are workdays again', async () => {
    const of = await approved();
    expect(await balance()).toEqual({ left: 5, used: 5 });
    expect((await company.ask('staff', 'detail', { id: of.id })).data.may).toContain('shorten');
    const asked = (await back(of)).data;
    expect(asked).toMatchObject({
      cancels: of.id,
      state: 'pending',
      title: { 'zh-CN': '年休假（提前返岗）' },
      period: { unit: 'day', from: '2026-12-02', to: '2026-12-04' },
      amountMinutes: 1_440,
      waitingFor: [{ id: PEOPLE.head }],
      facts: [
        { code: 'SHORTENED', data: { backOn: '2026-12-02', before: 2_400, after: 960 } },
        { code: 'BALANCE', data: { before: 2_400, after: 3_840 } },
      ],
    });
    expect(await balance()).toEqual({ left: 5, used: 5 });
    await signed(asked.id);
    expect(await balance()).toEqual({ left: 8, used: 2 });
    expect(await span(of.id)).toMatchObject({
      state: 'approved',
      minutes: 960,
      perDay: { '2026-11-30': 480, '2026-12-01': 480 },
    });
    const { data } = await company.ask('staff', 'detail', { id: of.id });
    expect(data).toMatchObject({
      state: 'approved',
      period: { from: '2026-11-30', to: '2026-12-01' },
      amountMinutes: 960,
      values: { period: { to: '2026-12-01' } },
    });
    expect(data.timeline.at(-1)).toMatchObject({ verb: 'shorten' });
    // Again, by the timer: nothing changes.
    company.clock.advance(61_000);
    await company.tick();
    await company.tick();
    expect(await balance()).toEqual({ left: 8, used: 2 });
    expect(await company.db.count('messages', { event: 'request.cancelled' })).toBe(0);
  });
  test('at noon, the morning stays leave and the afternoon returns and is to be worked', async () => {
    const of = await approved();
    const input = { ...of, key: newKey(), backOn: '2026-12-02', at: 'noon', reason: '项目需要' };
    const asked = (await company.ask('staff', 'shorten', input)).data;
    expect(asked).toMatchObject({
      period: { unit: 'half', from: '2026-12-02', fromHalf: 2, to: '2026-12-04', toHalf: 2 },
      amountMinutes: 1_200,
      waitingFor: [{ id: PEOPLE.head }],
      facts: [
        { code: 'SHORTENED', data: { backOn: '2026-12-02', at: 'noon', before: 2_400, after: 1_200 } },
        { code: 'BALANCE', data: { before: 2_400, after: 3_600 } },
      ],
    });
    await signed(asked.id);
    expect(await balance()).toEqual({ left: 7.5, used: 2.5 });
    expect(await span(of.id)).toMatchObject({
      minutes: 1_200,
      perDay: { '2026-11-30': 480, '2026-12-01': 480, '2026-12-02': 240 },
      to: Date.parse('2026-12-02T12:00:00+08:00'),
    });
    const { data } = await company.ask('staff', 'detail', { id: of.id });
    expect(data.period).toEqual({
      unit: 'half',
      from: '2026-11-30',
      fromHalf: 1,
      to: '2026-12-02',
      toHalf: 1,
    });
    // The whole is cancelled later: every half day returns once.
    const { rev } = await requestOf(of.id);
    await signed(
      (await company.ask('staff', 'cancel', { id: of.id, rev, key: newKey(), reason: 'x' })).data.id,
    );
    expect(await balance()).toEqual({ left: 10, used: 0 });
  });
  test('at noon of the only day', async () => {
    const input = leave();
    input.values.period = { unit: 'day', from: '2026-11-30', to: '2026-11-30' };
    const of = await approved(input);
    expect((await company.ask('staff', 'detail', { id: of.id })).data.may).toContain('shorten');
    const back = { ...of, key: newKey(), backOn: '2026-11-30', at: 'noon', reason: 'x' };
    await signed((await company.ask('staff', 'shorten', back)).data.id);
    expect(await balance()).toEqual({ left: 9.5, used: 0.5 });
  });
  test('leave that is taken in whole days is not offered to end at noon', async () => {
    const days = (from: string, to: string) => {
      const input = leave('bereavement');
      input.values.period = { unit: 'day', from, to };
      return approved(input);
    };
    const offered = async (id: string) => (await company.ask('staff', 'detail', { id })).data;
    const two = await days('2026-11-30', '2026-12-01');
    expect(await offered(two.id)).toMatchObject({ may: ['cancel', 'shorten'], wholeDays: true });
    const noon = { ...two, key: newKey(), backOn: '2026-12-01', at: 'noon', reason: 'x' };
    expect((await company.ask('staff', 'shorten', noon)).error?.code).toBe('PERIOD_INVALID');
    expect((await back(two, '2026-12-01')).ok).toBe(true);
    const one = await days('2026-12-07', '2026-12-07');
    expect((await offered(one.id)).may).toEqual(['cancel']);
    const annual = await approved({
      ...leave(),
      values: { ...leave().values, period: { unit: 'day', from: '2026-12-14', to: '2026-12-15' } },
    });
    expect(await offered(annual.id)).not.toHaveProperty('wholeDays');
  });
  test('by the hour, in leave that is counted in hours', async () => {
    const input = leave('personal');
    input.values.period = { unit: 'hour', from: '2026-11-30', start: 780, end: 1_080 } as never;
    const of = await approved(input);
    const back = { ...of, key: newKey(), backOn: '2026-11-30', at: 900, reason: 'x' };
    const asked = (await company.ask('staff', 'shorten', back)).data;
    expect(asked).toMatchObject({ amountMinutes: 180, facts: [{ data: { at: '15:00', after: 120 } }] });
    await signed(asked.id);
    expect(await span(of.id)).toMatchObject({ minutes: 120, to: Date.parse('2026-11-30T15:00:00+08:00') });
  });
  test('rejected, nothing changes and it can be asked for again', async () => {
    const of = await approved();
    const asked = (await back(of)).data;
    await company.ask('head', 'decide', { id: asked.id, rev: 1, verb: 'reject' });
    expect(await balance()).toEqual({ left: 5, used: 5 });
    const { rev } = await requestOf(of.id);
    expect((await back({ id: of.id, rev })).ok).toBe(true);
  });
  test('twice, and then cancelled as a whole, returns every day once', async () => {
    const of = await approved();
    await signed((await back(of, '2026-12-03')).data.id);
    const revOf = async () => (await requestOf(of.id)).rev;
    await signed((await back({ id: of.id, rev: await revOf() }, '2026-12-01')).data.id);
    expect(await balance()).toEqual({ left: 9, used: 1 });
    const input = { id: of.id, rev: await revOf(), key: newKey(), reason: 'x' };
    await signed((await company.ask('staff', 'cancel', input)).data.id);
    expect(await balance()).toEqual({ left: 10, used: 0 });
    expect(await span(of.id)).toBeUndefined();
  });
  test('is asked for by HR as well, and by nobody else', async () => {
    const of = await approved();
    expect((await back(of, '2026-12-02', 'peer')).error?.code).toBe('NOT_FOUND');
    expect((await company.ask('hr', 'detail', { id: of.id })).data.may).toContain('shorten');
    const asked = (await back(of, '2026-12-02', 'hr')).data;
    expect(asked).toMatchObject({ applicant: { id: PEOPLE.staff } });
    const { timeline } = await requestOf(asked.id);
    expect(timeline[0]).toMatchObject({ verb: 'submit', byId: PEOPLE.hr });
  });
  test.each([
    ['on the first day, which is a cancellation', '2026-11-30', 'PERIOD_INVALID'],
    ['after the leave', '2026-12-05', 'PERIOD_INVALID'],
  ])('%s, is refused', async (_, backOn, code) => {
    expect((await back(await approved(), backOn)).error?.code).toBe(code);
  });
  test('while the whole is being cancelled, is refused', async () => {
    const of = await approved();
    await company.ask('staff', 'cancel', { ...of, key: newKey(), reason: 'x' });
    expect((await back(of)).error?.code).toBe('REQUEST_CHANGED');
  });
});

test('back early from a trip is the same, without a balance', async () => {
  const of = await approved(trip('2026-11-30', '2026-12-04'));
  const asked = (await back(of)).data;
  expect(asked.facts.map(({ code }: { code: string }) => code)).toEqual(['SHORTENED']);
  await signed(asked.id);
  expect(await span(of.id)).toMatchObject({ kind: 'trip', state: 'approved', minutes: 960 });
});
