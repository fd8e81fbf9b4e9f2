import type { Day } from '#contracts/common';
import type { Employee } from '../../../shared/kernel/employee';

/** What a flow needs to know of a person. */
export type Colleague = Pick<
  Employee,
  '_id' | 'name' | 'nameEn' | 'managerId' | 'departmentId' | 'hiredOn' | 'leftOn'
>;

export type FlowRole = 'hr' | 'payroll' | 'admin';

/** The company as a flow sees it on one day; null for what does not exist. */
export interface World {
  readonly today: Day;
  person(id: string): Colleague | null;
  department(id: string): { readonly leaderId: string | null; readonly parentId: string | null } | null;
  /** Everybody with the role, in the order of their numbers. */
  holders(role: FlowRole): readonly Colleague[];
}

/** Employed on that day. */
export const isPresent = ({ hiredOn, leftOn }: Pick<Colleague, 'hiredOn' | 'leftOn'>, today: Day): boolean =>
  hiredOn <= today && (leftOn === null || today <= leftOn);
