import type { Day, Instant, LocalText, Minutes } from './common';
import type { OfferedTemplates } from './notices';

/**
 * What a request does once it is approved, such as `leave`: the name of a kind in `cloudfunctions/requests/kinds.ts`,
 * the one list of them. A type that a company adds itself is `custom`: form, flow and timeline, without an effect.
 */
export type RequestKind = string;

/** One field of a form. `id` matches /^[a-z][A-Za-z0-9]{0,29}$/. */
export interface FormField {
  readonly id: string;
  readonly kind: 'text' | 'number' | 'money' | 'day' | 'period' | 'choice' | 'person' | 'file' | 'table';
  readonly label: LocalText;
  readonly required: boolean;
  /** Longest text; most files or lines (at most 50). */
  readonly most?: number;
  /** Bounds of a number; of money in fen. */
  readonly from?: number;
  readonly to?: number;
  /** Of a choice, at most 30. */
  readonly options?: readonly { readonly id: string; readonly label: LocalText }[];
  /** Of a text outside of tables: kept encrypted, and shown only to the applicant, who signs, and HR. */
  readonly private?: boolean;
  /** Columns of a table, at most 8, no table among them. */
  readonly columns?: readonly FormField[];
}

/**
 * A stretch of time as people ask for it. `day`: whole days. `half`: from the first or second half of `from` to
 * the first or second half of `to`. `hour`: clock times of the company's time zone, minutes from the midnight of
 * `from` (`end` may lie beyond 1,440).
 */
export type Period =
  | { readonly unit: 'day'; readonly from: Day; readonly to: Day }
  | {
      readonly unit: 'half';
      readonly from: Day;
      readonly fromHalf: 1 | 2;
      readonly to: Day;
      readonly toHalf: 1 | 2;
    }
  | { readonly unit: 'hour'; readonly from: Day; readonly start: Minutes; readonly end: Minutes };

/** A field's value: text, choice, person and day as string; money in fen; files as fileIDs of cloud storage. */
export type FormValue =
  | string
  | number
  | Period
  | readonly string[]
  | readonly Readonly<Record<string, string | number | readonly string[]>>[];

export type FormValues = Readonly<Record<string, FormValue>>;

/** Who signs a step. `level` 1 is the direct manager. */
export type ApproverRule =
  | { readonly by: 'manager'; readonly level: number }
  | { readonly by: 'department-head' }
  | { readonly by: 'role'; readonly role: 'hr' | 'payroll' | 'admin' }
  | { readonly by: 'person'; readonly employeeId: string };

/** `days` and `amount` (fen) are worked out by the server; `department` holds for the departments below it too. */
export type Condition =
  | { readonly what: 'days' | 'hours' | 'amount'; readonly is: 'at-least' | 'below'; readonly value: number }
  | { readonly what: 'department' | 'choice'; readonly in: readonly string[] };

export interface FlowStep {
  readonly id: string;
  readonly name: LocalText;
  /** `all`: everybody signs (会签). `any`: the first one decides (或签). */
  readonly mode: 'all' | 'any';
  readonly approvers: readonly ApproverRule[];
  /** The step is left out unless all of these hold. */
  readonly when: readonly Condition[];
}

export interface Flow {
  readonly steps: readonly FlowStep[];
  readonly cc: readonly ApproverRule[];
  /** A step without decision goes to the approver's manager after this many hours; 0 for never. */
  readonly escalateAfterHours: number;
}

/** A type of request, as an administrator edits it. A running request keeps the version it started with. */
export interface RequestType {
  readonly id: string;
  readonly version: number;
  readonly kind: RequestKind;
  readonly name: LocalText;
  readonly enabled: boolean;
  readonly form: readonly FormField[];
  readonly flow: Flow;
}

export type RequestState = 'pending' | 'returned' | 'approved' | 'rejected' | 'withdrawn' | 'cancelled';

export type Verb =
  | 'submit'
  | 'resubmit'
  | 'approve'
  | 'reject'
  | 'return'
  | 'transfer'
  | 'add-signer'
  | 'withdraw'
  | 'cancel'
  | 'urge'
  | 'escalate'
  | 'skip';

/** Why the flow went another way than written. */
export type FlowNote =
  | 'vacant'
  | 'left'
  | 'is-applicant'
  | 'loop'
  | 'department-gone'
  | 'already-signed'
  | 'nobody-left';

