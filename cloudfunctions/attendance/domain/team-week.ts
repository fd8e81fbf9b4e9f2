import type { Day } from '#contracts/common';
import type { MonthDay } from '#contracts/month';
import type { WeekDay } from '#contracts/team';

type Report = Pick<MonthDay, 'marks' | 'shift'>;

/**
 * What a colleague's day will be, as far as the team may know: whether they are away and for how much of it, not which
 * leave it is. `employed`: on that day.
 */
export function weekDayOf(day: Day, { marks, shift }: Report, employed: boolean): WeekDay {
  if (!employed) return { day, state: 'none', away: 0, shift: null, requested: null };
  const away = marks.flatMap((mark) => (mark.kind === 'leave' || mark.kind === 'trip' ? [mark] : []));
  const asked = marks.flatMap((mark) =>
    mark.kind === 'requested' && (mark.of === 'leave' || mark.of === 'trip') ? [mark.of] : [],
  );
  const share = Math.min(
    1,
    away.reduce((total, { days }) => total + days, 0),
  );
  const [longest] = [...away].sort((a, b) => b.days - a.days);
  return {
    day,
    state: longest?.kind ?? (shift ? 'work' : 'off'),
    away: share,
    shift,
    requested: asked[0] ?? null,
  };
}
