import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import type { Role } from '../../../typings/contracts/people';
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
  /** The whole tree of departments. */
  | 'Departments'
  /** Everybody's attendance, flags and settlement. */
  | 'CompanyAttendance'
  /** Shifts, rosters, calendar, sites. */
  | 'Schedule'
  | 'LeaveBalances'
  /** Approved expenses of everybody, to be paid. */
  | 'ExpensePayments'
  /** What leavers hand over, of everybody. */
  | 'Handover'
  | 'RequestTypes'
  | 'Reports';
export type Ability = MongoAbility<[Verb, Subject]>;
type Grants = (allow: AbilityBuilder<Ability>['can']) => void;

/** What every role adds. Everybody is an employee first; the other roles gain rights with their features. */
const GRANTS: Readonly<Record<Role, Grants>> = {
  employee(allow) {
    allow('read', 'OwnProfile');
    allow('update', 'OwnProfile');
    allow('read', 'OwnAttendance');
    allow('punch', 'OwnAttendance');
    allow('read', 'OwnRequests');
    allow('update', 'OwnRequests');
    // Who signs a request is told by the request itself, not by a role.
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
    allow('read', 'Departments');
    for (const verb of ['read', 'update', 'decide'] as const) allow(verb, 'CompanyAttendance');
    for (const verb of ['read', 'update'] as const) {
      allow(verb, 'Schedule');
      allow(verb, 'LeaveBalances');
      allow(verb, 'Handover');
    }
    allow('export', 'Reports');
  },
  payroll(allow) {
    for (const verb of ['read', 'update'] as const) allow(verb, 'ExpensePayments');
  },
  admin(allow) {
    allow('read', 'Departments');
    for (const verb of ['read', 'update'] as const) {
      allow(verb, 'Schedule');
      allow(verb, 'RequestTypes');
    }
  },
};

/** The rights of a person with these roles. */
export function abilityOf(roles: readonly Role[]): Ability {
  const { can: allow, build } = new AbilityBuilder<Ability>(createMongoAbility);
  for (const role of new Set<Role>(['employee', ...roles])) GRANTS[role]?.(allow);
  return build();
}

/** A check for `allow` of an action. @returns a function that throws AppError FORBIDDEN */
export function can(verb: Verb, subject: Subject): (me: Employee) => void {
  return (me) => {
    if (!abilityOf(me.roles).can(verb, subject)) throw new AppError('FORBIDDEN', {});
  };
}
