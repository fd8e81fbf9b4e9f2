import type { Instant, Month } from '#contracts/common';
import { addSettlement, findSettlement, saveSettlement } from '../../settlement/public';
import { lastLockedAt, type SettlementRun } from '../../settlement/rules';
import { addMonths, dayOf, monthOf } from '../../shared/calendar/company-time';
import { readAhead } from '../../shared/data/read-ahead';
import { AppError } from '../../shared/errors/app-error';
import { saveSettled } from '../data/settled-months';
import { NO_SUMS } from '../domain/month-sums';
import { firstMonth } from './first-month';
import { type ChangedMonth, type PageRead, readPage, type SettledPage, settlePage } from './settle-page';

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
  const run = await saveSettlement(found, start);
  // A concurrent unit won: return its state.
  return (run && (await settlePages(run, now, deadline))) ?? (await findSettlement(month)) ?? found;
}

/** Pages that are read while one is computed. */
const PAGES_AHEAD = 2;

/**
 * Settles page after page; the next ones are read while one is computed, and one is saved while the next one is computed.
 * @returns null if a concurrent unit goes on in its place
 */
async function settlePages(
  started: SettlementRun,
  now: Instant,
  deadline: number,
): Promise<SettlementRun | null> {
  const { _id: month } = started;
  const lockedAt = lastLockedAt(started);
  let progress = started;
  let saved: Promise<SettlementRun | null> = Promise.resolve(started);
  const pages = readAhead(started.cursor, PAGES_AHEAD, (cursor) => readPage(month, cursor, now));
  try {
    for await (const read of pages) {
      const { due, page } = settlePage({ month, read, sums: progress.sums ?? NO_SUMS, lockedAt }, now);
      const before = await saved;
      if (!before) return null;
      const isOver = performance.now() >= deadline;
      const after = afterPage(before, page, now, isOver);
      progress = { ...before, ...after };
      saved = saveProgress(before, { due, read }, after);
      // Its failure is thrown when its turn comes.
      saved.catch(() => undefined);
      if (isOver) break;
    }
    return await saved;
  } finally {
    await Promise.allSettled([saved]);
  }
}

/** The results first, so that what the run says is done. */
async function saveProgress(
  run: SettlementRun,
  { due, read }: { readonly due: readonly ChangedMonth[]; readonly read: PageRead },
  after: ReturnType<typeof afterPage>,
): Promise<SettlementRun | null> {
  await saveSettled(due.map((each) => ({ before: read.before.get(each.employeeId), now: each })));
  return saveSettlement(run, after);
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
