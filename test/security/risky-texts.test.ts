import { safeParse } from 'valibot';
import { ACTION_INPUTS, type Node, textsIn } from '../property/support/action-inputs';
import { openPerFile } from '../support/open';
import { newKey, openRequestCompany, PEOPLE, trip } from '../unit/cloudfunctions/support/request-company';
import { COMPANY_RULES } from '../unit/cloudfunctions/support/rule-drafts';
import { type Anybody, openidOf, ROWS } from './support/every-row';

const RISKY = '聚众赌博';
const company = openPerFile(() => openRequestCompany('2026-11-23T09:00:00+08:00', { riskyWords: [RISKY] }));

const id = `${PEOPLE.staff}-${'x'.repeat(20)}`;
const one = { id, rev: 1 };
const name = { 'zh-CN': RISKY, en: 'x' };
/** The input of a row of the matrix, with other parts. */
const rowOf = (action: string, change: (input: never) => object): object => {
  const [fn = '', verb = ''] = action.split('.');
  const [, input] =
    (ROWS as unknown as Record<string, Record<string, readonly [string, object]>>)[fn]?.[verb] ?? [];
  return change(input as never);
};
const named = (action: string, key: string) =>
  rowOf(action, (input: Record<string, object>) => ({ ...input, [key]: { ...input[key], name } }));

