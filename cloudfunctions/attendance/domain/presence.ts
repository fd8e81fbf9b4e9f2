import type { MonthDay } from '#contracts/month';
import type { TeamMember } from '#contracts/team';
import type { ShiftTemplate } from '../../schedule/rules';
import type { Cover } from './attendance-day';
import { expectedTime } from './expected-time';

const MINUTE = 60_000;

export interface PresenceQuestion {
  /** The current attendance day so far. */
  readonly report: MonthDay;
  /** The shift to be worked; null on a day off. */
  readonly work: ShiftTemplate | null;
  readonly covers: readonly Cover[];
  readonly now: number;
}

type Presence = Pick<TeamMember, 'state' | 'lateMinutes' | 'firstIn' | 'lastOut'>;

/** A person's current presence: from punches, then leave and trips, then the expected time. */
export function presenceOf(question: PresenceQuestion): Presence {
  const { report } = question;
  const firstIn = report.punches.find(({ slot }) => slot === 'in') ?? null;
  const lastOut = report.punches.findLast(({ slot }) => slot === 'out') ?? null;
  const lateMinutes = report.marks.reduce((sum, mark) => sum + (mark.kind === 'late' ? mark.minutes : 0), 0);
  const punchTimes = { firstIn, lastOut, lateMinutes };
  // Before the required end the day is open: a person who has left counts as having left early so far.
  const isEarly = report.state === 'ongoing' || report.marks.some(({ kind }) => kind === 'early');
  // A clock-in after a clock-out, in a later segment, means that the person is back.
  if (lastOut && report.punches.at(-1)?.slot === 'out')
    return { ...punchTimes, state: isEarly ? 'left-early' : 'left' };
  if (firstIn) return { ...punchTimes, state: 'in' };
  return { ...punchTimes, ...stateWithoutPunch(question) };
}

/** The state of a person without punches. */
function stateWithoutPunch({
  report,
  work,
  covers,
  now,
}: PresenceQuestion): Pick<Presence, 'state' | 'lateMinutes'> {
  const away = covers.find(({ from, to }) => from <= now && now < to);
  if (!work) return { state: away?.kind ?? 'off', lateMinutes: 0 };
  const { presence, flexible } = expectedTime(report.day, work, covers);
  const cover = presence ? away : covers[0];
  if (cover || !presence) return { state: cover?.kind ?? 'off', lateMinutes: 0 };
  const minutesLate = Math.floor((now - presence.startAt) / MINUTE) - (flexible ? work.flexMinutes : 0);
  return minutesLate > 0 ? { state: 'late', lateMinutes: minutesLate } : { state: 'not-yet', lateMinutes: 0 };
}
