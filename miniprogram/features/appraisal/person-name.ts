import type { PersonBrief } from '#contracts/person';
import type { Words } from '../../locales/words';

/** A name in the reader's language. */
export const personName = ({ name, nameEn }: PersonBrief, { language }: Words): string =>
  language === 'en' ? nameEn || name : name;
