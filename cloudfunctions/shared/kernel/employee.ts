import type { Day, Language, LocalText } from '#contracts/common';
import type { Assignment } from '#contracts/employee';
import type { Role } from '#contracts/person';
import type { Change } from '../history/history';

/** A document of `employees`; `_id` is the employee number. */
export interface Employee {
  readonly _id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly departmentId: string;
  readonly job: LocalText;
  readonly managerId: string | null;
  readonly roles: readonly Role[];
  readonly language: Language | null;
  readonly hiredOn: Day;
  /** Last day of employment. */
  readonly leftOn: Day | null;
  readonly city: string;
  /** Last day of probation; null if there is none. */
  readonly probationUntil: Day | null;
  /** First day of the person's first employment ever, for statutory annual leave; null if unknown. */
  readonly workingSince: Day | null;
  /** For leave that the law grants to one sex; null if unknown. */
  readonly sex: 'female' | 'male' | null;
  /** Children's dates of birth, for parental leave. */
  readonly childrenBornOn: readonly Day[];
  readonly assignments: readonly Assignment[];
  readonly rev: number;
  /** What HR has changed, newest first. */
  readonly history?: readonly Change[];
  /** What the directory searches, see `people/domain/search-text.ts`; missing until the job has filled it in. */
  readonly searchText?: string;
}
