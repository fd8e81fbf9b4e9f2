import {
  AbilityBuilder,
  createMongoAbility,
  type ForcedSubject,
  type MongoAbility,
  subject,
} from '@casl/ability';
import type { Role } from '#contracts/person';
import { AppError } from '../errors/app-error';
import type { Employee } from './employee';

type Verb = 'read' | 'punch' | 'update' | 'decide' | 'export';
type Subject =
  | 'OwnProfile'
  | 'OwnAttendance'
  /** What the company pays of insurance and fund in a city, and bases of all employees. */
  | 'Insurance'
  | 'OwnRequests'
  | 'OwnInbox'
  /** The tree of goals, and one's own goals in it. */
  | 'Goals'
  /** Cycles of goals: opening and closing them. */
  | 'GoalCycles'
  /** Cycles of appraisal: setting them up, starting, amending and ending them. */
  | 'AppraisalCycles'
  /** What an employee is asked and told in an appraisal: own reviews, answers about others, own result. */
  | 'OwnAppraisal'
  /** Grades, results and appeals of all employees. */
  | 'AppraisalResults'
  /** What each grade is worth. */
  | 'BonusRules'
  /** Salaries, pay items, runs and slips of all employees. */
  | 'Payroll'
  /** Notes that colleagues write each other; who reads one follows from the note. */
  | 'Feedback'
  /** One's own payslips and contributions, behind the second check. */
  | 'OwnPay'
  /** Passcodes of the second check that others have forgotten. */
  | 'PayPasses'
  /** Plans to improve: one's own and those of the people below. */
  | 'Plans'
  /** The plans of everybody. */
  | 'AllPlans'
  | 'TeamAttendance'
  | 'Directory'
  /** Codes that bind WeChat users to employees, and who has none. */
  | 'Invites'
  /** Attendance, flags and settlements of all employees. */
  | 'CompanyAttendance'
  /** Systems outside that set values, and their keys. */
  | 'IntegrationClients'
  /** Whether a month is locked, and unlocking it. */
  | 'MonthLock'
  /** Shifts, rosters, calendar, sites. */
  | 'Schedule'
  | 'LeaveBalances'
  /** Manager, department, assignments and last day of all employees. */
  | 'Employees'
  /** What employees declare to be deducted from tax: tells about family and debts. */
  | 'TaxDeductions'
  /** What was earned and withheld before the first payroll here. */
  | 'TaxYears'
  /** Approved expenses of all employees that are to be paid. */
  | 'ExpensePayments'
  /** The handover tasks of all leaving employees together. */
  | 'Handover'
  | 'RequestTypes'
  /** What each leave type grants, and to whom. */
  | 'LeaveTypes'
  /** Limits of overtime, corrections, expenses and notice; blocked days. */
  | 'CompanyRules'
  | 'Reports'
  /** Stored documents that cannot be used. */
  | 'DataFaults'
  /** Requests of all employees, and the private fields of their forms. */
  | 'Requests'
  | 'PrivateFields';

/** Records whose own fields decide who may do something with them; see `canWith`. */
interface Records {
  HandoverTask: { readonly employeeId: string; readonly managerId: string | null };
  /** A finding about a person's punches. */
  AttendanceFlag: { readonly employeeId: string };
  /** A site whose screen shows codes. */
  SiteScreen: { readonly screenKeepers?: readonly string[] };
}
type RecordSubject = { [Name in keyof Records]: Name | (Records[Name] & ForcedSubject<Name>) }[keyof Records];

export type Ability = MongoAbility<[Verb, Subject | RecordSubject]>;
type Caller = Pick<Employee, '_id' | 'roles'>;
type Grants = (allow: AbilityBuilder<Ability>['can'], me: Caller) => void;

