import i18next from 'i18next';
import type { Language, LocalText } from '#contracts/common';
import { en } from './en';
import { zhCN } from './zh-CN';

type Leaf<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaf<T[K]>}` }[keyof T & string];
/** The dotted name of a text. */
export type TextKey = Leaf<typeof zhCN>;

/** One language of what the server writes: exports and subscribe messages. */
export interface Words {
  readonly language: Language;
  t(key: TextKey, data?: Readonly<Record<string, string | number>>): string;
  pick(text: LocalText): string;
}

const texts = i18next.createInstance();

texts.init({
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  initAsync: false,
  resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
  // A table or a message shows text as text: escaping would show `&amp;` to people.
  interpolation: { escapeValue: false },
});

function speak(language: Language): Words {
  const fixed = texts.getFixedT(language);
  return {
    language,
    t: (key, data) => fixed(key, { ...data }),
    pick: (text) => text[language] || text['zh-CN'],
  };
}

const all: Readonly<Record<Language, Words>> = { 'zh-CN': speak('zh-CN'), en: speak('en') };

/** The words of a language. */
export const wordsIn = (language: Language): Words => all[language];
