import type { Exact } from '#contracts/common';

/** Four decimals. */
const UNIT = 10_000;

const partsOf = (value: Exact): readonly [number, number] => {
  const [above, below = '1'] = value.split('/');
  return [Number(above), Number(below)];
};

/**
 * An exact number as people write it: `2175/100` is 21.75. What has no end within four decimals stays a fraction, 5/6, so
 * that who works the amount out again gets the same fen.
 */
export function decimalText(value: Exact): string {
  const [above, below] = partsOf(value);
  const rounded = Math.round((above / below) * UNIT);
  return rounded * below === above * UNIT ? String(rounded / UNIT) : value;
}

/** Hours and minutes of hours that decimals do not say exactly; null for those that they do. */
export function hoursAndMinutes(value: Exact): { readonly hours: number; readonly minutes: number } | null {
  const [above, below] = partsOf(value);
  const minutes = (above * 60) / below;
  if (decimalText(value) !== value || below === 1 || !Number.isInteger(minutes)) return null;
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}
