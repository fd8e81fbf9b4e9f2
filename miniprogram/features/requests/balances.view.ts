import type { Minutes } from '#contracts/common';
import type { LeaveTypeBrief } from '#contracts/leave';
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
  /** Whether the folded ones are shown. */
  readonly all: boolean;
  readonly utcOffset: Minutes;
}

function noteOf(balance: Balances['balances'][number], words: Words): string {
  const { type, used, held, lost = 0, expiring } = balance;
  const parts = [
    ...leavingText(balance, words),
    used > 0 ? words.t('balances.used', { amount: leaveText(used, words, type.unit) }) : '',
    held > 0 ? words.t('balances.held', { amount: leaveText(held, words, type.unit) }) : '',
    lost > 0 ? words.t('balances.lost', { amount: leaveText(lost, words, type.unit) }) : '',
    expiring
      ? words.t('balances.expiring', {
          amount: leaveText(expiring.minutes, words, type.unit),
          day: dayText(expiring.on, words),
        })
      : '',
  ];
  return parts.filter(Boolean).join(words.t('common.separator'));
}

function ledgerOf({ id: typeId, unit }: LeaveTypeBrief, { data, utcOffset }: BalancesModel, words: Words) {
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
      amount: `${line.minutes > 0 ? '+' : ''}${leaveText(line.minutes, words, unit)}`,
    }));
}

/** As many balances are seen at first. */
const FIRST = 2;

type Balance = Balances['balances'][number];

/** Balances with something in them, or that something happened to; the most used first. */
function byMatter({ balances, ledger }: Balances): { first: Balance[]; rest: Balance[] } {
  const touched = new Set(ledger.map(({ typeId }) => typeId));
  const isIdle = ({ type, left, used, held }: Balance) =>
    left + used + held === 0 && !touched.has(type.id) ? 1 : 0;
  const isLimited = ({ type }: Balance) => (type.balance ? 0 : 1);
  const taken = ({ used, held }: Balance) => used + held;
  const sorted = [...balances].sort(
    (a, b) => isIdle(a) - isIdle(b) || isLimited(a) - isLimited(b) || taken(b) - taken(a),
  );
  return { first: sorted.slice(0, FIRST), rest: sorted.slice(FIRST) };
}

/** Leave balances, each with how it came about; all but the two that matter most are folded. */
export function balancesView(model: BalancesModel, words: Words) {
  const { first, rest } = model.data ? byMatter(model.data) : { first: [], rest: [] };
  return {
    mode: model.data ? ('ready' as const) : model.failure ? ('error' as const) : ('loading' as const),
    error: model.failure ? errorText(model.failure, words) : '',
    items: (model.all ? [...first, ...rest] : first).map((balance) => itemOf(balance, model, words)),
    rest: rest.length > 0 ? words.t('balances.rest', { count: rest.length }) : '',
    all: model.all,
    text: {
      ledger: words.t('balances.ledger'),
      empty: words.t('balances.empty'),
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
    left: leftText(balance, words),
    /** Nothing is left of it, or it is only limited. */
    quiet: balance.left === 0,
    note: noteOf(balance, words),
    open: isOpen,
    source: words.pick(balance.type.source),
    basis,
    ledger: isOpen ? ledgerOf(balance.type, model, words) : [],
  };
}