/** Every action that takes a text which others will read, by its file. */
const READ_BY_OTHERS: Readonly<Record<string, readonly [who: Anybody, action: string, input: object]>> = {
  'insurance/save-insurance-profile.ts': [
    'payroll',
    'payroll.saveInsuranceProfile',
    rowOf('payroll.saveInsuranceProfile', ({ settings, ...input }: { settings: { limits: object[] } }) => ({
      ...input,
      settings: { ...settings, limits: settings.limits.map((each) => ({ ...each, source: RISKY })) },
    })),
  ],
  'payroll/save-leaving.ts': [
    'payroll',
    'payroll.saveLeaving',
    rowOf('payroll.saveLeaving', ({ leaving, ...input }: { leaving: object }) => ({
      ...input,
      leaving: { ...leaving, average: { year: 2025, monthly: 1_000_000, source: RISKY } },
    })),
  ],
  'appraisal-cycles/amend-cycle.ts': [
    'hr',
    'appraisal.amendCycle',
    rowOf('appraisal.amendCycle', (input: object) => ({ ...input, reason: RISKY })),
  ],
  'appraisal-cycles/end-cycle.ts': [
    'hr',
    'appraisal.endCycle',
    rowOf('appraisal.endCycle', (input: object) => ({ ...input, reason: RISKY })),
  ],
  'appraisal-cycles/save-cycle.ts': [
    'hr',
    'appraisal.saveCycle',
    rowOf('appraisal.saveCycle', (input: { draft: object }) => ({
      ...input,
      draft: { ...input.draft, title: name },
    })),
  ],
  'appraisal-cycles/save-questionnaire.ts': [
    'hr',
    'appraisal.saveQuestionnaire',
    named('appraisal.saveQuestionnaire', 'questionnaire'),
  ],
  'appraisal/appeal-result.ts': [
    'staff',
    'appraisal.appeal',
    rowOf('appraisal.appeal', (input: object) => ({ ...input, text: RISKY })),
  ],
  'appraisal/change-grade.ts': [
    'head',
    'appraisal.changeGrade',
    rowOf('appraisal.changeGrade', (input: object) => ({ ...input, reason: RISKY })),
  ],
  'appraisal/decide-appeal.ts': [
    'hr',
    'appraisal.decideAppeal',
    rowOf('appraisal.decideAppeal', (input: object) => ({ ...input, answer: RISKY })),
  ],
  'appraisal/open-board.ts': [
    'head',
    'appraisal.openBoard',
    rowOf('appraisal.openBoard', (input: object) => ({ ...input, reason: RISKY })),
  ],
  'appraisal/save-bonus-rules.ts': [
    'hr',
    'appraisal.saveBonusRules',
    rowOf('appraisal.saveBonusRules', ({ rules: [rule], ...input }: { rules: object[] }) => ({
      ...input,
      rules: [{ ...rule, source: name }],
    })),
  ],
  'appraisal/save-figures.ts': [
    'hr',
    'appraisal.saveFigures',
    rowOf('appraisal.saveFigures', (input: object) => ({ ...input, source: RISKY })),
  ],
  'approvals/add-signer.ts': ['head', 'requests.addSigner', { ...one, signerId: PEOPLE.hr, comment: RISKY }],
  'approvals/cancel-approved.ts': ['staff', 'requests.cancel', { ...one, key: newKey(), reason: RISKY }],
  'approvals/decide-many.ts': [
    'head',
    'requests.decideMany',
    { verb: 'approve', requests: [one], comment: RISKY },
  ],
  'approvals/decide-step.ts': ['head', 'requests.decide', { ...one, verb: 'approve', comment: RISKY }],
  'approvals/shorten-approved.ts': [
    'staff',
    'requests.shorten',
    { ...one, key: newKey(), backOn: '2026-12-02', reason: RISKY },
  ],
  'approvals/transfer-step.ts': ['head', 'requests.transfer', { ...one, toId: PEOPLE.hr, comment: RISKY }],
  'attendance/ask-unlock.ts': ['hr', 'attendance.askUnlock', { month: '2026-10', rev: 1, reason: RISKY }],
  'attendance/decide-flag.ts': [
    'hr',
    'attendance.decideFlag',
    { id: '2026-11-23:R03:shared-phone', rev: 1, verdict: 'fine', note: RISKY },
  ],
  'payroll/answer-pay-dispute.ts': [
    'payroll',
    'payroll.answerPayDispute',
    rowOf('payroll.answerPayDispute', (input: object) => ({ ...input, text: RISKY })),
  ],
  'payroll/dispute-payslip.ts': [
    'staff',
    'payroll.disputePayslip',
    rowOf('payroll.disputePayslip', (input: object) => ({ ...input, text: RISKY })),
  ],
  'payroll/recall-pay.ts': [
    'payroll',
    'payroll.recallPay',
    rowOf('payroll.recallPay', (input: object) => ({ ...input, reason: RISKY })),
  ],
  'salaries/save-pay-items.ts': [
    'payroll',
    'payroll.savePayItems',
    rowOf('payroll.savePayItems', ({ items: [item], ...input }: { items: object[] }) => ({
      ...input,
      items: [{ ...item, name }],
    })),
  ],
  'expense/correct-payment.ts': [
    'payroll',
    'requests.correctPayment',
    { ...one, reference: '2', reason: RISKY },
  ],
  'expense/mark-paid.ts': ['payroll', 'requests.markPaid', { ...one, reference: RISKY }],
  'feedback/answer-feedback.ts': [
    'peer',
    'appraisal.answerFeedback',
    rowOf('appraisal.answerFeedback', (input: { answer: object }) => ({
      ...input,
      answer: { ...input.answer, text: RISKY },
    })),
  ],
  'feedback/ask-feedback.ts': [
    'staff',
    'appraisal.askFeedback',
    rowOf('appraisal.askFeedback', (input: object) => ({ ...input, question: RISKY })),
  ],
  'feedback/give-feedback.ts': [
    'staff',
    'appraisal.giveFeedback',
    rowOf('appraisal.giveFeedback', (input: object) => ({ ...input, text: RISKY })),
  ],
  'feedback/reply-feedback.ts': [
    'staff',
    'appraisal.replyFeedback',
    rowOf('appraisal.replyFeedback', (input: object) => ({ ...input, text: RISKY })),
  ],
  'improvement/decide-plan.ts': [
    'head',
    'appraisal.decidePlan',
    rowOf('appraisal.decidePlan', (input: object) => ({ ...input, reason: RISKY })),
  ],
  'improvement/drop-plan.ts': [
    'staff',
    'appraisal.dropPlan',
    rowOf('appraisal.dropPlan', (input: object) => ({ ...input, reason: RISKY })),
  ],
  'improvement/plan-from-feedback.ts': [
    'staff',
    'appraisal.planFromFeedback',
    rowOf('appraisal.planFromFeedback', (input: object) => ({ ...input, text: RISKY })),
  ],
  'improvement/report-plan.ts': [
    'staff',
    'appraisal.reportPlan',
    rowOf('appraisal.reportPlan', (input: object) => ({ ...input, text: RISKY })),
  ],
  'improvement/save-plan.ts': [
    'staff',
    'appraisal.savePlan',
    rowOf('appraisal.savePlan', (input: { plan: object }) => ({
      ...input,
      plan: { ...input.plan, title: RISKY },
    })),
  ],
  'goals/check-in.ts': [
    'staff',
    'goals.checkIn',
    rowOf('goals.checkIn', (input: object) => ({ ...input, note: RISKY })),
  ],
  'goals/answer-alignment.ts': [
    'staff',
    'goals.answerAlignment',
    rowOf('goals.answerAlignment', (input: object) => ({ ...input, note: RISKY })),
  ],
  'goals/drop-objective.ts': [
    'staff',
    'goals.dropObjective',
    rowOf('goals.dropObjective', (input: object) => ({ ...input, reason: RISKY })),
  ],
  'goals/confirm-review.ts': [
    'head',
    'goals.confirmReview',
    rowOf('goals.confirmReview', (input: object) => ({ ...input, comment: RISKY })),
  ],
  'goals/hand-in-review.ts': [
    'staff',
    'goals.handInReview',
    rowOf('goals.handInReview', (input: object) => ({ ...input, summary: RISKY })),
  ],
  'goals/report-day.ts': [
    'staff',
    'goals.report',
    rowOf('goals.report', (input: object) => ({ ...input, text: RISKY })),
  ],
  'goals/push-goals.ts': [
    'staff',
    'goals.push',
    rowOf('goals.push', (input: { objective: object }) => ({
      ...input,
      objective: { ...input.objective, title: RISKY },
    })),
  ],
  'goals/answer-push.ts': [
    'staff',
    'goals.answerPush',
    rowOf('goals.answerPush', (input: { counter: object }) => ({
      ...input,
      counter: { ...input.counter, reason: RISKY },
    })),
  ],
  'goals/decide-push.ts': [
    'staff',
    'goals.decidePush',
    rowOf('goals.decidePush', (input: object) => ({ ...input, reason: RISKY })),
  ],
  'goals/save-objective.ts': [
    'staff',
    'goals.saveObjective',
    rowOf('goals.saveObjective', (input: { objective: object }) => ({
      ...input,
      objective: { ...input.objective, title: RISKY },
    })),
  ],
  'leave/adjust-balance.ts': [
    'hr',
    'requests.adjustBalance',
    { key: newKey(), employeeId: PEOPLE.staff, typeId: 'comp-time', minutes: 60, reason: RISKY },
  ],
  'leave/save-leave-type.ts': ['hr', 'requests.saveLeaveType', named('requests.saveLeaveType', 'type')],
  'integration/create-client.ts': [
    'hr',
    'integration.createClient',
    rowOf('integration.createClient', (input: object) => ({ ...input, name: RISKY })),
  ],
  'reviews/answer-as-customer.ts': [
    'stranger',
    'appraisal.answerAsCustomer',
    rowOf('appraisal.answerAsCustomer', (input: object) => ({ ...input, texts: { t: RISKY } })),
  ],
  'reviews/invite-customer.ts': [
    'staff',
    'appraisal.inviteCustomer',
    rowOf('appraisal.inviteCustomer', (input: object) => ({ ...input, note: RISKY })),
  ],
  'reviews/reopen-review.ts': [
    'hr',
    'appraisal.reopenReview',
    rowOf('appraisal.reopenReview', (input: object) => ({ ...input, reason: RISKY })),
  ],
  'reviews/save-review.ts': [
    'staff',
    'appraisal.saveReview',
    rowOf('appraisal.saveReview', (input: object) => ({ ...input, texts: { t: RISKY } })),
  ],
  'reviews/send-review.ts': [
    'staff',
    'appraisal.sendReview',
    rowOf('appraisal.sendReview', (input: object) => ({ ...input, texts: { t: RISKY } })),
  ],
  'request-types/save-type.ts': ['admin', 'requests.saveType', named('requests.saveType', 'type')],
  'resignation/decide-handover.ts': [
    'hr',
    'requests.decideHandover',
    { id: 'R1-work', rev: 1, state: 'done', note: RISKY },
  ],
  'schedule/save-calendar.ts': [
    'hr',
    'schedule.saveCalendar',
    { year: '2026', rev: 0, days: [{ day: '2026-12-24', kind: 'company', name }] },
  ],
  'schedule/save-shift.ts': ['hr', 'schedule.saveShift', named('schedule.saveShift', 'shift')],
  'tax/decide-deduction.ts': [
    'hr',
    'payroll.decideDeduction',
    rowOf('payroll.decideDeduction', (input: object) => ({ ...input, reason: RISKY })),
  ],
  'sites/save-site.ts': ['hr', 'attendance.saveSite', named('attendance.saveSite', 'site')],
};
/** Texts of forms and rules, whose schemas are made elsewhere. */
const MORE: readonly (readonly [who: Anybody, action: string, input: object])[] = [
  [
    'hr',
    'appraisal.amendCycle',
    rowOf('appraisal.amendCycle', (input: object) => ({ ...input, change: { what: 'title', title: name } })),
  ],
  [
    'staff',
    'requests.submit',
    trip('2026-12-01', '2026-12-01', { values: { ...trip('2026-12-01').values, reason: RISKY } }),
  ],
  [
    'hr',
    'requests.saveCompanyRules',
    {
      rules: { ...COMPANY_RULES, blocked: [{ from: '2026-12-28', to: '2026-12-31', name }] },
      expectedVersion: 0,
    },
  ],
];
const NOBODY_ELSE_READS: Readonly<Record<string, string>> = {
  'insurance/preview-insurance.ts': 'a look ahead, which is not stored',
  'pay-files/save-file-settings.ts': 'the company’s account, which must not be sent to WeChat',
  'pay-files/save-payees.ts': 'accounts and identity cards, which must not be sent to WeChat',
  'payroll/check-proof.ts': 'a code',
  'payroll/preview-pay-items.ts': 'a look ahead, which is not stored',
  'approvals/list-decided.ts': 'a search',
  'tax/declare-deduction.ts': 'names of the family, which must not be sent to WeChat',
  'salary-change/ask-salary-change.ts': 'why somebody is paid what, which must not be sent to WeChat',
  'salary-change/decide-salary-change.ts': 'why somebody is not paid what, which must not be sent to WeChat',
  'people/find-people.ts': 'a search',
  'people/bind-phone.ts': 'a code',
  'second-check/open-pay.ts': 'a passcode',
  'second-check/set-pass.ts': 'a passcode',
  'people/save-employee.ts': 'names of shifts and sites that must exist',
  'consequences/preview-change.ts': 'a look ahead, which is not stored',
  'attendance/record-punch.ts': 'checked where it is a field punch, see punch-words.cloud.test.ts',
};

test('every action that takes a text says whether others read it', () => {
  const takes = ACTION_INPUTS.filter(([, input]) =>
    textsIn(input as Node).some((text) => safeParse(text, RISKY).success),
  );
  const files = takes.map(([file]) => file).sort();
  expect(files).toEqual([...Object.keys(READ_BY_OTHERS), ...Object.keys(NOBODY_ELSE_READS)].sort());
});

test.each([...Object.values(READ_BY_OTHERS), ...MORE])(
  '%s is told by %s that the content check refused the text, and nothing changes',
  async (who, action, input) => {
    // A try with a code counts, whatever it says.
    const names = company.db.collectionNames().filter((each) => each !== 'code_tries');
    const everything = async () =>
      Promise.all(names.map(async (each) => [each, await company.db.find(each, {})]));
    const before = await everything();
    expect((await company.act(openidOf(who), action, input)).error).toEqual({
      code: 'TEXT_REFUSED',
      data: {},
    });
    expect(await everything()).toEqual(before);
  },
);
