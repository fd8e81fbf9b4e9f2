import { picklist, strictObject } from 'valibot';
import type { RuleSection } from '../company-rules/section';
import { integerBetween } from '../shared/inputs';
import { correctionSettings, SHIPPED_CORRECTION } from './domain/correction-settings';

export const correctionSection: RuleSection = {
  input: {
    correction: strictObject({
      monthlyQuota: integerBetween(0, 60),
      overQuota: picklist(['warn', 'refuse']),
      windowDays: integerBetween(1, 60),
    }),
  },
  sources: { correction: SHIPPED_CORRECTION.source },
  settingsFrom(own) {
    const { source: _, ...settings } = correctionSettings(own);
    return { correction: settings };
  },
  ownFrom: ({ correction }) => ({ correction }),
  warningsOf: () => [],
};
