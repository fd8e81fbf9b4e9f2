import { commonEn } from '../../../miniprogram/common/words/en';
import type { zhCN } from './zh-CN';

/** What the server writes itself, in English. */
export const en: typeof zhCN = {
  ...commonEn,
  console: 'cloud console',
  reports: {
    titles: {
      'attendance-month': 'Attendance by month',
      'attendance-days': 'Attendance by day',
      'attendance-flags': 'Punch review',
      'leave-ledger': 'Leave ledger',
      receipts: 'Receipts',
      'leave-balances': 'Leave balances',
      requests: 'Requests',
    },
    title: '{{company}}: {{name}}, {{month}}',
    file: '{{name}}_{{month}}_{{company}}',
    locked: 'locked',
    open: 'not locked',
    note: '{{month}} {{state}}, made by {{by}} on {{at}}',
    system: 'the system',
    total: 'Total',
    units: { day: 'days', hour: 'hours' },
    yes: 'yes',
  },
  messages: {
    request: {
      waiting: 'Waiting for you',
      urged: 'Reminder',
      escalated: 'Escalated to you',
      approved: 'Approved',
      rejected: 'Rejected',
      returned: 'Returned',
      cc: 'For information',
      cancelled: 'Cancelled',
      recounted: 'Counted again',
    },
    change: { open: 'For HR' },
    person: { changed: 'Employment changed', 'office-bound': 'New WeChat user' },
    data: { faults: 'Data to mend' },
    own: { shift: 'Shift changed', site: 'Site changed', calendar: 'Calendar changed' },
    handover: { assigned: 'Handover' },
    'comp-time': { expiring: 'Comp time expires' },
    attendance: { flagged: 'Attendance to check' },
    picture: {
      'hidden-own': 'Picture hidden',
      'hidden-unused': 'Picture hidden',
      hidden: 'Picture hidden',
      unchecked: 'Pictures not checked',
    },
    month: {
      'unlock-asked': 'Unlock to confirm',
      'unlock-refused': 'Unlock refused',
      unlocked: 'Month unlocked',
    },
  },
};
