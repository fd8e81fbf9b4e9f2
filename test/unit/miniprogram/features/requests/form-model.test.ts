import type { Day } from '#contracts/common';
import type { FormValues } from '#contracts/form';
import {
  type FormModel,
  isForeseeable,
  isReady,
  keptValues,
  missingField,
  noForm,
  ruleValues,
  type Start,
  unitsOf,
  withFirstLines,
  withLine,
  withoutLine,
} from '../../../../../miniprogram/features/requests/form.model';
import { withValue } from '../../../../../miniprogram/features/requests/with-value';
import { field, text } from '../../support/form';

const day = (value: string) => value as Day;

const start = {
  types: [
    {
      id: 'leave',
      version: 1,
      kind: 'leave',
      name: text('Leave'),
      form: [
        field('leaveType', 'choice'),
        field('period', 'period'),
        field('reason', 'text', { required: false }),
      ],
    },
    {
      id: 'expense',
      version: 1,
      kind: 'expense',
      name: text('Expense'),
      form: [
        field('lines', 'table', {
          columns: [field('amount', 'money'), field('receipts', 'file', { required: false })],
        }),
      ],
    },
  ],
  balances: [
    { type: { id: 'annual', name: text('Annual'), unit: 'half', paidShare: 100, balance: true }, left: 960 },
  ],
  delegation: null,
  plan: { today: { start: 540, end: 1_080 }, next: { day: '2026-11-24', hours: { start: 540, end: 1_080 } } },
} as unknown as Start;

/** What the server says that a form begins with. */
const FIRST: Readonly<Record<string, FormValues>> = {
  leave: { leaveType: 'annual', period: { unit: 'day', from: day('2026-11-24'), to: day('2026-11-24') } },
};

const model = (typeId: string, more: Partial<FormModel> = {}): FormModel => {
  const type = start.types.find(({ id }) => id === typeId);
  if (!type) throw new Error(typeId);
  return {
    ...noForm,
    start,
    typeId,
    values: withFirstLines(type, FIRST[typeId] ?? {}, day('2026-11-23')),
    key: 'k',
    today: day('2026-11-23'),
    ...more,
  };
};

test('leave is ready to send as it opens: tomorrow, the first kind', () => {
  expect(model('leave').values).toEqual({
    leaveType: 'annual',
    period: { unit: 'day', from: '2026-11-24', to: '2026-11-24' },
  });
  expect(isReady(model('leave'))).toBe(true);
  expect(isReady(model('leave', { phase: 'sending' }))).toBe(false);
});

test('the units are those of the kind of leave', () => {
  expect(unitsOf(model('leave'))).toEqual(['day', 'half']);
  expect(unitsOf(model('leave', { values: {} }))).toEqual(['day', 'half', 'hour']);
});

test('a line of a table that lacks something keeps it from being sent', () => {
  const fresh = model('expense');
  expect(fresh.values).toEqual({ lines: [{}] });
  expect(missingField(fresh)).toMatchObject({ field: { id: 'amount' }, line: 0 });
  const filled = withValue(fresh.values, 'lines', 1_250, { line: 0, column: 'amount' });
  expect(missingField(model('expense', { values: filled }))).toBeNull();
  const [table] = start.types[1]?.form ?? [];
  const two = withLine(filled, table as never, day('2026-11-23'));
  expect(missingField(model('expense', { values: two }))).toMatchObject({ line: 1 });
  expect(withoutLine(two, 'lines', 1)).toEqual(filled);
});

test('a new line is of today, and of what the line before it was about', () => {
  const table = field('lines', 'table', {
    columns: [
      field('day', 'day'),
      field('kind', 'choice', { options: [{ id: 'taxi' }, { id: 'hotel' }] }),
      field('amount', 'money'),
    ],
  }) as never;
  const first = withLine({ lines: [] }, table, day('2026-11-23'));
  expect(first).toEqual({ lines: [{ day: '2026-11-23', kind: 'taxi' }] });
  const hotel = { lines: [{ day: '2026-11-20', kind: 'hotel', amount: 5 }] };
  expect(withLine(hotel, table, day('2026-11-23'))).toMatchObject({
    lines: [{}, { day: '2026-11-20', kind: 'hotel' }],
  });
});

test('what it would do can be asked before texts are there, and hangs on no text but a time', () => {
  const form = [field('day', 'day'), field('time', 'text'), field('reason', 'text')];
  const type = { id: 'correction', version: 1, kind: 'correction', name: text('x'), form };
  const of = (values: object, kind = 'correction') =>
    model('leave', {
      typeId: 'correction',
      start: { ...start, types: [{ ...type, kind }] } as never,
      values: values as never,
    });
  expect(isForeseeable(of({ day: '2026-11-20' }))).toBe(true);
  expect(isForeseeable(of({}))).toBe(false);
  expect(isForeseeable(of({}, 'resignation'))).toBe(true);
  const asked = (values: object) => ruleValues({ form } as never, values as never);
  expect(asked({ day: 'd', reason: 'x' })).toBe(asked({ day: 'd' }));
  expect(asked({ day: 'd', time: '18:00' })).not.toBe(asked({ day: 'd' }));
});

test('of a form that was edited, what it still has a field for is kept', () => {
  const [leave] = start.types;
  expect(keptValues(leave as never, { reason: 'x', gone: 'y' })).toEqual({ reason: 'x' });
});

test('an emptied field is gone, not empty', () => {
  expect(withValue({ reason: 'x' }, 'reason', '')).toEqual({});
});

test('spaces alone do not fill in what is required', () => {
  const form = [field('what', 'text')];
  const types = [{ id: 'profile', version: 1, kind: 'profile', name: text('Profile'), form }];
  const withType = { ...model('leave'), start: { ...start, types } as unknown as Start, typeId: 'profile' };
  expect(missingField({ ...withType, values: { what: ' \u3000\n' } })?.field.id).toBe('what');
  expect(missingField({ ...withType, values: { what: ' x ' } })).toBeNull();
});
