/** The phone is in China, regardless of the machine's zone; China has no summer time. */
const OFFSET_MS = 8 * 3_600_000;

/** `2026-11-20T08:57` of an instant (epoch ms), as `<input type=datetime-local>` wants it. */
export function chinaDateTime(instant: number): string {
  return new Date(instant + OFFSET_MS).toISOString().slice(0, 16);
}

/** Epoch ms of `2026-11-20T08:57`; null if it is not a date-time. */
export function instantOfChinaTime(text: string): number | null {
  const ms = Date.parse(`${text}${text.length > 10 ? '' : 'T00:00'}+08:00`);
  return Number.isFinite(ms) ? ms : null;
}

/** `08:57` of an instant. */
export const chinaTime = (instant: number): string => chinaDateTime(instant).slice(11);
