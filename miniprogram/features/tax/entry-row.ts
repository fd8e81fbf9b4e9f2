import type { DeductionDetail, DeductionView } from '#contracts/tax';
import { moneyText } from '../../locales/request-text';
import type { Words } from '../../locales/words';
import { dayText, monthText } from '../../utils/dates';

const TONES = { waiting: 'warn', accepted: 'ok', returned: 'bad' } as const;

/** What a declared deduction says in a list, for its person and for who checks it. */
export function entryRow(entry: DeductionView, month: string, words: Words) {
  const { id, detail, from, until, state, amount, reason, confirmedYear } = entry;
  const isOver = until !== null && until < month;
  const year = Number(month.slice(0, 4));
  const isOpen = state === 'accepted' && !isOver && confirmedYear < year;
  const key = detail.kind === 'certificate' ? 'deductions.once' : 'deductions.monthly';
  return {
    id,
    kind: detail.kind,
    title: words.t(`deductions.kinds.${detail.kind}`),
    amount: words.t(key, { amount: moneyText(amount) }),
    months:
      until === null
        ? words.t(from <= month ? 'deductions.since' : 'deductions.begins', { from: monthText(from, words) })
        : words.t('deductions.range', { from: monthText(from, words), until: monthText(until, words) }),
    facts: factsOf(detail, words).join(words.t('common.separator')),
    state:
      state === 'accepted' && isOver ? words.t('deductions.ended') : words.t(`deductions.states.${state}`),
    tone: state === 'accepted' && isOver ? 'info' : TONES[state],
    isAccepted: state === 'accepted' && !isOver,
    isWaiting: state === 'waiting',
    canDrop: state !== 'accepted',
    unconfirmed: isOpen ? words.t('deductions.unconfirmed', { year }) : '',
    reason: reason === null ? '' : words.t('deductions.reason', { reason }),
  };
}

function factsOf(detail: DeductionDetail, words: Words): readonly string[] {
  switch (detail.kind) {
    case 'child':
    case 'infant':
      return [
        detail.name,
        words.t('deductions.born', { day: dayText(detail.born, words) }),
        ...(detail.share === 50 ? [words.t('deductions.half')] : []),
      ];
    case 'elder':
      return [
        detail.name,
        words.t('deductions.born', { day: dayText(detail.born, words) }),
        words.t(detail.amount === null ? 'deductions.only' : 'deductions.shared'),
      ];
    case 'rent':
      return [words.t('deductions.city', { city: detail.city })];
    case 'mortgage':
      return [
        words.t('deductions.firstPaid', { month: monthText(detail.firstPaid, words) }),
        ...(detail.share === 50 ? [words.t('deductions.half')] : []),
      ];
    case 'degree':
      return [words.t('deductions.enrolled', { month: monthText(detail.enrolled, words) })];
    case 'certificate':
      return [detail.name, words.t('deductions.obtained', { day: dayText(detail.obtained, words) })];
  }
}
