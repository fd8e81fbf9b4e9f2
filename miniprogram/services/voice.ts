import type { Language } from '#contracts/common';
import { cleanText } from '../common/clean-text';
import { type Refusal, refusalOf } from './wx-refusal';

/** The used part of WeChat's speech recogniser; a singleton. */
export interface Recogniser {
  start(options: { readonly duration: number; readonly lang: string }): void;
  stop(): void;
  onStart?: () => void;
  onRecognize?: (heard: { readonly result: string }) => void;
  onStop?: (heard: { readonly result: string }) => void;
  onError?: (failure: { readonly retcode: number; readonly msg: string }) => void;
}

export interface SpeechListener {
  /** Recording has begun. */
  onStart(): void;
  /** Interim result. */
  onPart(text: string): void;
  /** Final result; empty if nothing was recognised. */
  onText(text: string): void;
  onFailure(why: Refusal): void;
}

/** WechatSI records for a minute at most. */
const MAX_DURATION_MS = 60_000;
const LANGUAGES: Readonly<Record<Language, string>> = { 'zh-CN': 'zh_CN', en: 'en_US' };

/** The plugin 同声传译; null if the account has not added it. */
function pluginRecogniser(): Recogniser | null {
  try {
    const plugin = requirePlugin('WechatSI') as { getRecordRecognitionManager(): Recogniser };
    return plugin.getRecordRecognitionManager();
  } catch {
    return null;
  }
}

/** Push-to-talk speech to text: records from `listen` until the returned function is called. */
export function createVoice(find: () => Recogniser | null) {
  let found: Recogniser | null | undefined;
  const findOnce = (): Recogniser | null => {
    if (found === undefined) found = find();
    return found;
  };

  function listen(language: Language, listener: SpeechListener): () => void {
    const recogniser = findOnce();
    if (!recogniser) {
      listener.onFailure('failed');
      return () => undefined;
    }
    let state: 'starting' | 'recording' | 'ended' = 'starting';
    let released = false;
    const end = (report: () => void): void => {
      if (state === 'ended') return;
      state = 'ended';
      report();
    };
    recogniser.onStart = () => {
      state = 'recording';
      // The button was released while WeChat was asking for the microphone permission.
      if (released) recogniser.stop();
      else listener.onStart();
    };
    recogniser.onRecognize = ({ result }) => listener.onPart(result);
    recogniser.onStop = ({ result }) => end(() => listener.onText(cleanText(result)));
    recogniser.onError = ({ msg }) => end(() => listener.onFailure(refusalOf({ errMsg: msg })));
    recogniser.start({ duration: MAX_DURATION_MS, lang: LANGUAGES[language] });
    return () => {
      if (released) return;
      released = true;
      if (state === 'recording') recogniser.stop();
    };
  }

  return { isAvailable: (): boolean => findOnce() !== null, listen };
}

export const voice = createVoice(pluginRecogniser);