/** One line of a request's history. `byId` is null for the system. */
export interface TimelineEntry {
  readonly at: Instant;
  readonly verb: Verb;
  readonly byId: string | null;
  readonly byName: string;
  readonly byNameEn: string;
  /** The approver that a delegate acted for. */
  readonly forName?: string;
  readonly forNameEn?: string;
  readonly toName?: string;
  readonly toNameEn?: string;
  readonly comment?: string;
  readonly note?: FlowNote;
}

export interface PersonBrief {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
}

/** A figure or a fact in one line; words in the locale files under `facts.<code>`. */
export interface Fact {
  readonly code: FactCode;
  readonly data: Readonly<Record<string, string | number | LocalText>>;
}

export type FactCode =
  | 'BALANCE' // { type, before, after }  leave minutes
  | 'UNLIMITED' // { type }
  | 'MOST_PER_REQUEST' // { type, most in leave minutes }
  | 'MOST_PER_YEAR' // as above
  | 'DAYS_COUNTED' // { days, from, to }  leave minutes; days off in between are not counted
  | 'PAY' // { share }  percent of the usual pay
  | 'PAY_CLASS' // { percent, minutes, kind }  overtime: 150, 200, 300
  | 'COMP_TIME' // { minutes, expires }
  | 'OVERTIME_MONTH' // { before, after, limit }  minutes
  | 'TEAM_AWAY' // { team, away, names }
  | 'ALONE' // { team }  nobody of the team would be there
  | 'SIMILAR' // { approved, rejected, days }
  | 'CORRECTIONS' // { used, limit }
  | 'DAY_BEFORE' // { state }  what the day is called without the correction
  | 'NOTICE' // { days, lastDay }
  | 'LAST_DAY_EARLY' // { days, lastDay }
  | 'AMOUNT' // { fen, lines }
  | 'ADVANCE' // { fen, rest }
  | 'DUPLICATE_RECEIPT' // { line, byOther }
  | 'ATTACHMENT_MISSING' // { after }  leave minutes; 0 where it is always needed
  | 'OVERTIME_DAY_LIMIT' // { minutes, limit }
  | 'OVERTIME_MONTH_LIMIT' // { minutes, limit }
  | 'EXPIRES_WHILE_PENDING' // { minutes, day }
  | 'FIELD_PUNCH' // { at, place }
  | 'ENTERED_BY_HR' // { }  nothing changes by itself: HR enters what was approved
  | 'MONTH_LOCKED' // { month }  settled and locked: what comes of it is listed as a difference
  | 'PAY_NOT_TIME' // { percent, minutes }  overtime of a class whose pay time off cannot stand in for
  // How a balance was worked out
  | 'SERVICE' // { years, days }  full years of service, leave minutes of the year
  | 'SERVICE_PART' // { from, to, calendarDays, years, entitlement }  entitlement × calendarDays ÷ 365
  | 'SERVICE_WAITING' // { months }
  | 'SERVICE_UNKNOWN' // { }  counted from the first day with the company
  | 'ROUNDED_DOWN' // { days }  the sum in whole days
  | 'YEAR_SHARE' // { calendarDays, entitlement, days }
  | 'CHILD_YEAR' // { born, from, to, days }
  // Why days of a year are lost. `sum` and `least` are days: what it came to, and from when on it counts
  | 'LOST_SICK' // { year, sum, least, months, monthDays, years, on }
  | 'LOST_PERSONAL' // { year, sum, least, on }
  | 'LOST_THIS' // { year, entitlement, taken, days }  leave minutes: entitlement − taken = days
  | 'LOST_NEXT' // { year, entitlement, taken, days }  leave minutes; taken in the year before
  | 'LOST_BACK' // { days }  it is not lost any more
  | 'RULE_SOURCE' // { source, version }
  | 'WOULD_LOSE_SICK' // { year, sum, least }  with this request
  | 'WOULD_LOSE_PERSONAL' // { year, sum, least }
  | 'PAY_LONG' // { share, since, from, months, source }  percent of the usual pay from that day on
  | 'PAY_FLOOR'; // { share }  percent of the local minimum wage

/** `bad`: against a rule; the approver decides knowingly. */
export type Warning = Fact & { readonly tone: 'warn' | 'bad' };

