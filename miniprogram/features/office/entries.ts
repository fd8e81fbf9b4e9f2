import type { Role } from '#contracts/person';
import type { TextKey } from '../../locales/texts';

/** One page of the office: who finds it, and where it is. */
export interface Entry {
  readonly id: string;
  readonly name: TextKey & `titles.${string}`;
  readonly note: TextKey & `office.notes.${string}`;
  readonly url: string;
  /** The server decides who may; this only keeps pages away from people for whom they would be empty. */
  readonly roles: readonly Role[];
}

/** Everything that managers, HR, payroll and administrators do beside their own matters, in the order of its use. */
export const GROUPS: readonly {
  readonly id: 'team' | 'month' | 'rules';
  readonly entries: readonly Entry[];
}[] = [
  {
    id: 'team',
    entries: [
      {
        id: 'team',
        name: 'titles.team',
        note: 'office.notes.team',
        url: '/features/office/pages/team/team',
        roles: ['manager', 'hr'],
      },
      {
        id: 'handover',
        name: 'titles.handover',
        note: 'office.notes.handover',
        url: '/features/requests/pages/handover/handover',
        roles: ['manager', 'hr'],
      },
    ],
  },
  {
    id: 'month',
    entries: [
      {
        id: 'flags',
        name: 'titles.flags',
        note: 'office.notes.flags',
        url: '/features/office/pages/flags/flags',
        roles: ['hr'],
      },
      {
        id: 'settlement',
        name: 'titles.settlement',
        note: 'office.notes.settlement',
        url: '/features/office/pages/settlement/settlement',
        roles: ['hr'],
      },
      {
        id: 'person-balance',
        name: 'titles.personBalance',
        note: 'office.notes.personBalance',
        url: '/features/types/pages/person-balance/person-balance',
        roles: ['hr'],
      },
      {
        id: 'payments',
        name: 'titles.payments',
        note: 'office.notes.payments',
        url: '/features/requests/pages/payments/payments',
        roles: ['payroll'],
      },
      {
        id: 'exports',
        name: 'titles.exports',
        note: 'office.notes.exports',
        url: '/features/office/pages/exports/exports',
        roles: ['hr'],
      },
    ],
  },
  {
    id: 'rules',
    entries: [
      {
        id: 'roster',
        name: 'titles.roster',
        note: 'office.notes.roster',
        url: '/features/schedule/pages/roster/roster',
        roles: ['hr', 'admin'],
      },
      {
        id: 'shifts',
        name: 'titles.shifts',
        note: 'office.notes.shifts',
        url: '/features/schedule/pages/shifts/shifts',
        roles: ['hr', 'admin'],
      },
      {
        id: 'calendar',
        name: 'titles.calendar',
        note: 'office.notes.calendar',
        url: '/features/schedule/pages/calendar/calendar',
        roles: ['hr', 'admin'],
      },
      {
        id: 'sites',
        name: 'titles.sites',
        note: 'office.notes.sites',
        url: '/features/sites/pages/list/list',
        roles: ['hr', 'admin'],
      },
      {
        id: 'leave-types',
        name: 'titles.leaveTypes',
        note: 'office.notes.leaveTypes',
        url: '/features/types/pages/leave-types/leave-types',
        roles: ['hr', 'admin'],
      },
      {
        id: 'request-types',
        name: 'titles.requestTypes',
        note: 'office.notes.requestTypes',
        url: '/features/types/pages/request-types/request-types',
        roles: ['admin'],
      },
      {
        id: 'company-rules',
        name: 'titles.companyRules',
        note: 'office.notes.companyRules',
        url: '/features/types/pages/company-rules/company-rules',
        roles: ['hr', 'admin'],
      },
    ],
  },
];
