import type { Day, Instant, Month } from '#contracts/common';
import type { PersonBrief } from '#contracts/person';
import { findSettlement } from '../../settlement/public';
import { addMonths } from '../../shared/calendar/company-time';
import { readAhead } from '../../shared/data/read-ahead';
import { AppError } from '../../shared/errors/app-error';
import { addPayRun, findPayRun, findPayRuns, hasLockedAfter, savePayRun } from '../data/pay-runs';
import { removeSlips, type SlipToSave, saveSlips } from '../data/payslips';
import { afterPage, newPass, type PayRun, withCalculator, withEvent } from '../domain/pay-run';
import { requirePayDay } from './pay-day';
import { readPayPage, workOutPage } from './pay-page';
import { findRunFacts } from './run-facts';

/** Longer than any function can run: an expired lease means that its worker died. */
const LEASE_MS = 90_000;
/** Pages that are read while one is worked out. */
const PAGES_AHEAD = 1;

export interface PayCall {
  readonly by: PersonBrief;
  readonly paidOn: Day;
  readonly now: Instant;
  /** In terms of `performance.now()`; no page starts after it. */
  readonly deadline: number;
  /** Works everything out once more. */
  readonly again: boolean;
}

/**
 * Continues a run, page by page, until it is done or the time is up. One unit works at a time, by a lease; each page saves
 * its progress, so that another unit goes on after a crash.
 * @throws AppError PAY_RUN_REFUSED
 */
export async function payUnit(month: Month, call: PayCall): Promise<PayRun> {
  const { now, paidOn, by, again } = call;
  const found = await startedRun(month, call);
  requireDraft(found);
  const isDue = found.state === 'calculated' ? again : found.leaseUntil <= now;
  if (!isDue) return found;
  const isNewPass = found.state === 'calculated' || again || found.paidOn !== paidOn;
  if (found.paidOn !== paidOn) await requirePayDay(month, paidOn);
  const run = await savePayRun(found, {
    ...{ state: 'running', leaseUntil: now + LEASE_MS, worker: by },
    // Whoever works everything out once more is the one who has worked it out.
    calculatedBy: isNewPass ? [by.id] : withCalculator(found, by.id),
    ...(isNewPass && newPass(paidOn, now)),
  });
  // A concurrent unit won: return its state.
  return (run && (await payPages(run, call))) ?? (await findPayRun(month)) ?? found;
}

/** The run of the month; it is begun once attendance and the months before are final. */
async function startedRun(month: Month, { now, paidOn }: PayCall): Promise<PayRun> {
  const found = await findPayRun(month);
  if (found) return found;
  const [settlement, earlier, hasLater] = await Promise.all([
    findSettlement(month),
    findPayRuns([addMonths(month, -1)]),
    hasLockedAfter(month),
  ]);
  if (settlement?.state !== 'locked') throw refused('attendance-open', month);
  for (const run of earlier.values()) if (isDraft(run)) throw refused('earlier-open', run._id);
  // It has withheld tax without this month.
  if (hasLater) throw refused('later-locked', month);
  await requirePayDay(month, paidOn);
  const run: PayRun = {
    ...{ _id: month, rev: 1, state: 'running', version: 1, leaseUntil: 0, calculatedBy: [] },
    ...newPass(paidOn, now),
    ...{ lockedAt: null, publishedAt: null, history: [] },
  };
  return (await addPayRun(run)) === 'added' ? run : ((await findPayRun(month)) ?? run);
}

export const isDraft = ({ state }: Pick<PayRun, 'state'>): boolean =>
  state === 'running' || state === 'calculated';

function requireDraft(run: PayRun): void {
  if (!isDraft(run)) throw refused('locked', run._id);
}

/** @returns null if a concurrent unit goes on in its place */
async function payPages(started: PayRun, call: PayCall): Promise<PayRun | null> {
  const { now, deadline, by } = call;
  const facts = await findRunFacts(started._id, started.paidOn, now);
  let progress = started;
  let saved: Promise<PayRun | null> = Promise.resolve(started);
  const pages = readAhead(started.cursor, PAGES_AHEAD, (cursor) => readPayPage(facts, cursor, now));
  try {
    for await (const read of pages) {
      const { due, page } = workOutPage(facts, read);
      const before = await saved;
      if (!before) return null;
      const isOver = performance.now() >= deadline;
      const counted = afterPage(progress, page, isOver);
      const isDone = counted.state === 'calculated';
      const after = isDone ? { ...counted, history: withEvent(before, 'calculated', by, now) } : counted;
      progress = { ...before, ...after };
      saved = saveProgress(before, { due, stale: read.stale }, after);
      // Its failure is thrown when its turn comes.
      saved.catch(() => undefined);
      if (isOver) break;
    }
    return await saved;
  } finally {
    await Promise.allSettled([saved]);
  }
}

/** The slips first, so that what the run says is done. */
async function saveProgress(
  run: PayRun,
  { due, stale }: { readonly due: readonly SlipToSave[]; readonly stale: readonly string[] },
  after: Partial<PayRun>,
): Promise<PayRun | null> {
  await Promise.all([saveSlips(due), removeSlips(stale)]);
  return savePayRun(run, after);
}

export const refused = (
  rule: ConstructorParameters<typeof AppError<'PAY_RUN_REFUSED'>>[1]['rule'],
  month: Month,
) => new AppError('PAY_RUN_REFUSED', { rule, month });