/** One card or row of a list: everything that is shown before a request is opened. */
export interface RequestCard {
  readonly id: string;
  readonly rev: number;
  readonly typeId: string;
  readonly kind: RequestKind;
  readonly typeName: LocalText;
  readonly state: RequestState;
  /** A request to undo an approved one. */
  readonly cancels: string | null;
  readonly applicant: PersonBrief;
  /** One line of what is asked for, such as the leave type. */
  readonly title: LocalText;
  readonly period: Period | null;
  /** Leave minutes (480 are a day), or minutes of overtime; null where time is not the matter. */
  readonly amountMinutes: number | null;
  readonly amountFen: number | null;
  readonly reason: string;
  readonly submittedAt: Instant;
  readonly decidedAt: Instant | null;
  /** Whom it waits for. */
  readonly waitingFor: readonly PersonBrief[];
  /** They were reminded, or it has waited too long. */
  readonly urgent: boolean;
  readonly facts: readonly Fact[];
  readonly warnings: readonly Warning[];
}

/** A request opened. `may`: what the caller can do with it now. */
export interface RequestDetail extends RequestCard {
  readonly form: readonly FormField[];
  readonly values: FormValues;
  /** Private fields that have a value which is not for the caller. */
  readonly hidden: readonly string[];
  readonly timeline: readonly TimelineEntry[];
  readonly steps: readonly {
    readonly name: LocalText;
    readonly mode: FlowStep['mode'];
    readonly state: 'done' | 'now' | 'later';
    readonly people: readonly (PersonBrief & { readonly decision: 'approved' | 'open' })[];
  }[];
  readonly may: readonly Exclude<Verb, 'submit' | 'escalate' | 'skip'>[];
  /** When the applicant may urge again; null where nothing holds them back, or it is not theirs to urge. */
  readonly urgeAt: Instant | null;
  /** Of an approved expense: what is paid out, and whether it was. */
  readonly payment: ExpensePaymentBrief | null;
  /** Of an approved resignation: how much of the handover is still open. */
  readonly handover: { readonly open: number; readonly total: number } | null;
}

/** What a request would do: worked out by the server, changes nothing. */
export interface RequestPreview {
  readonly amountMinutes: number | null;
  readonly amountFen: number | null;
  /** Each day of the period and what of it counts. */
  readonly days: readonly {
    readonly day: Day;
    readonly minutes: number;
    readonly kind: import('./attendance').DayKind;
    readonly name: LocalText | null;
  }[];
  readonly facts: readonly Fact[];
  readonly warnings: readonly Warning[];
  /** Why it cannot be sent as it is; null if it can. */
  readonly problem: import('./common').WireError | null;
  /** Who will sign, step by step, and why a step goes another way. */
  readonly flow: readonly {
    readonly name: LocalText;
    readonly mode: FlowStep['mode'];
    readonly people: readonly PersonBrief[];
    readonly note: FlowNote | null;
  }[];
}

export interface LeaveTypeBrief {
  readonly id: string;
  readonly name: LocalText;
  readonly unit: 'day' | 'half' | 'hour';
  /** Percent of the usual pay. */
  readonly paidShare: number;
  /** Whether it is drawn from a balance. */
  readonly balance: boolean;
  /** What is limited without a balance, such as leave for a marriage; leave minutes. */
  readonly most?: { readonly minutes: number; readonly per: 'request' | 'year' } | undefined;
  readonly source: LocalText;
}

/** Leave minutes: 480 are one day, whatever the length of the shift. */
export interface LeaveBalance {
  readonly type: LeaveTypeBrief;
  readonly left: number;
  /** Asked for, not decided yet; already taken off `left`. */
  readonly held: number;
  readonly used: number;
  /** What of it was lost to other leave; absent where nothing was. */
  readonly lost?: number;
  /** The next grant to expire. */
  readonly expiring: { readonly minutes: number; readonly on: Day } | null;
  /** How the entitlement of this year was worked out; empty where there is nothing to explain. */
  readonly basis: readonly Fact[];
}

/** Minutes from the midnight of the day; `end` may lie beyond 1,440. */
interface Hours {
  readonly start: Minutes;
  readonly end: Minutes;
}

/** Values that most people mean, and what sending them would do; null while that hangs on what is missing. */
export interface FirstOfForm {
  readonly values: FormValues;
  readonly preview: RequestPreview | null;
}

/** What a form begins with; hours are null on days off, and for somebody without a shift. */
export interface FormPlan {
  readonly today: Hours | null;
  /** The next day after today that the person works. */
  readonly next: { readonly day: Day; readonly hours: Hours | null };
}

