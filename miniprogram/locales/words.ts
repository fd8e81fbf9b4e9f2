import i18next from 'i18next';
import type { Language, LocalText } from '#contracts/common';
import { en } from './en';
import type { TextKey } from './texts';
import { zhCN } from './zh-CN';

export type TextData = Readonly<Record<string, string | number>>;

/** The words of one language: what a view needs to speak. */
export interface Words {
  readonly language: Language;
  /** The text of a key, with its figures filled in. `count` chooses the plural form. */
  t(key: TextKey, data?: TextData): string;
  /** The words that an administrator wrote, in this language. */
  pick(text: LocalText): string;
}

const texts = i18next.createInstance();

texts.init({
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  initAsync: false,
  resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
  // WXML shows text as text: escaping would show `&amp;` to people.
  interpolation: { escapeValue: false },
});

/** Adds what only one subpackage says; called when its code is loaded, before a page of it shows anything. */
export function addWords(own: Readonly<Record<Language, object>>): void {
  for (const language of ['zh-CN', 'en'] as const) {
    texts.addResourceBundle(language, 'translation', own[language], true);
  }
}

const createWords = (language: Language): Words => {
  const fixed = texts.getFixedT(language);
  return {
    language,
    t: (key, data) => fixed(key, { ...data }),
    pick: (text) => text[language],
  };
};

const byLanguage: Readonly<Record<Language, Words>> = {
  'zh-CN': createWords('zh-CN'),
  en: createWords('en'),
};

/** The words of a language. */
export const wordsIn = (language: Language): Words => byLanguage[language];
