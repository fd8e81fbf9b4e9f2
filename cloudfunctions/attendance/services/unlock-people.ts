import type { Instant, LocalText } from '#contracts/common';
import { findHolders } from '../../people/public';
import { isEmployedOn } from '../../people/rules';
import { dayOf } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import { wordsIn } from '../../shared/words/words';

/** Who can confirm an unlock that this person (null: the console) asked for: HR and administrators, from the warm cache. */
export async function unlockConfirmers(askerId: string | null, now: Instant): Promise<string[]> {
  const holders = await Promise.all([findHolders('hr', now), findHolders('admin', now)]);
  const here = holders.flat().filter((each) => isEmployedOn(each, dayOf(now)));
  return [...new Set(here.map(({ _id }) => _id))].filter((id) => id !== askerId);
}

/** Who acted, as messages say it. */
export const actorName = (me: Employee | null): LocalText => ({
  'zh-CN': me?.name ?? wordsIn('zh-CN').t('console'),
  en: me ? me.nameEn || me.name : wordsIn('en').t('console'),
});
