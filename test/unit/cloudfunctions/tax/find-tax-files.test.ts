import { takeFaults } from '../../../../cloudfunctions/shared/faults/fault';
import { encryptText } from '../../../../cloudfunctions/shared/privacy/field-cipher';
import { findTaxFiles } from '../../../../cloudfunctions/tax/public';
import { NOTHING, yuan } from './support';

process.env.FIELD_KEYS = `t1=${Buffer.alloc(32, 7).toString('base64')}`;

const documents: Record<string, { readonly _id: string }[]> = {};
let reads = 0;
jest.mock('../../../../cloudfunctions/shared/platform/cloud', () => ({
  kindOfSdkError: () => 'other',
  database: () => ({
    command: { in: (ids: string[]) => ids },
    collection: (name: string) => ({
      where: ({ _id }: { _id: string[] }) => ({
        limit: () => ({
          get: async () => {
            reads += 1;
            return { data: (documents[name] ?? []).filter((each) => _id.includes(each._id)) };
          },
        }),
      }),
    }),
  }),
}));

const RENT = { kind: 'rent', city: '上海', size: 'major' };
const entry = (employeeId: string, id: string, state: string) => ({
  ...{ id, state, declaredAt: 1, decided: null },
  sealed: encryptText(
    JSON.stringify({
      ...{ detail: RENT, from: '2026-01', until: null, confirmedYear: 2026, reason: null, replaces: null },
    }),
    `tax_deductions:${employeeId}:${id}`,
  ),
});
const CARRY_IN = {
  ...{ source: 'earlier-system', from: '2026-01', until: '2026-06' },
  totals: { ...NOTHING, income: yuan(60_000), withheld: yuan(123.45) },
};
const yearOf = (employeeId: string, draft: object) => ({
  ...{ _id: `${employeeId}:2026`, employeeId, version: 1, changes: [] },
  sealed: encryptText(JSON.stringify(draft), `tax_years:${employeeId}:2026`),
});

beforeEach(() => {
  reads = 0;
  documents.tax_deductions = [
    {
      ...{ _id: 'A', rev: 1, waiting: null },
      entries: [entry('A', 'd1', 'accepted'), entry('A', 'd2', 'waiting')],
    },
    { ...{ _id: 'B', rev: 1, waiting: null }, entries: [entry('B', 'd1', 'returned')] },
  ] as never;
  documents.tax_years = [
    yearOf('A', { kind: 'resident', allowance: 'monthly', carryIn: CARRY_IN, bonusTaxedOn: '2026-01-15' }),
    yearOf('C', { kind: 'student', allowance: 'monthly', carryIn: null, bonusTaxedOn: null }),
  ];
});

const PLAIN = {
  pension: [],
  carryIn: NOTHING,
  carriedMonths: null,
  bonusTaxedOn: null,
  deductions: [],
};

test('a run reads a page of people in two reads; what waits or was returned is not deducted', async () => {
  const found = await findTaxFiles(['A', 'B', 'C', 'D'], 2026);
  expect(reads).toBe(2);
  expect(Object.fromEntries(found)).toEqual({
    A: {
      ...{ kind: 'resident', allowance: 'monthly', carryIn: CARRY_IN.totals, bonusTaxedOn: '2026-01-15' },
      carriedMonths: { from: '2026-01', until: '2026-06' },
      pension: [],
      deductions: [{ id: 'd1', detail: RENT, from: '2026-01', until: null, confirmedYear: 2026 }],
    },
    B: { kind: 'resident', allowance: 'monthly', ...PLAIN },
    C: { kind: 'student', allowance: 'monthly', ...PLAIN },
  });
  // What was taken over in another year says nothing about this one.
  expect((await findTaxFiles(['A', 'C'], 2027)).get('A')?.carryIn).toEqual(NOTHING);
  expect((await findTaxFiles(['C'], 2027)).size).toBe(0);
});

test('what was copied to somebody else cannot be read there', async () => {
  const [first] = documents.tax_deductions ?? [];
  documents.tax_deductions = [{ ...first, _id: 'B' }];
  expect(await findTaxFiles(['B'], 2026)).toEqual(new Map());
  expect(takeFaults()).toMatchObject([{ collection: 'tax_deductions', document: 'B', rule: 'failed' }]);
});
