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
      entry('invites', 'invites', '/features/people/pages/invites/invites', 'hr', 'admin'),
      entry('employee', 'employee', '/features/schedule/pages/employee/employee', 'hr'),
      entry('handover', 'handover', '/features/requests/pages/handover/handover', 'manager', 'hr'),
    ],
  },
  {
    id: 'month',
    entries: [
      entry('flags', 'flags', '/features/office/pages/flags/flags', 'hr'),
      entry('settlement', 'settlement', '/features/office/pages/settlement/settlement', 'hr', 'admin'),
      entry('person-balance', 'personBalance', '/features/types/pages/person-balance/person-balance', 'hr'),
      entry('payments', 'payments', '/features/requests/pages/payments/payments', 'payroll'),
      entry('exports', 'exports', '/features/office/pages/exports/exports', 'hr'),
      entry('data-faults', 'dataFaults', '/features/office/pages/data-faults/data-faults', 'hr', 'admin'),
    ],
  },
  {
    id: 'rules',
    entries: [
      entry('goal-cycles', 'goalCycles', '/features/goals/pages/cycles/cycles', 'hr'),
      entry('roster', 'roster', '/features/schedule/pages/roster/roster', 'hr', 'admin'),
      entry('shifts', 'shifts', '/features/schedule/pages/shifts/shifts', 'hr', 'admin'),
      entry('calendar', 'calendar', '/features/schedule/pages/calendar/calendar', 'hr', 'admin'),
      entry('sites', 'sites', '/features/sites/pages/list/list', 'hr', 'admin'),
      entry('leave-types', 'leaveTypes', '/features/types/pages/leave-types/leave-types', 'hr', 'admin'),
      entry('request-types', 'requestTypes', '/features/types/pages/request-types/request-types', 'admin'),
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
