import type { Words } from '../../locales/words';

/** The goals tab before its feature exists: what will come here. */
export const goalsView = (words: Words) => ({
  title: words.t('goals.title'),
  text: words.t('goals.text'),
});
