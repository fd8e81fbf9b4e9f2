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

/** `09:30` in the time picker that `target` opens. */
export const pickTime = (phone: Phone, target: string, time: string): Promise<void> =>
  pick(phone, target, time.split(':'));

/** Turns the calendar of a form until a day is on it. */
async function turnTo(phone: Phone, day: string): Promise<void> {
  const first = phone.frame.locator('[data-day]').first();
  while (!(await phone.frame.locator(`#day-${day}`).count())) {
    const before = (await first.getAttribute('data-day')) ?? '';
    await phone.tap(day > before ? '#calendar-next' : '#calendar-previous');
    await phone.frame.waitForFunction(
      (shown) => document.querySelector('[data-day]')?.getAttribute('data-day') !== shown,
      before,
    );
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
