import type { Day, Exact, LocalText } from './common';
import type { PayItems } from './month';

/** Money in whole fen; never a fraction of one. */
export type Fen = number & { readonly __brand: 'Fen' };

/** A rule of law or of the company: which one, when it holds, and where it was read. */
export interface PayRule {
  /** Such as `cn.tax.wages` or `cn.shanghai.pension`. */
  readonly id: string;
  /** The first day on which it holds; with `id` it names the version. */
  readonly from: Day;
  /** The last day on which it is known to hold; null if the text names no end. */
  readonly until: Day | null;
  /** The number of the notice, or the name of the law with its article. */
  readonly source: string;
  /** Of a rule that the company has written in both languages. */
  readonly sourceEn?: string;
  readonly url?: string;
  /** Not read in an official text: shown as "to be confirmed by HR". */
  readonly isUnverified?: true;
}

/** A figure that went into an amount. `name` is a key of the texts of pay, or the id of an item, which has a `label`. */
export type PayInput = { readonly name: string; readonly label?: LocalText } & (
  | { readonly kind: 'money'; readonly value: Fen }
  | { readonly kind: 'percent' | 'days' | 'hours' | 'months' | 'number'; readonly value: Exact }
  | { readonly kind: 'day'; readonly value: Day }
  | { readonly kind: 'text'; readonly value: LocalText }
);

/** How an amount came about: a tree that opens down to what was entered. */
export interface PayStep {
  /** Such as `overtime.300` or `tax.wages`; unique among its neighbours. */
  readonly id: string;
  /** Absent where the texts of pay have a name for `id`. */
  readonly name?: LocalText;
  readonly amount: Fen;
  /** A key of the texts of pay, which say it in words with the inputs; null for a plain sum of the parts. */
  readonly formula: string | null;
  readonly inputs: readonly PayInput[];
  /** Null for what was entered by hand. */
  readonly rule: PayRule | null;
  readonly parts: readonly PayStep[];
}

/** What somebody should look at before a run is locked. */
export interface PayWarning {
  readonly code: PayWarningCode;
  readonly inputs: readonly PayInput[];
  readonly rule: PayRule | null;
}

export type PayWarningCode =
  | 'negative-net'
  | 'no-salary'
  | 'no-base'
  /** Neither insurance nor fund is taken off, and no minimum wage is checked: no rules of the city are shipped. */
  | 'no-city-rules'
  | 'under-minimum'
  | 'overtime-limit'
  /** A statutory day was worked for time off: the 300 % are due all the same. */
  | 'statutory-comp-time'
  /** The date is after the last day on which the rule is known to hold. */
  | 'rule-ended'
  | 'rule-unverified'
  /** A base under the floor or over the cap was replaced by it. */
  | 'base-raised'
  | 'base-capped'
  /** A slightly lower bonus would bring more. */
  | 'loss-zone'
  /** Somebody leaves, and HR has not said why: that decides about severance pay. */
  | 'leaving-undecided'
  /** Severance without the local average: neither its cap nor what is free of tax is known. */
  | 'no-average'
  /** The local average that caps severance was entered with the leaving, not for the city. */
  | 'average-by-hand'
  /** Service before 2008 counts by the rules of its time. */
  | 'service-before-2008'
  /** Sick pay by the company's leave type: no law is known for the city. */
  | 'no-sick-rule'
  /** Leave that has lapsed in the month and is not paid out by the company's choice. */
  | 'leave-lapsed'
  /** The medical period of who was ill in the month is over, or will be before the next month ends. */
  | 'medical-period'
  | 'not-settled'
  /** The first payment of the year counts months before it, and nobody has entered what was paid in them. */
  | 'no-earlier-pay';

/** What one month costs in insurance and fund. Amounts are what each side pays, not below zero. */
export interface Contributed {
  readonly employee: PayStep;
  readonly employer: PayStep;
  readonly warnings: readonly PayWarning[];
}

/** What a month adds to the tax year. */
export interface TaxableMonth {
  /** Taxable earnings less what is deducted before tax; may be below zero. */
  readonly income: Fen;
  /** Earnings that are not taxed. */
  readonly exempt: Fen;
  /** Insurance and fund of the employee. */
  readonly contributions: Fen;
}

export interface Withheld {
  readonly tax: PayStep;
  readonly warnings: readonly PayWarning[];
}

/** What is paid for sick days instead of the usual pay, above zero. */
export interface SickPaid {
  readonly paid: PayStep;
  readonly warnings: readonly PayWarning[];
}

/**
 * What a slip asks of tax and insurance, about one person in one month: both make it of what they have loaded, so that a
 * slip is worked out without I/O.
 */
export interface SlipRules {
  readonly contribute: () => Contributed;
  readonly withhold: (month: TaxableMonth) => Withheld;
  /** `wage`: the month's full pay; `leave`: the sick leave of the month by share of the usual pay. */
  readonly sickPay: (sick: { readonly wage: Fen; readonly leave: PayItems['leave'] }) => SickPaid;
  /** Without what a minimum wage does not count (overtime, meals and so on). */
  readonly checkMinimum: (pay: { readonly gross: Fen; readonly contributions: Fen }) => readonly PayWarning[];
}
