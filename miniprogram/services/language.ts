import type { Language } from '#contracts/common';
import { type Words, wordsIn } from '../locales/words';
import { createSignal } from '../utils/signal';
import { type Failure, failureOf } from './client-error';
import { cloud } from './cloud';
import { readStored, writeIfRoom } from './store';

const changes = createSignal<Words>();
let current: Language | null = null;

const phoneLanguage = (): Language => (/^zh/i.test(wx.getAppBaseInfo().language) ? 'zh-CN' : 'en');

/** The language shown now: chosen on this phone, else that of WeChat. */
export function language(): Language {
  current ??= readStored('language') ?? phoneLanguage();
  return current;
}

export const words = (): Words => wordsIn(language());

/** Calls back when the language changes. */
export const onLanguageChange = changes.listen;

/** Switches every page at once. */
function show(next: Language): void {
  if (next === language()) return;
  current = next;
  changes.emit(words());
}

/** Follows what the person chose on another phone, unless they chose on this one. */
export function adoptLanguage(saved: Language | null): void {
  if (saved && !readStored('language')) show(saved);
}

/** Switches on this phone alone: before the binding there is nobody to tell it of. */
export function showLanguage(next: Language): void {
  show(next);
  writeIfRoom('language', next);
}

/**
 * Switches every page at once, then tells the server, which writes messages in this language.
 * Answers the failure if the server could not be told; the screens have switched all the same.
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
