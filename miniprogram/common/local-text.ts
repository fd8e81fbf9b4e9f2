import type { LocalText } from '#contracts/common';
import { cleanLine } from './clean-text';

/** A text as it is stored: trimmed; an empty English one is as the Chinese one, so that every reader has both. */
export const completeText = (text: LocalText): LocalText => {
  const zh = cleanLine(text['zh-CN']);
  return { 'zh-CN': zh, en: cleanLine(text.en) || zh };
};

/** The English text as an editor shows it: empty if it is only the Chinese one. */
export const ownEnglish = (text: LocalText): string => (text.en === text['zh-CN'] ? '' : text.en);

/** One language of a text rewritten. English that was only the Chinese text does not stay behind as the old one. */
export const rewritten = (text: LocalText, language: 'zh-CN' | 'en', value: string): LocalText =>
  language === 'en' ? { ...text, en: value } : { 'zh-CN': value, en: ownEnglish(text) };
