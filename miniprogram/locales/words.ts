import i18next from 'i18next';
import type { Language, LocalText } from '#contracts/common';
import { en } from './en';
import type { TextKey } from './texts';
import { zhCN } from './zh-CN';

export type TextData = Readonly<Record<string, string | number>>;

/** Translator of one language, used by the views. */
export interface Words {
  readonly language: Language;
  /** Text of a key with its data interpolated. `count` selects the plural form. */
  t(key: TextKey, data?: TextData): string;
  /** Selects this language of a text that an administrator wrote; Chinese where there is no English one. */
  pick(text: LocalText): string;
}

const texts = i18next.createInstance();

texts.init({
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  initAsync: false,
  resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
  // WXML renders plain text; escaping would show `&amp;`.
  interpolation: { escapeValue: false },
});

/** Adds the texts of a subpackage; called when its code is loaded, before its pages render. */
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
    pick: (text) => text[language] || text['zh-CN'],
  };
};

const byLanguage: Readonly<Record<Language, Words>> = {
  'zh-CN': createWords('zh-CN'),
  en: createWords('en'),
};

/** Translator of a language. */
export const wordsIn = (language: Language): Words => byLanguage[language];
