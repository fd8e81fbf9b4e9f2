import type { Day, Instant, LocalText } from './common';
import type { Fen } from './pay';
import type { PersonBrief } from './person';

/** `employer`: what the company pays beside the slip. */
export type PayItemKind = 'earning' | 'deduction' | 'employer';

/** A line of the slip that the company has defined. */
export interface PayItem {
  /** Also its name in the formulas of other items. */
  readonly id: string;
  readonly name: LocalText;
  readonly kind: PayItemKind;
  /** An earning is taxed; a deduction is taken off before tax. */
  readonly isTaxable: boolean;
  /** Counts for the base of insurance and fund. */
  readonly isInsurable: boolean;
  /** Counts when pay is compared with the minimum wage. */
  readonly isInMinimum: boolean;
  /** When the line is there; empty for always. */
  readonly condition: string;
  /** Yuan. */
  readonly formula: string;
}

/** Items as they hold from a day on. */
export interface PayItemVersion {
  readonly from: Day;
  readonly items: readonly PayItem[];
}

/** How a part of a month is paid. Both pay a full month in full. */
export type ProrationMethod = '21.75' | 'workdays';

/** Who has asked for a salary, and who has approved it. */
export interface SalaryMark {
  /** Empty for who looks at their own salary. */
  readonly requestId: string;
  readonly askedBy: PersonBrief;
  readonly askedAt: Instant;
  readonly approvedBy: PersonBrief;
  readonly approvedAt: Instant;
}

/** Somebody's pay from a day on. */
export interface SalaryVersion {
  readonly from: Day;
  /** A full month. */
  readonly wage: Fen;
  /** What overtime is worked out from; null for the wage. */
  readonly overtimeBase: Fen | null;
  readonly method: ProrationMethod;
  /** The person's own amounts of items, by the item's id; formulas read them as `entered`. */
  readonly entered: Readonly<Record<string, Fen>>;
  /** Absent until it is stored. */
  readonly mark?: SalaryMark;
  /** Of versions of the same day that it has replaced, the latest first. */
  readonly replaced?: readonly SalaryMark[];
}
