import type { Instant } from '#contracts/common';

const ISO =
  /^(20\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** The instant of a text such as `2026-11-28T20:00:00+08:00`; null without an offset, or for a day that does not exist. */
export function readInstant(text: string): Instant | null {
  const [, day = ''] = ISO.exec(text) ?? [];
  if (day === '') return null;
  const isDay = new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
  return isDay ? (Date.parse(text) as Instant) : null;
}
