import type { Day, Month } from '#contracts/common';
import type { Slot } from '#contracts/punch';
import { words } from './language';

/**
 * Opens a page. WeChat allows ten pages in the stack: the eleventh replaces the tenth. Other failures, such as a
 * subpackage that was not downloaded, show a toast, because WeChat shows nothing.
 */
const go = (url: string): void => {
  const tell = () => {
    wx.showToast({ icon: 'none', duration: 3_000, title: words().t('errors.PAGE_NOT_OPENED') });
  };
  wx.navigateTo({
    url,
    fail: ({ errMsg }) => {
      if (/limit exceed/i.test(errMsg)) wx.redirectTo({ url, fail: tell });
      else tell();
    },
  });
};

/** Opens each screen by its URL. */
export const navigate = {
  /** Opens a page within the caller's feature. */
  to: go,
  month: (day?: Day): void => go(`/features/attendance/pages/month/month${day ? `?day=${day}` : ''}`),
  /** The month of another employee, for HR. */
  monthOf: (employeeId: string, day: Day): void =>
    go(`/features/attendance/pages/month/month?day=${day}&employee=${employeeId}`),
  /** With a punch key: edits the texts of a punch that failed the content check. */
  fieldPunch: (punchKey = ''): void =>
    go(`/features/attendance/pages/field-punch/field-punch${punchKey ? `?punch=${punchKey}` : ''}`),
  site: (id?: string): void => go(`/features/sites/pages/site/site${id ? `?id=${id}` : ''}`),
  screen: (siteId: string): void => go(`/features/sites/pages/screen/screen?id=${siteId}`),
  newRequest: (): void => go('/features/requests/pages/new/new'),
  requestForm: (typeId: string): void => go(`/features/requests/pages/form/form?type=${typeId}`),
  /** `time` is `HH:mm`, or empty for the time of the shift. */
  correction: (day: Day, slot: Slot, time = ''): void =>
    go(
      `/features/requests/pages/form/form?type=correction&day=${day}&slot=${slot}${time ? `&time=${encodeURIComponent(time)}` : ''}`,
    ),
  request: (id: string): void => go(`/features/requests/pages/detail/detail?id=${id}`),
  /** A request about salaries, behind the second check. */
  salaryChange: (id: string): void => go(`/features/pay/pages/salary-change/salary-change?id=${id}`),
  /** The same in place of the page that has found out what it is. */
  salaryChangeInstead: (id: string): void => {
    wx.redirectTo({ url: `/features/pay/pages/salary-change/salary-change?id=${id}` });
  },
  salarySheet: (): void => go('/features/pay/pages/salary-sheet/salary-sheet'),
  balances: (): void => go('/features/requests/pages/balances/balances'),
  delegate: (): void => go('/features/requests/pages/delegate/delegate'),
  /** Handover tasks of one leaver; without an employee id, all tasks assigned to the person. */
  handover: (employeeId = ''): void =>
    go(`/features/requests/pages/handover/handover${employeeId ? `?employee=${employeeId}` : ''}`),
  inbox: (): void => go('/features/notices/pages/inbox/inbox'),
  office: (): void => go('/features/office/pages/home/home'),
  dataFaults: (): void => go('/features/office/pages/data-faults/data-faults'),
  settlement: (month: Month): void => go(`/features/office/pages/settlement/settlement?month=${month}`),
  flags: (): void => go('/features/office/pages/flags/flags'),
  payments: (): void => go('/features/requests/pages/payments/payments'),
  team: (): void => go('/features/office/pages/team/team'),
  /** The week of the own reports, or of a department. */
  teamWeek: (department?: { readonly id: string; readonly name: string }): void =>
    go(
      `/features/office/pages/week/week${department ? `?department=${department.id}&name=${encodeURIComponent(department.name)}` : ''}`,
    ),
  /** Edits a shift; without an id, creates one. */
  shift: (id?: string): void => go(`/features/schedule/pages/shift/shift${id ? `?id=${id}` : ''}`),
  /** Reports figures of a key result, and what was reported. `sheet` is the id of the sheet. */
  keyResult: (sheetId: string, id: string): void =>
    go(`/features/goals/pages/key-result/key-result?sheet=${encodeURIComponent(sheetId)}&id=${id}`),
  /** The daily report; `text` is what was written already. */
  dayReport: (cycleId: string, text = ''): void =>
    go(`/features/goals/pages/report/report?cycle=${cycleId}&text=${encodeURIComponent(text)}`),
  /** Edits an objective; without an id, adds one. */
  objective: (sheetId: string, id = ''): void =>
    go(`/features/goals/pages/objective/objective?sheet=${encodeURIComponent(sheetId)}&id=${id}`),
  /** A new objective that something else proposes; the person writes on and saves it. */
  proposedObjective: (
    sheetId: string,
    {
      title,
      keyResult,
      start,
      target,
      unit,
    }: Readonly<Record<'title' | 'keyResult' | 'unit', string>> &
      Readonly<Record<'start' | 'target', number>>,
  ): void =>
    go(
      `/features/goals/pages/objective/objective?sheet=${encodeURIComponent(sheetId)}&title=${encodeURIComponent(title)}&result=${encodeURIComponent(keyResult)}&start=${start}&target=${target}&unit=${encodeURIComponent(unit)}`,
    ),
  goalSheet: (sheetId: string): void =>
    go(`/features/goals/pages/sheet/sheet?sheet=${encodeURIComponent(sheetId)}`),
  /** The closing review of a sheet, and of all sheets of a team. */
  goalReview: (sheetId: string): void =>
    go(`/features/goals/pages/review/review?sheet=${encodeURIComponent(sheetId)}`),
  goalReviews: (cycleId: string): void => go(`/features/goals/pages/reviews/reviews?cycle=${cycleId}`),
  teamDay: (cycleId: string): void => go(`/features/goals/pages/team-day/team-day?cycle=${cycleId}`),
  /** Pushed goals that wait for the person, and those that they have pushed. */
  pushedGoals: (): void => go('/features/goals/pages/pushed/pushed'),
  proposal: (sheetId: string, id: string): void =>
    go(`/features/goals/pages/proposal/proposal?sheet=${encodeURIComponent(sheetId)}&id=${id}`),
  /** Pushes a goal in a cycle: to people who are chosen, or to the owner of a sheet. */
  pushGoal: (cycleId: string, sheetId = ''): void =>
    go(`/features/goals/pages/push/push?cycle=${cycleId}&sheet=${encodeURIComponent(sheetId)}`),
  /** Writes another version of a pushed goal: `counter` by the owner, `change` by who pushed it. */
  otherVersion: (act: 'counter' | 'change', sheetId: string, id: string): void =>
    go(`/features/goals/pages/push/push?act=${act}&sheet=${encodeURIComponent(sheetId)}&id=${id}`),
  breakDown: (sheetId: string, keyResultId: string): void =>
    go(`/features/goals/pages/break-down/break-down?sheet=${encodeURIComponent(sheetId)}&id=${keyResultId}`),
  /** Copies goals of an earlier cycle into a sheet. */
  cloneGoals: (sheetId: string): void =>
    go(`/features/goals/pages/clone/clone?sheet=${encodeURIComponent(sheetId)}`),
  goalCycles: (): void => go('/features/goals/pages/cycles/cycles'),
  /** Feedback: received, given, asked for; of a colleague with their number. */
  feedback: (employeeId = ''): void =>
    go(`/features/improvement/pages/feedback/feedback${employeeId ? `?employee=${employeeId}` : ''}`),
  plans: (scope: 'mine' | 'team' = 'mine'): void =>
    go(`/features/improvement/pages/plans/plans?scope=${scope}`),
  plan: (id: string): void => go(`/features/improvement/pages/plan/plan?id=${encodeURIComponent(id)}`),
  /** Writes a plan: an existing one by its id, or a new one of somebody. */
  planForm: (what: { readonly id: string } | { readonly employeeId: string }): void =>
    go(
      `/features/improvement/pages/plan-form/plan-form?${'id' in what ? `id=${encodeURIComponent(what.id)}` : `employee=${what.employeeId}`}`,
    ),
  planVerdict: (id: string): void =>
    go(`/features/improvement/pages/verdict/verdict?id=${encodeURIComponent(id)}`),
  feedbackNote: (id: string): void =>
    go(`/features/improvement/pages/note/note?id=${encodeURIComponent(id)}`),
  /** Gives feedback or asks for it; `to` a colleague, where they are known. */
  giveFeedback: (
    intent: 'give' | 'ask',
    to?: { readonly id: string; readonly name: string; readonly nameEn: string },
  ): void =>
    go(
      `/features/improvement/pages/give/give?intent=${intent}${to ? `&to=${to.id}&name=${encodeURIComponent(to.name)}&nameEn=${encodeURIComponent(to.nameEn)}` : ''}`,
    ),
  /** 360 reviews: whom the person is asked about; one review; peers, progress, customers, and what was published. */
  reviews: (): void => go('/features/reviews/pages/home/home'),
  review: (cycleId: string, subjectId: string): void =>
    go(`/features/reviews/pages/form/form?cycle=${cycleId}&id=${subjectId}`),
  reviewPeers: (cycleId: string, employeeId: string): void =>
    go(`/features/reviews/pages/peers/peers?cycle=${cycleId}&id=${employeeId}`),
  reviewTeam: (cycleId: string, all: boolean): void =>
    go(`/features/reviews/pages/team/team?cycle=${cycleId}${all ? '&all=1' : ''}`),
  reviewCustomers: (cycleId: string, employeeId: string): void =>
    go(`/features/reviews/pages/customers/customers?cycle=${cycleId}&id=${employeeId}`),
  /** Sets up a cycle of appraisal, or changes a draft. */
  appraisalSetup: (cycleId = ''): void =>
    go(`/features/appraisal-office/pages/setup/setup${cycleId ? `?cycle=${cycleId}` : ''}`),
  /** What a draft would come to. */
  appraisalCheck: (cycleId: string): void =>
    go(`/features/appraisal-office/pages/check/check?cycle=${cycleId}`),
  /** The same in place of the page that has saved the draft. */
  appraisalChecked: (cycleId: string): void => {
    wx.redirectTo({ url: `/features/appraisal-office/pages/check/check?cycle=${cycleId}` });
  },
  appraisalCycle: (cycleId: string): void =>
    go(`/features/appraisal-office/pages/cycle/cycle?cycle=${cycleId}`),
  /** The same in place of the page that has started it. */
  appraisalStarted: (cycleId: string): void => {
    wx.redirectTo({ url: `/features/appraisal-office/pages/cycle/cycle?cycle=${cycleId}` });
  },
  appraisalAmend: (cycleId: string): void =>
    go(`/features/appraisal-office/pages/amend/amend?cycle=${cycleId}`),
  /** Where HR enters figures for a part of a running appraisal. */
  appraisalFigures: (cycleId: string): void =>
    go(`/features/appraisal-office/pages/figures/figures?cycle=${cycleId}`),
  /** What is asked in a cycle. */
  questionnaires: (cycleId: string): void =>
    go(`/features/appraisal-office/pages/questionnaires/questionnaires?cycle=${cycleId}`),
  /** One questionnaire of a cycle; without an id, a new one. */
  questionnaire: (cycleId: string, id = ''): void =>
    go(`/features/appraisal-office/pages/questionnaire/questionnaire?cycle=${cycleId}&id=${id}`),
  /** What everybody sees of the appraisals of the company. */
  appraisalState: (): void => go('/features/appraisal-office/pages/state/state'),
  /** The report of an appraisal; without an employee, the own one. */
  report: (cycleId: string, employeeId = ''): void =>
    go(
      `/features/appraisal/pages/report/report?cycle=${cycleId}${employeeId ? `&employee=${employeeId}` : ''}`,
    ),
  payslips: (): void => go('/features/pay/pages/slips/slips'),
  payslip: (month: string): void => go(`/features/pay/pages/slip/slip?month=${month}`),
  ownContributions: (): void => go('/features/pay/pages/contributions/contributions'),
  payYear: (): void => go('/features/pay/pages/year/year'),
  payChanges: (month: string): void => go(`/features/pay/pages/changes/changes?month=${month}`),
  /** The month-end of payroll. */
  payRun: (month = ''): void => go(`/features/pay/pages/run/run${month ? `?month=${month}` : ''}`),
  /** Files of a locked month. */
  payFiles: (month: string): void => go(`/features/pay/pages/files/files?month=${month}`),
  /** A proof of one's own slip for a bank. */
  payProof: (month: string, version: number): void =>
    go(`/features/pay/pages/proof/proof?month=${month}&version=${version}`),
  /** For whoever was given a proof, employee or not. */
  payVerify: (): void => go('/features/pay/pages/verify/verify'),
  dataReaders: (): void => go('/features/people/pages/readers/readers'),
  payDisputes: (): void => go('/features/pay/pages/disputes/disputes'),
  /** One's own tax deductions. */
  deductions: (): void => go('/features/tax/pages/deductions/deductions'),
  /** A new deduction, or a change of one. */
  deductionForm: (id = ''): void => go(`/features/tax/pages/form/form${id ? `?id=${id}` : ''}`),
  deductionCheck: (employeeId: string): void =>
    go(`/features/tax/pages/check/check?employee=${encodeURIComponent(employeeId)}`),
  results: (): void => go('/features/appraisal/pages/results/results'),
  appeals: (): void => go('/features/appraisal/pages/appeals/appeals'),
  /** Where the grades of a department are calibrated. */
  calibration: (cycleId: string, unitId: string): void =>
    go(`/features/appraisal/pages/board/board?cycle=${cycleId}&unit=${unitId}`),
  /** How scores and grades are spread over departments, tenure and managers. */
  distribution: (cycleId: string): void =>
    go(`/features/appraisal/pages/distribution/distribution?cycle=${cycleId}`),
  about: (): void => go('/features/people/pages/about/about'),
  /** Replaces all pages, because nothing else works before binding. */
  binding: (): void => {
    wx.reLaunch({ url: '/features/people/pages/binding/binding' });
  },
  today: (): void => {
    wx.switchTab({ url: '/pages/today/today' });
  },
  goals: (): void => {
    wx.switchTab({ url: '/pages/goals/goals' });
  },
  pending: (): void => {
    wx.switchTab({ url: '/pages/pending/pending' });
  },
  back: (): void => {
    wx.navigateBack({ fail: navigate.today });
  },
};

/** Where a customer with a code answers: the path of a card in a chat. */
export const customerPath = (code: string): string =>
  `/features/reviews/pages/customer/customer?code=${code}`;
