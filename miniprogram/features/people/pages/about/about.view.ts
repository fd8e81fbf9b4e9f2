import type { Words } from '../../../../locales/words';

/** The about screen. `version` is empty in a development build. */
export const aboutView = (version: string, words: Words) => ({
  name: words.t('app.name'),
  version: version ? words.t('about.version', { version }) : words.t('about.development'),
  dataTitle: words.t('about.dataTitle'),
  data: [
    words.t('about.dataPunch'),
    words.t('about.dataDevice'),
    words.t('about.dataBiometric'),
    words.t('about.dataHint'),
    words.t('about.dataPhone'),
    words.t('about.dataPeople'),
  ],
  verify: words.t('titles.payVerify'),
  privacy: words.t('about.privacy'),
});
