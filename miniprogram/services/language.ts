import type { Language } from '#contracts/common';
import { CHINA_UTC_OFFSET } from '../common/units';
import { type Words, wordsIn } from '../locales/words';
import { dayOf } from '../utils/dates';
import { createSignal } from '../utils/signal';
import { type Failure, failureOf } from './client-error';
import { serverNow } from './clock';
import { cloud } from './cloud';
import { savedLanguages } from './saved-language';
import { readStored, writeIfRoom } from './store';

const changes = createSignal<Words>();
let current: Language | null = null;

const phoneLanguage = (): Language => (/^zh/i.test(wx.getAppBaseInfo().language) ? 'zh-CN' : 'en');

/** The current language: the one chosen on this phone, else that of WeChat. */
export function language(): Language {
  current ??= readStored('language') ?? phoneLanguage();
  return current;
}

/** The year of the company's time zone. */
const thisYear = (): string => dayOf(serverNow(), CHINA_UTC_OFFSET).slice(0, 4);

export const words = (): Words => wordsIn(language(), thisYear());

/** Calls back when the language changes. */
export const onLanguageChange = changes.listen;

/** Changes the language of all pages. */
function show(next: Language): void {
  if (next === language()) return;
  current = next;
  changes.emit(words());
}

/** Applies the language saved on the server, unless one was chosen on this phone. */
function adoptLanguage(saved: Language): void {
  if (!readStored('language')) show(saved);
}

savedLanguages.listen(adoptLanguage);

/** Changes the language on this phone only, for people who are not bound yet. */
export function showLanguage(next: Language): void {
  show(next);
  writeIfRoom('language', next);
}

/**
 * Changes the language of all pages, then saves it on the server, which writes messages in it.
 * Returns the failure if it was not saved; the pages keep the new language.
 */
export async function chooseLanguage(next: Language): Promise<Failure | null> {
  showLanguage(next);
  try {
    await cloud.people.setLanguage({ language: next });
    return null;
  } catch (thrown) {
    return failureOf(thrown);
  }
}
