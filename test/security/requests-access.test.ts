import type { Day } from '#contracts/common';
import { handoverTasks } from '../../cloudfunctions/resignation/domain/handover-task';
import { openPerFile } from '../support/open';
import { openInstrumentedRequests } from '../support/request-race';
import type { Answer } from '../unit/cloudfunctions/support/company';
import {
  newKey,
  ownType,
  PEOPLE,
  seal,
  trip,
  type Who,
} from '../unit/cloudfunctions/support/request-company';
import { BIRTHDAY, COMPANY_RULES } from '../unit/cloudfunctions/support/rule-drafts';
import { upload } from '../unit/cloudfunctions/support/staff';

const MORNING = '2026-11-23T09:00:00+08:00';
const person = (who: Who) => ({ by: 'person', employeeId: PEOPLE[who] });
/** Decided by `head`, then by `boss`; `other` holds a copy. */
const TYPES = {
  request_types: [
    ownType([{ approvers: [person('head')] }, { approvers: [person('boss')] }], { cc: [person('other')] }),
  ],
};

/** Everybody, by what they are to the applicant `staff`; `peer` is the delegate of `head`. */
const EVERYBODY = [
  'staff',
  'head',
  'boss',
  'peer',
  'other',
  'elsewhere',
  'hr',
  'hr2',
  'payroll',
  'admin',
  'left',
  'stranger',
] as const;
type Anybody = (typeof EVERYBODY)[number];

const SEAL = seal();
const ID = `${PEOPLE.staff}-${SEAL.key}`;
const NOBODYS = `${PEOPLE.staff}-${'x'.repeat(20)}`;

let beginning: Record<string, Record<string, unknown>[]>;
let approved: typeof beginning;
const company = openPerFile(() => openInstrumentedRequests(MORNING));
beforeAll(async () => {
  await company.begin(TYPES);
  await company.ask('staff', 'submit', SEAL);
  await company.ask('head', 'delegate', { delegateId: PEOPLE.peer, from: '2026-11-23', to: '2026-11-30' });
  beginning = { ...TYPES, ...(await company.snapshot()) };
  await company.ask('head', 'decide', { id: ID, rev: 1, verb: 'approve' });
  await company.ask('boss', 'decide', { id: ID, rev: 2, verb: 'approve' });
  approved = { ...TYPES, ...(await company.snapshot()) };
});

const code = ({ ok, error }: Answer) => (ok ? 'ok' : (error?.code ?? ''));
const type = {
  id: 'own',
  kind: 'custom',
  name: { 'zh-CN': '新', en: 'New' },
  enabled: true,
  form: [],
  flow: { steps: [], cc: [], escalateAfterHours: 0 },
};

/** Actions about one request, and their inputs. */
const ABOUT: Readonly<Record<string, (id: string) => unknown>> = {
  detail: (id) => ({ id }),
  'decide approve': (id) => ({ id, rev: 1, verb: 'approve' }),
  'decide reject': (id) => ({ id, rev: 1, verb: 'reject' }),
  'decide return': (id) => ({ id, rev: 1, verb: 'return' }),
  transfer: (id) => ({ id, rev: 1, toId: PEOPLE.hr }),
  addSigner: (id) => ({ id, rev: 1, signerId: PEOPLE.hr }),
  withdraw: (id) => ({ id, rev: 1 }),
  urge: (id) => ({ id }),
  resubmit: (id) => ({ id, rev: 1, values: SEAL.values }),
  cancel: (id) => ({ id, rev: 1, key: newKey(), reason: 'x' }),
};
const DECIDING = ['decide approve', 'decide reject', 'decide return', 'transfer', 'addSigner'];
const OWN = ['withdraw', 'urge', 'resubmit', 'cancel'];

/** What a pending request answers: to whom it does not concern, as if it did not exist. */
function expected(who: Anybody, action: string): string {
  if (who === 'stranger') return 'NOT_BOUND';
  if (who === 'left') return 'ACCESS_ENDED';
  if (!['staff', 'head', 'peer', 'other', 'hr', 'hr2'].includes(who)) return 'NOT_FOUND';
  if (action === 'detail') return 'ok';
  if (DECIDING.includes(action)) return who === 'head' || who === 'peer' ? 'ok' : 'FORBIDDEN';
  if (who !== 'staff') return 'FORBIDDEN';
  return action === 'withdraw' || action === 'urge' ? 'ok' : 'REQUEST_CHANGED';
}

