import type { AppraisalCyclesContract } from '#contracts/appraisal-cycles';
import type { AppraisalResultsContract } from '#contracts/appraisal-results';
import type { AttendanceContract } from '#contracts/attendance';
import type { FeedbackContract } from '#contracts/feedback';
import type { FollowOnContracts } from '#contracts/follow-on';
import type { GoalsContract } from '#contracts/goals';
import type { ImprovementContract } from '#contracts/improvement';
import type { InsuranceContract } from '#contracts/insurance-records';
import type { IntegrationContract } from '#contracts/integration';
import type { NoticesContract } from '#contracts/notices';
import type { OneOffPayContract } from '#contracts/one-off-pay';
import type { PayFilesContract, PayProofContract, ReadersContract } from '#contracts/pay-files';
import type { PayrollContract } from '#contracts/payroll';
import type { PayslipsContract } from '#contracts/payslips';
import type { PeopleContract } from '#contracts/people';
import type { ReportsContract } from '#contracts/reports';
import type { RequestRulesContract } from '#contracts/request-rules';
import type { RequestsContract } from '#contracts/requests';
import type { ReviewsContract } from '#contracts/reviews';
import type { SalaryChangeContract } from '#contracts/salary-change';
import type { ScheduleContract } from '#contracts/schedule';
import type { SecondCheckContract } from '#contracts/second-check';
import type { TaxContract } from '#contracts/tax';
import { OFFICE } from '../../unit/cloudfunctions/support/company';
import { CYCLE_DRAFT, QUESTIONNAIRE } from '../../unit/cloudfunctions/support/cycle-drafts';
import { metric } from '../../unit/cloudfunctions/support/goal-company';
import { newKey, ownType, PEOPLE, trip, type Who } from '../../unit/cloudfunctions/support/request-company';
import { BIRTHDAY, COMPANY_RULES } from '../../unit/cloudfunctions/support/rule-drafts';
import { DRAFT } from '../../unit/cloudfunctions/support/shift-draft';

/** Every action there is: one that is added has no row here, which the types find. */
interface Contracts {
  appraisal: AppraisalCyclesContract &
    AppraisalResultsContract &
    FeedbackContract &
    ImprovementContract &
    ReviewsContract;
  attendance: AttendanceContract;
  goals: GoalsContract & FollowOnContracts['goals'];
  integration: IntegrationContract;
  notices: NoticesContract & FollowOnContracts['notices'];
  payroll: FollowOnContracts['payroll'] &
    InsuranceContract &
    OneOffPayContract &
    PayFilesContract &
    PayProofContract &
    PayrollContract &
    PayslipsContract &
    SalaryChangeContract &
    SecondCheckContract &
    TaxContract;
  people: PeopleContract & ReadersContract;
  reports: ReportsContract;
  requests: RequestsContract & RequestRulesContract & FollowOnContracts['requests'];
  schedule: ScheduleContract;
}

/** Who they are to `staff` stands beside them; `peer` is the delegate of `head`, `other` has the copies. */
export const EMPLOYED = [
  'staff', // self
  'head', // direct manager
  'boss', // manager of the manager
  'peer', // the same team
  'other', // the same team
  'elsewhere', // another department
  'hr',
  'hr2',
  'payroll',
  'admin',
] as const satisfies readonly Who[];
export const OTHERS = ['left', 'stranger', 'console', 'anonymous'] as const;
export type Anybody = (typeof EMPLOYED)[number] | (typeof OTHERS)[number];

const HR = ['hr', 'hr2'] as const;
export const AUDIENCES = {
  employees: EMPLOYED,
  leaders: ['head', 'boss', ...HR],
  hr: HR,
  /** For a while also who has left. */
  employeesAndLeft: [...EMPLOYED, 'left'],
  hrAndConsole: [...HR, 'console'],
  office: [...HR, 'admin'],
  lockAndConsole: [...HR, 'admin', 'console'],
  officeAndConsole: [...HR, 'admin', 'console'],
  payroll: ['payroll'],
  payrollAndConsole: ['payroll', 'console'],
  bonus: [...HR, 'payroll'],
  admin: ['admin'],
  console: ['console'],
  /** None of these: other functions alone. */
  functions: [],
  /** Whoever is not bound may ask who they are, and be bound; who has left may come back by a new code. */
  bound: [...EMPLOYED, 'stranger'],
  anybody: [...EMPLOYED, 'stranger', 'left'],
} as const satisfies Record<string, readonly Anybody[]>;
export type Row = readonly [audience: keyof typeof AUDIENCES, input: object];

