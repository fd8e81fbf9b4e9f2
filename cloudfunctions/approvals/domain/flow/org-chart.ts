import type { Day } from '#contracts/common';
import type { Employee } from '../../../shared/kernel/employee';

/** The employee fields that a flow needs. */
export type OrgMember = Pick<
  Employee,
  '_id' | 'name' | 'nameEn' | 'managerId' | 'departmentId' | 'hiredOn' | 'leftOn'
>;

export type FlowRole = 'hr' | 'payroll' | 'admin';

/** The organization on one day, as a flow sees it; null for what does not exist. */
export interface OrgChart {
  readonly today: Day;
  person(id: string): OrgMember | null;
  department(id: string): { readonly leaderId: string | null; readonly parentId: string | null } | null;
  /** All holders of the role, sorted by employee number. */
  holders(role: FlowRole): readonly OrgMember[];
}
