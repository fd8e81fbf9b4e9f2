import type { AllowedBuiltin } from './builtin-problems';

const ECHARTS = 'features/charts/miniprogram_npm/echarts/index.js';

/** Uses that the gate would refuse by name but that are safe. */
export const ALLOWED_BUILTINS: readonly AllowedBuiltin[] = [
  ...['window', 'document', 'navigator'].map((name) => ({
    ...{ file: ECHARTS, name },
    reason: 'of browsers: echarts asks first whether it runs in WeChat, and gets its canvas from us',
  })),
  { file: ECHARTS, name: 'Image', reason: 'for pictures inside of charts, which we have none of' },
  { file: ECHARTS, name: 'union', reason: 'a method of rectangles of its own, not Set.prototype.union' },
  {
    file: 'miniprogram_npm/i18next/index.js',
    name: 'Intl',
    reason:
      'plural rules behind a check: without Intl i18next tells one from other by itself, as our languages need',
  },
  {
    file: 'services/request-actions.js',
    name: 'transfer',
    reason: 'a verb of our own services, not ArrayBuffer.prototype.transfer',
  },
];
