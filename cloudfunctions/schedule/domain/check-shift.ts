import type { Shift, Span } from '#contracts/shift';
import { AppError } from '../../shared/errors/app-error';

const DAY = 1_440;
type Draft = Omit<Shift, 'version'>;

/**
 * Checks that a shift is consistent: it ends after it starts and is at most a day long, breaks lie inside
 * without overlapping, half a day of absence starts before a whole one, and a flexible shift's requirements are
 * feasible.
 * @throws AppError INPUT_INVALID
 */
export function checkShift(shift: Draft): void {
  const { start, end, lateHalfDayAfter, lateAbsentAfter, earlyHalfDayAfter, earlyAbsentAfter } = shift;
  ensure(start < end, 'end', 'after-start');
  ensure(end - start <= DAY, 'end', 'at-most-a-day');
  ensure(lateHalfDayAfter <= lateAbsentAfter, 'lateAbsentAfter', 'not-below-half-day');
  ensure(earlyHalfDayAfter <= earlyAbsentAfter, 'earlyAbsentAfter', 'not-below-half-day');
  checkBreaks(shift);
  if (shift.kind === 'flexible') checkFlexible(shift);
  else checkFixed(shift);
}

function checkFixed({ requiredMinutes, core }: Draft): void {
  ensure(requiredMinutes === null, 'requiredMinutes', 'flexible-only');
  ensure(core === null, 'core', 'flexible-only');
}

function checkBreaks({ start, end, breaks }: Draft): void {
  breaks.forEach((pause, index) => {
    ensure(pause.start < pause.end, `breaks.${index}`, 'after-start');
    ensure(start < pause.start && pause.end < end, `breaks.${index}`, 'inside');
    const before = breaks[index - 1];
    ensure(!before || before.end < pause.start, `breaks.${index}`, 'in-order');
  });
}

function checkFlexible({ start, end, breaks, core, requiredMinutes, flexMinutes }: Draft): void {
  const required = requiredMinutes ?? 0;
  ensure(flexMinutes === 0, 'flexMinutes', 'fixed-only');
  ensure(!breaks.some(({ punched }) => punched), 'breaks', 'fixed-only');
  ensure(required > 0, 'requiredMinutes', 'required');
  if (core) {
    ensure(core.start < core.end, 'core', 'after-start');
    ensure(start <= core.start && core.end <= end, 'core', 'inside');
  }
  // The required minutes must also fit after the latest arrival that is on time.
  const latest = { start: core?.start ?? start, end };
  ensure(netMinutes(latest, breaks) >= required, 'requiredMinutes', 'fits');
}

/** Minutes of a span without breaks. */
function netMinutes({ start, end }: Span, breaks: readonly Span[]): number {
  const inside = breaks.map((pause) => Math.max(0, Math.min(end, pause.end) - Math.max(start, pause.start)));
  return end - start - inside.reduce((sum, length) => sum + length, 0);
}

function ensure(holds: boolean, field: string, rule: string): void {
  if (!holds) throw new AppError('INPUT_INVALID', { path: `shift.${field}`, rule });
}
