import type { Instant } from '#contracts/common';
import type { PayAnswer } from '#contracts/payslips';
import type { PersonBrief } from '#contracts/person';
import { findOwnRulesIfUsable } from '../../company-rules/public';
import { addContributions } from '../../insurance/public';
import { addDays, addMonths, dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { savePayRun } from '../data/pay-runs';
import { findOwedSlips, requireSlipsAfter, saveAnswers } from '../data/payslips';
import { contributionLines } from '../domain/contribution-lines';
import { withPaidByRun } from '../domain/dispute';
import { type PayRun, withEvent } from '../domain/pay-run';
import { payslipSettings } from '../domain/payslip-settings';
import type { StoredSlip } from '../domain/stored-slip';
import { MONTHS_AGAIN } from './run-facts';

const PAGE_SIZE = 100;

export interface PublishCall {
  readonly by: PersonBrief;
  readonly now: Instant;
  /** In terms of `performance.now()`; no page starts after it. */
  readonly deadline: number;
}

/**
 * Records the contributions of a locked run, page by page, and publishes it with the last one; nothing of it is visible
 * before. The same again adds nothing, so that an interrupted run is simply published once more.
 * @returns null after a concurrent change
 * @throws AppError RECORD_FAULTY with a slip that cannot be read: nobody's record is left out silently; BUSY after an answer at the
 * same moment
 */
export async function publishUnit(
  locked: PayRun,
  { by, now, deadline }: PublishCall,
): Promise<PayRun | null> {
  let run = locked;
  for (;;) {
    const { slips, next } = await requireSlipsAfter(run._id, run.cursor, PAGE_SIZE);
    await addContributions(
      slips.flatMap(({ employeeId, month, content }) => {
        const lines = contributionLines(content);
        if (lines.length === 0 || content.city === null) return [];
        return [{ employeeId, month, version: run.version, city: content.city, lines }];
      }),
    );
    await settleOwed(run, slips, { at: now, by, run: run._id });
    const isDone = next === null;
    const saved = await savePayRun(
      run,
      isDone ? await published(run, by, now) : { cursor: next, worker: by },
    );
    if (!saved || isDone || performance.now() >= deadline) return saved;
    run = saved;
  }
}

/**
 * Says that the differences are settled that these slips pay: of the month itself, where it was recalled after an answer, and of
 * the months before that the run has worked out again. Otherwise they would be paid once more apart. One call, and one for each.
 */
async function settleOwed(
  run: PayRun,
  slips: readonly StoredSlip[],
  settled: NonNullable<PayAnswer['settled']>,
): Promise<void> {
  const ids = slips.map(({ employeeId }) => employeeId);
  if (ids.length === 0) return;
  const paying = { month: run._id, from: addMonths(run._id, -MONTHS_AGAIN), startedAt: run.startedAt };
  const owed = await findOwedSlips(ids, paying.from, run._id);
  for (const slip of owed) {
    const disputes = withPaidByRun(slip, paying, settled);
    if (disputes !== slip.disputes && !(await saveAnswers(slip, { ...slip, disputes })))
      throw new AppError('BUSY', {});
  }
}

async function published(run: PayRun, by: PersonBrief, now: Instant): Promise<Partial<PayRun>> {
  const { confirmDays } = payslipSettings((await findOwnRulesIfUsable(now)) ?? {});
  return {
    ...{ state: 'published', publishedAt: now, cursor: '' },
    telling: { told: '', reminded: '', confirmUntil: addDays(dayOf(now), confirmDays) },
    history: withEvent(run, 'published', by, now),
  };
}
