import { nullable, strictObject } from 'valibot';
import type { RuleSection } from '../company-rules/section';
import { integerBetween } from '../shared/inputs';
import { expenseSettings, SHIPPED_EXPENSE } from './domain/expense-settings';

export const expenseSection: RuleSection = {
  input: {
    expense: strictObject({
      mostLines: integerBetween(1, 50),
      mostReceiptsPerLine: integerBetween(1, 9),
      receiptAbove: nullable(integerBetween(0, 100_000_000)),
      windowDays: integerBetween(1, 730),
    }),
  },
  sources: { expense: SHIPPED_EXPENSE.source },
  settingsFrom(own) {
    const { source: _, ...settings } = expenseSettings(own);
    return { expense: settings };
  },
  ownFrom: ({ expense }) => ({ expense }),
  warningsOf: () => [],
};
