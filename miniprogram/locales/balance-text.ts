import type { Minutes } from '#contracts/common';
import type { RequestsContract } from '#contracts/requests';
import { dayOf, dayText } from '../utils/dates';
import { leaveText } from './request-text';
import type { Words } from './words';

type Balances = RequestsContract['balances']['output'];

/** 已用 2 天 · 占用 1 天: what of a balance is used, held, lost or about to expire. */
export function balanceNote(
  { used, held, lost = 0, expiring }: Balances['balances'][number],
  words: Words,
): string {
  const parts = [
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

/** One line of a leave ledger: the change, its day and expiry, the signed amount. */
export function ledgerLine(line: Balances['ledger'][number], utcOffset: Minutes, words: Words) {
  const { id, kind, at, expiresOn, note, minutes } = line;
  const expiry = expiresOn ? words.t('balances.expiresOn', { day: dayText(expiresOn, words) }) : '';
  return {
    id,
    what: words.t(`balances.kinds.${kind}`),
    when: [dayText(dayOf(at, utcOffset), words), expiry, note]
      .filter(Boolean)
      .join(words.t('common.separator')),
    amount: `${minutes > 0 ? '+' : ''}${leaveText(minutes, words)}`,
  };
}
