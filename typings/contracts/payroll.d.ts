import type { ChangeEntry } from './change';
import type { Day, Instant, LocalText, Month, NoInput, PageOf } from './common';
import type { ErrorData } from './errors';
import type { Fen, PayWarning } from './pay';
import type { PayItem, PayItemVersion, SalaryVersion } from './pay-item';
import type { PayDispute } from './payslips';
import type { PersonBrief } from './person';
import type { WireError } from './reply';

/** The company's items with their versions, and who has changed them. */
export interface PayItemsView {
  readonly version: number;
  readonly versions: readonly PayItemVersion[];
  readonly history: readonly ChangeEntry[];
}

/** Somebody's pay from the first to the latest version. */
export interface SalaryView {
  readonly person: PersonBrief;
  /** 0 if there is none yet. */
  readonly rev: number;
  readonly versions: readonly SalaryVersion[];
  /** The request that waits about it; null for none. */
  readonly waiting: string | null;
}

/** A formula that fails for somebody, such as by a division by zero. */
export interface PayFormulaFailure {
  readonly person: PersonBrief;
  readonly item: string;
  readonly rule: ErrorData['PAY_FORMULA_FAILED']['rule'];
  /** Where in the text, from 1. */
  readonly position: number;
}

/** A slip, and the sums of slips, with items as they are and as they would be. */
export interface PayEffectSums {
  readonly gross: Fen;
  readonly net: Fen;
  /** What the company pays beside. */
  readonly employer: Fen;
}
export interface PayEffectOf {
  readonly person: PersonBrief;
  readonly before: PayEffectSums;
  readonly now: PayEffectSums;
}

/** What other items would pay in a month, of some of the people. */
export interface PayItemsEffect {
  readonly people: number;
  readonly changed: number;
  readonly before: PayEffectSums;
  readonly now: PayEffectSums;
  /** Whose slip changes, the largest difference of gross pay first; at most twenty. */
  readonly persons: readonly PayEffectOf[];
  /** For whom a formula fails; at most twenty, with `failures` in all. */
  readonly failed: readonly PayFormulaFailure[];
  readonly failures: number;
  /** Who have no slip for another reason: no salary, or attendance that is not settled. */
  readonly without: number;
  /** Names the people after these. */
  readonly next: string | null;
}

/** `running` and `calculated`: a draft that may be worked out again. `locked`: final, and not seen by the employees. */
export type PayRunState = 'running' | 'calculated' | 'locked' | 'published';

export interface PayRunSums {
  readonly gross: Fen;
  readonly contributions: Fen;
  readonly tax: Fen;
  readonly deductions: Fen;
  readonly net: Fen;
  readonly employer: Fen;
}

/** What happened to a run; the last fifty. */
export interface PayRunEvent {
  readonly kind: 'calculated' | 'locked' | 'published' | 'recalled';
  readonly at: Instant;
  readonly by: PersonBrief;
  /** Of `recalled`. */
  readonly reason?: string;
}

/**
 * Who has no slip, and why: no salary, attendance that is not settled, a second separate bonus in a year or one after the
 * end of its rule, severance in a city of which no average wage is known.
 */
export interface PayBlocker {
  readonly person: PersonBrief;
  readonly rule:
    | 'no-salary'
    | 'not-settled'
    | 'formula'
    | 'bonus-used'
    | 'bonus-ended'
    | 'no-average'
    /** What the person's data are is against a rule, see `error`. */
    | 'refused'
    /** A stored record about the person, or the person's own, cannot be used, see `record`. */
    | 'unreadable';
  /** What was refused, with its figures. Of `formula` and `refused`. */
  readonly error?: WireError;
  /** The collection. Of `unreadable`. */
  readonly record?: string;
}

export interface PayRunView {
  readonly month: Month;
  readonly rev: number;
  readonly state: PayRunState;
  readonly paidOn: Day;
  /** Counts up when a run that was locked is recalled. */
  readonly version: number;
  readonly people: number;
  /** Slips that are new or have changed in this pass. */
  readonly written: number;
  readonly warnings: number;
  /** Empty before the first page is done. */
  readonly sums: PayRunSums;
  readonly blockers: readonly PayBlocker[];
  /** The caller may not lock: they have calculated it. */
  readonly isOwn: boolean;
  readonly history: readonly PayRunEvent[];
  readonly itemsChanged: readonly PayItemChange[];
  /** What the caller has changed of what it pays, so that they do not lock it; null for nothing. */
  readonly changedByYou: PayChangedBy | null;
}

/** What one officer has changed of what a run pays. */
export interface PayChangedBy {
  readonly items: readonly LocalText[];
  /** For whom they have entered a bonus or why they leave; null for nobody. */
  readonly oneOff: PeopleCounted | null;
  /** For whom they have changed bases, percents or rates of insurance and fund; null for nobody. */
  readonly bases: PeopleCounted | null;
  /** For whom they have changed what their grade is worth; null for nobody. */
  readonly rates: PeopleCounted | null;
}

