import type { Day, Expecting, Instant, LocalText, Minutes, NoInput, Page } from './common';
import type { ChangePreview, PlannedChange } from './consequence';
import type { Delegation } from './delegation';
import type { ExpensePaymentBrief } from './expense';
import type { AwayDay, FormCalendar, FormPlan, FormValues } from './form';
import type { HandoverTaskBrief } from './handover';
import type { LeaveBalance, LedgerLine } from './leave';
import type { OfferedTemplates } from './message';
import type { WireError } from './reply';
import type {
  FileLink,
  FirstOfForm,
  PendingCounts,
  RequestCard,
  RequestDetail,
  RequestPreview,
  RequestState,
} from './request';
import type { RequestKind, RequestType } from './request-type';
import type { OfficeTodo } from './today';

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
      readonly applicantId: string;
      readonly types: readonly Pick<RequestType, 'id' | 'version' | 'kind' | 'name' | 'form'>[];
      readonly balances: readonly LeaveBalance[];
      readonly delegation: Delegation | null;
      readonly plan: FormPlan;
      readonly calendar: FormCalendar;
      /** Of the type that was named, where its requests are absences: the next three months. */
      readonly away: readonly AwayDay[];
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
    output: Page<RequestCard> & {
      readonly counts: PendingCounts;
      readonly templates: OfferedTemplates;
      /** What else there is; with the first page. */
      readonly office: readonly OfficeTodo[];
    };
  };
  /** `office` as for `pending`. */
  mine: {
    input: { cursor?: string };
    output: Page<RequestCard> & { readonly counts: PendingCounts; readonly office: readonly OfficeTodo[] };
  };
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
  /** `pictures`: links to the first pictures of the request, good for a while. */
  detail: {
    input: { id: string };
    output: RequestDetail & { readonly templates: OfferedTemplates; readonly pictures: readonly FileLink[] };
  };
  /** Links to files of a request that the caller may see, good for a while; NOT_FOUND for any other file. */
  fileLinks: {
    input: { id: string; fileIds: readonly string[] };
    output: { readonly links: readonly FileLink[] };
  };
  /** One decision, idempotent. `approve` and `reject` of many go through `decideMany`. */
  decide: {
    input: Expecting & { verb: 'approve' | 'reject' | 'return'; comment?: string };
    output: RequestCard;
  };
  /**
   * At most 20; each has its own result, none depends on another. `seen`: the person knows its warnings; without it a
   * request that is against a rule is not approved.
   */
  decideMany: {
    input: {
      verb: 'approve' | 'reject';
      comment?: string;
      requests: readonly (Expecting & { seen?: true })[];
    };
    output: {
      readonly results: readonly {
        readonly id: string;
        readonly card: RequestCard | null;
        readonly error: WireError | null;
      }[];
    };
  };
  transfer: { input: Expecting & { toId: string; comment?: string }; output: RequestCard };
  addSigner: { input: Expecting & { signerId: string; comment?: string }; output: RequestCard };
  withdraw: { input: Expecting; output: RequestCard };
  /** Asks for an approved request to be undone; the same people decide. */
  cancel: { input: Expecting & { key: string; reason: string }; output: RequestCard };
  /**
   * Asks for an approved absence to end before `backOn`, at its `noon`, or by the hour at so many minutes from midnight;
   * the same people decide. The applicant or HR.
   */
  shorten: {
    input: Expecting & { key: string; backOn: Day; at?: 'noon' | Minutes; reason: string };
    output: RequestCard;
  };
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
  /** A file that was uploaded for a form: type and size are checked, and the form gets the copy. */
  keepFile: {
    input: { fileId: string };
    output: {
      /** The copy for the form: nobody can change it any more. */
      readonly fileId: string;
      readonly bytes: number;
    };
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
  /** HR and administrators: what saving a change of calendar, roster or shift would do to requests. */
  previewChange: { input: PlannedChange; output: ChangePreview };
  /** Administrator. */
  listTypes: { input: NoInput; output: { readonly types: readonly RequestType[] } };
  saveType: {
    input: { type: Omit<RequestType, 'version'>; expectedVersion: number };
    output: { readonly type: RequestType };
  };
}
