import type { Day, Instant, LocalText } from '#contracts/common';
import type { Fact, Warning } from '#contracts/fact';
import type { FormPlan, FormValues, Period } from '#contracts/form';
import type { PersonBrief } from '#contracts/person';
import type { RequestCard, RequestDetail, RequestPreview } from '#contracts/request';
import type { RequestType } from '#contracts/request-type';
import type { Account, AccountChange } from '../../accounts/rules';
import type { RuleSection } from '../../company-rules/section';
import type { Schedule } from '../../schedule/rules';
import type { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import type { Ability } from '../../shared/kernel/policy';

/** Somebody of the applicant's team who is, or may be, away at that time. */
export interface TeamAbsence {
  readonly employeeId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly decided: boolean;
}

/** What a kind loads by: nothing is decided yet. */
export interface KindContext {
  readonly requestId: string;
  readonly type: Pick<RequestType, 'id' | 'kind' | 'name' | 'form'>;
  /** Checked against the form already. */
  readonly values: FormValues;
  readonly applicant: Employee;
  readonly account: Account;
  readonly now: Instant;
  /** Days that the form names and those around them, in no order. */
  readonly days: readonly Day[];
}

/** What the rules of every kind may look at: plain values. A kind adds what its own `load` answers. */
export interface KindQuestion extends Omit<KindContext, 'days'> {
  /** The applicant's plan for the days of the period and around them. */
  readonly schedule: Schedule;
  readonly team: { readonly size: number; readonly absences: readonly TeamAbsence[] };
  readonly today: Day;
}

/**
 * What a request does outside of its own document and the account. Running it again changes nothing. Those of
 * `onSubmit` run before the request is added, and may refuse it; the others follow the decision.
 */
export interface SideEffect {
  readonly does: string;
}

/** The side effects that belong to each change of the account. */
export interface SideEffects<Effect extends SideEffect = SideEffect> {
  readonly onSubmit: readonly Effect[];
  readonly onApprove: readonly Effect[];
  readonly onReject: readonly Effect[];
  readonly onCancel: readonly Effect[];
}

/** Whose request a side effect belongs to, and which. */
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
 * What a request comes to. `problem` stops it from being sent; `warnings` are shown to both sides. The changes are
 * kept with the request, so that its effects are the same whenever they are (re)applied: `onSubmit` with the
 * submission, then `onApprove`, or `onReject` (also for withdrawn and returned).
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
  /** Absent where the request has none. */
  readonly effects?: SideEffects;
}

/** The rules of one kind of request. Pure. `Loaded`: what the kind loads itself. */
export type KindRules<Loaded extends object = object> = (question: KindQuestion & Loaded) => KindAnswer;

/** What the first values of a form are worked out from. */
export interface FormStart {
  readonly applicant: Employee;
  readonly account: Account;
  readonly plan: FormPlan;
  readonly today: Day;
  readonly now: Instant;
}

/** The stored request as far as kinds may look at it. */
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

/** Facts and warnings of one request as they are now. */
export type FactsNow = (request: KindRequest) => Pick<RequestCard, 'facts' | 'warnings'>;

/** What became of an approved request, for whoever opens it. */
export type Outcome = Pick<RequestDetail, 'payment' | 'handover'>;

/**
 * A kind of request: everything that the approval engine does not know by itself. It is added by a folder of its own
 * and one line in `requests/kinds.ts`.
 */
export interface Kind<Loaded extends object = object, Effect extends SideEffect = SideEffect> {
  /** As requests and types store it. */
  readonly name: string;
  /** What people call it, where that is not the name of its first type. */
  readonly label?: LocalText;
  /** The request types of this kind that every company starts with. */
  readonly types: readonly RequestType[];
  /** Its requests always write into the account, which then remembers every request that was sent. */
  readonly usesAccount?: boolean;
  /** Its approval changes days of attendance, which may be in a locked month. */
  readonly changesDays?: boolean;
  /** The applicant is absent from the team in its period. */
  readonly isAway?: boolean;
  /** Limits and options that a company may set. */
  readonly companyRules?: RuleSection;
  /** Reads what `decide` needs besides; nothing is written. */
  load?(context: KindContext): Promise<Loaded>;
  /** Pure. */
  decide(question: KindQuestion & Loaded): KindAnswer;
  /** Values that most people mean, over those that the form gives by itself. */
  firstValues?(start: FormStart): FormValues | Promise<FormValues>;
  /** How each of its side effects is carried out. Idempotent by the request's id. */
  readonly sideEffects?: {
    readonly [Does in Effect['does']]: (
      effect: Extract<Effect, { readonly does: Does }>,
      context: EffectContext,
    ) => Promise<void>;
  };
  /** Facts that change while requests wait: one read at most for all of `requests`. */
  factsNow?(requests: readonly KindRequest[], now: Instant): Promise<FactsNow>;
  /** What became of an approved request. */
  outcomeOf?(requestId: string): Promise<Partial<Outcome>>;
  /** Whether somebody who has no part in a request may see it all the same. */
  mayAlsoSee?(request: KindRequest, ability: Ability): boolean;
}

/** Checks the definition of a kind against what it loads and does, and forgets both: the engine knows no kind. */
export const defineKind = <Loaded extends object = object, Effect extends SideEffect = SideEffect>(
  kind: Kind<Loaded, Effect>,
): Kind => kind as unknown as Kind;
