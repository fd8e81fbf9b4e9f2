import type { LocalText } from '#contracts/common';

import { groupFrom, type OwnRules } from '../../company-rules/section';

export interface ExpenseSettings {
  readonly mostLines: number;
  readonly mostReceiptsPerLine: number;
  /** A line above this amount needs a receipt, fen; null if none is ever needed. */
  readonly receiptAbove: number | null;
  /** Maximum age of an expense, days. */
  readonly windowDays: number;
  readonly source: LocalText;
}

/** The defaults. */
export const SHIPPED_EXPENSE: ExpenseSettings = {
  mostLines: 50,
  mostReceiptsPerLine: 5,
  receiptAbove: null,
  windowDays: 364,
  source: { 'zh-CN': '公司制度', en: 'Company rules' },
};

/** The company's settings merged over the defaults. */
export const expenseSettings = (own: OwnRules): ExpenseSettings => groupFrom(own, 'expense', SHIPPED_EXPENSE);
