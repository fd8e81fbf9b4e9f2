import type { Day, Language, LocalText } from '#contracts/common';
import type { Role } from '#contracts/person';
import type { FieldPolicy } from '#contracts/site';

/** Which shift, which sites and which field policy hold from a day on, until the next assignment begins. */
export interface Assignment {
  readonly from: Day;
  readonly shiftId: string;
  readonly siteIds: readonly string[];
  readonly fieldPolicy: FieldPolicy;
}

/** Who is calling, as every function knows them: a document of `employees`, `_id` is the employee number. */
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
  /** End of probation, both included; null when there is none any more. */
  readonly probationUntil: Day | null;
  /** First day of the whole working life, for statutory annual leave; null where it is not known. */
  readonly workingSince: Day | null;
  /** For leave that the law gives to one sex; null where it is not known. */
  readonly sex: 'female' | 'male' | null;
  /** Birthdays of children, for parental leave. */
  readonly childrenBornOn: readonly Day[];
  readonly assignments: readonly Assignment[];
  readonly rev: number;
}
