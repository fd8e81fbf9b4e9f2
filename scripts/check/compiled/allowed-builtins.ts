import type { AllowedBuiltin } from './builtin-problems';

/** Uses that the gate would refuse by name but that are safe. */
export const ALLOWED_BUILTINS: readonly AllowedBuiltin[] = [
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
