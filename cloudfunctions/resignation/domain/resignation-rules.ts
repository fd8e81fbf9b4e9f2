import type { Day } from '#contracts/common';
import type { Fact } from '#contracts/fact';
import { fact, plainAnswer, refused, warning } from '../../approvals/kind/answer';
import { textOf } from '../../approvals/kind/form-values';
import type { KindRules, SideEffects } from '../../approvals/kind/kind';
import { type LeaveType, leaverPayOut } from '../../leave/rules';
import { countCalendarDays } from '../../shared/calendar/anniversary';
import { addDays, isDay } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { type ResignationSettings, SHIPPED_RESIGNATION } from './resignation-settings';

/** Effects outside of the request. */
export type ResignationEffect =
  | { readonly does: 'open-handover'; readonly lastDay: Day }
  | { readonly does: 'drop-handover'; readonly lastDay: Day }
  | { readonly does: 'end-employment'; readonly lastDay: Day }
  | { readonly does: 'keep-employment'; readonly lastDay: Day };

interface Inputs {
  readonly settings?: ResignationSettings;
  readonly leaveTypes?: readonly LeaveType[];
}

/** Upper limit for the last day, from today. */
const MAX_DAYS = 364;

/**
 * Resignation (Labour Contract Law, art. 37): 30 days' written notice, three during probation, counted from the
 * day after the notice. Without a requested last day it is calculated; an earlier one needs the company's
 * consent, which is reported to the approver. Values: `lastDay`, `reason`. Problems: FORM_INVALID,
 * PERIOD_INVALID (`past`, `too-long`).
 */
export const resignationRules: KindRules<Inputs> = (question) => {
  const { values, applicant, today } = question;
  const { noticeDays, probationNoticeDays } = question.settings ?? SHIPPED_RESIGNATION;
  const inProbation = applicant.probationUntil !== null && today <= applicant.probationUntil;
  const days = inProbation ? probationNoticeDays : noticeDays;
  const earliest = addDays(today, days);
  const requestedDay = textOf(values, 'lastDay');
  if (requestedDay !== '' && !isDay(requestedDay))
    return refused(question, new AppError('FORM_INVALID', { field: 'lastDay', rule: 'wrong-kind' }));
  const lastDay = requestedDay === '' ? earliest : (requestedDay as Day);
  const early = countCalendarDays(lastDay, earliest) - 1;
  return plainAnswer(question, {
    period: { unit: 'day', from: lastDay, to: lastDay },
    facts: [fact('NOTICE', { days, lastDay: earliest }), ...payOutOf(question, lastDay)],
    warnings: early > 0 ? [warning('bad', 'LAST_DAY_EARLY', { days: early, lastDay: earliest })] : [],
    problem: dayProblem(lastDay, today),
    effects: effectsOf(lastDay),
  });
};

/** What is paid out of leave; nothing for a last day that is refused. */
function payOutOf(question: Parameters<KindRules<Inputs>>[0], lastDay: Day): readonly Fact[] {
  const { applicant, account, today, now, leaveTypes = [] } = question;
  return dayProblem(lastDay, today) ? [] : leaverPayOut(applicant, account, leaveTypes, lastDay, now);
}

function dayProblem(lastDay: Day, today: Day): AppError | null {
  if (lastDay < today) return new AppError('PERIOD_INVALID', { rule: 'past' });
  return lastDay > addDays(today, MAX_DAYS) ? new AppError('PERIOD_INVALID', { rule: 'too-long' }) : null;
}

const effectsOf = (lastDay: Day): SideEffects<ResignationEffect> => ({
  onSubmit: [],
  onApprove: [
    { does: 'open-handover', lastDay },
    { does: 'end-employment', lastDay },
  ],
  onReject: [],
  onCancel: [
    { does: 'drop-handover', lastDay },
    { does: 'keep-employment', lastDay },
  ],
});
