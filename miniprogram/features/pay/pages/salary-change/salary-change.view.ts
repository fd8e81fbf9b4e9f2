import type { SalaryChangeView } from '#contracts/salary-change';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { errorText } from '../../../../locales/error-text';
import { personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { instantText } from '../../../../utils/dates';
import { namesIn, problemText, stepView } from '../../salary-lines.view';

export interface ChangeModel {
  readonly id: string;
  readonly isLocked: boolean;
  readonly data: SalaryChangeView | null;
  readonly isRejecting: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

type Verb = SalaryChangeView['may'][number];

/** A change of salaries behind the second check: before and after, why, what happened to it, and what the reader may do. */
export function salaryChangeView(model: ChangeModel, t: Words) {
  const { isLocked, data, isRejecting, busy, failure } = model;
  const may = (verb: Verb): boolean => data?.may.some((each) => each === verb) ?? false;
  const problems = data?.problems ?? [];
  return {
    mode: isLocked ? 'locked' : data ? 'ready' : failure ? 'error' : 'loading',
    error: failure && !isLocked ? errorText(failure, t) : '',
    state: data ? t.t(`requestStates.${data.state}`) : '',
    asked: data
      ? t.t('salaryChange.asked', {
          name: personName(data.askedBy, t),
          time: instantText(data.askedAt, CHINA_UTC_OFFSET, t),
        })
      : '',
    reason: data?.reason ?? '',
    waiting:
      data?.state === 'pending' ? t.t('salaryChange.waitsFor', { names: namesIn(data.waitingFor, t) }) : '',
    steps: (data?.steps ?? []).map((step) => stepView(step, data?.items ?? {}, t)),
    problems: problems.map((problem) => problemText(problem, data?.items ?? {}, t)),
    events: (data?.timeline ?? []).map((entry, key) => ({
      key,
      text: t.t(`salaryChange.events.${eventOf(entry.verb)}`, {
        name: t.language === 'en' ? entry.byNameEn || entry.byName : entry.byName,
        to: (t.language === 'en' ? entry.toNameEn : undefined) ?? entry.toName ?? '',
      }),
      time: instantText(entry.at, CHINA_UTC_OFFSET, t),
      comment: entry.comment ?? '',
    })),
    canApprove: may('approve') && problems.length === 0 && !busy,
    hasDecision: may('approve'),
    canWithdraw: may('withdraw'),
    canUrge: may('urge'),
    isRejecting,
    busy,
    text: {
      loadFailed: t.t('salaryChange.loadFailed'),
      retry: t.t('common.retry'),
      cancel: t.t('common.cancel'),
      reason: t.t('salaryChange.reason'),
      history: t.t('salaryChange.history'),
      approve: t.t('salaryChange.approve'),
      reject: t.t('salaryChange.reject'),
      rejectTitle: t.t('salaryChange.rejectTitle'),
      rejectNote: t.t('salaryChange.rejectNote'),
      rejectPlaceholder: t.t('salaryChange.rejectPlaceholder'),
      withdraw: t.t('salaryChange.withdraw'),
      urge: t.t('salaryChange.urge'),
    },
  };
}

const EVENTS = ['submit', 'approve', 'reject', 'withdraw', 'urge'] as const;

/** Who has left is replaced by others of payroll. */
const eventOf = (verb: string): (typeof EVENTS)[number] | 'other' =>
  EVENTS.filter((each) => each === verb)[0] ?? 'other';
