import type { Role } from '../../../typings/contracts/people';
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
        id: 'payments',
        name: 'titles.payments',
        note: 'office.notes.payments',
        url: '/features/requests/pages/payments/payments',
        roles: ['payroll'],
      },
    ],
  },
  { id: 'rules', entries: [] },
];