test.each(
  EVERYBODY.flatMap((who) => [...DECIDING, ...OWN, 'detail'].map((action) => [who, action] as const)),
)('%s: %s of a pending request', async (who, action) => {
  await company.begin(beginning);
  const before = await company.snapshot();
  const [verb = ''] = action.split(' ');
  const input = ABOUT[action];
  if (!input) throw new Error(`Nothing is known of ${action}.`);
  const answer = await company.ask(who, verb, input(ID));
  expect(code(answer)).toBe(expected(who, action));
  if (answer.ok) return;
  expect(await company.snapshot()).toEqual(before);
  if (code(answer) !== 'NOT_FOUND') return;
  const nothing = await company.ask(who, verb, input(NOBODYS));
  expect([answer.error, Object.keys(answer)]).toEqual([nothing.error, Object.keys(nothing)]);
  expect(answer.error).toEqual({ code: 'NOT_FOUND', data: { what: 'request' } });
});

test.each(EVERYBODY)('%s: the papers of a pending request', async (who) => {
  const paper = `cloud://local-env/requests/${PEOPLE.staff}/a.jpg`;
  const form = [{ id: 'files', kind: 'file', label: { 'zh-CN': '附件', en: 'Papers' }, required: false }];
  const requests = (beginning.requests ?? []).map((each) => ({ ...each, form, values: { files: [paper] } }));
  await company.begin({ ...beginning, requests });
  const link = (fileId: string) => company.ask(who, 'fileLinks', { id: ID, fileIds: [fileId] });
  expect(code(await link(paper))).toBe(expected(who, 'detail'));
  const { ok, error } = await link(`cloud://local-env/requests/${PEOPLE.staff}/secret.jpg`);
  expect(ok ? 'ok' : error?.code).toBe(
    who === 'stranger' ? 'NOT_BOUND' : who === 'left' ? 'ACCESS_ENDED' : 'NOT_FOUND',
  );
});

/** Actions about nobody's request. */
const OPEN: Readonly<Record<string, () => unknown>> = {
  start: () => ({}),
  preview: () => ({ typeId: 'trip', values: trip('2026-12-01').values }),
  submit: () => trip('2026-12-01'),
  pending: () => ({}),
  mine: () => ({}),
  done: () => ({}),
  cc: () => ({}),
  delegate: () => ({ delegateId: null }),
  listTypes: () => ({}),
  saveType: () => ({ type, expectedVersion: 0 }),
  requestType: () => ({ id: 'leave' }),
  dataFaults: () => ({}),
  leaveTypes: () => ({}),
  leaveType: () => ({ id: 'annual' }),
  saveLeaveType: () => ({ type: BIRTHDAY, expectedVersion: 0 }),
  companyRules: () => ({}),
  saveCompanyRules: () => ({ rules: COMPANY_RULES, expectedVersion: 0 }),
};
const FOR_ADMIN = ['listTypes', 'saveType', 'requestType'];
const FOR_HR_TOO = [
  'dataFaults',
  'leaveTypes',
  'leaveType',
  'saveLeaveType',
  'companyRules',
  'saveCompanyRules',
];

/** Who gets in where a role is asked for. */
const mayEnter = (who: Anybody, action: string): boolean => {
  if (FOR_ADMIN.includes(action)) return who === 'admin';
  return !FOR_HR_TOO.includes(action) || ['admin', 'hr', 'hr2'].includes(who);
};

test.each(EVERYBODY.flatMap((who) => Object.keys(OPEN).map((action) => [who, action] as const)))(
  '%s: %s',
  async (who, action) => {
    await company.begin(beginning);
    const employed = mayEnter(who, action) ? 'ok' : 'FORBIDDEN';
    const wanted = who === 'stranger' ? 'NOT_BOUND' : who === 'left' ? 'ACCESS_ENDED' : employed;
    expect(code(await company.ask(who, action, OPEN[action]?.()))).toBe(wanted);
  },
);

test.each(EVERYBODY)('%s finds in the lists only what concerns them', async (who) => {
  if (who === 'stranger' || who === 'left') return;
  const lists = async () => {
    const answers = await Promise.all(
      ['pending', 'mine', 'done', 'cc'].map((list) => company.ask(who, list)),
    );
    return answers.map(({ data }) => data.items.length);
  };
  await company.begin(beginning);
  const isApprover = who === 'head' || who === 'peer';
  expect(await lists()).toEqual([isApprover ? 1 : 0, who === 'staff' ? 1 : 0, 0, who === 'other' ? 1 : 0]);
  await company.begin(approved);
  const hasDecided = who === 'head' || who === 'boss';
  expect(await lists()).toEqual([0, who === 'staff' ? 1 : 0, hasDecided ? 1 : 0, who === 'other' ? 1 : 0]);
});

