import i18next from 'i18next';
import type { Language, LocalText } from '#contracts/common';
import { en } from './en';
import type { TextKey } from './texts';
import { zhCN } from './zh-CN';

export type TextData = Readonly<Record<string, string | number>>;

/** Translator of one language, used by the views. */
export interface Words {
  readonly language: Language;
  /** Days of another year are shown with their year; null: no day is. */
  readonly thisYear: string | null;
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

function createWords(language: Language, thisYear: string | null): Words {
  const fixed = texts.getFixedT(language);
  return {
    language,
    thisYear,
    t: (key, data) => fixed(key, { ...data }),
    pick: (text) => text[language] || text['zh-CN'],
  };
}

const created = new Map<string, Words>();

/** Translator of a language, in a year. */
export function wordsIn(language: Language, thisYear: string | null = null): Words {
  const key = `${language} ${thisYear}`;
  const words = created.get(key) ?? createWords(language, thisYear);
  created.set(key, words);
  return words;
}
