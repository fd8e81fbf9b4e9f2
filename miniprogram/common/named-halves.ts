import type { Period } from '#contracts/form';

type HalfDays = Extract<Period, { unit: 'half' }>;
type Half = 1 | 2;

/**
 * Which half of its first and last day a period names: only where half of that day counts. From the morning of Friday
 * to that of Tuesday is 周五 – 周二上午, since 周五上午 would read as half a Friday.
 */
export function namedHalves({ from, to, fromHalf, toHalf }: HalfDays): {
  readonly first: Half | null;
  readonly last: Half | null;
} {
  if (from !== to) return { first: fromHalf === 2 ? 2 : null, last: toHalf === 1 ? 1 : null };
  const half = fromHalf === toHalf ? fromHalf : null;
  return { first: half, last: half };
}
