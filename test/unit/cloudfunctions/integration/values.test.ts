import { type OutsideValue, requirePast } from '../../../../cloudfunctions/integration/domain/outside-value';
import { readInstant } from '../../../../cloudfunctions/integration/domain/read-instant';
import {
  type ClientScope,
  isInScope,
  requireInScope,
} from '../../../../cloudfunctions/integration/domain/scope';
import { valuesInput } from '../../../../cloudfunctions/integration/inputs/values';
import { readInput } from '../../../../cloudfunctions/shared/kernel/read-input';
import { NOW } from './signed-call';

const VALUE = {
  kpi: 'sales.orders',
  cycle: '2026-11',
  owner: { kind: 'person', id: 'E0012' },
  value: 12.5,
  at: '2026-11-28T20:00:00+08:00',
  note: ' POS ',
};
const read = (values: unknown) => readInput(valuesInput, { values }) as { values: OutsideValue[] };
const problem = (values: unknown): unknown => {
  try {
    return read(values);
  } catch (error) {
    return (error as { data: { path: string; rule: string } }).data;
  }
};

test('a batch is read: the instant in epoch ms, the note cleaned and empty if there is none', () => {
  const { note: _note, ...bare } = VALUE;
  expect(read([VALUE, { ...bare, owner: { kind: 'company' } }]).values).toEqual([
    { ...VALUE, at: NOW, note: 'POS' },
    { ...bare, owner: { kind: 'company' }, at: NOW, note: '' },
  ]);
});

test('a hundred values are one batch, none and one more are not', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...VALUE, kpi: `kpi-${index}` }));
  expect(read(many(100)).values).toHaveLength(100);
  expect(problem(many(101))).toEqual({ path: 'values', rule: 'max_length' });
  expect(problem([])).toEqual({ path: 'values', rule: 'min_length' });
  expect(problem('x')).toEqual({ path: 'values', rule: 'array' });
});

test.each<[object, string, string]>([
  [{ kpi: 'Sales Orders' }, 'values.0.kpi', 'regex'],
  [{ kpi: '$where' }, 'values.0.kpi', 'regex'],
  [{ kpi: 'a.b.c.d.e' }, 'values.0.kpi', 'regex'],
  [{ cycle: '' }, 'values.0.cycle', 'regex'],
  [{ cycle: { $ne: '' } }, 'values.0.cycle', 'string'],
  [{ owner: 'E0012' }, 'values.0.owner', 'variant'],
  [{ owner: { kind: 'team', id: 'x' } }, 'values.0.owner.kind', 'variant'],
  [{ owner: { kind: 'person' } }, 'values.0.owner.id', 'strict_object'],
  [{ owner: { kind: 'company', id: 'x' } }, 'values.0.owner.id', 'unknown-key'],
  [{ value: '12' }, 'values.0.value', 'number'],
  [{ value: Number.NaN }, 'values.0.value', 'number'],
  [{ value: Number.POSITIVE_INFINITY }, 'values.0.value', 'finite'],
  [{ value: 100_000_000_001 }, 'values.0.value', 'max_value'],
  [{ value: 0.12345 }, 'values.0.value', 'check'],
  [{ at: '2026-11-28' }, 'values.0.at', 'raw_transform'],
  [{ at: '2026-11-28T20:00:00' }, 'values.0.at', 'raw_transform'],
  [{ at: 1_795_867_200_000 }, 'values.0.at', 'string'],
  [{ note: 'x'.repeat(201) }, 'values.0.note', 'max_length'],
  [{ employee: 'E0012' }, 'values.0.employee', 'unknown-key'],
])('%j is refused, and the field is named', (change, path, rule) => {
  expect(problem([{ ...VALUE, ...change }])).toEqual({ path, rule });
});

test('figures of goals have four decimals, also large and negative ones', () => {
  const values = [0.1, 0.1234, -3, 99_999_999_999.9999, 0, 1.0005];
  expect(values.filter((value) => 'path' in Object(problem([{ ...VALUE, value }])))).toEqual([]);
});

test('one KPI comes once in a batch; another owner or cycle is another one', () => {
  expect(problem([VALUE, { ...VALUE, value: 1 }])).toEqual({ path: 'values', rule: 'check' });
  const others = [
    VALUE,
    { ...VALUE, owner: { kind: 'person', id: 'E0013' } },
    { ...VALUE, owner: { kind: 'department', id: 'E0012' } },
    { ...VALUE, owner: { kind: 'company' } },
    { ...VALUE, cycle: '2026-12' },
  ];
  expect(read(others).values).toHaveLength(5);
});

describe('readInstant', () => {
  it.each([
    ['2026-11-28T12:00:00Z', NOW],
    ['2026-11-28T20:00:00.000+08:00', NOW],
    ['2026-11-28T07:00:00-05:00', NOW],
    ['2028-02-29T00:00:00Z', Date.parse('2028-02-29T00:00:00Z')],
  ])('%s', (text, instant) => {
    expect(readInstant(text)).toBe(instant);
  });

  it.each([
    '2026-02-29T00:00:00Z',
    '2026-11-31T00:00:00Z',
    '2026-11-28T24:00:00Z',
    '2026-11-28 12:00:00Z',
    '1999-11-28T12:00:00Z',
    '2026-11-28T12:00:00+15:00',
    '',
    'now',
  ])('%j is none', (text) => {
    expect(readInstant(text)).toBeNull();
  });
});

describe('what a client may set', () => {
  const scope: ClientScope = { kpis: ['sales.*', 'returns'], cycles: ['2026-11'] };
  const is = (kpi: string, cycle = '2026-11') => isInScope(scope, { kpi, cycle, owner: { kind: 'company' } });

  it('is named by key, by the beginning of keys, and by cycle', () => {
    expect([is('sales.orders'), is('sales.gmv.net'), is('returns')]).toEqual([true, true, true]);
    expect([is('sales'), is('salesforce.orders'), is('returns.count'), is('visits')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(is('returns', '2026-12')).toBe(false);
    expect(
      isInScope({ kpis: ['*'], cycles: ['*'] }, { kpi: 'x', cycle: 'y', owner: { kind: 'company' } }),
    ).toBe(true);
    expect(isInScope({ kpis: [], cycles: ['*'] }, { kpi: 'x', cycle: 'y', owner: { kind: 'company' } })).toBe(
      false,
    );
  });

  it('holds for the whole batch, and the line is named', () => {
    const { values } = read([VALUE, { ...VALUE, kpi: 'visits' }]);
    expect(() => requireInScope(scope, values)).toThrow(
      expect.objectContaining({ code: 'OUT_OF_SCOPE', data: { line: 2 } }),
    );
    expect(() => requireInScope(scope, values.slice(0, 1))).not.toThrow();
  });
});

test('a value of a time to come is refused, one within the difference of clocks is not', () => {
  const at = (ahead: number) => ({ at: (NOW + ahead) as OutsideValue['at'] });
  expect(() => requirePast([at(0), at(300_000)], NOW)).not.toThrow();
  expect(() => requirePast([at(0), at(300_001)], NOW)).toThrow(
    expect.objectContaining({ code: 'VALUE_IN_FUTURE', data: { line: 2 } }),
  );
});
