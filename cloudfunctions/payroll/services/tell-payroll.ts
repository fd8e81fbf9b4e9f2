import type { Instant, Month } from '#contracts/common';
import type { MessageEvent } from '#contracts/message';
import type { PersonBrief } from '#contracts/person';
import { findHolders } from '../../people/public';
import { isEmployedOn } from '../../people/rules';
import { canOpenMonth } from '../../second-check/public';
import { dayOf } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import { MAX_RECIPIENTS, notify } from '../../shared/outbox/outbox';
import { keptFromLock } from '../domain/changed-by';
import { aboutRun, aboutSlips } from '../domain/pay-message';
import type { PayRun } from '../domain/pay-run';

const nameOf = ({ name, nameEn }: PersonBrief) => ({ 'zh-CN': name, en: nameEn || name });

/** Everybody in payroll who is employed, but for some. None or one read. */
async function payrollBut(ids: readonly string[], now: Instant): Promise<readonly string[]> {
  const holders = await findHolders('payroll', now);
  return holders
    .filter((each) => isEmployedOn(each, dayOf(now)) && !ids.includes(each._id))
    .map(({ _id }) => _id)
    .slice(0, MAX_RECIPIENTS);
}

interface Told {
  readonly id: string;
  readonly event: MessageEvent;
  readonly but: readonly string[];
  readonly data: ReturnType<typeof aboutRun>;
  readonly aboutId: string;
}

async function tell({ id, but, ...message }: Told, by: PersonBrief, now: Instant): Promise<void> {
  const data = { ...message.data, name: nameOf(by) };
  const to = await payrollBut(but, now);
  await notify({ ...message, _id: id, to, data, at: now, template: 'waiting' });
}

/**
 * Asks a second person to check and lock a run, if it is worked out and nobody is missing; once a day, however often it is worked
 * out again.
 */
export async function askToLock(run: PayRun, by: PersonBrief, now: Instant): Promise<void> {
  const { _id: month, state, version, blockers } = run;
  if (state !== 'calculated' || blockers.length > 0) return;
  await tell(
    {
      ...{
        id: `pay-to-lock:${month}:${version}:${dayOf(now)}`,
        event: 'pay.to-lock',
        but: keptFromLock(run),
      },
      ...{ data: aboutRun(month), aboutId: month },
    },
    by,
    now,
  );
}

/** A locked run waits to be published. */
export const askToPublish = (month: Month, version: number, by: PersonBrief, now: Instant): Promise<void> =>
  tell(
    {
      ...{ id: `pay-to-publish:${month}:${version}`, event: 'pay.to-publish', but: [by.id] },
      ...{ data: aboutRun(month), aboutId: month },
    },
    by,
    now,
  );

/** A line of a slip is disputed; neither the line nor the words are told. */
export const tellDispute = (month: Month, disputeId: string, by: PersonBrief, now: Instant): Promise<void> =>
  tell(
    {
      ...{ id: `pay-disputed:${by.id}:${month}:${disputeId}`, event: 'pay.disputed', but: [by.id] },
      ...{ data: aboutSlips(month), aboutId: month },
    },
    by,
    now,
  );

/** The person is told that there is an answer, and nothing of it; not who has left and cannot open the slip any more. */
export const tellAnswer = (person: Employee, month: Month, disputeId: string, at: Instant): Promise<void> =>
  notify({
    _id: `payslip-answered:${person._id}:${month}:${disputeId}`,
    event: 'payslip.answered',
    to: canOpenMonth(person, month, at) ? [person._id] : [],
    data: aboutSlips(month),
    aboutId: month,
    at,
    template: 'result',
  });
