import type { Language, LocalText } from './common';

export type Role = 'employee' | 'manager' | 'hr' | 'payroll' | 'admin';

/** What a person may know of themselves on every screen. */
export interface MyProfile {
  readonly employeeId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly department: LocalText;
  /** From the company down to the own department. */
  readonly departmentPath: readonly LocalText[];
  readonly job: LocalText;
  /** Null where there is none. */
  readonly managerId: string | null;
  readonly managerName: string | null;
  readonly managerNameEn: string | null;
  readonly roles: readonly Role[];
  readonly language: Language | null;
  readonly hiredOn: string;
}

export type WhoAmI = { readonly state: 'bound'; readonly me: MyProfile } | { readonly state: 'unbound' };

export interface PersonBrief {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
}
