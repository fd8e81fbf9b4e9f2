import type { Day, LocalText, Minutes, Month, PageOf } from './common';
import type { Fen, PayStep, PayWarning } from './pay';
import type { PersonBrief } from './person';
import type { BonusChoice } from './tax';

/** How a yearly bonus is taxed: by itself, once a year, or with the wages of the month. */
export type BonusWay = 'separate' | 'merged';

/** What the amount of a bonus was worked out from, so that the slip explains it; null for an amount that was entered. */
export interface BonusBasis {
  /** The period of the appraisal, such as `2026-11`. */
  readonly period: Month;
  readonly grade: string;
  readonly percent: number;
  /** Of which the percentage is paid. */
  readonly base: Fen;
  readonly rule: { readonly from: Day; readonly source: LocalText };
}

/** A yearly bonus 全年一次性奖金 that is paid with the wages of a month. */
export interface YearBonus {
  readonly amount: Fen;
  readonly way: BonusWay;
  readonly basis: BonusBasis | null;
}

/** Why somebody leaves; it decides about severance pay (劳动合同法 36–41, 44, 46, 87). */
export type LeavingReason =
  | 'resigned'
  | 'resigned-for-cause'
  | 'agreed-by-company'
  | 'agreed-by-employee'
  | 'dismissed-for-fault'
  | 'dismissed'
  | 'redundancy'
  | 'expired'
  | 'expired-refused'
  | 'unlawful'
  | 'retired'
  | 'other';

/** What HR has decided about somebody who leaves. */
export interface Leaving {
  readonly reason: LeavingReason;
  /** Of a dismissal under article 40: told thirty days before, or a month's wage is paid instead. */
  readonly notice: 'given' | 'paid';
  /** The mean of the last twelve months' wages; null: that of the slips. */
  readonly meanWage: Fen | null;
  /**
   * The city's monthly average wage where none is known here, and where it was read; null: the one that is known. Those from
   * before have no source.
   */
  readonly average: { readonly year: number; readonly monthly: Fen; readonly source?: string } | null;
}

/** What is paid to one person once, with the wages of a month. */
export interface OneOffPay {
  readonly bonus: YearBonus | null;
  readonly leaving: Leaving | null;
}

/** What a bonus is entered as: an amount, or a base of which the grade of a period says the percentage. */
export type BonusEntry =
  | { readonly kind: 'amount'; readonly amount: Fen }
  | { readonly kind: 'grade'; readonly base: Fen; readonly period: Month };

export interface BonusItem {
  readonly person: PersonBrief;
  /** 0 if nothing is entered. */
  readonly rev: number;
  readonly bonus: YearBonus;
}

/** Both ways to tax a bonus, before it is saved. */
export interface BonusPreview {
  readonly person: PersonBrief;
  readonly rev: number;
  readonly amount: Fen;
  readonly basis: BonusBasis | null;
  readonly choice: BonusChoice;
  /** The day on which another bonus of the year was taxed by itself; null if there was none. */
  readonly taxedOn: Day | null;
  /** What the wages of the whole year are expected to leave taxable; null if the month cannot be worked out yet. */
  readonly base: Fen | null;
}

/** Somebody who leaves in a month. */
export interface LeaverItem {
  readonly person: PersonBrief;
  readonly rev: number;
  readonly hiredOn: Day;
  readonly lastDay: Day;
  /** Unused leave that is paid out, in leave minutes. */
  readonly unused: { readonly annual: Minutes; readonly compTime: Minutes };
  /** Null until HR has decided. */
  readonly leaving: Leaving | null;
  /** What is paid for it by now: lines of the slip, each with how it was worked out. */
  readonly lines: readonly PayStep[];
  readonly warnings: readonly PayWarning[];
  /** Of the month before, or of the contract where there is no slip. */
  readonly lastWage: Fen;
  /** Three times the local average: what of a mean wage counts at most; null where no average is known. */
  readonly wageCap: Fen | null;
}

/** Actions of the function `payroll` about what is paid once. */
export interface OneOffPayContract {
  yearBonuses: {
    input: { readonly month: Month; readonly cursor?: string };
    /** `isFinal`: the month's run is locked, so that nothing of it is entered or taken back. */
    output: PageOf<BonusItem> & { readonly isFinal: boolean };
  };
  /** Both ways beside each other; nothing is saved. */
  previewBonus: {
    input: {
      readonly employeeId: string;
      readonly month: Month;
      readonly paidOn: Day;
      readonly entry: BonusEntry;
    };
    output: BonusPreview;
  };
  saveBonus: {
    input: {
      readonly employeeId: string;
      readonly month: Month;
      readonly paidOn: Day;
      readonly rev: number;
      readonly entry: BonusEntry;
      readonly way: BonusWay;
    };
    output: BonusItem;
  };
  dropBonus: {
    input: { readonly employeeId: string; readonly month: Month; readonly rev: number };
    output: { readonly rev: number };
  };
  leavers: {
    input: { readonly month: Month };
    output: { readonly items: readonly LeaverItem[]; readonly isFinal: boolean };
  };
  saveLeaving: {
    input: {
      readonly employeeId: string;
      readonly month: Month;
      readonly rev: number;
      readonly leaving: Leaving;
    };
    output: { readonly rev: number };
  };
}