test('when it is decided, its signers, copies and HR still see it; delegates and everybody else do not', async () => {
  await company.begin(approved);
  const seen = [];
  for (const who of EVERYBODY)
    if (code(await company.ask(who, 'detail', { id: ID })) === 'ok') seen.push(who);
  expect(seen).toEqual(['staff', 'head', 'boss', 'other', 'hr', 'hr2']);
});

test('a later signer does not see it before it is their turn', async () => {
  await company.begin(beginning);
  expect(code(await company.ask('boss', 'detail', { id: ID }))).toBe('NOT_FOUND');
  await company.ask('head', 'decide', { id: ID, rev: 1, verb: 'approve' });
  expect(code(await company.ask('boss', 'detail', { id: ID }))).toBe('ok');
});

test('decideMany answers for each request as decide does', async () => {
  await company.begin(beginning);
  for (const who of ['boss', 'staff', 'hr'] as const) {
    const requests = [
      { id: ID, rev: 1 },
      { id: NOBODYS, rev: 1 },
    ];
    const { data } = await company.ask(who, 'decideMany', { verb: 'approve', requests });
    const codes = data.results.map((each: { error: { code: string } }) => each.error.code);
    expect(codes).toEqual([expected(who, 'decide approve'), 'NOT_FOUND']);
  }
});

test('an answer holds nothing of the machinery', async () => {
  await company.begin(approved);
  const { data } = await company.ask('hr', 'detail', { id: ID });
  expect(JSON.stringify(data)).not.toMatch(/hash|effect|outbox|openid|decidedBy|"spans"|"draft"|staged|rank/);
});

/** What else there is of `staff`: a handover, an approved expense and a receipt. */
const LEAVER = { _id: PEOPLE.staff, name: '', nameEn: '', managerId: PEOPLE.head };
const expense = (id: string, employeeId: string) => ({
  _id: id,
  rev: 1,
  employeeId,
  name: '',
  nameEn: '',
  fen: 100,
  state: 'due',
  approvedAt: 1,
  paidAt: null,
  paidBy: null,
  reference: '',
});
const BELONGINGS = {
  handover_tasks: handoverTasks('H1', LEAVER, '2026-12-23' as Day).map((task) => ({ ...task })),
  expense_payments: [expense('P1', PEOPLE.staff), expense('P2', PEOPLE.payroll)],
};
const belongings = () =>
  Promise.all(
    ['accounts', 'handover_tasks', 'expense_payments', 'receipts'].map((name) => company.db.find(name)),
  );
let receipt: string;
beforeAll(async () => {
  const pdf = Buffer.from('%PDF-1.7');
  receipt = await upload(company, 'openid-of-r03', `requests/${PEOPLE.staff}/a.pdf`, pdf);
});

interface Matter {
  readonly action: string;
  /** About what there is, or about nothing. */
  readonly input: (isThere: boolean) => object;
  readonly may: readonly Anybody[];
  /** To whoever is employed but may not. */
  readonly denial: string;
}
const MATTERS: Readonly<Record<string, Matter>> = {
  'the balance of staff': {
    action: 'balances',
    input: (isThere) => ({ employeeId: isThere ? PEOPLE.staff : 'R99' }),
    may: ['staff', 'hr', 'hr2'],
    denial: 'NOT_FOUND',
  },
  'a correction of that balance': {
    action: 'adjustBalance',
    input: (isThere) => ({
      key: 'access-adjust-000001',
      employeeId: isThere ? PEOPLE.staff : 'R99',
      typeId: 'comp-time',
      minutes: 60,
      reason: 'x',
    }),
    may: ['hr', 'hr2'],
    denial: 'FORBIDDEN',
  },
  'an upload of staff': {
    action: 'keepFile',
    input: (isThere) => ({ fileId: isThere ? receipt : receipt.replace('a.pdf', 'b.pdf') }),
    may: ['staff'],
    denial: 'FILE_INVALID',
  },
  'a receipt of staff': {
    action: 'checkReceipt',
    input: (isThere) => ({ fileId: isThere ? receipt : receipt.replace('a.pdf', 'b.pdf') }),
    may: ['staff'],
    denial: 'FILE_INVALID',
  },
  'what staff hands over': {
    action: 'decideHandover',
    input: (isThere) => ({ id: isThere ? 'H1-work' : 'H9-work', rev: 1, state: 'done' }),
    may: ['head', 'hr', 'hr2'],
    denial: 'NOT_FOUND',
  },
  'the certificate of staff': {
    action: 'decideHandover',
    input: (isThere) => ({ id: isThere ? 'H1-certificate' : 'H9-certificate', rev: 1, state: 'done' }),
    may: ['hr', 'hr2'],
    denial: 'NOT_FOUND',
  },
  'the payment to staff': {
    action: 'markPaid',
    input: (isThere) => ({ id: isThere ? 'P1' : 'P9', rev: 1, reference: '1' }),
    may: ['payroll'],
    denial: 'FORBIDDEN',
  },
};
const outside = (who: Anybody) => ({ stranger: 'NOT_BOUND', left: 'ACCESS_ENDED' })[who as string];