export const NOBODYS = `${PEOPLE.staff}-${'x'.repeat(20)}`;
const KEY = 'x'.repeat(20);
const PAY_FILE = { key: KEY, file: 'cmb', format: 'xlsx', language: 'zh-CN', opening: 'x' };
const PAYEE = {
  ...{ employeeId: PEOPLE.staff, idKind: 'resident', idNumber: '11010519491231002X', phone: '13800000001' },
  ...{ account: '6222020200099887766', bank: 'x', place: 'x' },
};
const BOOK = { code: '1002', name: 'x' };
const FILE_SETTINGS = {
  payer: { name: 'x', account: '310066661018000001', bank: 'x' },
  accounts: {
    ...{ wagesPayable: BOOK, insurancePayable: BOOK, fundPayable: BOOK, bank: BOOK, incomeTax: BOOK },
    ...{ keptInsurance: BOOK, keptFund: BOOK, keptOther: BOOK, owed: BOOK },
  },
  expense: BOOK,
  centres: [],
};
const NOTE = `${PEOPLE.payroll}:${KEY}`;
const PLAN = `${PEOPLE.left}:${KEY}`;
const PLAN_DRAFT = {
  ...{ title: 'x', from: '2026-12-01', until: '2026-12-31', metric: null },
  measures: [{ id: 'm1', kind: 'step', text: 'x', dueOn: '2026-12-15' }],
};
const MONTH = { month: '2026-10' };
const CYCLE = { cycleId: '2026-11' };
const APPRAISAL = { cycleId: 'a-2026-11' };
const FIGURES = {
  ...{ ...APPRAISAL, partId: 'figure', better: 'more', source: 'x', on: '2026-11-01' },
  rows: [{ employeeId: PEOPLE.staff, value: 1, target: 1 }],
};
const UNIT = { ...APPRAISAL, unitId: 'D2' };
const BONUS = {
  from: '2026-01-01',
  to: null,
  rates: [{ grade: 'A', percent: 15, opensPlan: false }],
  source: { 'zh-CN': 'x' },
};
const SETTINGS = {
  choices: [],
  limits: [{ kind: 'pension', from: '2026-07-01', until: null, floor: 1, cap: 2, source: 'x' }],
  rates: [],
};
const ENTRY = {
  ...{ employeeId: PEOPLE.staff, from: '2026-07', insurance: 1_000_000, fund: 1_000_000 },
  ...{ isLocal: false, isPensioner: false },
};
const BONUS_ENTRY = { kind: 'amount', amount: 100_000 };
const PAY_ITEM = {
  ...{ id: 'meals', name: { 'zh-CN': 'x' }, kind: 'earning', formula: '1', condition: '' },
  ...{ isTaxable: true, isInsurable: true, isInMinimum: false },
};
const SALARY_LINE = { employeeId: PEOPLE.staff, from: '2026-01-01', wage: 1 };
const OWN = { kind: 'person', id: PEOPLE.staff };
const OBJECTIVE = { id: 'o', title: 'x', weight: 100, keyResults: [], alignedWeight: 0, alignedTo: [] };
const PUSHED = { ...OBJECTIVE, keyResults: [metric('kr', 1)] };
const CARRY_IN_NONE = { kind: 'resident', allowance: 'monthly', carryIn: null, bonusTaxedOn: null };
const TAX_FACTS = { monthsDeclared: 0, hadOtherPayer: false, incomeBefore: 0, hadIncomeThisYear: false };
const RENT = {
  ...{ key: KEY, replaces: null, from: '2026-11', until: null },
  detail: { kind: 'rent', city: '上海', size: 'major' },
};
const one = { id: NOBODYS, rev: 1 };
const site = { id: 'S9', name: { 'zh-CN': '店', en: 'Shop' }, ...OFFICE, radius: 300, tolerance: 50 };
const { _id, current, version, ...type } = ownType([{ approvers: [{ by: 'manager', level: 1 }] }]);
const { values } = trip('2026-12-01');

