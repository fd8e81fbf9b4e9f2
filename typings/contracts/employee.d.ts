import type { Day, LocalText } from './common';
import type { PersonBrief } from './person';
import type { FieldPolicy } from './site';

/** Shift, sites and field policy from a day on, until the next assignment begins. */
export interface Assignment {
  readonly from: Day;
  readonly shiftId: string;
  readonly siteIds: readonly string[];
  readonly fieldPolicy: FieldPolicy;
}

/** What HR decides about the employment of a person. */
export interface EmployeeSettings {
  readonly managerId: string | null;
  readonly departmentId: string;
  /** By their first day. */
  readonly assignments: readonly Assignment[];
  /** Last day of employment. */
  readonly lastDay: Day | null;
}

/** A person as HR edits them. */
export interface EmployeeRecord extends PersonBrief, EmployeeSettings {
  readonly job: LocalText;
  readonly hiredOn: Day;
  readonly rev: number;
  readonly manager: PersonBrief | null;
  readonly department: LocalText;
}
