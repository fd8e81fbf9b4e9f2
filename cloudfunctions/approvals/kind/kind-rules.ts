import type { Day, Instant, LocalText } from '../../../typings/contracts/common';
import type {
  Fact,
  FormValues,
  Period,
  RequestPreview,
  RequestType,
  Warning,
} from '../../../typings/contracts/requests';
import type { Account, AccountSpan, LedgerEntry } from '../../accounts/domain/account';
import type { ReceiptClaim } from '../../expense/domain/receipt-claim';
import type { LeaveType } from '../../leave/domain/leave-type';
import type { Schedule } from '../../schedule/domain/schedule';
import type { CalendarOverride } from '../../shared/calendar/day-kind';
import type { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import type { CompanyRules } from '../domain/rules/company-rules';

/** What is written into the applicant's account. Keys are made from the request's id; null removes a span. */
export interface AccountChange {
  readonly spans: Readonly<Record<string, AccountSpan | null>>;
  readonly entries: Readonly<Record<string, LedgerEntry>>;
}

/** Somebody of the applicant's team who is, or may be, away at that time. */
export interface TeamAbsence {
  readonly employeeId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly decided: boolean;
}

/** Everything that the rules of a kind may look at; loaded by the action, plain values. */
export interface KindQuestion {
  readonly requestId: string;
  readonly type: Pick<RequestType, 'id' | 'kind' | 'name' | 'form'>;
  /** Checked against the form already. */
  readonly values: FormValues;
  readonly applicant: Employee;
  readonly account: Account;
  /** The applicant's plan for the days of the period and around them. */
  readonly schedule: Schedule;
  readonly overrides: readonly CalendarOverride[];
  /** Days on which nobody may take leave, set by the company. */
  readonly blockedDays: readonly { readonly day: Day; readonly name: LocalText }[];
  readonly team: { readonly size: number; readonly absences: readonly TeamAbsence[] };
  readonly today: Day;
  readonly now: Instant;
  /** The company's leave types over the shipped ones; the shipped ones where it is left out. */
  readonly leaveTypes?: readonly LeaveType[];
  /** Limits and options of the other kinds; the shipped ones where it is left out. */
  readonly rules?: CompanyRules;
  /** The applicant's claims of the files named in the form; a file that is in none of them was never checked. */
  readonly receipts?: readonly ReceiptClaim[];
}

/**
 * What a request does outside of its own document and the account, by the request's id and so that doing it
 * again changes nothing. Receipts are claimed before the request is added, and may be refused; the rest follows.
 */
export type KindEffect =
  | { readonly does: 'claim-receipts'; readonly claims: readonly string[] }
  | { readonly does: 'release-receipts'; readonly claims: readonly string[] }
  /** Fen to be paid; negative where the person gives back a part of the advance. */
  | { readonly does: 'owe-expense'; readonly fen: number }
  | { readonly does: 'drop-expense' }
  | { readonly does: 'open-handover'; readonly lastDay: Day }
  | { readonly does: 'drop-handover'; readonly lastDay: Day }
  | { readonly does: 'end-employment'; readonly lastDay: Day }
  | { readonly does: 'keep-employment'; readonly lastDay: Day };

/** The effects that belong to each change of the account. */
export interface KindEffects {
  readonly onSubmit: readonly KindEffect[];
  readonly onApprove: readonly KindEffect[];
  readonly onReject: readonly KindEffect[];
  readonly onCancel: readonly KindEffect[];
}

/**
 * What a request comes to. `problem` stops it from being sent; `warnings` are shown to both sides. The three
 * changes are kept with the request, so that its effects are the same whenever they are (re)applied:
 * `onSubmit` with the submission, then `onApprove`, or `onReject` (also for withdrawn and returned).
 */
export interface KindAnswer {
  readonly title: LocalText;
  readonly period: Period | null;
  /** First and last moment of the period. */
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly amountMinutes: number | null;
  readonly amountFen: number | null;
  readonly days: RequestPreview['days'];
  readonly facts: readonly Fact[];
  readonly warnings: readonly Warning[];
  readonly problem: AppError | null;
  readonly onSubmit: AccountChange;
  readonly onApprove: AccountChange;
  readonly onReject: AccountChange;
  /** What undoes an approved request. */
  readonly onCancel: AccountChange;
  /** Absent where the request does nothing besides. */
  readonly effects?: KindEffects;
}

/** The rules of one kind of request. Pure. */
export type KindRules = (question: KindQuestion) => KindAnswer;

/** A request that leaves the account alone. */
export const NO_CHANGE: AccountChange = { spans: {}, entries: {} };
