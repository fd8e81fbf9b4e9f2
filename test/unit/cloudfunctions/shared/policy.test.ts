import type { Role } from '#contracts/person';
import type { Employee } from '../../../../cloudfunctions/shared/kernel/employee';
import { can, canWith } from '../../../../cloudfunctions/shared/kernel/policy';

const caller = (role: Role, _id = 'E1') => ({ _id, roles: [role] });

test.each<[Role, readonly string[] | undefined, boolean]>([
  ['employee', ['E2', 'E1'], true],
  ['employee', ['E2'], false],
  ['employee', [], false],
  ['employee', undefined, false],
  ['manager', ['E2'], false],
  ['payroll', undefined, false],
  ['hr', undefined, true],
  ['admin', ['E2'], true],
])('%s with the keepers %j sees the codes of a screen: %s', (role, screenKeepers, sees) => {
  const site = screenKeepers ? { screenKeepers } : {};
  expect(canWith(caller(role), 'read', 'SiteScreen', site)).toBe(sees);
});

test.each<[string, Role, { employeeId: string; managerId: string | null }, boolean, boolean]>([
  ['leaver', 'employee', { employeeId: 'E1', managerId: 'E2' }, true, false],
  ['manager of the leaver', 'manager', { employeeId: 'E3', managerId: 'E1' }, true, true],
  ['manager of themselves', 'manager', { employeeId: 'E1', managerId: 'E1' }, true, false],
  ['other manager', 'manager', { employeeId: 'E3', managerId: 'E2' }, false, false],
  ['HR', 'hr', { employeeId: 'E3', managerId: null }, true, true],
  ['HR who leaves', 'hr', { employeeId: 'E1', managerId: 'E2' }, true, false],
  ['administrator', 'admin', { employeeId: 'E3', managerId: null }, false, false],
])('a handover task for the %s', (_, role, task, reads, decides) => {
  expect(canWith(caller(role), 'read', 'HandoverTask', task)).toBe(reads);
  expect(canWith(caller(role), 'update', 'HandoverTask', task)).toBe(decides);
});

test('asking leaves the record as it was', () => {
  const task = Object.freeze({ employeeId: 'E1', managerId: null });
  expect(canWith(caller('employee'), 'read', 'HandoverTask', task)).toBe(true);
  expect(Reflect.ownKeys(task)).toEqual(['employeeId', 'managerId']);
});

type Verb = Parameters<typeof can>[0];
type Subject = Parameters<typeof can>[1];
type RightsOfRoles = Partial<Record<Role, readonly Verb[]>>;

const VERBS: Readonly<Record<Verb, true>> = {
  read: true,
  punch: true,
  update: true,
  decide: true,
  export: true,
};
const EDIT = ['read', 'update'] as const;
const CONFIRM = ['read', 'decide'] as const;

/** Everything that a role may do; the type makes it complete, and what is not named is refused. */
const RIGHTS: Readonly<Record<Subject, RightsOfRoles>> = {
  OwnProfile: { employee: EDIT },
  OwnAttendance: { employee: ['read', 'punch'] },
  OwnRequests: { employee: ['read', 'update', 'decide'] },
  OwnInbox: { employee: EDIT },
  Goals: { employee: EDIT },
  IntegrationClients: { hr: EDIT, admin: EDIT },
  AppraisalCycles: { hr: EDIT },
  AppraisalResults: { hr: ['read', 'decide'] },
  Insurance: { payroll: EDIT },
  BonusRules: { hr: EDIT, payroll: EDIT },
  Payroll: { payroll: ['read', 'update', 'decide', 'export'] },
  OwnAppraisal: { employee: EDIT },
  GoalCycles: { hr: EDIT },
  Feedback: { employee: EDIT },
  OwnPay: { employee: EDIT },
  PayPasses: { payroll: ['update'] },
  TaxDeductions: { hr: ['read', 'decide'], payroll: ['read', 'decide'] },
  TaxYears: { payroll: EDIT },
  Plans: { employee: EDIT },
  AllPlans: { hr: EDIT },
  Directory: { employee: ['read'] },
  TeamAttendance: { manager: ['read'], hr: ['read'] },
  CompanyAttendance: { hr: ['read', 'update', 'decide'] },
  MonthLock: { hr: CONFIRM, admin: CONFIRM },
  Schedule: { hr: EDIT, admin: EDIT },
  LeaveBalances: { hr: EDIT },
  Employees: { hr: EDIT },
  Invites: { hr: EDIT, admin: EDIT },
  DataFaults: { hr: ['read'], admin: ['read'] },
  LeaveTypes: { hr: EDIT, admin: EDIT },
  CompanyRules: { hr: EDIT, admin: EDIT },
  RequestTypes: { admin: EDIT },
  ExpensePayments: { payroll: EDIT },
  Handover: { hr: ['read'] },
  Reports: { hr: ['export'] },
  Requests: { hr: ['read'] },
  PrivateFields: { hr: ['read'] },
};
const ROLES: Readonly<Record<Role, true>> = {
  employee: true,
  manager: true,
  hr: true,
  payroll: true,
  admin: true,
};

describe.each(Object.keys(ROLES) as Role[])('somebody with the role %s', (role) => {
  test.each(Object.entries(RIGHTS) as [Subject, RightsOfRoles][])(
    'may do with %s what %j says',
    (what, rights) => {
      const mayDo = (Object.keys(VERBS) as Verb[]).filter((verb) => {
        try {
          can(verb, what)({ _id: 'E1', roles: [role] } as unknown as Employee);
          return true;
        } catch {
          return false;
        }
      });
      const granted = new Set([...(rights.employee ?? []), ...(rights[role] ?? [])]);
      expect(mayDo.sort()).toEqual([...granted].sort());
    },
  );
});

test('who is refused learns which roles would be allowed', () => {
  const engineer = { _id: 'E1', roles: ['employee'] } as unknown as Employee;
  expect(() => can('update', 'Schedule')(engineer)).toThrow(
    expect.objectContaining({ code: 'FORBIDDEN', data: { rule: 'role', roles: 'hr,admin' } }),
  );
});

test('HR decides a flag about a colleague, never one about themselves; nobody else decides any', () => {
  const decides = (role: Role, employeeId: string): boolean =>
    canWith(caller(role), 'decide', 'AttendanceFlag', { employeeId });
  expect(decides('hr', 'E2')).toBe(true);
  expect(decides('hr', 'E1')).toBe(false);
  for (const role of ['employee', 'manager', 'payroll', 'admin'] as const)
    expect(decides(role, 'E2')).toBe(false);
});
