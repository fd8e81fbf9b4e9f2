import type { Day, LocalText, Month } from '#contracts/common';
import type { PayItems } from '#contracts/month';
import type { Fen, PayInput, PayRule, PayStep, PayWarning, SlipRules } from '#contracts/pay';
import type { ProrationMethod } from '#contracts/pay-item';
import type { CompiledItem, WagePart } from '../../salaries/rules';
import type { Ratio } from '../../shared/figures/ratio';
import type { ApartPay } from './apart-pay';
import type { CarriedPay } from './computed-slip';

/** What somebody is paid in this month. */
export interface SlipSalary {
  readonly method: ProrationMethod;
  /** Days that a full month pays. */
  readonly dueDays: number;
  readonly parts: readonly WagePart[];
  /** Of a full month, as of the last day. */
  readonly fullWage: Fen;
  readonly overtimeBase: Fen;
  readonly entered: Readonly<Record<string, Fen>>;
}

/** What the month was worked, as it was settled. */
export interface SlipTime extends Pick<PayItems, 'overtime' | 'leave'> {
  readonly attendedDays: number;
  readonly absentDays: number;
}

/** What the grade of the appraisal is worth. */
export interface SlipBonus {
  /** Percent. */
  readonly rate: Ratio;
  /** Grade and period, for whoever opens the line. */
  readonly inputs: readonly PayInput[];
  readonly rule: PayRule | null;
}

/** Everything that a slip is worked out from: the same input gives the same slip, byte by byte. */
export interface SlipInput {
  readonly month: Month;
  /** The first day of the version of the items. */
  readonly itemsFrom: Day;
  readonly items: readonly CompiledItem[];
  readonly salary: SlipSalary;
  readonly time: SlipTime;
  readonly serviceMonths: number;
  readonly bonus: SlipBonus | null;
  /** Unused leave and time off that are paid out, and a bonus that is taxed with the wages. */
  readonly paidOut: readonly PayStep[];
  readonly apart: ApartPay;
  /** What was to be said of these already. */
  readonly warnings: readonly PayWarning[];
  /** What locked months come out differently by now; may be below zero. Taxed in this month. */
  readonly differences: readonly PayStep[];
  /** Open from months before, the earliest first. */
  readonly carried: readonly CarriedPay[];
  readonly rules: SlipRules;
}

/** A line with what it counts for. */
export interface SlipLine {
  readonly step: PayStep;
  readonly kind: 'earning' | 'deduction' | 'employer';
  readonly isTaxable: boolean;
  readonly isInsurable: boolean;
  readonly isInMinimum: boolean;
  readonly isApart?: true;
}

/** A text that is the same in every language, such as a formula. */
export const sameText = (text: string): LocalText => ({ 'zh-CN': text, en: text });
