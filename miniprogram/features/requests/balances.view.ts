import type { Minutes } from '#contracts/common';
import type { LeaveTypeBrief } from '#contracts/leave';
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
  /** Whether the folded ones are shown. */
  readonly all: boolean;
  readonly utcOffset: Minutes;
}

function ledgerOf({ id: typeId, unit }: LeaveTypeBrief, { data, utcOffset }: BalancesModel, words: Words) {
  return (data?.ledger ?? [])
    .filter((line) => line.typeId === typeId)
    .map((line) => ({ ...ledgerLine(line, utcOffset, words, unit), requestId: line.requestId ?? '' }));
}

/** Number of balances shown unfolded. */
const UNFOLDED = 2;

type Balance = Balances['balances'][number];

/** Balances that have entries first, then those that are limited, then the most used. */
function byRelevance({ balances, ledger }: Balances): { first: Balance[]; rest: Balance[] } {
  const touched = new Set(ledger.map(({ typeId }) => typeId));
  const isIdle = ({ type, left, used, held }: Balance) =>
    left + used + held === 0 && !touched.has(type.id) ? 1 : 0;
  const isLimited = ({ type }: Balance) => (type.balance ? 0 : 1);
  const taken = ({ used, held }: Balance) => used + held;
  const sorted = [...balances].sort(
    (a, b) => isIdle(a) - isIdle(b) || isLimited(a) - isLimited(b) || taken(b) - taken(a),
  );
  return { first: sorted.slice(0, UNFOLDED), rest: sorted.slice(UNFOLDED) };
}

/** Leave balances, each with how it came about; all but the two most relevant are folded. */
export function balancesView(model: BalancesModel, words: Words) {
  const { first, rest } = model.data ? byRelevance(model.data) : { first: [], rest: [] };
  return {
    mode: model.data ? ('ready' as const) : model.failure ? ('error' as const) : ('loading' as const),
    error: model.failure ? errorText(model.failure, words) : '',
    items: (model.all ? [...first, ...rest] : first).map((balance) => itemOf(balance, model, words)),
    rest: rest.length > 0 ? words.t('balances.rest', { count: rest.length }) : '',
    all: model.all,
    text: {
      ledger: words.t('balances.ledger'),
      empty: words.t('balances.empty'),
      emptyText: words.t('balances.emptyText'),
      retry: words.t('common.retry'),
      loadFailed: words.t('balances.loadFailed'),
    },
  };
}

function itemOf(balance: Balance, model: BalancesModel, words: Words) {
  const isOpen = model.open === balance.type.id;
  const basis: FactLine[] = isOpen ? balance.basis.map((fact) => factLine(fact, words)) : [];
  return {
    id: balance.type.id,
    name: words.pick(balance.type.name),
    left: remainingText(balance, words),
    /** Nothing is left of it, or it is only limited. */
    quiet: balance.left === 0,
    note: balanceNote(balance, words),
    open: isOpen,
    source: words.pick(balance.type.source),
    basis,
    ledger: isOpen ? ledgerOf(balance.type, model, words) : [],
  };
}
