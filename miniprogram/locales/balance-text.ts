import type { Minutes } from '#contracts/common';
import type { RequestsContract } from '#contracts/requests';
import { dayOf, dayText } from '../utils/dates';
import { leaveText, leavingText, ledgerWord } from './request-text';
import type { Words } from './words';

type Balances = RequestsContract['balances']['output'];

/** 已用 2 天 · 占用 1 天: what of a balance is used, held, lost or about to expire. */
export function balanceNote(balance: Balances['balances'][number], words: Words): string {
  const { type, used, held, lost = 0, expiring } = balance;
  const amount = (minutes: Minutes) => leaveText(minutes, words, type.unit);
  const parts = [
    ...leavingText(balance, words),
    used > 0 ? words.t('balances.used', { amount: amount(used) }) : '',
    held > 0 ? words.t('balances.held', { amount: amount(held) }) : '',
    lost > 0 ? words.t('balances.lost', { amount: amount(lost) }) : '',
    expiring
      ? words.t('balances.expiring', {
          amount: amount(expiring.minutes),
          day: dayText(expiring.on, words),
        })
      : '',
  ];
  return parts.filter(Boolean).join(words.t('common.separator'));
}

/** One line of a leave ledger: the change, its day and expiry, the signed amount. */
export function ledgerLine(
  line: Balances['ledger'][number],
  utcOffset: Minutes,
  words: Words,
  unit: Balances['balances'][number]['type']['unit'],
) {
  const { id, at, expiresOn, note, minutes } = line;
  const expiry = expiresOn ? words.t('balances.expiresOn', { day: dayText(expiresOn, words) }) : '';
  return {
    id,
    what: ledgerWord(line, words),
    when: [dayText(dayOf(at, utcOffset), words), expiry, note]
      .filter(Boolean)
      .join(words.t('common.separator')),
    amount: `${minutes > 0 ? '+' : ''}${leaveText(minutes, words, unit)}`,
  };
}