/**
 * What a leaver hands over, then what HR does to end the employment: the certificate, which waits for nothing, and
 * the final settlement, which waits until nothing of the handover is open.
 */
export type HandoverArea = 'work' | 'assets' | 'accounts' | 'files' | 'certificate' | 'settlement';

export interface HandoverTaskBrief {
  readonly id: string;
  readonly rev: number;
  readonly leaver: PersonBrief;
  readonly area: HandoverArea;
  readonly state: 'open' | 'done' | 'waived';
  readonly lastDay: Day;
  readonly note: string;
  readonly decidedAt: Instant | null;
  /** Whether the caller looks after it. */
  readonly mayDecide: boolean;
  /** Every decision, the first one first. */
  readonly history: readonly {
    readonly at: Instant;
    readonly byName: string;
    readonly byNameEn: string;
    readonly state: 'open' | 'done' | 'waived';
    readonly note: string;
  }[];
}

/** An approved expense on its way to the person. Fen, less the advance; negative where something is given back. */
export interface ExpensePaymentBrief {
  readonly id: string;
  readonly rev: number;
  readonly person: PersonBrief;
  readonly fen: number;
  readonly state: 'due' | 'paid';
  readonly approvedAt: Instant;
  readonly paidAt: Instant | null;
  readonly reference: string;
  /** Corrections of the reference, the latest last. */
  readonly history: readonly PaymentCorrection[];
}

