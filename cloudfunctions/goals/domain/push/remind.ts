import type { Day } from '#contracts/common';
import { dayOf } from '../../../shared/calendar/company-time';
import { ladder, RUNGS, type Rung } from './ladder';
import type { Proposal } from './proposal';

/** Whom to remind of a proposal now, and what it is afterwards. */
export interface Reminder {
  readonly rungs: readonly Rung[];
  readonly change: Pick<Proposal, 'reminded' | 'remindOn'>;
}

/** By the ladder from the deadline, or from a later answer that the other side waits for. */
export function reminderOf(
  { deadline, history, reminded }: Proposal,
  today: Day,
  isWorkday: (day: Day) => boolean,
): Reminder {
  const answered = dayOf(history[0]?.at ?? 0);
  const { due, next } = ladder(answered > deadline ? answered : deadline, today, isWorkday);
  const done = reminded === 'nobody' ? -1 : RUNGS.indexOf(reminded);
  const last = due.at(-1) ?? 'nobody';
  return {
    rungs: due.filter((rung) => RUNGS.indexOf(rung) > done),
    change: { reminded: due.length > done + 1 ? last : reminded, remindOn: next },
  };
}
