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
        id: 'team',
        name: 'titles.team',
        note: 'office.notes.team',
        url: '/features/office/pages/team/team',
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
        id: 'exports',
        name: 'titles.exports',
        note: 'office.notes.exports',
        url: '/features/office/pages/exports/exports',
        roles: ['hr'],
      },
    ],
  },
  { id: 'rules', entries: [] },
];
