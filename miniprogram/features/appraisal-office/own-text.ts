import type { LocalText } from '#contracts/common';
import { ownEnglish, rewritten } from '../../common/local-text';

export type Language = 'zh-CN' | 'en';

/** A text as the editor shows it to who reads one language. */
export const textIn = (text: LocalText, language: Language): string =>
  language === 'en' ? ownEnglish(text) || text['zh-CN'] : text['zh-CN'];

/** What was written in one language; the first text of all is the Chinese one as well, which everybody reads. */
export const textWith = (text: LocalText, language: Language, value: string): LocalText =>
  language === 'en' && text['zh-CN'] === '' ? { 'zh-CN': value, en: '' } : rewritten(text, language, value);