export const ROWS: { readonly [F in keyof Contracts]: { readonly [A in keyof Contracts[F]]: Row } } = {
  appraisal: {
    boards: ['employees', {}],
    // Who has nothing to do with it is told that there is no such board or result.
    board: ['employees', UNIT],
    distribution: ['employees', APPRAISAL],
    figures: ['hr', APPRAISAL],
    saveFigures: ['hr', FIGURES],
    changeGrade: ['employees', { ...APPRAISAL, employeeId: PEOPLE.staff, to: 'A', reason: 'x', rev: 0 }],
    lockBoard: ['employees', { ...UNIT, rev: 1 }],
    openBoard: ['employees', { ...UNIT, reason: 'x' }],
    publishResults: ['hr', APPRAISAL],
    results: ['employees', {}],
    report: ['employees', APPRAISAL],
    acknowledge: ['employees', { ...APPRAISAL, version: 1 }],
    appeal: ['employees', { ...APPRAISAL, text: 'x' }],
    withdrawAppeal: ['employees', APPRAISAL],
    appeals: ['employees', {}],
    decideAppeal: [
      'employees',
      { ...APPRAISAL, employeeId: PEOPLE.staff, grade: 'A', shown: 85, answer: 'x', rev: 0 },
    ],
    bonusRules: ['bonus', {}],
    saveBonusRules: ['bonus', { rules: [BONUS], expectedVersion: 0 }],
    pool: ['hr', {}],
    cycles: ['hr', {}],
    cycle: ['hr', APPRAISAL],
    openCycles: ['employees', {}],
    plans: ['employees', { scope: 'mine' }],
    plan: ['employees', { id: PLAN }],
    planMetrics: ['employees', { employeeId: PEOPLE.left }],
    savePlan: ['employees', { key: KEY, employeeId: PEOPLE.left, rev: 0, plan: PLAN_DRAFT }],
    planFromFeedback: ['employees', { noteId: NOTE, text: 'x', dueOn: '2026-12-01' }],
    agreePlan: ['employees', { id: PLAN, rev: 1 }],
    reportPlan: ['employees', { id: PLAN, key: KEY, text: 'x' }],
    decidePlan: ['employees', { id: PLAN, rev: 1, result: 'partly', reason: 'x', after: null, next: null }],
    dropPlan: ['employees', { id: PLAN, rev: 1, reason: 'x' }],
    feedback: ['employees', { scope: 'received' }],
    feedbackNote: ['employees', { id: NOTE }],
    giveFeedback: [
      'employees',
      { key: KEY, toId: PEOPLE.left, kind: 'praise', text: 'x', visibility: 'receiver' },
    ],
    askFeedback: ['employees', { key: KEY, ofId: PEOPLE.left, question: 'x', dueOn: '2026-12-01' }],
    answerFeedback: ['employees', { id: NOTE, rev: 1, answer: { text: 'x', visibility: 'manager' } }],
    replyFeedback: ['employees', { id: NOTE, key: KEY, text: 'x' }],
    withdrawFeedback: ['employees', { id: NOTE, rev: 1 }],
    cycleSetup: ['hr', {}],
    saveCycle: ['hr', { rev: 0, draft: CYCLE_DRAFT }],
    saveQuestionnaire: ['hr', { ...APPRAISAL, rev: 1, id: 'leaders', questionnaire: QUESTIONNAIRE }],
    dropCycle: ['hr', { ...APPRAISAL, rev: 1 }],
    dryRun: ['hr', APPRAISAL],
    startCycle: ['hr', { ...APPRAISAL, rev: 1 }],
    amendCycle: [
      'hr',
      { ...APPRAISAL, rev: 1, reason: 'x', change: { what: 'people', add: [PEOPLE.other], remove: [] } },
    ],
    endCycle: ['hr', { ...APPRAISAL, rev: 1, reason: 'x' }],
    cycleProgress: ['hr', APPRAISAL],
    remindLate: ['hr', APPRAISAL],
    reviews: ['employees', {}],
    reviewForm: ['employees', { ...APPRAISAL, subjectId: PEOPLE.staff }],
    reviewEvidence: ['employees', { ...APPRAISAL, subjectId: PEOPLE.staff }],
    saveReview: ['employees', { ...APPRAISAL, subjectId: PEOPLE.staff, ratings: { r: 3 }, texts: {} }],
    sendReview: ['employees', { ...APPRAISAL, subjectId: PEOPLE.staff, ratings: { r: 3 }, texts: {} }],
    peers: ['employees', { ...APPRAISAL, employeeId: PEOPLE.staff }],
    choosePeers: ['employees', { ...APPRAISAL, rev: 0, peerIds: [PEOPLE.peer] }],
    confirmPeers: ['employees', { ...APPRAISAL, employeeId: PEOPLE.staff, rev: 0, peerIds: [PEOPLE.peer] }],
    reviewed: ['employees', APPRAISAL],
    reopenReview: ['hr', { ...APPRAISAL, employeeId: PEOPLE.staff, until: '2026-12-31', reason: 'x' }],
    customers: ['employees', { ...APPRAISAL, employeeId: PEOPLE.staff }],
    inviteCustomer: ['employees', { ...APPRAISAL, employeeId: PEOPLE.staff, note: 'x', key: newKey() }],
    customerForm: ['anybody', { code: 'x'.repeat(22) }],
    answerAsCustomer: ['anybody', { code: 'x'.repeat(22), ratings: { r: 3 }, texts: {} }],
    reviewFigures: ['employees', { ...APPRAISAL, employeeId: PEOPLE.staff }],
    unitFigures: ['employees', { ...APPRAISAL, departmentId: 'D2' }],
  },
  attendance: {
    today: ['employees', {}],
    punch: [
      'employees',
      {
        punchKey: 'access-punch-0000001',
        tappedAt: Date.parse('2026-11-23T09:00:00+08:00'),
        mode: 'gps',
        location: { ...OFFICE, accuracy: 20 },
      },
    ],
    month: ['employees', MONTH],
    screenCode: ['employees', { siteId: 'S1' }],
    soterChallenge: ['employees', { siteId: 'S1' }],
    ownFlags: ['employees', MONTH],
    teamToday: ['leaders', {}],
    teamWeek: ['leaders', { week: 1 }],
    sites: ['office', {}],
    saveSite: [
      'office',
      {
        site: { ...site, beacons: [], wifi: 'off', networks: [], biometric: 'off', screenKeepers: [] },
        expectedVersion: 0,
      },
    ],
    flags: ['hr', { state: 'open' }],
    decideFlag: ['hr', { id: '2026-11-23:R03:shared-phone', rev: 1, verdict: 'fine', note: '' }],
    settlement: ['lockAndConsole', MONTH],
    settle: ['hrAndConsole', MONTH],
    lockMonth: ['hrAndConsole', { ...MONTH, rev: 1 }],
    differences: ['hrAndConsole', MONTH],
    askUnlock: ['lockAndConsole', { ...MONTH, rev: 1, reason: 'x' }],
    decideUnlock: ['lockAndConsole', { ...MONTH, rev: 1, verdict: 'confirm' }],
    openPunches: ['hrAndConsole', MONTH],
    openRequests: ['hrAndConsole', MONTH],
  },
  goals: {
    home: ['employees', {}],
    sheet: ['employees', { ...CYCLE, owner: { kind: 'company' } }],
    tree: ['employees', CYCLE],
    alignable: ['employees', { ...CYCLE, owner: OWN }],
    team: ['employees', CYCLE],
    teamDay: ['employees', { ...CYCLE, day: '2026-11-23' }],
    history: ['employees', { ...CYCLE, owner: OWN, keyResultId: 'kr' }],
    saveObjective: ['employees', { ...CYCLE, owner: OWN, rev: 0, objective: OBJECTIVE, reason: 'x' }],
    dropObjective: ['employees', { ...CYCLE, owner: OWN, rev: 0, objectiveId: 'o', reason: 'x' }],
    checkIn: [
      'employees',
      { ...CYCLE, key: newKey(), owner: OWN, entries: [{ keyResultId: 'kr', mode: 'set', value: 1 }] },
    ],
    report: ['employees', { ...CYCLE, key: newKey(), day: '2026-11-23', text: 'x', entries: [] }],
    undoCheckIn: ['employees', { ...CYCLE, owner: OWN, id: newKey() }],
    saveCycle: ['hr', { kind: 'month', from: '2026-12-01' }],
    closeCycle: ['hr', CYCLE],
    push: ['employees', { ...CYCLE, owners: [OWN], objective: PUSHED, deadline: '2026-11-30' }],
    pushed: ['employees', {}],
    proposal: ['employees', { ...CYCLE, owner: OWN, id: 'o' }],
    answerPush: [
      'employees',
      { ...CYCLE, owner: OWN, id: 'o', rev: 1, counter: { objective: PUSHED, reason: 'x' } },
    ],
    division: ['employees', { ...CYCLE, owner: OWN, keyResultId: 'kr' }],
    breakDown: [
      'employees',
      {
        ...{ ...CYCLE, owner: OWN, keyResultId: 'kr', rev: 1, id: 'o', weight: 30, deadline: '2026-11-30' },
        rows: [{ owner: OWN, target: 1 }],
      },
    ],
    answerAlignment: [
      'employees',
      {
        ...{ ...CYCLE, owner: OWN, objectiveId: 'o', accept: true, note: 'x' },
        place: { sheetId: '2026-11:d-D2', objectiveId: 'o' },
      },
    ],
    dependents: ['employees', { ...CYCLE, owner: OWN, objectiveId: 'o' }],
    cloneable: ['employees', { ...CYCLE, owner: OWN, from: '2026-10' }],
    clone: [
      'employees',
      {
        ...{ ...CYCLE, owner: OWN, from: '2026-10', rev: 0, objectiveIds: ['o'] },
        ...{ raise: 10, fromLast: true },
      },
    ],
    decidePush: ['employees', { ...CYCLE, owner: OWN, id: 'o', rev: 1, decision: 'withdraw', reason: 'x' }],
    review: ['employees', CYCLE],
    handInReview: ['employees', { ...CYCLE, rev: 0, scores: [{ id: 'kr', score: 80 }], summary: 'x' }],
    confirmReview: [
      'employees',
      { ...CYCLE, employeeId: PEOPLE.staff, rev: 1, scores: [{ id: 'kr', score: 80 }], comment: '' },
    ],
    teamReviews: ['employees', CYCLE],
    keepFile: ['employees', { fileId: `cloud://local-env.bucket/requests/${PEOPLE.staff}/a.jpg` }],
    pictureVerdict: ['functions', { traceId: 'trace-00000001', suggest: 'pass' }],
    bookValues: ['functions', { requestId: 'abcdefgh:idempotency-key-01' }],
  },
  integration: {
    createClient: ['officeAndConsole', { name: '收银系统', kpis: ['sales.*'], cycles: ['*'] }],
    listClients: ['officeAndConsole', {}],
    rotateKey: ['officeAndConsole', { clientId: 'abcdefgh', overlapDays: 7 }],
    endKey: ['officeAndConsole', { clientId: 'abcdefgh', keyId: 'abcdefgh-abcdef' }],
    setScope: ['officeAndConsole', { clientId: 'abcdefgh', kpis: ['sales.*'], cycles: ['*'] }],
  },
  notices: {
    me: ['employees', {}],
    inbox: ['employees', {}],
    markRead: ['employees', { until: 1 }],
    countConsent: ['employees', { key: 'consent-key-000001', accepted: ['result'] }],
    templates: ['employees', {}],
    deliver: ['functions', { messageIds: ['m1'] }],
  },
  payroll: {
    insuranceProfile: ['payroll', { city: 'shanghai' }],
    previewInsurance: ['payroll', { city: 'shanghai', settings: SETTINGS, month: '2026-11' }],
    saveInsuranceProfile: ['payroll', { city: 'shanghai', settings: SETTINGS, expectedVersion: 0 }],
    insuranceBases: ['payroll', {}],
    checkBases: ['payroll', { entries: [ENTRY] }],
    saveBases: ['payroll', { entries: [ENTRY] }],
    ownContributions: ['employees', { year: 2026, opening: 'x' }],
    secondCheck: ['employeesAndLeft', {}],
    setPass: ['employeesAndLeft', { pass: '908172' }],
    openPay: ['employeesAndLeft', { pass: '908172' }],
    checkOpening: ['functions', { opening: 'x', employeeId: PEOPLE.staff, openid: 'x' }],
    payslips: ['employeesAndLeft', {}],
    payslip: ['employeesAndLeft', { ...MONTH, opening: 'x' }],
    payYear: ['employees', { year: 2026, opening: 'x' }],
    confirmPayslip: ['employees', { ...MONTH, version: 1, opening: 'x' }],
    disputePayslip: [
      'employees',
      { ...MONTH, version: 1, opening: 'x', key: KEY, line: 'earnings/wage', text: 'x' },
    ],
    // Nobody has a passcode there.
    resetPass: ['payroll', { employeeId: PEOPLE.left }],
    payItems: ['payroll', {}],
    savePayItems: ['payroll', { from: '2026-01-01', items: [PAY_ITEM], expectedVersion: 0 }],
    previewPayItems: ['payroll', { from: '2026-01-01', items: [PAY_ITEM], ...MONTH }],
    salary: ['payroll', { employeeId: PEOPLE.staff }],
    checkSalaryChange: ['payroll', { lines: [SALARY_LINE] }],
    askSalaryChange: ['payroll', { key: KEY, reason: 'x', lines: [SALARY_LINE] }],
    salaryChange: ['payroll', { id: NOBODYS, opening: 'x' }],
    decideSalaryChange: ['payroll', { ...one, verb: 'approve', opening: 'x' }],
    payMonth: ['payroll', MONTH],
    calculatePay: ['payroll', { ...MONTH, paidOn: '2026-11-10' }],
    previewPay: ['payroll', MONTH],
    lockPay: ['payroll', { ...MONTH, rev: 1 }],
    publishPay: ['payroll', { ...MONTH, rev: 1 }],
    recallPay: ['payroll', { ...MONTH, rev: 1, reason: 'x' }],
    yearBonuses: ['payroll', MONTH],
    previewBonus: [
      'payroll',
      { ...MONTH, employeeId: PEOPLE.staff, paidOn: '2026-11-10', entry: BONUS_ENTRY },
    ],
    saveBonus: [
      'payroll',
      { ...MONTH, employeeId: PEOPLE.staff, paidOn: '2026-11-10', rev: 0, entry: BONUS_ENTRY, way: 'merged' },
    ],
    dropBonus: ['payroll', { ...MONTH, employeeId: PEOPLE.staff, rev: 1 }],
    leavers: ['payroll', MONTH],
    saveLeaving: [
      'payroll',
      {
        ...{ ...MONTH, employeeId: PEOPLE.staff, rev: 0 },
        leaving: { reason: 'resigned', notice: 'given', meanWage: null, average: null },
      },
    ],
    payDisputes: ['payroll', {}],
    payFiles: ['payrollAndConsole', { ...MONTH, opening: 'x' }],
    exportPayFile: ['payrollAndConsole', { ...MONTH, ...PAY_FILE }],
    payees: ['payroll', { opening: 'x' }],
    savePayees: ['payroll', { opening: 'x', entries: [PAYEE] }],
    payFileSettings: ['payroll', { opening: 'x' }],
    savePayFileSettings: ['payroll', { opening: 'x', settings: FILE_SETTINGS, expectedVersion: 0 }],
    provePayslip: ['employees', { ...MONTH, version: 1, opening: 'x' }],
    checkProof: ['anybody', { code: '7K2M-P9QX-4T6B', net: 1_000_000 }],
    answerPayDispute: ['payroll', { ...MONTH, employeeId: PEOPLE.staff, rev: 1, id: KEY, text: 'x' }],
    settlePayDispute: ['payroll', { ...MONTH, employeeId: PEOPLE.staff, rev: 1, id: KEY }],
    deductions: ['employees', {}],
    declareDeduction: ['employees', RENT],
    endDeduction: ['employees', { id: KEY, until: '2026-11' }],
    dropDeduction: ['employees', { id: KEY }],
    confirmDeductions: ['employees', { year: 2026 }],
    deductionChecks: ['bonus', {}],
    deductionsOf: ['bonus', { employeeId: PEOPLE.left }],
    decideDeduction: ['bonus', { employeeId: PEOPLE.left, id: KEY, rev: 1, accept: false, reason: 'x' }],
    taxYear: ['payroll', { employeeId: PEOPLE.left, year: 2026 }],
    saveTaxYear: [
      'payroll',
      { employeeId: PEOPLE.left, year: 2026, version: 0, draft: CARRY_IN_NONE, facts: TAX_FACTS },
    ],
  },
  people: {
    me: ['bound', {}],
    bind: ['anybody', { code: 'ABCD2345' }],
    find: ['employees', { text: '员工' }],
    departments: ['office', {}],
    dataReaders: ['employees', {}],
    employee: ['hr', { id: PEOPLE.staff }],
    saveEmployee: [
      'hr',
      {
        id: PEOPLE.staff,
        rev: 1,
        managerId: PEOPLE.head,
        departmentId: 'D2',
        assignments: [],
        lastDay: null,
      },
    ],
    setLanguage: ['employees', { language: 'en' }],
    unbound: ['office', {}],
    invite: ['office', { employeeIds: ['R99'], days: 7 }],
    createInvite: ['console', { employeeId: 'R99' }],
    unbind: ['console', { employeeId: 'R99' }],
  },
  reports: {
    export: ['hrAndConsole', { kind: 'requests', month: '2026-10', format: 'csv', language: 'en' }],
    list: ['hrAndConsole', {}],
  },
  requests: {
    start: ['employees', {}],
    preview: ['employees', { typeId: 'trip', values }],
    submit: ['employees', trip('2026-12-01')],
    resubmit: ['employees', { ...one, values }],
    pending: ['employees', {}],
    mine: ['employees', {}],
    done: ['employees', {}],
    cc: ['employees', {}],
    detail: ['employees', { id: NOBODYS }],
    fileLinks: ['employees', { id: NOBODYS, fileIds: ['cloud://local-env.bucket/requests/R03/a.jpg'] }],
    decide: ['employees', { ...one, verb: 'approve' }],
    decideMany: ['employees', { verb: 'approve', requests: [one] }],
    transfer: ['employees', { ...one, toId: PEOPLE.hr }],
    addSigner: ['employees', { ...one, signerId: PEOPLE.hr }],
    withdraw: ['employees', one],
    cancel: ['employees', { ...one, key: newKey(), reason: 'x' }],
    shorten: ['employees', { ...one, key: newKey(), backOn: '2026-12-02', reason: 'x' }],
    urge: ['employees', { id: NOBODYS }],
    delegate: ['employees', { delegateId: null }],
    balances: ['employees', {}],
    adjustBalance: [
      'hr',
      { key: newKey(), employeeId: PEOPLE.staff, typeId: 'comp-time', minutes: 60, reason: 'x' },
    ],
    keepFile: ['employees', { fileId: `cloud://local-env.bucket/requests/${PEOPLE.staff}/a.jpg` }],
    checkReceipt: ['employees', { fileId: `cloud://local-env.bucket/requests/${PEOPLE.staff}/a.jpg` }],
    payments: ['employees', {}],
    markPaid: ['payroll', { ...one, reference: '1' }],
    previewChange: ['office', { cause: 'calendar', input: { year: '2026', rev: 0, days: [] } }],
    applyChanges: ['functions', { changeIds: ['calendar:2026:1'] }],
    complete: ['functions', { requestIds: [NOBODYS] }],
    submitQueued: ['functions', { queuedId: 'field-x' }],
    correctPayment: ['payroll', { ...one, reference: '2', reason: 'x' }],
    handover: ['employees', {}],
    decideHandover: ['employees', { id: 'R1-work', rev: 1, state: 'done' }],
    listTypes: ['admin', {}],
    saveType: ['admin', { type, expectedVersion: 0 }],
    requestType: ['admin', {}],
    dataFaults: ['office', {}],
    leaveTypes: ['office', {}],
    leaveType: ['office', { id: 'annual' }],
    saveLeaveType: ['office', { type: BIRTHDAY, expectedVersion: 0 }],
    companyRules: ['office', {}],
    saveCompanyRules: ['office', { rules: COMPANY_RULES, expectedVersion: 0 }],
  },
  schedule: {
    shifts: ['office', {}],
    saveShift: ['office', { shift: DRAFT, expectedVersion: 0 }],
    roster: ['office', { departmentId: 'D2', month: '2026-12' }],
    saveRoster: [
      'office',
      { month: '2026-12', rows: [{ employeeId: PEOPLE.staff, rev: 0, days: { '2026-12-01': 'off' } }] },
    ],
    calendar: ['office', { year: '2026' }],
    saveCalendar: ['office', { year: '2026', rev: 0, days: [] }],
  },
};

export const openidOf = (who: Anybody): string => {
  if (who === 'console' || who === 'anonymous') return who;
  return who === 'stranger' ? 'openid-stranger' : `openid-of-${PEOPLE[who].toLowerCase()}`;
};

/** Every action, with an input that it takes. */
export const ACTIONS = Object.entries(ROWS).flatMap(([name, rows]) =>
  Object.entries(rows as Record<string, Row>).map(
    ([action, [audience, input]]) => ({ name: `${name}.${action}`, audience, input }) as const,
  ),
);
