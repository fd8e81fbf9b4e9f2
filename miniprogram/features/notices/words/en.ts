import type { Texts } from '../../../locales/texts';
import type { zhCN } from './zh-CN';

/** What only these pages say in English. */
export const en: Texts<typeof zhCN> = {
  inbox: {
    empty: 'No messages yet',
    emptyAction: 'See your requests',
    emptyText: 'The result of a request, or what waits for you, will appear here.',
    loadFailed: 'Your messages could not be loaded',
    moreFailed: 'Earlier messages could not be loaded',
    loadingMore: 'Loading more',
    unread: 'Unread',
    label: '{{title}}, {{time}}',
    ask: 'Tell me in WeChat about the next result',
    allow: 'Allow',
    asked: 'Allowed. WeChat will tell you about the next one',
    refused: 'WeChat will not remind you. Messages still appear here',
    askFailed: 'WeChat could not ask just now. Messages still appear here',
  },
  messages: {
    request: {
      waiting: '{{type}} of {{applicant}} waits for you',
      urged: '{{applicant}} asks you to decide: {{type}}',
      escalated: '{{type}} of {{applicant}} was not decided in time and came to you',
      approved: 'Your request was approved: {{type}}',
      rejected: 'Your request was rejected: {{type}}',
      returned: 'Your request came back to be changed: {{type}}',
      cc: '{{type}} of {{applicant}}, for your information',
      cancelled: '{{type}} was cancelled',
      recounted: 'The {{cause}} has changed: your {{title}} is now {{after}}, it was {{before}}',
      'recounted-same': 'The {{cause}} has changed: your {{title}} was worked out again',
      'recounted-ended': 'The {{cause}} has changed: your {{title}} is not needed any more and was cancelled',
      'recounted-open':
        'The {{cause}} has changed: your {{title}} would be over the balance or a limit. It stays for now, HR will settle it',
      'recounted-many': 'The {{cause}} has changed: {{count}} of your requests were counted again',
      handled: '{{type}} of {{applicant}}: nothing left for you to decide',
      reason: 'Reason: {{comment}}',
    },
    change: {
      open: 'The {{cause}} has changed: {{count}} requests would be over the balance or a limit, please settle them',
      open_one:
        'The {{cause}} has changed: {{count}} request would be over the balance or a limit, please settle it',
    },
    person: {
      'office-bound':
        '{{name}} (HR, payroll or administrator) has just bound a WeChat user with an invite code. If it was somebody else, remove the binding in the cloud console',
      changed: 'Employment of {{person}} has changed: {{what}}',
      settings: {
        managerId: 'manager',
        departmentId: 'department',
        assignments: 'shift and sites',
        lastDay: 'last day',
      },
    },
    data: {
      faults: '{{count}} records are incomplete and were left out. Please look at the data to mend',
      faults_one: '{{count}} record is incomplete and was left out. Please look at the data to mend',
    },
    own: {
      shift:
        '{{name}} has changed the shift "{{title}}", which they work themselves. Please look at its history',
      site: '{{name}} has changed the site "{{title}}", where they clock in themselves. Please look at its history',
      calendar:
        '{{name}} has changed the company calendar of {{year}}, and so their own working days. Please look at its history',
    },
    handover: {
      assigned: '{{applicant}} leaves on {{lastDay}}: a handover waits for you',
    },
    'comp-time': {
      expiring: '{{span}} of comp time expires on {{day}}',
    },
    attendance: {
      flagged: 'A punch of {{day}} needs to be checked',
    },
    picture: {
      'hidden-own':
        "WeChat's content check did not accept a picture of your request, and it is hidden now. Open the request to see what you can do",
      'hidden-unused':
        "WeChat's content check did not accept a picture that you have just added. Remove it and add another one",
      hidden:
        "WeChat's content check hid a picture in the request of {{applicant}}. If you need it to decide, return the request",
      unchecked:
        'WeChat has not said about pictures of {{day}} whether they may be shown. Please have an administrator look at the message push in the cloud console',
    },
    month: {
      'unlock-asked':
        '{{name}} asks to unlock {{month}}; another person of HR or an administrator confirms it',
      'unlock-refused': '{{name}} kept {{month}} locked',
      unlocked: '{{name}} unlocked {{month}}; it can be settled again',
    },
  },
};
