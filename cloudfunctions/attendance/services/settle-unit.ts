import type { Instant, Month } from '#contracts/common';
import { addSettlement, findSettlement, saveSettlement } from '../../settlement/public';
import { lastLockedAt, type SettlementRun } from '../../settlement/rules';
import { addMonths, dayOf, monthOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { NO_SUMS } from '../domain/month-sums';
import { firstMonth } from './first-month';
import { type SettledPage, settlePage } from './settle-page';

/** Longer than any function can run: an expired lease means that its worker died. */
const LEASE_MS = 90_000;

export interface SettleCall {
  readonly now: Instant;
  /** In terms of `performance.now()`; no page starts after it. */
  readonly deadline: number;
  /** Repeats a settlement that is done. */
  readonly again: boolean;
}

/**
 * Continues the settlement of a month, page by page, until it is done or the time is up. Only one unit works at
 * a time: it acquires a lease by a conditional update. Each page saves its progress, so that another unit can
 * resume after a crash.
 * @throws AppError MONTH_LOCKED, MONTH_OUT_OF_RANGE before anybody was employed: there is nobody to settle
 */
export async function settleUnit(month: Month, { now, deadline, again }: SettleCall): Promise<SettlementRun> {
  const found = (await findSettlement(month)) ?? (await startSettlement(month, now));
  if (found.state === 'locked') throw new AppError('MONTH_LOCKED', { month });
  if (!isDue(found, now, again)) return found;
  const isNewPass = found.state !== 'running';
  const start = { state: 'running' as const, leaseUntil: now + LEASE_MS, ...(isNewPass && newPass(now)) };
  let run = await saveSettlement(found, start);
  while (run?.state === 'running') {
    const lockedAt = lastLockedAt(run);
    const page = await settlePage({ month, cursor: run.cursor, sums: run.sums ?? NO_SUMS, lockedAt }, now);
    run = await saveSettlement(run, afterPage(run, page, now, performance.now() >= deadline));
    if (performance.now() >= deadline) break;
  }
  // A concurrent unit won: return its state.
  return run ?? (await findSettlement(month)) ?? found;
}

function isDue({ state, resumesAt, leaseUntil }: SettlementRun, now: number, again: boolean): boolean {
  if (state === 'done') return again;
  if (state === 'waiting') return again || resumesAt === null || resumesAt <= now;
  return leaseUntil <= now;
}

async function startSettlement(month: Month, now: Instant): Promise<SettlementRun> {
  const from = await firstMonth(now);
  const to = addMonths(monthOf(dayOf(now)), -1);
  if (month < from) throw new AppError('MONTH_OUT_OF_RANGE', { from, to, rule: 'unsettled' });
  const run: SettlementRun = {
    _id: month,
    rev: 1,
    state: 'running',
    leaseUntil: 0,
    lockedAt: null,
    lockedById: null,
    ...newPass(now),
  };
  const added = await addSettlement(run);
  return added === 'added' ? run : ((await findSettlement(month)) ?? run);
}

const newPass = (now: Instant) => ({
  cursor: '',
  people: 0,
  leftOut: 0,
  written: 0,
  waiting: 0,
  sums: null,
  resumesAt: null,
  startedAt: now,
  doneAt: null,
});

function afterPage(run: SettlementRun, page: SettledPage, now: Instant, isOver: boolean) {
  const waiting = run.waiting + page.waiting;
  const resumesAt = Math.max(run.resumesAt ?? 0, page.resumesAt ?? 0) as Instant;
  const counts = {
    people: run.people + page.people,
    leftOut: (run.leftOut ?? 0) + page.leftOut,
    written: run.written + page.written,
    waiting,
    sums: page.sums,
    resumesAt: waiting > 0 ? resumesAt : null,
  };
  if (page.next !== null) return { ...counts, cursor: page.next, leaseUntil: isOver ? 0 : run.leaseUntil };
  const state = waiting > 0 ? ('waiting' as const) : ('done' as const);
  return { ...counts, state, cursor: '', leaseUntil: 0, doneAt: waiting > 0 ? null : now };
}
