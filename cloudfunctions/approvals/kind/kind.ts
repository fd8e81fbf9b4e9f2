import type { Day, Instant, LocalText } from '#contracts/common';
import type { Fact, Warning } from '#contracts/fact';
import type { FormPlan, FormValues, Period } from '#contracts/form';
import type { PersonBrief } from '#contracts/person';
import type { RequestCard, RequestDetail, RequestPreview } from '#contracts/request';
import type { RequestType } from '#contracts/request-type';
import type { Account, AccountChange, AccountSpan } from '../../accounts/rules';
import type { RuleSection } from '../../company-rules/section';
import type { Schedule } from '../../schedule/rules';
import type { AppError } from '../../shared/errors/app-error';
import type { Setter } from '../../shared/history/setters';
import type { Employee } from '../../shared/kernel/employee';
import type { Ability } from '../../shared/kernel/policy';

/** An approved or pending absence of a member of the applicant's team. */
export interface TeamAbsence {
  readonly employeeId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly decided: boolean;
}

/** The input of a kind's `load`; nothing is decided yet. */
export interface KindContext {
  readonly requestId: string;
  readonly type: Pick<RequestType, 'id' | 'kind' | 'name' | 'form'>;
  /** Already validated against the form. */
  readonly values: FormValues;
  readonly applicant: Employee;
  /** Complete for the days of the form and their months. */
  readonly account: Account;
  readonly now: Instant;
  /** For a request that is counted again the day of its submission. */
  readonly today: Day;
  /** Days named by the form and adjacent days, unordered. */
  readonly days: readonly Day[];
}

/** The input of every kind's rules: plain values. A kind adds the result of its own `load`. */
export interface KindQuestion extends Omit<KindContext, 'days'> {
  /** The applicant's schedule for the period and adjacent days. */
  readonly schedule: Schedule;
  readonly team: { readonly size: number; readonly absences: readonly TeamAbsence[] };
  /** An existing request is counted again: its own effects are ignored, and whoever could ask for it still can. */
  readonly isRecount?: boolean;
}

/**
 * An effect outside of the request and the account. Idempotent. Those of `onSubmit` run before the request is
 * added and may refuse it; the others follow the decision.
 */
export interface SideEffect {
  readonly does: string;
}

/** The side effects that accompany each change of the account. */
export interface SideEffects<Effect extends SideEffect = SideEffect> {
  readonly onSubmit: readonly Effect[];
  readonly onApprove: readonly Effect[];
  readonly onReject: readonly Effect[];
  readonly onCancel: readonly Effect[];
}

/** The request that a side effect belongs to. */
export interface EffectContext {
  readonly requestId: string;
  readonly applicant: {
    readonly _id: string;
    readonly name: string;
    readonly nameEn: string;
    readonly managerId: string | null;
  };
  readonly now: Instant;
}

/**
 * The result of a kind's rules. `problem` prevents the submission; `warnings` are shown to both sides. The
 * changes are stored with the request, so that (re)applying them always has the same effect: `onSubmit` on
 * submission, then `onApprove`, or `onReject` (also for withdrawn and returned).
 */
export interface KindAnswer {
  readonly title: LocalText;
  readonly period: Period | null;
  /** Start and end of the period. */
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
  /** Reverses an approved request. */
  readonly onCancel: AccountChange;
  readonly effects?: SideEffects;
}

/** The rules of one kind of request. Pure. `Loaded`: the result of the kind's `load`. */
export type KindRules<Loaded extends object = object> = (question: KindQuestion & Loaded) => KindAnswer;

/** The input for the initial values of a form. */
export interface FormStart {
  readonly applicant: Employee;
  readonly account: Account;
  readonly plan: FormPlan;
  readonly today: Day;
  readonly now: Instant;
}

/** The fields of a stored request that kinds may use. */
export type KindRequest = Pick<
  RequestCard,
  'kind' | 'typeId' | 'state' | 'cancels' | 'facts' | 'warnings'
> & {
  readonly _id: string;
  readonly applicantId: string;
  readonly applicant: PersonBrief;
  readonly spanFrom: Instant;
  readonly spanTo: Instant;
};

/** Current facts and warnings of a request. */
export type FactsNow = (request: KindRequest) => Pick<RequestCard, 'facts' | 'warnings'>;

/** The outcome of an approved request, shown in its details. */
export type Outcome = Pick<RequestDetail, 'payment' | 'handover'>;

/**
 * A kind of request: everything that the approval engine does not know itself. To add one, create a folder and
 * add one line to `requests/kinds.ts`.
 */
export interface Kind<Loaded extends object = object, Effect extends SideEffect = SideEffect> {
  /** As stored in requests and types. */
  readonly name: string;
  /** The display name, if it differs from the name of the first type. */
  readonly label?: LocalText;
  /** The default request types of this kind. */
  readonly types: readonly RequestType[];
  /**
   * Only the system starts its requests, from something that happened; the values of these fields are then
   * evidence that nobody can change.
   */
  readonly evidence?: readonly string[];
  /** Its rules check the files of its forms, which are receipts. */
  readonly claimsFiles?: boolean;
  /** Its requests always change the account, which then knows every submitted request. */
  readonly usesAccount?: boolean;
  /** Its rules ask neither for the applicant's schedule nor for their account, so that neither is read. */
  readonly isTimeless?: boolean;
  /** Its approval changes attendance days, which may be in a locked month. */
  readonly changesDays?: boolean;
  /** Its result depends on the schedule, so that it is counted again when the schedule changes. */
  readonly followsSchedule?: boolean;
  /** The applicant is absent during its period. */
  readonly isAway?: boolean;
  /** Limits and options that a company can configure. */
  readonly companyRules?: RuleSection;
  /** Who set the rules by which these values are decided, beyond type and company rules; no read on a warm instance. */
  ruleSetters?(values: FormValues, now: number): Promise<readonly Setter[]>;
  /** Reads additional data for `decide`; writes nothing. */
  load?(context: KindContext): Promise<Loaded>;
  /** Pure. */
  decide(question: KindQuestion & Loaded): KindAnswer;
  /** What the ledger gets back when an absence is shortened to `span`; `entries` are those of the account. Pure. */
  returnDays?(
    entries: Account['entries'],
    span: AccountSpan,
    now: Instant,
  ): { readonly entries: Account['entries']; readonly facts: readonly Fact[] };
  /** Whether an absence from `from` on can only end with a day, not at its noon; absent for no. */
  wholeDaysOnly?(values: FormValues, applicantId: string, from: Day, now: number): Promise<boolean>;
  /** Default values that override those of the form. */
  firstValues?(start: FormStart): FormValues | Promise<FormValues>;
  /** Implementations of its side effects. Idempotent by the request's id. */
  readonly sideEffects?: {
    readonly [Does in Effect['does']]: (
      effect: Extract<Effect, { readonly does: Does }>,
      context: EffectContext,
    ) => Promise<void>;
  };
  /** Facts that change while requests wait: at most one read for all `requests`. */
  factsNow?(requests: readonly KindRequest[], now: Instant): Promise<FactsNow>;
  /** Refuses to undo an approved request because of what has happened since. @throws AppError */
  requireUndoable?(requestId: string): Promise<void>;
  /** The outcome of an approved request. */
  outcomeOf?(requestId: string): Promise<Partial<Outcome>>;
  /** Whether someone who is not involved in a request may see it. */
  mayAlsoSee?(request: KindRequest, ability: Ability): boolean;
}
