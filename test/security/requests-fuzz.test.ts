import fc from 'fast-check';
import type { Reply } from '#contracts/reply';
import type { RequestRulesContract } from '#contracts/request-rules';
import type { RequestsContract } from '#contracts/requests';
import { main } from '../../cloudfunctions/requests/index';
import { ownType, seal, trip } from '../unit/cloudfunctions/support/request-company';
import { BIRTHDAY, COMPANY_RULES } from '../unit/cloudfunctions/support/rule-drafts';
import { bent } from './support/bad-inputs';

/** Somebody with every role, whose database holds nobody else: payloads get as far as they can. */
jest.mock('../../cloudfunctions/shared/platform/cloud', () => {
  const written = (name: string | symbol) => (value: unknown) => ({ [`$${String(name)}`]: value });
  const aggregate = new Proxy({}, { get: (_, name) => written(name) });
  const command = new Proxy({}, { get: (_, name) => (name === 'aggregate' ? aggregate : written(name)) });
  const person = (id: string, managerId: string | null) => ({
    _id: id,
    name: id,
    nameEn: id,
    departmentId: 'D1',
    job: { 'zh-CN': '', en: '' },
    managerId,
    roles: ['employee', 'hr', 'admin', 'payroll'],
    language: null,
    hiredOn: '2020-01-01',
    leftOn: null,
    city: '',
    probationUntil: null,
    workingSince: null,
    sex: null,
    childrenBornOn: [],
    assignments: [],
    rev: 1,
  });
  const documents: Record<string, unknown[]> = {
    bindings: [{ _id: 'openid-fuzz', employeeId: 'E1' }],
    employees: [person('E1', 'E2'), person('E2', null)],
    handover_tasks: [
      { _id: 'R1-work', rev: 1, requestId: 'R1', employeeId: 'E2', area: 'work', state: 'open', history: [] },
    ],
    expense_payments: [
      {
        ...{ _id: 'R1', rev: 1, employeeId: 'E2', name: '员工', nameEn: 'Person', fen: 1, state: 'due' },
        ...{ approvedAt: 1, paidAt: null, paidBy: null, reference: '' },
      },
    ],
  };
  const collection = (name: string) => {
    const found = {
      get: async () => ({ data: documents[name] ?? [] }),
      orderBy: () => found,
      field: () => found,
    };
    const query = {
      limit: () => found,
      count: async () => ({ total: 0 }),
      update: async () => ({ stats: { updated: 1 } }),
      remove: async () => ({ stats: { removed: 0 } }),
    };
    const [own] = documents[name] ?? [];
    // The binding, with the employee that it names.
    const list = [{ ...Object(own), joined: documents.employees }];
    const stages: object = new Proxy(
      {},
      { get: (_, name) => (name === 'end' ? async () => ({ list }) : () => stages) },
    );
    return { where: () => query, add: async () => ({ _id: 'x' }), aggregate: () => stages };
  };
  return {
    ...jest.requireActual('../../cloudfunctions/shared/platform/cloud'),
    database: () => ({ command, collection }),
    identity: () => ({ context: { OPENID: 'openid-fuzz' }, env: {} }),
    downloadFile: async () => Buffer.from('%PDF-1.7'),
    storage: () => ({
      uploadFile: async () => ({ fileID: 'cloud://env/receipts/E1/a.pdf' }),
      deleteFile: async () => undefined,
    }),
    openApi: () => ({ security: { msgSecCheck: async () => ({ result: { suggest: 'pass' } }) } }),
  };
});

const RUNS = Number(process.env.FUZZ_RUNS ?? 2_000);
const ID = `E1-${'k'.repeat(20)}`;
const { _id, current, version, ...type } = ownType([{ approvers: [{ by: 'manager', level: 1 }] }]);
const { values } = trip('2026-12-01');

