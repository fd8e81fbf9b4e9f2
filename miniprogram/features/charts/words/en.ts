import type { Texts } from '../../../locales/texts';
import type { zhCN } from './zh-CN';

/** What only charts say in English. */
export const en: Texts<typeof zhCN> = {
  chart: {
    table: 'Show the figures',
    hideTable: 'Hide the figures',
    none: 'Nothing to show yet',
    notDrawn: 'This phone cannot draw the chart. The figures are below',
    gap: '–',
    pair: '{{at}} {{text}}',
    part: '{{name}}: {{values}}',
  },
};
