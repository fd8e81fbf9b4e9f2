import { openWithReset } from '../../../support/open';
import { holiday, stepsIn } from '../support/change-steps';
import { newKey, openRequestCompany, PEOPLE } from '../support/request-company';

/** A Monday; the leave is Monday to Friday of the week after. */
const NOW = '2027-01-04T09:00:00+08:00';
const company = openWithReset(() => openRequestCompany(NOW));
const { approvedLeave, approve, saveCalendar, stored, account, balance, secondPass } = stepsIn(company);

const week = () => approvedLeave('annual', '2027-01-11', '2027-01-15');
const revOf = async (id: string) => (await stored(id))?.rev as number;
/** Asks to be back on a day; not decided yet. */
const back = async (id: string, backOn: string) => {
  const input = { id, rev: await revOf(id), key: newKey(), backOn, reason: '项目需要' };
  const { data, error } = await company.ask('staff', 'shorten', input);
  expect(error).toBeUndefined();
  return data;
};
const cancelled = async (id: string) => {
  const input = { id, rev: await revOf(id), key: newKey(), reason: '不去了' };
  const { data, error } = await company.ask('staff', 'cancel', input);
  expect(error).toBeUndefined();
  await approve(data);
};
const spanOf = async (id: string) =>
  ((await account()) as unknown as { spans: Record<string, { minutes: number; perDay: object }> }).spans[id];

describe('back early from leave, and then the calendar changes', () => {
  test('a holiday among the days that stayed returns that day; the rest stays shortened', async () => {
    const { id } = await week();
    await approve(await back(id, '2027-01-14'));
    expect(await balance('annual')).toMatchObject({ used: 1_440 });
    await saveCalendar(holiday('2027-01-12'));
    expect(await balance('annual')).toMatchObject({ used: 960, held: 0 });
    expect(await spanOf(id)).toMatchObject({
      minutes: 960,
      perDay: { '2027-01-11': 480, '2027-01-13': 480 },
    });
    expect(await stored(id)).toMatchObject({
      amountMinutes: 960,
      period: { from: '2027-01-11', to: '2027-01-13' },
      facts: expect.arrayContaining([expect.objectContaining({ code: 'SHORTENED' })]),
    });
  });

  test('a holiday among the days that returned already changes nothing', async () => {
    const { id } = await week();
    await approve(await back(id, '2027-01-14'));
    const before = await stored(id);
    await saveCalendar(holiday('2027-01-15'));
    expect(await stored(id)).toEqual(before);
    expect(await balance('annual')).toMatchObject({ used: 1_440 });
  });

  test('the holiday taken back again, nothing is lost; cancelling returns what is still taken', async () => {
    const { id } = await week();
    await approve(await back(id, '2027-01-14'));
    await saveCalendar(holiday('2027-01-12'));
    await saveCalendar([], 1);
    expect(await balance('annual')).toMatchObject({ used: 1_440 });
    await cancelled(id);
    expect(await balance('annual')).toMatchObject({ used: 0, held: 0 });
  });

  test('cancelling after both returns every day once', async () => {
    const { id } = await week();
    const { left } = await balance('annual');
    await approve(await back(id, '2027-01-14'));
    await saveCalendar(holiday('2027-01-12'));
    await cancelled(id);
    expect((await balance('annual')).left - left).toBe(2_400);
    expect((await account())?.spans).toEqual({});
  });

  test('counted again first, then back early: only days that still count return', async () => {
    const { id } = await week();
    await saveCalendar(holiday('2027-01-12', '2027-01-15'));
    await approve(await back(id, '2027-01-14'));
    expect(await balance('annual')).toMatchObject({ used: 960 });
    expect(await spanOf(id)).toMatchObject({ perDay: { '2027-01-11': 480, '2027-01-13': 480 } });
  });

  test('a holiday entered while the early return waits: the approval books the days of now', async () => {
    const { id } = await week();
    const asked = await back(id, '2027-01-14');
    await saveCalendar(holiday('2027-01-12', '2027-01-15'));
    expect(await balance('annual')).toMatchObject({ used: 1_440 });
    await approve(asked);
    expect(await balance('annual')).toMatchObject({ used: 960 });
    expect(await spanOf(id)).toMatchObject({ minutes: 960 });
    expect(await stored(id)).toMatchObject({ amountMinutes: 960, cancelledBy: null });
    await secondPass();
    expect(await balance('annual')).toMatchObject({ used: 960 });
  });
});

describe('the last day of employment inside of leave that was counted again', () => {
  test('the days after it return once', async () => {
    const { id } = await week();
    await saveCalendar(holiday('2027-01-12'));
    const employee = await company.db.get('employees', PEOPLE.staff);
    await company.db.replaceAll({ employees: [{ ...employee, _id: PEOPLE.staff, leftOn: '2027-01-13' }] });
    company.clock.advance(61_000);
    expect(await balance('annual')).toMatchObject({ used: 960 });
    expect((await stored(id))?.amountMinutes).toBe(1_920);
  });
});
