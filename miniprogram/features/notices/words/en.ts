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
    goal: {
      pushed: '{{name}} assigned you a goal. Please confirm it by {{deadline}}',
      changed: '{{name}} changed a goal assigned to you. Please confirm it by {{deadline}}',
      countered: '{{name}} proposes a change of an assigned goal: {{comment}}',
      confirmed: '{{name}} confirmed an assigned goal',
      accepted: '{{name}} accepted your change; the goal counts from now on',
      withdrawn: '{{name}} withdrew an assigned goal',
      amended: '{{name}} changed an assigned goal that you had confirmed: {{comment}}',
      dropped: '{{name}} dropped an assigned goal that you had confirmed: {{comment}}',
      'push-amended': '{{name}} changed a confirmed goal that you had assigned to {{owner}}: {{comment}}',
      'push-dropped': '{{name}} dropped a confirmed goal that you had assigned to {{owner}}: {{comment}}',
      'gave-way':
        '{{owner}} also confirmed "{{other}}": the goal that you had assigned weighs {{after}}% instead of {{before}}%',
      'align-asked': '{{name}} wants the goal "{{title}}" to count for "{{above}}". Please agree or decline',
      'align-accepted': '{{name}} agreed: your goal counts for "{{above}}" from now on',
      'align-declined': '{{name}} did not agree that your goal counts for "{{above}}"',
      'align-lost': '{{name}} changed "{{title}}": goals aligned to it do not count there any more',
      quiet: '{{count}} key results of yours were not updated for more than {{days}} workdays',
      quiet_one: '{{count}} key result of yours was not updated for more than {{days}} workdays',
      'quiet-below': '{{name}} has not updated {{count}} key results for more than {{days}} workdays',
      'quiet-below_one': '{{name}} has not updated {{count}} key result for more than {{days}} workdays',
      unconfirmed: 'A goal that was due on {{deadline}} waits for your answer',
      'unconfirmed-below': '{{name}} has not answered a goal that was due on {{deadline}}',
    },
    plan: {
      opened: 'The appraisal of {{name}} asks for an improvement plan: write it and agree on it',
      written: '{{name}} wrote an improvement plan. Look at it and agree',
      agreed: '{{name}} agreed to the improvement plan',
      changed: '{{name}} changed an improvement plan that was agreed',
      decided: '{{name}} gave the verdict on the improvement plan',
      dropped: '{{name}} dropped an improvement plan',
    },
    feedback: {
      given: '{{name}} gave you feedback',
      praised: '{{name}} praised you',
      asked: '{{name}} would like your feedback, by {{day}}',
      answered: '{{name}} answered your request for feedback',
      declined: '{{name}} would rather not answer your request for feedback',
      replied: '{{name}} replied to your feedback',
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
      'hidden-goal':
        "WeChat's content check hid a picture that you added to a goal or a daily report. Add another one if it is needed",
      hidden:
        "WeChat's content check hid a picture in the request of {{applicant}}. If you need it to decide, return the request",
      unchecked:
        'WeChat has not said about pictures of {{day}} whether they may be shown. Please have an administrator look at the message push in the cloud console',
    },
    appraisal: {
      started: '"{{title}}" has begun; please do your part by {{day}}',
      late: '{{count}} things of "{{title}}" wait for you until {{day}}',
      late_one: 'One thing of "{{title}}" waits for you until {{day}}',
      published: 'Your result of {{title}} is there. Open it for score, grade and basis',
      appealed: '{{person}} appealed the result of {{title}}. It waits for your answer',
      answered: 'Your appeal about {{title}} has been answered',
    },
    review: {
      asked: '{{title}}: please review your colleagues by {{day}}',
      reopened: '{{title}}: reviews that are missing can be sent until {{day}}',
    },
    'goal-review': {
      'handed-in': '{{name}} handed in the review of {{cycle}}: please confirm it',
      confirmed: '{{name}} confirmed your review of {{cycle}}',
    },
    payslip: {
      published: 'Your payslip of {{month}} is ready',
      corrected: 'Your payslip of {{month}} was corrected; please look at it again',
      unconfirmed:
        'Your payslip of {{month}} is not confirmed yet; please look at it by {{day}}. Any line can be questioned',
      answered: 'Your question about the payslip of {{month}} was answered',
    },
    pay: {
      disputed: '{{name}} questions a line of the payslip of {{month}}; payroll answers it',
      'to-lock': '{{name}} worked out the pay of {{month}}; please check and lock it',
      'to-publish': '{{name}} locked the pay of {{month}}; the payslips can be published',
      'account-changed':
        'Payroll has entered or changed the bank account that your pay goes to. Tap to see who; if you did not ask for it, tell HR at once',
      'pass-reset':
        '{{name}} reset your passcode; set a new one when you next look at your pay. If you did not ask for it, tell HR at once',
    },
    deduction: {
      accepted: 'A tax deduction that you declared was accepted',
      returned: 'A tax deduction that you declared was returned. Look at the reason and change it',
    },
    month: {
      'unlock-asked':
        '{{name}} asks to unlock {{month}}; another person of HR or an administrator confirms it',
      'unlock-refused': '{{name}} kept {{month}} locked',
      unlocked: '{{name}} unlocked {{month}}; it can be settled again',
    },
  },
};
