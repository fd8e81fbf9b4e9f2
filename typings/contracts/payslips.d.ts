import type { Day, Instant, LocalText, Month, PageOf } from './common';
import type { Fen, PayStep } from './pay';
import type { PersonBrief } from './person';

/** `read`: opened behind the second check. `disputed`: a dispute of it is open. */
export type PayslipState = 'new' | 'read' | 'confirmed' | 'disputed';

/** A slip in the own list, which has no amount: it is seen without the second check. */
export interface PayslipBrief {
  /** The month that is paid for; a person has one slip of it. */
  readonly month: Month;
  readonly paidOn: Day;
  /** Counts up when a recalled slip is published again. */
  readonly version: number;
  readonly state: PayslipState;
}

/** Doubt about one line, with its answer. */
export interface PayDispute {
  readonly id: string;
  /** `id` of the line, with those above it: `earnings/overtime.300`. */
  readonly line: string;
  readonly text: string;
  readonly at: Instant;
  readonly answerBy: Day;
  readonly answer: PayAnswer | null;
}

export interface PayAnswer {
  readonly text: string;
  readonly at: Instant;
  readonly by: PersonBrief;
  /** What the line comes to more (or less) than on the slip. */
  readonly difference: Fen;
  /**
   * How a difference is settled: by the next run, or `apart` by payroll where no run works the month out again for this person.
   * Absent without a difference, and in answers from before it was kept.
   */
  readonly paidBy?: 'next-run' | 'apart';
  /** No run pays differences of this line: it is taken off after tax, or was paid once. */
  readonly noRun?: true;
  /**
   * Since when it is settled, and by whom: payroll says so of one that was settled apart, or a run has paid it with this month,
   * which its publication says.
   */
  readonly settled?: { readonly at: Instant; readonly by: PersonBrief; readonly run?: Month };
}

/** The slip of one month, as its owner reads it. */
export interface Payslip extends PayslipBrief {
  readonly rev: number;
  /**
   * What is paid out. Its parts sum to it: `earnings`, and below zero `deductions`, `contributions`, `tax` and
   * `carried` (what a month before left to be paid back); those that are there.
   */
  readonly net: PayStep;
  /** What the employer pays on top. */
  readonly employer: PayStep;
  /** The slip before: its lines by path, as in `PayDispute`, and the names of those that the company has named; null for the first one. */
  readonly before: {
    readonly month: Month;
    readonly net: Fen;
    readonly lines: Readonly<Record<string, Fen>>;
    readonly names: Readonly<Record<string, LocalText>>;
  } | null;
  /** Months whose locked slips the tax of this one counted. */
  readonly counted: readonly Month[];
  /** The last day on which somebody who has left can open it, and nothing else; null for who is employed. */
  readonly openUntil: Day | null;
  /** The last day for a dispute; null when it is over. */
  readonly disputeUntil: Day | null;
  readonly disputes: readonly PayDispute[];
  readonly confirmedAt: Instant | null;
}

/** One month of the year view; contributions and tax as amounts above zero. */
export interface PayYearMonth {
  readonly month: Month;
  readonly income: Fen;
  /** The yearly bonus in it. */
  readonly bonus: Fen;
  /** What of the net is taxed by itself: a yearly bonus or severance, less its tax. */
  readonly netApart: Fen;
  readonly contributions: Fen;
  readonly tax: Fen;
  readonly net: Fen;
  readonly employer: Fen;
}

/** What an employee does with their own pay. `opening`: what `openPay` gave. */
export interface PayslipsContract {
  /** Published slips, the latest first; of somebody who has left the last ones, until `openUntil`. */
  payslips: {
    input: { readonly cursor?: Month };
    output: PageOf<PayslipBrief> & { readonly openUntil: Day | null };
  };
  /** The slip of a month; somebody else's cannot be named. */
  payslip: { input: { readonly month: Month; readonly opening: string }; output: Payslip };
  payYear: {
    input: { readonly year: number; readonly opening: string };
    output: { readonly months: readonly PayYearMonth[] };
  };
  /** Says that it was read and is right; a dispute is possible until its last day all the same. */
  confirmPayslip: {
    input: { readonly month: Month; readonly version: number; readonly opening: string };
    output: { readonly state: PayslipState; readonly rev: number };
  };
  /** Doubts one line, once while that is open. Idempotent by `key`. */
  disputePayslip: {
    input: {
      readonly key: string;
      readonly month: Month;
      readonly version: number;
      readonly line: string;
      readonly text: string;
      readonly opening: string;
    };
    output: { readonly dispute: PayDispute; readonly state: PayslipState; readonly rev: number };
  };
}