/** What each role grants; rights to a record may have a condition. Everyone has the role `employee`. */
const GRANTS: Readonly<Record<Role, Grants>> = {
  employee(allow, me) {
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
    allow('read', 'Goals');
    allow('update', 'Goals');
    allow('read', 'OwnAppraisal');
    allow('update', 'OwnAppraisal');
    allow('read', 'Feedback');
    allow('update', 'Feedback');
    allow('read', 'OwnPay');
    allow('update', 'OwnPay');
    allow('read', 'Plans');
    allow('update', 'Plans');
    allow('read', 'SiteScreen', { screenKeepers: me._id });
    allow('read', 'HandoverTask', { employeeId: me._id });
    // Leavers hand over to their manager, and nobody decides their own tasks.
    allow('read', 'HandoverTask', { managerId: me._id });
    allow('update', 'HandoverTask', { managerId: me._id, employeeId: { $ne: me._id } });
  },
  manager(allow) {
    allow('read', 'TeamAttendance');
  },
  hr(allow, me) {
    allow('read', 'TeamAttendance');
    for (const verb of ['read', 'update', 'decide'] as const) allow(verb, 'CompanyAttendance');
    for (const verb of ['read', 'decide'] as const) allow(verb, 'MonthLock');
    allow('decide', 'AttendanceFlag', { employeeId: { $ne: me._id } });
    for (const verb of ['read', 'update'] as const) {
      allow(verb, 'Schedule');
      allow(verb, 'LeaveBalances');
      allow(verb, 'Employees');
      allow(verb, 'LeaveTypes');
      allow(verb, 'CompanyRules');
      allow(verb, 'Invites');
      allow(verb, 'IntegrationClients');
      allow(verb, 'GoalCycles');
      allow(verb, 'AppraisalCycles');
      allow(verb, 'BonusRules');
      allow(verb, 'AllPlans');
    }
    for (const verb of ['read', 'decide'] as const) allow(verb, 'AppraisalResults');
    for (const verb of ['read', 'decide'] as const) allow(verb, 'TaxDeductions');
    allow('read', 'SiteScreen');
    allow('read', 'Handover');
    allow('read', 'HandoverTask');
    allow('update', 'HandoverTask', { employeeId: { $ne: me._id } });
    allow('export', 'Reports');
    allow('read', 'DataFaults');
    allow('read', 'Requests');
    allow('read', 'PrivateFields');
  },
  payroll(allow) {
    allow('update', 'PayPasses');
    for (const verb of ['read', 'update'] as const) allow(verb, 'Insurance');
    for (const verb of ['read', 'decide'] as const) allow(verb, 'TaxDeductions');
    for (const verb of ['read', 'update'] as const) allow(verb, 'TaxYears');
    for (const verb of ['read', 'update'] as const) allow(verb, 'ExpensePayments');
    for (const verb of ['read', 'update'] as const) {
      allow(verb, 'BonusRules');
      allow(verb, 'Payroll');
    }
    allow('decide', 'Payroll');
    allow('export', 'Payroll');
  },
  admin(allow) {
    allow('read', 'SiteScreen');
    // The second person of a company with one HR.
    for (const verb of ['read', 'decide'] as const) allow(verb, 'MonthLock');
    allow('read', 'DataFaults');
    for (const verb of ['read', 'update'] as const) {
      allow(verb, 'Schedule');
      allow(verb, 'RequestTypes');
      allow(verb, 'LeaveTypes');
      allow(verb, 'CompanyRules');
      allow(verb, 'Invites');
      allow(verb, 'IntegrationClients');
    }
  },
};

export function abilityOf(me: Caller): Ability {
  const { can: allow, build } = new AbilityBuilder<Ability>(createMongoAbility);
  for (const role of new Set<Role>(['employee', ...me.roles])) GRANTS[role]?.(allow, me);
  return build();
}

const ROLES = Object.keys(GRANTS) as Role[];

/**
 * A check for `allow` of an action. @returns a function that throws AppError FORBIDDEN with the roles that
 * would be allowed
 */
export function can(verb: Verb, what: Subject): (me: Employee) => void {
  return (me) => {
    if (abilityOf(me).can(verb, what)) return;
    const roles = ROLES.filter((role) => abilityOf({ _id: me._id, roles: [role] }).can(verb, what));
    throw new AppError('FORBIDDEN', { rule: 'role', roles: roles.join() });
  };
}

/** Whether the caller may do this with one record: by a role, or because the record names them. */
export function canWith<Name extends keyof Records>(
  me: Caller,
  verb: Verb,
  name: Name,
  record: Records[Name],
): boolean {
  // A copy, because the name is written into the object.
  return abilityOf(me).can(verb, subject(name, { ...record }) as RecordSubject);
}
