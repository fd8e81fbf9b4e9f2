import fc from 'fast-check';
import type { Day } from '#contracts/common';
import type { FormField } from '#contracts/form';
import { checkForm } from '../../../../cloudfunctions/request-types/domain/check-form';
import { brokenPeriodRule, instantsOf, isPeriod } from '../../../../cloudfunctions/schedule/domain/period';
import { AppError } from '../../../../cloudfunctions/shared/errors/app-error';

const label = { 'zh-CN': '', en: '' };
const field = (kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
  id: 'it',
  kind,
  label,
  required: false,
  ...more,
});
const OWN = 'cloud://env.bucket/kept-files/E1/a.jpg';

function ruleOf(form: readonly FormField[], values: Record<string, unknown>): string {
  try {
    checkForm(form, values, { employeeId: 'E1' });
    return 'fine';
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'FORM_INVALID') throw error;
    const { field: at, rule } = error.data as { field: string; rule: string };
    return `${at}: ${rule}`;
  }
}

test.each<[FormField, unknown, string]>([
  [field('text', { required: true }), undefined, 'it: required'],
  [field('text', { required: true }), '', 'it: required'],
  [field('text', { required: true }), ' \n\u3000', 'it: required'],
  [field('text'), '  ', 'fine'],
  [field('text'), '两\n行', 'fine'],
  [field('text'), 'x'.repeat(500), 'fine'],
  [field('text'), 'x'.repeat(501), 'it: too-long'],
  [field('text', { most: 99_999 }), 'x'.repeat(2_001), 'it: too-long'],
  [field('text', { required: true }), '\u200b\u202e\ufffe\ud800', 'it: required'],
  [field('text'), 7, 'it: wrong-kind'],
  [field('number', { from: 1, to: 5 }), 5, 'fine'],
  [field('number', { from: 1, to: 5 }), 6, 'it: out-of-range'],
  [field('number'), Number.NaN, 'it: wrong-kind'],
  [field('number'), '5', 'it: wrong-kind'],
  [field('money'), 128_640, 'fine'],
  [field('money'), 0.5, 'it: wrong-kind'],
  [field('money'), -1, 'it: out-of-range'],
  [field('money'), 1e15, 'it: out-of-range'],
  [field('day'), '2026-02-28', 'fine'],
  [field('day'), '2026-02-30', 'it: wrong-kind'],
  [field('period'), { unit: 'day', from: '2026-12-01', to: '2026-12-02' }, 'fine'],
  [field('period'), { unit: 'day', from: '2026-12-01' }, 'it: wrong-kind'],
  [field('period'), { unit: 'day', from: '2026-12-01', to: '2026-12-02', more: 1 }, 'it: wrong-kind'],
  [field('period'), { unit: 'week', from: '2026-12-01', to: '2026-12-02' }, 'it: wrong-kind'],
  [field('choice', { options: [{ id: 'a', label }] }), 'a', 'fine'],
  [field('choice', { options: [{ id: 'a', label }] }), 'b', 'it: unknown-option'],
  [field('choice'), 'annual', 'fine'],
  [field('choice'), 'an\u202enual', 'it: wrong-kind'],
  [field('person'), 'E0012', 'fine'],
  [field('person'), '../E', 'it: wrong-kind'],
  [field('file'), [OWN], 'fine'],
  [field('file', { required: true }), [], 'it: required'],
  [field('file'), [OWN.replace('E1', 'E2')], 'it: wrong-kind'],
  [field('file'), [OWN.replace('kept-files', 'receipts')], 'fine'],
  [field('file'), [OWN.replace('kept-files', 'requests')], 'it: wrong-kind'],
  [field('file'), [OWN.replace('kept-files', 'field-punches')], 'it: wrong-kind'],
  [field('file'), [OWN.replace('kept-files', 'reports')], 'it: wrong-kind'],
  [field('file'), [OWN.replace('E1/', 'E1/../E2/')], 'it: wrong-kind'],
  [field('file'), [OWN.replace('a.jpg', '..')], 'it: wrong-kind'],
  [field('file'), [OWN.replace('cloud://', 'cloud:/x/')], 'it: wrong-kind'],
  [field('file'), [OWN.replace('env.bucket', 'a b')], 'it: wrong-kind'],
  [field('file'), ['https://example.com/kept-files/E1/a.jpg'], 'it: wrong-kind'],
  [field('file', { most: 1 }), [OWN, OWN], 'it: too-many'],
  [field('file'), OWN, 'it: wrong-kind'],
  [field('table', { columns: [{ ...field('money'), required: true }] }), [{ it: 1 }], 'fine'],
  [
    field('table', { columns: [{ ...field('money'), required: true }] }),
    [{ it: 1 }, {}],
    'it.1.it: required',
  ],
  [field('table', { columns: [field('money')] }), [{ other: 1 }], 'it.0.other: unknown-field'],
  [field('table', { columns: [field('money')] }), Array(51).fill({ it: 1 }), 'it: too-many'],
  [field('table', { columns: [field('money')] }), ['x'], 'it: wrong-kind'],
])('%j with %j', (one, value, expected) => {
  expect(ruleOf([one], value === undefined ? {} : { it: value })).toBe(expected);
});

