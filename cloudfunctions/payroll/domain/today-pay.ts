import type { Day, Instant, Month } from '#contracts/common';
import type { OfficeTodo } from '#contracts/today';
import { addMonths, dayOf, monthOf } from '../../shared/calendar/company-time';
import { type Kept, keptFromLock } from './changed-by';
import { disputeUntil } from './dispute';
import type { PayRun } from './pay-run';

/** A run as Today reads it; `blockers` and who may not lock it for payroll only. */
export type RunOnToday = Pick<PayRun, '_id' | 'state' | 'version' | 'publishedAt'> &
  Kept & {
    readonly blockers?: PayRun['blockers'] | null;
    /** The kinds of its events, the latest last. */
    readonly history_kind?: readonly string[] | null;
    readonly telling_confirmUntil?: Day | null;
  };

/** An own slip as Today reads it, without an amount. */
export interface SlipOnToday {
  readonly month: Month;
  readonly hasOpenDispute: boolean;
  readonly confirmedVersion?: number | null;
  readonly hasNewAnswer?: boolean | null;
}

/**
 * Own slips to confirm, as long as they can be disputed, and answers to own disputes that were not read. A slip whose run was recalled is
 * nothing to do.
 */
export function slipTodos(
  slips: readonly SlipOnToday[],
  runs: readonly RunOnToday[],
  today: Day,
): OfficeTodo[] {
  return slips.flatMap(({ month, hasOpenDispute, confirmedVersion, hasNewAnswer }): OfficeTodo[] => {
    const run = runs.find(({ _id }) => _id === month);
    if (run?.state !== 'published' || run.publishedAt === null) return [];
    if (hasNewAnswer) return [{ kind: 'pay-answer', count: 1, month }];
    if (hasOpenDispute || confirmedVersion === run.version) return [];
    if (today > disputeUntil(run.publishedAt)) return [];
    const until = run.telling_confirmUntil;
    return until && today <= until
      ? [{ kind: 'payslip', count: 1, month, until }]
      : [{ kind: 'payslip-late', count: 1, month }];
  });
}

/** Steps of month-end that wait for somebody in payroll: of the last month and the one before. */
export function runTodos(
  runs: readonly RunOnToday[],
  lockedMonths: readonly string[],
  myId: string,
  now: Instant,
): OfficeTodo[] {
  const last = addMonths(monthOf(dayOf(now)), -1);
  return [addMonths(last, -1), last].flatMap((month): OfficeTodo[] => {
    const run = runs.find(({ _id }) => _id === month);
    const before = runs.find(({ _id }) => _id === addMonths(month, -1));
    const step = run ? stepOf(run, myId) : beginStep(before, lockedMonths.includes(month));
    return step ? [{ kind: step, count: 1, month }] : [];
  });
}

/** A company that does not run payroll here is not asked to begin. */
const beginStep = (before: RunOnToday | undefined, isLocked: boolean): OfficeTodo['kind'] | null =>
  isLocked && before && (before.state === 'locked' || before.state === 'published') ? 'pay-calculate' : null;

function stepOf(run: RunOnToday, myId: string): OfficeTodo['kind'] | null {
  const { state, blockers, history_kind: events } = run;
  // What was recalled is worked out again before it is locked.
  if (state === 'running' || (state === 'calculated' && events?.at(-1) === 'recalled'))
    return 'pay-calculate';
  if (state === 'locked') return 'pay-publish';
  if (state !== 'calculated') return null;
  if (blockers && blockers.length > 0) return 'pay-blocked';
  return keptFromLock(run).includes(myId) ? null : 'pay-lock';
}