test.each(EVERYBODY.flatMap((who) => Object.keys(MATTERS).map((matter) => [who, matter] as const)))(
  '%s: %s',
  async (who, name) => {
    const matter = MATTERS[name];
    if (!matter) throw new Error(`Nothing is known of ${name}.`);
    const { action, input, may, denial } = matter;
    await company.begin({ ...beginning, ...BELONGINGS });
    const before = await belongings();
    const answer = await company.ask(who, action, input(true));
    expect(code(answer)).toBe(may.includes(who) ? 'ok' : (outside(who) ?? denial));
    if (answer.ok) return;
    expect(await belongings()).toEqual(before);
    // The same about nothing at all, to the byte.
    const nothing = await company.ask(who, action, input(false));
    expect(JSON.stringify(answer.error)).toBe(JSON.stringify(nothing.error));
  },
);

test.each(EVERYBODY)('%s finds of handovers and payments only what concerns them', async (who) => {
  if (outside(who)) return;
  await company.begin({ ...beginning, ...BELONGINGS });
  const tasks = { staff: 6, head: 4, hr: 6, hr2: 6 }[who as string] ?? 0;
  for (const input of [{}, { employeeId: PEOPLE.staff }])
    expect((await company.ask(who, 'handover', input)).data.tasks).toHaveLength(tasks);
  const { own, due } = (await company.ask(who, 'payments')).data;
  const ids = (list: { id: string }[]) => list.map(({ id }) => id);
  const ownIds = { staff: ['P1'], payroll: ['P2'] }[who as string] ?? [];
  expect([ids(own), ids(due)]).toEqual([ownIds, who === 'payroll' ? ['P1', 'P2'] : []]);
});

test.each([
  [
    'hr',
    'adjustBalance',
    { key: newKey(), employeeId: PEOPLE.hr, typeId: 'annual', minutes: 60, reason: 'x' },
  ],
  ['payroll', 'markPaid', { id: 'P2', rev: 1, reference: '1' }],
] as const)('%s: no %s for oneself', async (who, action, input) => {
  await company.begin({ ...beginning, ...BELONGINGS });
  const before = await belongings();
  expect(code(await company.ask(who, action, input))).toBe('FORBIDDEN');
  expect(await belongings()).toEqual(before);
});

test.each([
  ['expense', 'approved', 'ok'],
  ['expense', 'pending', 'NOT_FOUND'],
  ['trip', 'approved', 'NOT_FOUND'],
])('payroll looks at a request of the kind %s that is %s: %s', async (kind, state, answer) => {
  await company.begin(beginning);
  await company.db.updateMany('requests', { _id: ID }, { $set: { kind, state } });
  expect(code(await company.ask('payroll', 'detail', { id: ID }))).toBe(answer);
});

test('a delegate who is second is told so; whoever could never decide finds nothing', async () => {
  await company.begin(beginning);
  await company.ask('head', 'decide', { id: ID, rev: 1, verb: 'approve' });
  const late = (who: Anybody) => company.ask(who, 'decide', { id: ID, rev: 1, verb: 'reject' });
  expect((await late('peer')).error).toEqual({ code: 'REQUEST_CHANGED', data: { state: 'pending', rev: 2 } });
  for (const who of ['elsewhere', 'payroll', 'admin'] as const)
    expect((await late(who)).error).toEqual({ code: 'NOT_FOUND', data: { what: 'request' } });
  expect(code(await company.ask('peer', 'detail', { id: ID }))).toBe('NOT_FOUND');
  expect(code(await company.ask('peer', 'decide', { id: ID, rev: 2, verb: 'reject' }))).toBe('NOT_FOUND');
});
