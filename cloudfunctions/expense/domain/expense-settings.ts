import type { LocalText } from '#contracts/common';

import { groupFrom, type OwnRules } from '../../company-rules/section';

/** Limits and options of the kind. */
export interface ExpenseSettings {
  readonly mostLines: number;
  readonly mostReceiptsPerLine: number;
  /** A line above this needs a receipt, fen; null where none is ever needed. */
  readonly receiptAbove: number | null;
  /** How old an expense may be, days. */
  readonly windowDays: number;
  readonly source: LocalText;
}

/** What holds where the company has said nothing. */
export const SHIPPED_EXPENSE: ExpenseSettings = {
  mostLines: 50,
  mostReceiptsPerLine: 5,
  receiptAbove: null,
  windowDays: 364,
  source: { 'zh-CN': '公司制度', en: 'Company rules' },
};

/** The company's settings over the shipped ones. */
export const expenseSettings = (own: OwnRules): ExpenseSettings => groupFrom(own, 'expense', SHIPPED_EXPENSE);