/** A reference was wrong: who put which one in its place, and why. */
export interface PaymentCorrection {
  readonly at: Instant;
  readonly byId: string;
  readonly byName: string;
  readonly byNameEn: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export type LedgerKind =
  | 'grant'
  | 'hold'
  | 'release'
  | 'use'
  | 'return'
  | 'expire'
  | 'carry'
  | 'adjust'
  | 'lost';

export interface LedgerLine {
  readonly id: string;
  readonly kind: LedgerKind;
  readonly typeId: string;
  readonly minutes: number;
  readonly at: Instant;
  readonly requestId: string | null;
  readonly expiresOn: Day | null;
  readonly note: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Ask with it for the next page; null at the end. */
  readonly next: string | null;
}

export interface PendingCounts {
  /** Waiting for the caller; 100 means a hundred or more. */
  readonly waiting: number;
}

export interface Delegation {
  readonly delegate: PersonBrief;
  readonly from: Day;
  readonly to: Day;
}

/** Sent with every decision: what the person saw. Another revision means that somebody was faster. */
interface Expecting {
  readonly id: string;
  readonly rev: number;
}

interface NoInput {
  readonly [none: string]: never;
}

/** Actions of the `requests` function. */
export interface RequestsContract {
  /**
   * What a new request needs, in one call: types, leave types with balances (what the person takes most first), own
   * delegation, the days ahead. `typeId`: what the form of this type begins with as well. `templates` can be asked
   * for in the tap that sends; none where `requests` does not know them.
   */
  start: {
    input: { typeId?: string };
    output: {
      readonly types: readonly Pick<RequestType, 'id' | 'version' | 'kind' | 'name' | 'form'>[];
      readonly balances: readonly LeaveBalance[];
      readonly delegation: Delegation | null;
      readonly plan: FormPlan;
      readonly templates: OfferedTemplates;
      readonly first: FirstOfForm | null;
    };
  };
  /** Texts and papers that are required may still be missing. */
  preview: { input: { typeId: string; values: FormValues }; output: RequestPreview };
  /**
   * Idempotent by `key` (16–64 of [A-Za-z0-9_-], made once per form). The same key with other values is
   * REQUEST_KEY_REUSED.
   */
  submit: {
    input: { key: string; typeId: string; version: number; values: FormValues };
    output: RequestCard;
  };
  /** A returned request, changed and sent again. */
  resubmit: { input: Expecting & { values: FormValues }; output: RequestCard };
  /** What waits for the caller (own and delegated), most urgent first, with the facts that decide. */
  /** `templates`: what an approver can be asked to allow inside a tap that decides. */
  pending: {
    input: { cursor?: string };
    output: Page<RequestCard> & { readonly counts: PendingCounts; readonly templates: OfferedTemplates };
  };
  mine: { input: { cursor?: string }; output: Page<RequestCard> & { readonly counts: PendingCounts } };
  /** Decided by the caller. `text` searches names and titles of what the page holds. */
  done: {
    input: { cursor?: string; state?: RequestState; kind?: RequestKind; text?: string };
    output: Page<RequestCard> & {
      readonly counts: PendingCounts;
      /** What the list can be narrowed down to. */
      readonly kinds: readonly { readonly id: RequestKind; readonly name: LocalText }[];
    };
  };
  cc: { input: { cursor?: string }; output: Page<RequestCard> & { readonly counts: PendingCounts } };
  /** `templates` as for `pending`. */
  detail: { input: { id: string }; output: RequestDetail & { readonly templates: OfferedTemplates } };
  /** Links to files of a request that the caller may see, good for a while; NOT_FOUND for any other file. */
  fileLinks: {
    input: { id: string; fileIds: readonly string[] };
    output: { readonly links: readonly { readonly fileId: string; readonly url: string }[] };
  };
  /** One decision, idempotent. `approve` and `reject` of many go through `decideMany`. */
  decide: {
    input: Expecting & { verb: 'approve' | 'reject' | 'return'; comment?: string };
    output: RequestCard;
  };
  /** At most 20; each has its own result, none depends on another. */
  decideMany: {
    input: {
      verb: 'approve' | 'reject';
      comment?: string;
      requests: readonly Expecting[];
    };
    output: {
      readonly results: readonly {
        readonly id: string;
        readonly card: RequestCard | null;
        readonly error: import('./common').WireError | null;
      }[];
    };
  };
  transfer: { input: Expecting & { toId: string; comment?: string }; output: RequestCard };
  addSigner: { input: Expecting & { signerId: string; comment?: string }; output: RequestCard };
  withdraw: { input: Expecting; output: RequestCard };
  /** Asks for an approved request to be undone; the same people decide. */
  cancel: { input: Expecting & { key: string; reason: string }; output: RequestCard };
  urge: { input: { id: string }; output: { readonly nextAt: Instant } };
  delegate: {
    input: { delegateId: string; from: Day; to: Day } | { delegateId: null };
    output: { readonly delegation: Delegation | null };
  };
  balances: {
    input: { employeeId?: string };
    output: { readonly balances: readonly LeaveBalance[]; readonly ledger: readonly LedgerLine[] };
  };
  /** HR: one correction of a balance by hand, with a reason. */
  adjustBalance: {
    input: {
      key: string;
      employeeId: string;
      typeId: string;
      minutes: number;
      expiresOn?: Day;
      reason: string;
    };
    output: { readonly balances: readonly LeaveBalance[] };
  };
  /** A receipt that was uploaded: type, size and duplicates are checked before it goes into an expense. */
  checkReceipt: {
    input: { fileId: string };
    output: {
      /** The copy for the form: nobody can change it any more. */
      readonly fileId: string;
      readonly hash: string;
      readonly bytes: number;
      readonly duplicate: null | { readonly own: boolean; readonly at: Instant };
    };
  };
  /** One's own approved expenses; for payroll also what is due in the company, or with `paid` what was paid last. */
  payments: {
    input: { paid?: true };
    output: {
      readonly own: readonly ExpensePaymentBrief[];
      readonly due: readonly ExpensePaymentBrief[];
      readonly paid: readonly ExpensePaymentBrief[];
      /** Whether the caller pays: what is due and paid in the company is answered to them alone. */
      readonly pays: boolean;
    };
  };
  /** Payroll: one expense was paid, with the reference of the transfer. */
  markPaid: { input: Expecting & { reference: string }; output: ExpensePaymentBrief };
  /** Payroll: another reference of something that is paid. */
  correctPayment: {
    input: Expecting & { reference: string; reason: string };
    output: ExpensePaymentBrief;
  };
  /** Of the caller's own leaving; for managers those of their people, for HR all that are open, or one person's. */
  handover: {
    input: { employeeId?: string };
    output: { readonly tasks: readonly HandoverTaskBrief[] };
  };
  /**
   * The leaver's manager or HR: done, waived with a reason, or open again. Certificate and settlement are HR's; the
   * settlement is HANDOVER_OPEN while something is open, and while it is made nothing is opened again (SETTLED).
   */
  decideHandover: {
    input: Expecting & { state: 'open' | 'done' | 'waived'; note?: string };
    output: HandoverTaskBrief;
  };
  /** Administrator. */
  listTypes: { input: NoInput; output: { readonly types: readonly RequestType[] } };
  saveType: {
    input: { type: Omit<RequestType, 'version'>; expectedVersion: number };
    output: { readonly type: RequestType };
  };
}
