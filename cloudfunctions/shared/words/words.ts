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

/** Texts that an export of a large company says again and again are composed once. */
const MAX_KEPT = 4_096;
/** Longer ones hold what people wrote, which does not come again. */
const MAX_KEPT_LENGTH = 120;

function speak(language: Language): Words {
  const fixed = texts.getFixedT(language);
  const kept = new Map<string, string>();
  return {
    language,
    t(key, data) {
      const asked = data ? `${key}\n${JSON.stringify(data)}` : key;
      const before = kept.get(asked);
      if (before !== undefined) return before;
      const text = fixed(key, { ...data });
      if (kept.size >= MAX_KEPT) kept.clear();
      if (asked.length <= MAX_KEPT_LENGTH) kept.set(asked, text);
      return text;
    },
    pick: (text) => text[language] || text['zh-CN'],
  };
}

const all: Readonly<Record<Language, Words>> = { 'zh-CN': speak('zh-CN'), en: speak('en') };

/** The words of a language. */
export const wordsIn = (language: Language): Words => all[language];
