import type { Day } from '#contracts/common';
import type { PayslipBrief, PayslipsContract } from '#contracts/payslips';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText, monthText } from '../../../../utils/dates';

export interface SlipsModel {
  readonly slips: readonly PayslipBrief[] | null;
  readonly next: PayslipsContract['payslips']['output']['next'];
  /** Of somebody who has left. */
  readonly openUntil: Day | null;
  readonly failure: Failure | null;
}

/** Own slips, the latest first, without an amount: they are behind the second check. */
export const slipsView = ({ slips, next, openUntil, failure }: SlipsModel, t: Words) => ({
  mode: slips ? 'ready' : failure ? 'error' : 'loading',
  error: failure ? errorText(failure, t) : '',
  isEmpty: slips?.length === 0,
  rows: (slips ?? []).map((slip) => rowOf(slip, t)),
  hasMore: next !== null,
  hasMoreViews: openUntil === null,
  text: {
    loadFailed: t.t('slips.loadFailed'),
    retry: t.t('common.retry'),
    year: t.t('slips.year'),
    contributions: t.t('titles.ownContributions'),
    none: t.t('slips.none'),
    noneText: t.t('slips.noneText'),
    more: t.t('slips.more'),
    note: openUntil ? t.t('slip.openUntil', { day: dayText(openUntil, t) }) : t.t('slips.note'),
  },
});

const rowOf = ({ month, paidOn, version, state }: PayslipBrief, t: Words) => ({
  month,
  name: monthText(month, t),
  paidOn: [
    t.t('slip.paidOn', { day: dayText(paidOn, t) }),
    version > 1 ? t.t('slips.version', { version }) : '',
  ]
    .filter((part) => part !== '')
    .join(t.t('common.separator')),
  state: t.t(`slip.states.${state}`),
  tone: state === 'new' ? 'info' : state === 'disputed' ? 'warn' : state === 'confirmed' ? 'ok' : '',
});
