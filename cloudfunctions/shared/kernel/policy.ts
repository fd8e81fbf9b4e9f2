import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import type { Role } from '#contracts/person';
import { AppError } from '../errors/app-error';
import type { Employee } from './employee';

type Verb = 'read' | 'punch' | 'update' | 'decide' | 'export';
type Subject =
  | 'OwnProfile'
  | 'OwnAttendance'
  | 'OwnRequests'
  | 'OwnInbox'
  | 'TeamAttendance'
  | 'Directory'
  /** Attendance, flags and settlements of all employees. */
  | 'CompanyAttendance'
  /** Shifts, rosters, calendar, sites. */
  | 'Schedule'
  | 'LeaveBalances'
  /** Approved expenses of all employees that are to be paid. */
  | 'ExpensePayments'
  /** Handover tasks of all leaving employees. */
  | 'Handover'
  | 'RequestTypes'
  /** What each leave type grants, and to whom. */
  | 'LeaveTypes'
  /** Limits of overtime, corrections, expenses and notice; blocked days. */
  | 'CompanyRules'
  | 'Reports'
  /** Requests of all employees, and the private fields of their forms. */
  | 'Requests'
  | 'PrivateFields';
export type Ability = MongoAbility<[Verb, Subject]>;
type Grants = (allow: AbilityBuilder<Ability>['can']) => void;

/** What each role grants. Everyone has the role `employee`. */
const GRANTS: Readonly<Record<Role, Grants>> = {
  employee(allow) {
    allow('read', 'OwnProfile');
    allow('update', 'OwnProfile');
    allow('read', 'OwnAttendance');
    allow('punch', 'OwnAttendance');
    allow('read', 'OwnRequests');
    allow('update', 'OwnRequests');
    // The approvers of a request follow from the request, not from a role.
    allow('decide', 'OwnRequests');
    allow('read', 'OwnInbox');
    allow('update', 'OwnInbox');
    allow('read', 'Directory');
  },
  manager(allow) {
    allow('read', 'TeamAttendance');
  },
  hr(allow) {
    allow('read', 'TeamAttendance');
    for (const verb of ['read', 'update', 'decide'] as const) allow(verb, 'CompanyAttendance');
    for (const verb of ['read', 'update'] as const) {
      allow(verb, 'Schedule');
      allow(verb, 'LeaveBalances');
      allow(verb, 'Handover');
      allow(verb, 'LeaveTypes');
      allow(verb, 'CompanyRules');
    }
    allow('export', 'Reports');
    allow('read', 'Requests');
    allow('read', 'PrivateFields');
  },
  payroll(allow) {
    for (const verb of ['read', 'update'] as const) allow(verb, 'ExpensePayments');
  },
  admin(allow) {
    for (const verb of ['read', 'update'] as const) {
      allow(verb, 'Schedule');
      allow(verb, 'RequestTypes');
      allow(verb, 'LeaveTypes');
      allow(verb, 'CompanyRules');
    }
  },
};

export function abilityOf(roles: readonly Role[]): Ability {
  const { can: allow, build } = new AbilityBuilder<Ability>(createMongoAbility);
  for (const role of new Set<Role>(['employee', ...roles])) GRANTS[role]?.(allow);
  return build();
}

const ROLES = Object.keys(GRANTS) as Role[];

/**
 * A check for `allow` of an action. @returns a function that throws AppError FORBIDDEN with the roles that
 * would be allowed
 */
export function can(verb: Verb, subject: Subject): (me: Employee) => void {
  return (me) => {
    if (abilityOf(me.roles).can(verb, subject)) return;
    const roles = ROLES.filter((role) => abilityOf([role]).can(verb, subject));
    throw new AppError('FORBIDDEN', roles.length > 0 ? { rule: 'role', roles: roles.join() } : {});
  };
}