test('texts are stored clean, in the form and in every line of a table', () => {
  const form = [field('text'), field('table', { id: 'lines', columns: [field('text')] })];
  const values = { it: '客户\t拜访\u0000', lines: [{ it: 'a\u202eb' }, { it: '\ufeff' }] };
  expect(checkForm(form, values, { employeeId: 'E1' })).toEqual({
    it: '客户 拜访',
    lines: [{ it: 'ab' }, { it: '' }],
  });
});

test('a field that the form does not have is refused', () => {
  expect(ruleOf([field('text')], { it: 'x', other: 'y' })).toBe('other: unknown-field');
});

test('anything at all is either fine or refused with a rule', () => {
  const kinds = ['text', 'number', 'money', 'day', 'period', 'choice', 'person', 'file', 'table'] as const;
  const forms = kinds.map((kind) => [{ ...field(kind), columns: [field('text')] }]);
  fc.assert(
    fc.property(fc.constantFrom(...forms), fc.anything({ maxDepth: 3 }), (form, value) => {
      expect(ruleOf(form, { it: value })).toMatch(/^(fine|it.*: [a-z-]+$)/s);
    }),
    { numRuns: 2_000 },
  );
});

const day = (text: string) => text as Day;

test.each([
  [{ unit: 'day', from: day('2026-12-01'), to: day('2026-12-01') }, null],
  [{ unit: 'day', from: day('2026-12-02'), to: day('2026-12-01') }, 'reversed'],
  [{ unit: 'day', from: day('2026-01-01'), to: day('2027-01-02') }, 'too-long'],
  [{ unit: 'half', from: day('2026-12-01'), fromHalf: 2, to: day('2026-12-01'), toHalf: 1 }, 'reversed'],
  [{ unit: 'half', from: day('2026-12-01'), fromHalf: 1, to: day('2026-12-01'), toHalf: 1 }, null],
  [{ unit: 'hour', from: day('2026-12-01'), start: 600, end: 600 }, 'reversed'],
  [{ unit: 'hour', from: day('2026-12-01'), start: 600, end: 2_041 }, 'too-long'],
  [{ unit: 'hour', from: day('2026-12-01'), start: 1_440, end: 1_500 }, 'out-of-range'],
] as const)('%j is %s', (period, rule) => {
  expect(isPeriod(period)).toBe(true);
  expect(brokenPeriodRule(period)).toBe(rule);
});

test('the instants of a period are those of the company’s days', () => {
  const at = (text: string) => Date.parse(`${text}:00+08:00`);
  const from = day('2026-12-01');
  expect(instantsOf({ unit: 'day', from, to: day('2026-12-02') })).toEqual({
    from: at('2026-12-01T00:00'),
    to: at('2026-12-03T00:00'),
  });
  expect(instantsOf({ unit: 'half', from, fromHalf: 2, to: from, toHalf: 2 })).toEqual({
    from: at('2026-12-01T12:00'),
    to: at('2026-12-02T00:00'),
  });
  expect(instantsOf({ unit: 'hour', from, start: 1_380, end: 1_500 })).toEqual({
    from: at('2026-12-01T23:00'),
    to: at('2026-12-02T01:00'),
  });
});
