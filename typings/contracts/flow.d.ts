import type { LocalText } from './common';

/** Who signs a step. `level` 1 is the direct manager. */
export type ApproverRule =
  | { readonly by: 'manager'; readonly level: number }
  | { readonly by: 'department-head' }
  | {
      readonly by: 'role';
      readonly role: 'hr' | 'payroll' | 'admin';
      /** Who has the role and is not asked: the request is about them. */
      readonly except?: readonly string[];
    }
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
  /**
   * Nobody but the applicant and whom the steps name sees a request and decides it: no delegate, no receiver of a transfer,
   * no added signer, no manager in the place of who has left, no HR. It is decided behind the second check.
   */
  readonly isStrict?: true;
}

/** Why the flow went another way than written. */
export type FlowNote =
  | 'vacant'
  | 'left'
  | 'is-applicant'
  | 'loop'
  | 'department-gone'
  | 'already-signed'
  | 'nobody-left'
  | 'manager-changed'
  /** The applicant has set a part of the request's form, flow or rules. */
  | 'own-rule';
