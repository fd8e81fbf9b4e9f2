import type { Day, LocalText, Minutes } from './common';
import type { RuleWarning } from './leave-type';

// { days, limit }

export type Over = 'allow' | 'warn' | 'refuse';

/** `lesser`: what was approved and punched. `approved`: what was approved; fewer punches are only pointed out. */
export type OvertimeCreditRule = 'lesser' | 'approved';

/** Days on which nobody takes leave whose rule is `blockable`. At most 62 days each, 40 of them. */
export interface BlockedDays {
  readonly from: Day;
  readonly to: Day;
  readonly name: LocalText;
}

/** Limits and options of requests as HR edits them; what each means is told in the `domain/<kind>-settings.ts` of its kind. */
export interface CompanyRuleSettings {
  readonly overtime: {
    readonly dayLimit: Minutes;
    readonly monthLimit: Minutes;
    readonly dayMost: Minutes | null;
    readonly monthMost: Minutes | null;
    /** Whether time off may stand in for 150, 200 and 300 percent of pay. */
    readonly compTime: { readonly workday: Over; readonly restday: Over; readonly holiday: Over };
    readonly compTimeMonths: number;
    /** What of approved overtime is credited, in pay and in time off. */
    readonly credit: OvertimeCreditRule;
  };
  /** Told in `schedule/domain/attendance-settings.ts`. */
  readonly attendance: { readonly latestEnd: Minutes; readonly trustMinutes: Minutes };
  readonly correction: {
    readonly monthlyQuota: number;
    readonly overQuota: Exclude<Over, 'allow'>;
    /** Workdays of the person. */
    readonly windowDays: number;
  };
  readonly expense: {
    readonly mostLines: number;
    readonly mostReceiptsPerLine: number;
    /** Fen; null where no receipt is ever needed. */
    readonly receiptAbove: number | null;
    readonly windowDays: number;
  };
  /** Days after the publication in which an employee confirms a payslip. */
  readonly payslip: { readonly confirmDays: number };
  readonly resignation: { readonly noticeDays: number; readonly probationNoticeDays: number };
  readonly expiryNoticeDays: number;
  readonly blocked: readonly BlockedDays[];
  readonly lapsedPaid: LapsedPaid;
}

/** Whether annual leave and comp time that lapse are paid. */
export interface LapsedPaid {
  readonly annual: boolean;
  readonly compTime: boolean;
}

export type RuleSource = 'attendance' | 'overtime' | 'correction' | 'expense' | 'payslip' | 'resignation';

export interface CompanyRulesAnswer {
  readonly rules: CompanyRuleSettings;
  readonly version: number;
  readonly warnings: readonly RuleWarning[];
}
