import type { AppraisalCyclesContract } from '#contracts/appraisal-cycles';
import type { AppraisalResultsContract } from '#contracts/appraisal-results';
import type { AttendanceContract } from '#contracts/attendance';
import type { ActionShape, Instant } from '#contracts/common';
import type { FeedbackContract } from '#contracts/feedback';
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
import type { Reply } from '#contracts/reply';
import type { ReportsContract } from '#contracts/reports';
import type { RequestRulesContract } from '#contracts/request-rules';
import type { RequestsContract } from '#contracts/requests';
import type { ReviewsContract } from '#contracts/reviews';
import type { SalaryChangeContract } from '#contracts/salary-change';
import type { ScheduleContract } from '#contracts/schedule';
import type { SecondCheckContract } from '#contracts/second-check';
import type { TaxContract } from '#contracts/tax';
import { ANSWER_TIMEOUT_MS } from '../common/answer-timeout';
import { ClientError } from './client-error';
import { syncClock } from './clock';
import { cloudError } from './cloud-error';
import { isOnline } from './network';
import { savedLanguages } from './saved-language';
import { forgetPerson } from './store';

export interface Answer<Output> {
  readonly data: Output;
  /** Server time of the response. */
  readonly now: Instant;
}

/** For calls that write files: the maximum run time of a function. */
const LONG_TIMEOUT_MS = 60_000;

/** Rejects after `timeout` ms; a later result is discarded. */
function withTimeout<T>(work: Promise<T>, timeout: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new ClientError('TIMEOUT')), timeout);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Nobody's data stays on a phone that may not read it any more. */
const ENDED: ReadonlySet<string> = new Set(['NOT_BOUND', 'ACCESS_ENDED']);

const isReply = (value: unknown): value is Reply<unknown> =>
  typeof value === 'object' && value !== null && 'ok' in value && 'now' in value;

async function callOnce(
  name: string,
  action: string,
  input: unknown,
  timeout: number,
): Promise<Answer<unknown>> {
  if (!isOnline()) throw new ClientError('OFFLINE');
  if (!wx.cloud) throw new ClientError('CLOUD_UNAVAILABLE');
  const sentAt = Date.now();
  const call = wx.cloud.callFunction({ name, data: { action, input } });
  const { result } = await withTimeout(call, timeout).catch((thrown: unknown) => {
    throw cloudError(thrown);
  });
  if (!isReply(result)) throw new ClientError('CLOUD_UNAVAILABLE');
  syncClock(result.now, sentAt);
  if (!result.ok) {
    if (ENDED.has(result.error.code)) forgetPerson();
    throw new ClientError(result.error.code, result.error.data, result.requestId);
  }
  if (result.language) savedLanguages.emit(result.language);
  return { data: result.data, now: result.now };
}

/**
 * How an action is called. `read`: concurrent calls with the same input share one request. `write`: every call is
 * sent. `long`: a `write` that may take the maximum run time of a function.
 */
type CallMode = 'read' | 'write' | 'long';

/** The call mode of every action of a contract; a missing or misspelt one is a type error. */
type CallModes<Contract> = { readonly [Action in keyof Contract]: CallMode };

type Client<Contract> = {
  readonly [Action in keyof Contract]: Contract[Action] extends ActionShape
    ? (input: Contract[Action]['input']) => Promise<Answer<Contract[Action]['output']>>
    : never;
};

function shareInFlight(call: (input: unknown) => Promise<Answer<unknown>>): typeof call {
  const inFlight = new Map<string, Promise<Answer<unknown>>>();
  return (input) => {
    const key = JSON.stringify(input);
    const answer = inFlight.get(key) ?? call(input).finally(() => inFlight.delete(key));
    inFlight.set(key, answer);
    return answer;
  };
}

/** Typed client of one cloud function, derived from its contract. */
function createClient<Contract>(name: string, modes: CallModes<Contract>): Client<Contract> {
  const calls = Object.entries<CallMode>(modes).map(([action, mode]) => {
    const timeout = mode === 'long' ? LONG_TIMEOUT_MS : ANSWER_TIMEOUT_MS;
    const call = (input: unknown) => callOnce(name, action, input, timeout);
    return [action, mode === 'read' ? shareInFlight(call) : call];
  });
  return Object.fromEntries(calls);
}

