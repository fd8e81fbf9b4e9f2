import type { Words } from '../../locales/words';

/** The pending tab before its feature exists: what will come here. */
export const pendingView = (words: Words) => ({
  title: words.t('pending.title'),
  text: words.t('pending.text'),
});
