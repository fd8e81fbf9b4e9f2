import type { Language } from '#contracts/common';
import { cleanText } from '../common/clean-text';
import { type Refusal, refusalOf } from './wx-refusal';

/** WeChat's recogniser of speech, as far as it is used; there is one for the whole Mini Program. */
export interface Recogniser {
  start(options: { readonly duration: number; readonly lang: string }): void;
  stop(): void;
  onStart?: () => void;
  onRecognize?: (heard: { readonly result: string }) => void;
  onStop?: (heard: { readonly result: string }) => void;
  onError?: (failure: { readonly retcode: number; readonly msg: string }) => void;
}

export interface Hearing {
  /** Recording has begun. */
  onStart(): void;
  /** What is understood so far. */
  onPart(text: string): void;
  /** Everything; empty if nothing was understood. */
  onText(text: string): void;
  onFailure(why: Refusal): void;
}

/** WechatSI records for a minute at most. */
const LONGEST_MS = 60_000;
const LANGUAGES: Readonly<Record<Language, string>> = { 'zh-CN': 'zh_CN', en: 'en_US' };

/** The plugin 同声传译; an account that has not added it has no voice, and no button for it. */
function pluginRecogniser(): Recogniser | null {
  try {
    const plugin = requirePlugin('WechatSI') as { getRecordRecognitionManager(): Recogniser };
    return plugin.getRecordRecognitionManager();
  } catch {
    return null;
  }
}

/** Speech to text, held by a finger: it listens from `listen` until the function that it answers is called. */
export function createVoice(find: () => Recogniser | null) {
  let found: Recogniser | null | undefined;
  const recogniser = (): Recogniser | null => {
    if (found === undefined) found = find();
    return found;
  };

  function listen(language: Language, hearing: Hearing): () => void {
    const ear = recogniser();
    if (!ear) {
      hearing.onFailure('failed');
      return () => undefined;
    }
    let state: 'asked' | 'recording' | 'over' = 'asked';
    let released = false;
    const over = (tell: () => void): void => {
      if (state === 'over') return;
      state = 'over';
      tell();
    };
    ear.onStart = () => {
      state = 'recording';
      // The finger has gone while WeChat was still asking for the microphone.
      if (released) ear.stop();
      else hearing.onStart();
    };
    ear.onRecognize = ({ result }) => hearing.onPart(result);
    ear.onStop = ({ result }) => over(() => hearing.onText(cleanText(result)));
    ear.onError = ({ msg }) => over(() => hearing.onFailure(refusalOf({ errMsg: msg })));
    ear.start({ duration: LONGEST_MS, lang: LANGUAGES[language] });
    return () => {
      if (released) return;
      released = true;
      if (state === 'recording') ear.stop();
    };
  }

  return { isThere: (): boolean => recogniser() !== null, listen };
}

export const voice = createVoice(pluginRecogniser);
