import type { Instant } from './common';
import type { PersonBrief } from './person';

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
