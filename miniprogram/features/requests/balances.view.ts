import type { Minutes } from '#contracts/common';
import type { RequestsContract } from '#contracts/requests';
import { errorText } from '../../locales/error-text';
import { type FactLine, factLine } from '../../locales/fact-text';
import { leaveText, leavingText, ledgerWord, leftText } from '../../locales/request-text';
import type { Words } from '../../locales/words';
import type { Failure } from '../../services/client-error';
import { dayOf, dayText } from '../../utils/dates';

type Balances = RequestsContract['balances']['output'];

export interface BalancesModel {
  readonly data: Balances | null;
  readonly failure: Failure | null;
  readonly open: string | null;
  readonly utcOffset: Minutes;
}

function noteOf(balance: Balances['balances'][number], words: Words): string {
  const { used, held, lost = 0, expiring } = balance;
  const parts = [
    ...leavingText(balance, words),
    used > 0 ? words.t('balances.used', { amount: leaveText(used, words) }) : '',
    held > 0 ? words.t('balances.held', { amount: leaveText(held, words) }) : '',
    lost > 0 ? words.t('balances.lost', { amount: leaveText(lost, words) }) : '',
    expiring
      ? words.t('balances.expiring', {
          amount: leaveText(expiring.minutes, words),
          day: dayText(expiring.on, words),
        })
      : '',
  ];
  return parts.filter(Boolean).join(words.t('common.separator'));
}

function ledgerOf(typeId: string, { data, utcOffset }: BalancesModel, words: Words) {
  return (data?.ledger ?? [])
    .filter((line) => line.typeId === typeId)
    .map((line) => ({
      id: line.id,
      requestId: line.requestId ?? '',
      what: ledgerWord(line, words),
      when: [
        dayText(dayOf(line.at, utcOffset), words),
        line.expiresOn ? words.t('balances.expiresOn', { day: dayText(line.expiresOn, words) }) : '',
        line.note,
      ]
        .filter(Boolean)
        .join(words.t('common.separator')),
      amount: `${line.minutes > 0 ? '+' : ''}${leaveText(line.minutes, words)}`,
    }));
}

/** Leave balances, each with how it came about. */
export const balancesView = (model: BalancesModel, words: Words) => ({
  mode: model.data ? ('ready' as const) : model.failure ? ('error' as const) : ('loading' as const),
  error: model.failure ? errorText(model.failure, words) : '',
  items: (model.data?.balances ?? []).map((balance) => {
    const isOpen = model.open === balance.type.id;
    const basis: FactLine[] = isOpen ? balance.basis.map((fact) => factLine(fact, words)) : [];
    return {
      id: balance.type.id,
      name: words.pick(balance.type.name),
      left: leftText(balance, words),
      note: noteOf(balance, words),
      open: isOpen,
      source: words.pick(balance.type.source),
      basis,
      ledger: isOpen ? ledgerOf(balance.type.id, model, words) : [],
    };
  }),
  text: {
    ledger: words.t('balances.ledger'),
    empty: words.t('balances.empty'),
    retry: words.t('common.retry'),
    loadFailed: words.t('balances.loadFailed'),
  },
});
