import type { Day, Instant, Month } from '#contracts/common';
import type { LapsedPaid } from '#contracts/company-rules';
import type { PayItems } from '#contracts/month';
import type { PayItemVersion, SalaryVersion } from '#contracts/pay-item';
import type { PayBlocker } from '#contracts/payroll';
import type { CompiledItem } from '../../salaries/rules';
import type { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import type { ChangedItem } from './changed-items';
import type { OneOffFacts } from './one-off-lines';
import type { SlipBonus } from './slip-input';
import type { InputChange, InsuranceOf, TaxFile } from './slip-rules';
import type { SlipContent, StoredSlip } from './stored-slip';

/** A settled month, as far as pay needs it. */
export interface PaidTime {
  readonly pay: PayItems;
  readonly attended: number;
  readonly absent: number;
  readonly leaveDays: readonly Day[];
}

/** What is the same for everybody in a month. */
export interface MonthFacts {
  readonly month: Month;
  /** Days that a full month pays, ascending. */
  readonly paidDays: readonly Day[];
  readonly items: PayItemVersion;
  readonly compiled: readonly CompiledItem[];
}

/** What is the same for everybody of a run. */
export interface RunFacts extends MonthFacts {
  readonly paidOn: Day;
  /** Months before that are locked, and may come out differently by now; the earliest first. */
  readonly earlier: readonly MonthFacts[];
  /** Versions of the runs before, by month. */
  readonly versions: ReadonlyMap<string, number>;
  /** Whether leave that lapses is paid. */
  readonly lapsedPaid: LapsedPaid;
  /** When the month before was locked; 0 for the first one. What was changed since is new in this run, and what was entered ahead for its month. */
  readonly since: Instant;
  /** Items that are others than when the months before were locked. */
  readonly changedItems: readonly ChangedItem[];
}

/** What is stored about one person. */
export interface PersonFacts {
  readonly person: Pick<Employee, '_id' | 'hiredOn' | 'leftOn' | 'city'>;
  readonly salary: readonly SalaryVersion[];
  readonly time: PaidTime | null;
  readonly bonus: SlipBonus | null;
  /** By whom what grades are worth was changed. */
  readonly bonusChanges?: readonly InputChange[];
  readonly insurance: InsuranceOf | null;
  readonly tax: TaxFile;
  readonly once: OneOffFacts;
  /** The latest slip before this month; null for the first one. */
  readonly last: StoredSlip | null;
  /** Of `RunFacts.earlier`, by month. */
  readonly earlier: ReadonlyMap<Month, EarlierFacts>;
}

/** A locked month of one person: as it was paid, and what it is worked out from by now. */
export interface EarlierFacts {
  readonly slip: StoredSlip | null;
  readonly time: PaidTime | null;
  readonly bonus: SlipBonus | null;
  /** By the bases and rules of today. */
  readonly insurance: InsuranceOf | null;
}

export type SlipOutcome =
  | { readonly content: SlipContent }
  | {
      readonly blocked: PayBlocker['rule'];
      /** What was refused. */
      readonly error?: AppError;
      /** Of `unreadable`. */
      readonly record?: string;
    };