/**
 * An item that pays otherwise than when the month before was locked, or of which paid months come out differently. Whoever locks has
 * to see it: one officer alone saves items.
 */
export interface PayItemChange {
  readonly id: string;
  readonly name: LocalText;
  readonly how: 'new' | 'changed' | 'removed';
  /** Empty and null for items from before it was kept. */
  readonly savedBy: readonly PersonBrief[];
  readonly savedAt: Instant | null;
  /** Whose slips have it, or had it in the month before. */
  readonly people: number;
  /** The first five of them. */
  readonly named: readonly PersonBrief[];
  /** Those of them who have saved it themselves. */
  readonly own: readonly PersonBrief[];
  /** Those of them who had one that is still there, and have it no more; null for nobody. Absent in older runs. */
  readonly lost?: PeopleCounted | null;
}

/** The month-end of a month: how far it is before and after there is a run. */
export interface PayMonthView {
  readonly month: Month;
  readonly attendance: 'open' | 'settled' | 'locked';
  readonly run: PayRunView | null;
  /** Who may lock a calculated run, without the caller: neither has worked it out nor changed what it pays. */
  readonly lockers: readonly PersonBrief[];
  /** The sums of the month before, if it has a run. */
  readonly before: PayRunSums | null;
  readonly openDisputes: number;
  /** Slips of an answered dispute whose difference no run pays, and which nobody has settled. */
  readonly owedApart: number;
  /** Files that were exported of this version of the run. */
  readonly filesMade: number;
  /** Whose bank account was entered or changed since the month before was locked, until this one is published; null for nobody. */
  readonly accountsChanged: PeopleCounted | null;
  /** Who has changed what grades are worth since then, the latest first; HR does so alone. */
  readonly bonusChanges: readonly ChangeEntry[];
}

/** People, of whom the first five are named. */
export interface PeopleCounted {
  readonly count: number;
  readonly people: readonly PersonBrief[];
}

/** A line that differs from the month before. */
export interface PayChange {
  readonly line: string;
  readonly name?: PayItem['name'];
  readonly before: Fen;
  readonly now: Fen;
}

/** One slip of a run beside the one of the month before. */
export interface PayPreview {
  readonly person: PersonBrief;
  readonly net: Fen;
  /** Null for who had no slip in the month before. */
  readonly netBefore: Fen | null;
  readonly gross: Fen;
  /** The largest first. */
  readonly changes: readonly PayChange[];
  readonly warnings: readonly PayWarning[];
}

/** A dispute to answer, or one whose difference is to be settled apart. */
export interface OpenDispute {
  readonly person: PersonBrief;
  readonly month: Month;
  readonly rev: number;
  /** Of the line, where the company has defined it. */
  readonly name?: PayItem['name'];
  readonly dispute: PayDispute;
}

/** What the payroll role does. */
export interface PayrollContract {
  payItems: { input: NoInput; output: PayItemsView };
  /** Sets the items as they hold from a day on. */
  savePayItems: {
    input: { readonly from: Day; readonly items: readonly PayItem[]; readonly expectedVersion: number };
    output: PayItemsView;
  };
  /** What items would pay in a month that was settled, for one person or page by page for all; nothing is saved. */
  previewPayItems: {
    input: {
      readonly from: Day;
      readonly items: readonly PayItem[];
      readonly month: Month;
      readonly employeeId?: string;
      readonly cursor?: string;
    };
    output: PayItemsEffect;
  };
  salary: { input: { readonly employeeId: string }; output: SalaryView };
  payMonth: { input: { readonly month: Month }; output: PayMonthView };
  /** Begins or continues a run, unit by unit. `again` works everything out once more. */
  calculatePay: {
    input: { readonly month: Month; readonly paidOn: Day; readonly again?: boolean };
    output: PayRunView;
  };
  /** `warned`: those with something to look at alone. */
  previewPay: {
    input: { readonly month: Month; readonly cursor?: string; readonly warned?: boolean };
    output: PageOf<PayPreview>;
  };
  lockPay: { input: { readonly month: Month; readonly rev: number }; output: PayRunView };
  publishPay: { input: { readonly month: Month; readonly rev: number }; output: PayRunView };
  /** Opens a locked run again; the slips are hidden until it is published once more. */
  recallPay: {
    input: { readonly month: Month; readonly rev: number; readonly reason: string };
    output: PayRunView;
  };
  payDisputes: { input: { readonly cursor?: string }; output: PageOf<OpenDispute> };
  answerPayDispute: {
    input: {
      readonly employeeId: string;
      readonly month: Month;
      readonly rev: number;
      readonly id: string;
      readonly text: string;
    };
    output: OpenDispute;
  };
  /** Says that the difference of an answered dispute, which no run pays, is settled. */
  settlePayDispute: {
    input: { readonly employeeId: string; readonly month: Month; readonly rev: number; readonly id: string };
    output: OpenDispute;
  };
}