/** Of every action there is: the types find one without. */
const GOOD: Readonly<Record<keyof (RequestsContract & RequestRulesContract), Record<string, unknown>>> = {
  start: { typeId: 'trip' },
  preview: { typeId: 'trip', values },
  submit: trip('2026-12-01'),
  resubmit: { id: ID, rev: 1, values },
  pending: { cursor: '17.x' },
  mine: {},
  done: { state: 'approved', kind: 'leave', text: 'x' },
  cc: {},
  detail: { id: ID },
  fileLinks: { id: ID, fileIds: ['cloud://env/requests/E1/a.jpg'] },
  decide: { id: ID, rev: 1, verb: 'approve', comment: 'x' },
  decideMany: { verb: 'reject', requests: [{ id: ID, rev: 1 }] },
  transfer: { id: ID, rev: 1, toId: 'E2' },
  addSigner: { id: ID, rev: 1, signerId: 'E2' },
  withdraw: { id: ID, rev: 1 },
  cancel: { id: ID, rev: 1, key: 'k'.repeat(20), reason: 'x' },
  shorten: { id: ID, rev: 1, key: 'k'.repeat(20), backOn: '2026-12-02', reason: 'x' },
  urge: { id: ID },
  delegate: { delegateId: 'E2', from: '2026-12-01', to: '2026-12-02' },
  balances: { employeeId: 'E2' },
  adjustBalance: {
    key: 'k'.repeat(20),
    employeeId: 'E2',
    typeId: 'comp-time',
    minutes: 60,
    expiresOn: '2099-12-31',
    reason: 'x',
  },
  previewChange: { cause: 'calendar', input: { year: '2026', rev: 0, days: [] } },
  checkReceipt: { fileId: 'cloud://env/requests/E1/a.jpg' },
  keepFile: { fileId: 'cloud://env/requests/E1/a.jpg' },
  handover: { employeeId: 'E2' },
  decideHandover: { id: 'R1-work', rev: 1, state: 'waived', note: 'x' },
  payments: {},
  markPaid: { id: 'R1', rev: 1, reference: 'x' },
  correctPayment: { id: 'R1', rev: 1, reference: 'x', reason: 'x' },
  listTypes: {},
  saveType: { type, expectedVersion: 0 },
  requestType: { id: 'leave' },
  dataFaults: {},
  leaveTypes: {},
  leaveType: { id: 'annual' },
  saveLeaveType: { type: BIRTHDAY, expectedVersion: 0 },
  companyRules: {},
  saveCompanyRules: { rules: COMPANY_RULES, expectedVersion: 0 },
};

beforeAll(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(() => jest.restoreAllMocks());

/** What these are about is in the database. */
const THERE: readonly string[] = [
  'balances',
  'adjustBalance',
  'checkReceipt',
  'keepFile',
  'handover',
  'decideHandover',
  'payments',
  'markPaid',
  'correctPayment',
];

test('the good inputs get through, or find nothing', async () => {
  for (const [action, input] of Object.entries(GOOD)) {
    const reply = (await main({ action, input })) as Reply<unknown>;
    const wanted = THERE.includes(action) ? 'ok' : expect.stringMatching(/^(ok|NOT_FOUND|INPUT_INVALID)$/);
    expect([action, reply.ok ? 'ok' : reply.error.code]).toEqual([action, wanted]);
  }
  expect(await main({ action: 'submit', input: seal() })).toMatchObject({ error: { code: 'NOT_FOUND' } });
});

test.each(Object.entries(GOOD))(
  `%s answers bad payloads with typed errors, none of them INTERNAL`,
  async (action, good) => {
    await fc.assert(
      fc.asyncProperty(bent(good), async (input) => {
        const reply = (await main({ action, input })) as Reply<unknown>;
        if (reply.ok) return;
        expect(reply.error.code).not.toBe('INTERNAL');
        for (const value of Object.values(reply.error.data)) expect(typeof value).not.toBe('object');
        expect(JSON.stringify(reply).length).toBeLessThan(500);
      }),
      { numRuns: Math.ceil(RUNS / Object.keys(GOOD).length) },
    );
  },
);
