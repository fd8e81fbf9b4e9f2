import type { DayStatus } from '#contracts/day-status';
import type { Words } from '../../locales/words';

/** What kind of day it is: the festival's name where there is one; a make-up workday says that it is worked. */
export function kindText({ kind, kindName }: DayStatus, words: Words): string {
  if (!kindName) return words.t(`kind.${kind}`);
  const name = words.pick(kindName);
  return kind === 'makeup' ? words.t('month.makeupOf', { name }) : name;
}
