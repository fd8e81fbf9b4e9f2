import type { Minutes } from '#contracts/common';
import type { RequestsContract } from '#contracts/requests';
import { balanceNote, ledgerLine } from '../../locales/balance-text';
import { errorText } from '../../locales/error-text';
import { type FactLine, factLine } from '../../locales/fact-text';
import { remainingText } from '../../locales/request-text';
import type { Words } from '../../locales/words';
import type { Failure } from '../../services/client-error';

type Balances = RequestsContract['balances']['output'];

export interface BalancesModel {
  readonly data: Balances | null;
  readonly failure: Failure | null;
  readonly open: string | null;
  readonly utcOffset: Minutes;
}

const ledgerOf = (typeId: string, { data, utcOffset }: BalancesModel, words: Words) =>
  (data?.ledger ?? [])
    .filter((line) => line.typeId === typeId)
    .map((line) => ({ ...ledgerLine(line, utcOffset, words), requestId: line.requestId ?? '' }));

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
      left: remainingText(balance, words),
      note: balanceNote(balance, words),
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
