import type { Phone } from './phone';

/** Chooses one value in each column of the wheel that `target` opens. */
async function pick(phone: Phone, target: string, values: readonly string[]): Promise<void> {
  await phone.tap(target);
  for (const [index, value] of values.entries()) {
    const column = phone.frame.locator('.mp-picker-column').nth(index);
    await column.getByText(value, { exact: true }).tap();
  }
  await phone.tap('确定');
}

/** `2026-10-01` in the date picker that `target` opens. */
export const pickDay = (phone: Phone, target: string, day: string): Promise<void> =>
  pick(phone, target, day.split('-'));

/** `09:30` in the time picker that `target` opens. */
export const pickTime = (phone: Phone, target: string, time: string): Promise<void> =>
  pick(phone, target, time.split(':'));

/** Turns the calendar of a form to the month of a day. */
async function turnTo(phone: Phone, day: string): Promise<void> {
  const title = phone.frame.locator('#calendar-month');
  for (;;) {
    const [year = 0, month = 0] = ((await title.textContent()) ?? '').match(/\d+/g)?.map(Number) ?? [];
    const steps = (Number(day.slice(0, 4)) - year) * 12 + Number(day.slice(5, 7)) - month;
    if (steps === 0) return;
    await phone.tap(steps > 0 ? '#calendar-next' : '#calendar-previous');
    await title.filter({ hasNotText: `${year}年${month}月` }).waitFor();
  }
}

/** The days of a period, on the calendar of its form. */
export async function pickPeriod(phone: Phone, from: string, to = from): Promise<void> {
  await phone.tap('#period-from');
  await turnTo(phone, from);
  await phone.tap(`#day-${from}`);
  await turnTo(phone, to);
  await phone.tap(`#day-${to}`);
}
