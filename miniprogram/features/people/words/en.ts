import type { Texts } from '../../../locales/texts';
import type { zhCN } from './zh-CN';

/** What only these pages say in English. */
export const en: Texts<typeof zhCN> = {
  binding: {
    title: 'Enter your invite code',
    text: 'This WeChat account is not linked to an employee yet. Enter the 8-character code from HR; it works once.',
    label: 'Invite code',
    placeholder: '8 letters or digits, paste works',
    submit: 'Link',
    submitting: 'Linking',
    short: 'The code has 8 characters, {{count}} more to go',
    short_one: 'The code has 8 characters, one more to go',
    help: 'No code? Please ask HR.',
    scan: 'Scan the QR code',
    scanDenied: 'No camera permission, so nothing can be scanned. You can enter the code',
    scanFailed: 'No code was read. You can enter it',
    notACode: 'This is not an invite code',
    done: 'Linked to {{name}}',
    enter: 'Go to Today',
  },
  readers: {
    loadFailed: 'The records could not be loaded',
    intro:
      'Who has read your pay, account, ID card, bases, deductions, appraisals and private parts of requests. Recorded are who, when and what for, not what they saw.',
    none: 'Nobody has',
    title: 'Data access',
    noneText: 'Whoever reads your pay, account or ID card appears here',
    more: 'Earlier',
    console: 'Cloud console (administrator)',
    what: {
      salary: 'Looked at your salary',
      payslips: 'Looked at your payslip while working out pay',
      'pay-dispute': 'Answered what you asked about a payslip',
      'pay-file': 'Exported a file with your pay (bank, tax, insurance, voucher or register)',
      payees: 'Looked at accounts and ID cards (last four digits)',
      'one-off-pay': 'Read or entered your bonus, or what you are paid when you leave',
      'payee-change': 'Entered your account or ID card',
      'insurance-bases': 'Looked at your bases of insurance and fund',
      deductions: 'Checked your tax deductions',
      'tax-year': 'Looked at your tax year',
      appraisal: 'Looked at your appraisal result',
      board: 'Looked at your scores in a calibration',
      request: 'Looked at private parts of your request',
      invites: 'Made an invite code for you',
    },
  },
  invites: {
    company: 'Whole company',
    department: 'Department',
    validity: 'Valid for',
    days: '{{count}} days',
    days_one: 'one day',
    all: 'Select all',
    none: 'Select none',
    more: 'Load more',
    loadingMore: 'Loading more',
    loadFailed: 'Could not load who is not linked yet',
    empty: 'Everybody is linked',
    emptyText: 'No employee here is without a WeChat account.',
    invitedUntil: 'code valid until {{until}}',
    make: 'Make {{count}} invite codes',
    make_one: 'Make one invite code',
    making: 'Making',
    madeTitle: 'Invite codes',
    madeNote: 'Shown here only once, valid until {{until}}. Earlier codes no longer work.',
    copy: 'Copy',
    copyAll: 'Copy all',
    qr: 'QR code',
    qrNote: 'To be scanned on the page where the employee links the account',
    done: 'Done',
    leave: 'These codes are shown only once. After you leave they are gone.',
    message:
      '{{name}}: your invite code for Tongxin HR is {{code}}. It is valid until {{until}} and works once. Open the Mini Program in WeChat and enter it.',
    refused: {
      unknown: '{{name}}: there is no such person',
      left: '{{name}}: has left',
      bound: '{{name}}: is linked already',
      roles:
        '{{name}}: works in HR, payroll or administration; an administrator with the same roles invites them',
    },
  },
  about: {
    version: 'Version {{version}}',
    development: 'development',
    dataTitle: 'What is stored',
    dataPunch:
      'Punches: time, place and accuracy; for field punches also the photo, place name and note; the code scanned, the beacon at the door or the company Wi-Fi. Only when you tap to punch.',
    dataDevice:
      'Phone id: a random id, made at the first punch and sent with punches, to find one phone that punches for several people. Each WeChat account has one of its own on each phone: of two accounts on one phone it tells nothing. It is neither model, number nor serial number.',
    dataBiometric:
      "Fingerprint and face: compared on the phone alone, neither sent nor stored. The server learns that WeChat has confirmed it, and a code worked out from the number of the phone's chip. It stands in for the phone id, and is the same for every WeChat account on that phone.",
    dataHint:
      'Opening Today reads your location once, only to tell whether you are at a site. It is neither sent nor stored.',
    dataPhone:
      'On this phone: what Today last showed, punches that have not been sent yet, the phone id, and your language.',
    dataPeople: 'Profile: name, department, job and manager, as registered by your company.',
    privacy: 'Privacy notice',
    privacyMissing:
      'This version of WeChat cannot open the privacy notice. Find it in the menu at the top right.',
  },
};
