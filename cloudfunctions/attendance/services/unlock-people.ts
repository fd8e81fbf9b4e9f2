import type { LocalText } from '#contracts/common';
import type { Employee } from '../../shared/kernel/employee';
import { wordsIn } from '../../shared/words/words';

/** Who acted, as messages say it. */
export const actorName = (me: Employee | null): LocalText => ({
  'zh-CN': me?.name ?? wordsIn('zh-CN').t('console'),
  en: me ? me.nameEn || me.name : wordsIn('en').t('console'),
});