/** The cloud functions, as typed calls. Each resolves with data, or throws a `ClientError`. */
export const cloud = {
  attendance: createClient<AttendanceContract>('attendance', {
    today: 'read',
    punch: 'write',
    month: 'read',
    ownFlags: 'read',
    sites: 'read',
    saveSite: 'write',
    screenCode: 'read',
    soterChallenge: 'write',
    teamToday: 'read',
    teamWeek: 'read',
    flags: 'read',
    decideFlag: 'write',
    settlement: 'read',
    settle: 'write',
    lockMonth: 'write',
    askUnlock: 'write',
    decideUnlock: 'write',
    openPunches: 'read',
    openRequests: 'read',
    differences: 'read',
  }),
  // `createInvite` and `unbind` are for the cloud console.
  people: createClient<Omit<PeopleContract, 'createInvite' | 'unbind'> & ReadersContract>('people', {
    me: 'read',
    dataReaders: 'read',
    bind: 'write',
    setLanguage: 'write',
    find: 'read',
    departments: 'read',
    unbound: 'read',
    invite: 'write',
    employee: 'read',
    saveEmployee: 'write',
  }),
  requests: createClient<RequestsContract & RequestRulesContract>('requests', {
    start: 'read',
    preview: 'read',
    submit: 'write',
    resubmit: 'write',
    pending: 'read',
    mine: 'read',
    done: 'read',
    cc: 'read',
    detail: 'read',
    fileLinks: 'read',
    handover: 'read',
    decideHandover: 'write',
    payments: 'read',
    correctPayment: 'write',
    markPaid: 'write',
    decide: 'write',
    decideMany: 'write',
    transfer: 'write',
    addSigner: 'write',
    withdraw: 'write',
    cancel: 'write',
    shorten: 'write',
    urge: 'write',
    delegate: 'write',
    balances: 'read',
    adjustBalance: 'write',
    listTypes: 'read',
    saveType: 'write',
    requestType: 'read',
    dataFaults: 'read',
    leaveTypes: 'read',
    leaveType: 'read',
    saveLeaveType: 'write',
    companyRules: 'read',
    saveCompanyRules: 'write',
    checkReceipt: 'write',
    previewChange: 'read',
    keepFile: 'write',
  }),
  schedule: createClient<ScheduleContract>('schedule', {
    shifts: 'read',
    saveShift: 'write',
    roster: 'read',
    saveRoster: 'write',
    calendar: 'read',
    saveCalendar: 'write',
  }),
  goals: createClient<GoalsContract>('goals', {
    home: 'read',
    sheet: 'read',
    tree: 'read',
    alignable: 'read',
    team: 'read',
    teamDay: 'read',
    history: 'read',
    saveObjective: 'write',
    dropObjective: 'write',
    checkIn: 'write',
    report: 'write',
    keepFile: 'write',
    undoCheckIn: 'write',
    saveCycle: 'write',
    closeCycle: 'write',
    push: 'write',
    pushed: 'read',
    proposal: 'read',
    answerPush: 'write',
    decidePush: 'write',
    division: 'read',
    breakDown: 'write',
    answerAlignment: 'write',
    dependents: 'read',
    cloneable: 'read',
    clone: 'write',
    review: 'read',
    handInReview: 'write',
    confirmReview: 'write',
    teamReviews: 'read',
  }),
  appraisal: createClient<
    AppraisalCyclesContract &
      AppraisalResultsContract &
      FeedbackContract &
      ImprovementContract &
      ReviewsContract
  >('appraisal', {
    plans: 'read',
    plan: 'read',
    planMetrics: 'read',
    savePlan: 'write',
    planFromFeedback: 'write',
    agreePlan: 'write',
    reportPlan: 'write',
    decidePlan: 'write',
    dropPlan: 'write',
    boards: 'read',
    board: 'read',
    distribution: 'read',
    changeGrade: 'write',
    lockBoard: 'write',
    openBoard: 'write',
    publishResults: 'write',
    results: 'read',
    report: 'read',
    acknowledge: 'write',
    appeal: 'write',
    withdrawAppeal: 'write',
    appeals: 'read',
    decideAppeal: 'write',
    bonusRules: 'read',
    saveBonusRules: 'write',
    pool: 'read',
    figures: 'read',
    saveFigures: 'write',
    cycles: 'read',
    cycle: 'read',
    openCycles: 'read',
    feedback: 'read',
    feedbackNote: 'read',
    giveFeedback: 'write',
    askFeedback: 'write',
    answerFeedback: 'write',
    replyFeedback: 'write',
    withdrawFeedback: 'write',
    cycleSetup: 'read',
    saveCycle: 'write',
    saveQuestionnaire: 'write',
    dropCycle: 'write',
    dryRun: 'read',
    startCycle: 'long',
    amendCycle: 'write',
    endCycle: 'write',
    cycleProgress: 'read',
    remindLate: 'write',
    reviews: 'read',
    reviewForm: 'read',
    reviewEvidence: 'read',
    saveReview: 'write',
    sendReview: 'write',
    peers: 'read',
    choosePeers: 'write',
    confirmPeers: 'write',
    reviewed: 'read',
    reopenReview: 'write',
    customers: 'read',
    inviteCustomer: 'write',
    customerForm: 'write',
    answerAsCustomer: 'write',
    reviewFigures: 'read',
    unitFigures: 'read',
  }),
  payroll: createClient<
    InsuranceContract &
      OneOffPayContract &
      PayFilesContract &
      PayProofContract &
      PayrollContract &
      PayslipsContract &
      SalaryChangeContract &
      SecondCheckContract &
      TaxContract
  >('payroll', {
    secondCheck: 'write',
    setPass: 'write',
    openPay: 'write',
    payslips: 'read',
    payslip: 'read',
    payYear: 'read',
    confirmPayslip: 'write',
    disputePayslip: 'write',
    resetPass: 'write',
    payItems: 'read',
    savePayItems: 'write',
    previewPayItems: 'read',
    salary: 'read',
    checkSalaryChange: 'read',
    askSalaryChange: 'write',
    salaryChange: 'read',
    decideSalaryChange: 'write',
    payMonth: 'read',
    calculatePay: 'long',
    previewPay: 'read',
    lockPay: 'write',
    publishPay: 'write',
    recallPay: 'write',
    yearBonuses: 'read',
    previewBonus: 'write',
    saveBonus: 'write',
    dropBonus: 'write',
    leavers: 'read',
    saveLeaving: 'write',
    payDisputes: 'read',
    answerPayDispute: 'write',
    settlePayDispute: 'write',
    payFiles: 'write',
    exportPayFile: 'long',
    payees: 'write',
    savePayees: 'long',
    payFileSettings: 'write',
    savePayFileSettings: 'write',
    provePayslip: 'write',
    checkProof: 'write',
    insuranceProfile: 'read',
    previewInsurance: 'read',
    saveInsuranceProfile: 'write',
    insuranceBases: 'read',
    checkBases: 'read',
    saveBases: 'long',
    ownContributions: 'read',
    deductions: 'read',
    declareDeduction: 'write',
    endDeduction: 'write',
    dropDeduction: 'write',
    confirmDeductions: 'write',
    deductionChecks: 'read',
    deductionsOf: 'write',
    decideDeduction: 'write',
    taxYear: 'write',
    saveTaxYear: 'write',
  }),
  integration: createClient<IntegrationContract>('integration', {
    createClient: 'write',
    listClients: 'read',
    rotateKey: 'write',
    endKey: 'write',
    setScope: 'write',
  }),
  notices: createClient<NoticesContract>('notices', {
    me: 'read',
    inbox: 'read',
    markRead: 'write',
    countConsent: 'write',
    templates: 'read',
  }),
  reports: createClient<ReportsContract>('reports', {
    export: 'long',
    list: 'read',
  }),
};
