import type { Words } from './words';

/** Names before the sentence ends with the count alone. */
const MAX_NAMED = 5;

/** Who is not shown because a record of theirs cannot be used; empty for nobody. */
export function leftOutText(ids: readonly string[] | undefined, words: Words): string {
  if (!ids || ids.length === 0) return '';
  const named = ids.slice(0, MAX_NAMED).join(words.t('common.listSeparator'));
  const more = ids.length > MAX_NAMED ? '…' : '';
  return words.t('leftOut.named', { count: ids.length, ids: `${named}${more}` });
}

/** How many are left out; empty for nobody. */
export const leftOutCount = (count: number | undefined, words: Words): string =>
  count ? words.t('leftOut.count', { count }) : '';
