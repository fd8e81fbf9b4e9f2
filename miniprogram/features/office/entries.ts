import type { Role } from '#contracts/person';
import type { TextKey } from '../../locales/texts';

/** One page of the office: who finds it, and where it is. */
export interface Entry {
  readonly id: string;
  /** Its title is `titles.<key>`, its note `office.notes.<key>`. */
  readonly key: Key;
  readonly url: string;
  /** The server decides who may; this only keeps pages away from people for whom they would be empty. */
  readonly roles: readonly Role[];
}

type Suffix<Prefix extends string> = TextKey extends infer Each
  ? Each extends `${Prefix}.${infer Key}`
    ? Key
    : never
  : never;
type Key = Suffix<'titles'> & Suffix<'office.notes'>;

const entry = (id: string, key: Key, url: string, ...roles: readonly Role[]): Entry => ({
  id,
  key,
  url,
  roles,
});

/** Everything that managers, HR, payroll and administrators do for others, in the order of use. */
export const GROUPS: readonly {
  readonly id: 'team' | 'month' | 'rules';
  readonly entries: readonly Entry[];
}[] = [
  {
    id: 'team',
    entries: [
      entry('team', 'team', '/features/office/pages/team/team', 'manager', 'hr'),
      entry('pushed-goals', 'pushedGoals', '/features/goals/pages/pushed/pushed', 'manager', 'hr'),
      entry('invites', 'invites', '/features/people/pages/invites/invites', 'hr', 'admin'),
      entry('employee', 'employee', '/features/schedule/pages/employee/employee', 'hr'),
      entry('calibration', 'calibration', '/features/appraisal/pages/boards/boards', 'manager', 'hr'),
      entry('promotion-pool', 'promotionPool', '/features/appraisal/pages/pool/pool', 'hr'),
      entry('handover', 'handover', '/features/requests/pages/handover/handover', 'manager', 'hr'),
    ],
  },
  {
    id: 'month',
    entries: [
      entry('flags', 'flags', '/features/office/pages/flags/flags', 'hr'),
      entry('settlement', 'settlement', '/features/office/pages/settlement/settlement', 'hr', 'admin'),
      entry('person-balance', 'personBalance', '/features/types/pages/person-balance/person-balance', 'hr'),
      entry('pay-run', 'payRun', '/features/pay/pages/run/run', 'payroll'),
      entry('salary', 'salary', '/features/pay/pages/salary/salary', 'payroll'),
      entry('year-bonuses', 'yearBonuses', '/features/pay/pages/bonuses/bonuses', 'payroll'),
      entry('leavers', 'leavers', '/features/pay/pages/leavers/leavers', 'payroll'),
      entry('pay-disputes', 'payDisputes', '/features/pay/pages/disputes/disputes', 'payroll'),
      entry('deduction-checks', 'deductionChecks', '/features/tax/pages/checks/checks', 'hr', 'payroll'),
      entry('tax-year', 'taxYear', '/features/tax/pages/year/year', 'payroll'),
      entry('payments', 'payments', '/features/requests/pages/payments/payments', 'payroll'),
      entry('exports', 'exports', '/features/office/pages/exports/exports', 'hr'),
      entry('data-faults', 'dataFaults', '/features/office/pages/data-faults/data-faults', 'hr', 'admin'),
    ],
  },
  {
    id: 'rules',
    entries: [
      entry('goal-cycles', 'goalCycles', '/features/goals/pages/cycles/cycles', 'hr'),
      entry('appraisals', 'appraisalCycles', '/features/appraisal-office/pages/cycles/cycles', 'hr'),
      entry(
        'insurance-profile',
        'insuranceProfile',
        '/features/pay-insurance/pages/profile/profile',
        'payroll',
      ),
      entry('pay-items', 'payItems', '/features/pay/pages/items/items', 'payroll'),
      entry('insurance-bases', 'insuranceBases', '/features/pay-insurance/pages/bases/bases', 'payroll'),
      entry('bonus-rules', 'bonusRules', '/features/appraisal/pages/bonus/bonus', 'hr', 'payroll'),
      entry('roster', 'roster', '/features/schedule/pages/roster/roster', 'hr', 'admin'),
      entry('shifts', 'shifts', '/features/schedule/pages/shifts/shifts', 'hr', 'admin'),
      entry('calendar', 'calendar', '/features/schedule/pages/calendar/calendar', 'hr', 'admin'),
      entry('sites', 'sites', '/features/sites/pages/list/list', 'hr', 'admin'),
      entry('leave-types', 'leaveTypes', '/features/types/pages/leave-types/leave-types', 'hr', 'admin'),
      entry('request-types', 'requestTypes', '/features/types/pages/request-types/request-types', 'admin'),
      entry(
        'integration-clients',
        'integrationClients',
        '/features/pay/pages/clients/clients',
        'hr',
        'admin',
      ),
      entry(
        'company-rules',
        'companyRules',
        '/features/types/pages/company-rules/company-rules',
        'hr',
        'admin',
      ),
    ],
  },
];
