import type { Month } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import { addContributions, findInsuranceOf as findMonths } from '../../../../cloudfunctions/insurance/public';
import { CITY_PACKS, contributionsOf, linesOf } from '../../../../cloudfunctions/insurance/rules';
import { decryptText, encryptText } from '../../../../cloudfunctions/shared/privacy/field-cipher';

process.env.FIELD_KEYS = `t1=${Buffer.alloc(32, 7).toString('base64')}`;

const written: { readonly _id: string; readonly sealed: string }[] = [];
const documents: Record<string, object[]> = {};
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
            return {
              data: (documents[name] ?? []).filter((each) => _id.includes((each as { _id: string })._id)),
            };
          },
        }),
      }),
      add: async ({ data }: { data: never[] }) => void written.push(...data),
    }),
  }),
}));

const month = (value: string) => value as Month;
const findInsuranceOf = async (who: Parameters<typeof findMonths>[0], of: Month) =>
  (await findMonths(who, [of])).get(of) ?? new Map();
const base = (from: string, insurance: number, more = {}) => ({
  ...{ from, insurance, fund: insurance, isLocal: false, isPensioner: false },
  ...more,
});
const bases = (_id: string, list: object[]) => ({
  ...{ _id, rev: 1, history: [] },
  sealed: encryptText(JSON.stringify(list), `insurance_bases:${_id}`),
});

beforeEach(() => {
  reads = 0;
  documents.insurance_profiles = [
    {
      ...{ _id: 'shanghai', version: 1, limits: [], rates: [] },
      choices: [{ from: '2026-08', injuryRate: 0.4, fund: { employer: 7, employee: 6 } }],
    },
  ];
  documents.insurance_bases = [
    bases('A', [base('2025-07', 2_000_000), base('2026-09', 2_400_000)]),
    bases('B', [base('2026-09', 1_000_000)]),
    bases('C', [base('2025-07', 1_000_000, { isPensioner: true, isLocal: true })]),
  ];
});

const people = ['A', 'B', 'C', 'D'].map((id) => ({ id, city: 'shanghai' }));

test('what insurance knows of people comes in two reads, and of whom no base holds nothing', async () => {
  const known = await findInsuranceOf([...people, { id: 'A2', city: 'wuhan' }], month('2026-08'));
  expect(reads).toBe(2);
  expect([...known.keys()]).toEqual(['A', 'C']);
  expect(known.get('A')).toMatchObject({
    choice: { injuryRate: 0.4, fund: { employee: 6 } },
    bases: { insurance: 2_000_000, fund: 2_000_000, isLocal: false },
  });
  expect(known.get('C')?.bases).toMatchObject({
    isLocal: true,
    without: expect.arrayContaining(['pension', 'fund']),
  });
});

test('the base and the choice are those of the month', async () => {
  const months = await findMonths(people, [month('2026-07'), month('2026-09')]);
  expect(reads).toBe(2);
  const [before = new Map(), later = new Map()] = [
    months.get(month('2026-07')),
    months.get(month('2026-09')),
  ];
  expect(before.get('A')?.choice).toMatchObject({ injuryRate: null, fund: { employer: 5, employee: 5 } });
  expect([before.get('A')?.bases.insurance, later.get('A')?.bases.insurance]).toEqual([2_000_000, 2_400_000]);
});

test('limits that HR entered count', async () => {
  const limits = [
    { kind: 'pension', from: '2026-08-01', until: null, floor: 3_000_000, cap: 4_000_000, source: 'x' },
  ];
  documents.insurance_profiles = [{ _id: 'shanghai', version: 1, choices: [], rates: [], limits }];
  const known = (await findInsuranceOf(people, month('2026-08'))).get('A');
  const { employee } = contributionsOf({ ...(known as NonNullable<typeof known>), month: month('2026-08') });
  expect(employee.parts.find(({ id }) => id === 'pension')?.amount).toBe(240_000);
});

test('what was due of a month is kept encrypted, bound to its document, once', async () => {
  const known = (await findInsuranceOf(people, month('2026-08'))).get('A');
  const contributed = contributionsOf({ ...(known as NonNullable<typeof known>), month: month('2026-08') });
  const lines = linesOf(contributed);
  await addContributions([
    { employeeId: 'A', month: month('2026-08'), version: 2, city: CITY_PACKS.shanghai.city, lines },
  ]);
  const [record] = written;
  expect(record?._id).toBe('A:2026-08:2');
  expect(JSON.stringify(record)).not.toContain('2000000');
  expect(JSON.parse(decryptText(record?.sealed ?? '', 'contributions:A:2026-08:2'))).toEqual(lines);
  expect(lines.reduce((sum, { employee }) => sum + employee, 0) as Fen).toBe(contributed.employee.amount);
});
