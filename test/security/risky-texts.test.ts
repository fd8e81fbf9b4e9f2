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
  'expense/correct-payment.ts': [
    'payroll',
    'requests.correctPayment',
    { ...one, reference: '2', reason: RISKY },
  ],
  'expense/mark-paid.ts': ['payroll', 'requests.markPaid', { ...one, reference: RISKY }],
  'goals/check-in.ts': [
    'staff',
    'goals.checkIn',
    rowOf('goals.checkIn', (input: object) => ({ ...input, note: RISKY })),
  ],
  'goals/drop-objective.ts': [
    'staff',
    'goals.dropObjective',
    rowOf('goals.dropObjective', (input: object) => ({ ...input, reason: RISKY })),
  ],
  'goals/report-day.ts': [
    'staff',
    'goals.report',
    rowOf('goals.report', (input: object) => ({ ...input, text: RISKY })),
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
  'sites/save-site.ts': ['hr', 'attendance.saveSite', named('attendance.saveSite', 'site')],
};
/** Texts of forms and rules, whose schemas are made elsewhere. */
const MORE: readonly (readonly [who: Anybody, action: string, input: object])[] = [
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
  'approvals/list-decided.ts': 'a search',
  'people/find-people.ts': 'a search',
  'people/bind-phone.ts': 'a code',
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
    const everything = async () =>
      Promise.all(company.db.collectionNames().map(async (each) => [each, await company.db.find(each, {})]));
    const before = await everything();
    expect((await company.act(openidOf(who), action, input)).error).toEqual({
      code: 'TEXT_REFUSED',
      data: {},
    });
    expect(await everything()).toEqual(before);
  },
);
