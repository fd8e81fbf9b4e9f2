import { expenseRules } from '../../../../cloudfunctions/expense/domain/expense-rules';
import { expenseSettings } from '../../../../cloudfunctions/expense/domain/expense-settings';
import type { ReceiptClaim } from '../../../../cloudfunctions/expense/domain/receipt-claim';
import { fieldRules } from '../../../../cloudfunctions/field-punch/domain/field-rules';
import { resignationRules } from '../../../../cloudfunctions/resignation/domain/resignation-rules';
import { tripRules } from '../../../../cloudfunctions/trip/domain/trip-rules';
import { accountWith, applied, factOf, person, problemOf, question } from '../support/requests';
import { at, day } from '../support/rules';

type More = Parameters<typeof question>[2];

describe('a trip', () => {
  const trip = (from: string, to: string, more: More = {}) =>
    tripRules(
      question(
        'trip',
        { period: { unit: 'day', from: day(from), to: day(to) }, place: '深圳', reason: '' },
        more,
      ),
    );
  test('continues over the weekend and is named after its place', () => {
    const answer = trip('2026-09-25', '2026-09-28');
    expect(answer.amountMinutes).toBe(4 * 480);
    expect(answer.title).toEqual({ 'zh-CN': 'trip 深圳', en: 'trip 深圳' });
    expect(answer.onSubmit.spans.R1).toMatchObject({
      kind: 'trip',
      from: at('2026-09-25 09:00'),
      to: at('2026-09-28 18:00'),
    });
  });
  test('by the hour counts what lies inside the shift', () => {
    const period = { unit: 'hour' as const, from: day('2026-09-24'), start: 660, end: 840 };
    expect(tripRules(question('trip', { period })).amountMinutes).toBe(120);
  });
  test('is not possible at the same time as another', () => {
    const account = applied(accountWith(), trip('2026-09-25', '2026-09-28').onSubmit);
    expect(problemOf(trip('2026-09-28', '2026-09-29', { account, requestId: 'R2' }))).toMatchObject({
      code: 'PERIOD_OVERLAPS',
      requestId: 'R1',
    });
    expect(problemOf(trip('2026-09-29', '2026-09-30', { account, requestId: 'R2' }))).toBeNull();
  });
  test('of a year is refused', () => {
    expect(problemOf(trip('2026-09-25', '2027-09-24'))).toEqual({ code: 'PERIOD_INVALID', rule: 'too-long' });
  });
});

describe('approval of a field punch', () => {
  const field = (values: Record<string, string>, more: More = {}) =>
    fieldRules(
      question(
        'field',
        { punchKey: 'punch-key-00000001', day: '2026-09-21', time: '09:05', place: '客户公司', ...values },
        more,
      ),
    );
  test('keeps the rejected span, so that the punch does not count', () => {
    const answer = field({});
    expect(factOf(answer, 'FIELD_PUNCH')?.data).toEqual({ at: '09:05', place: '客户公司' });
    expect(answer.onSubmit.spans.R1).toMatchObject({
      kind: 'field',
      punchKey: 'punch-key-00000001',
      state: 'open',
    });
    expect(answer.onReject.spans.R1?.state).toBe('rejected');
    expect(answer.onCancel.spans.R1?.state).toBe('rejected');
  });
  test('is asked for once', () => {
    const account = applied(accountWith(), field({}).onSubmit);
    expect(problemOf(field({}, { account, requestId: 'R2' }))?.code).toBe('PERIOD_OVERLAPS');
    expect(problemOf(field({}, { account }))).toBeNull();
  });
  test.each([
    [{ punchKey: 'short' }, 'punchKey'],
    [{ punchKey: 'with.dots.in.the.key.0' }, 'punchKey'],
    [{ day: '2026-13-01' }, 'day'],
    [{ time: '9:05' }, 'time'],
  ])('%j is refused', (values, name) => {
    expect(problemOf(field(values))).toEqual({ code: 'FORM_INVALID', field: name, rule: 'wrong-kind' });
  });
  test('of tomorrow is refused', () => {
    expect(problemOf(field({ day: '2026-09-22' }))).toEqual({ code: 'PERIOD_INVALID', rule: 'future' });
  });
});

describe('expenses', () => {
  const line = (amount: number, receipts: string[] = [], on = '2026-09-18') => ({
    day: on,
    category: 'travel',
    amount,
    files: receipts,
  });
  const claim = (id: string, more: Partial<ReceiptClaim> = {}): ReceiptClaim => ({
    _id: id,
    hash: id,
    employeeId: 'E0001',
    fileId: `cloud://env/requests/E0001/${id}.jpg`,
    bytes: 1_000,
    at: at('2026-09-20 10:00'),
    requestId: null,
    byOther: false,
    ...more,
  });
  const file = (id: string) => `cloud://env/requests/E0001/${id}.jpg`;
  const expense = (
    lines: ReturnType<typeof line>[],
    more: More & { advance?: number; own?: object } = {},
  ) => {
    const { advance, own = {}, ...rest } = more;
    const values = { lines, reason: '', ...(advance !== undefined && { advance }) };
    return expenseRules(question('expense', values, { settings: expenseSettings(own as never), ...rest }));
  };

  test('add up, less the advance', () => {
    const answer = expense([line(12_345), line(1)], { advance: 10_000 });
    expect(answer.problem).toBeNull();
    expect(answer.amountFen).toBe(12_346);
    expect(factOf(answer, 'AMOUNT')?.data).toEqual({ fen: 12_346, lines: 2 });
    expect(factOf(answer, 'ADVANCE')?.data).toEqual({ fen: 10_000, rest: 2_346 });
    expect(factOf(expense([line(100)], { advance: 500 }), 'ADVANCE')?.data).toEqual({ fen: 500, rest: -400 });
    expect(factOf(expense([line(100)]), 'ADVANCE')).toBeUndefined();
  });
  test.each([
    [[], 'lines', 'required'],
    [Array.from({ length: 51 }, () => line(1)), 'lines', 'too-many'],
    [Array.from({ length: 10_000 }, () => line(1)), 'lines', 'too-many'],
    [[line(0)], 'lines.0.amount', 'out-of-range'],
    [[line(1), line(1.5)], 'lines.1.amount', 'out-of-range'],
    [[line(-5)], 'lines.0.amount', 'out-of-range'],
    [[line(100_000_001)], 'lines.0.amount', 'out-of-range'],
    [[line(1, [], '2026-09-22')], 'lines.0.day', 'out-of-range'],
    [[line(1, [], '2025-09-21')], 'lines.0.day', 'out-of-range'],
    [[line(1, [], '2026-02-30')], 'lines.0.day', 'wrong-kind'],
    [[line(1, ['a', 'b', 'c', 'd', 'e', 'f'])], 'lines.0.files', 'too-many'],
  ])('%#: %s %s', (lines, field, rule) => {
    expect(problemOf(expense(lines))).toEqual({ code: 'FORM_INVALID', field, rule });
  });
  test('need a receipt above what the company has set', () => {
    const own = { expense: { receiptAbove: 20_000 } };
    expect(problemOf(expense([line(20_000)], { own }))).toBeNull();
    expect(problemOf(expense([line(20_001)], { own }))).toEqual({
      code: 'FORM_INVALID',
      field: 'lines.0.files',
      rule: 'required',
    });
  });
  test('take the receipts that they name, and give them back', () => {
    const receipts = [claim('a'), claim('b')];
    const answer = expense([line(1, [file('a')]), line(2, [file('b')])], { receipts });
    expect(answer.problem).toBeNull();
    expect(answer.effects?.onSubmit).toEqual([{ does: 'claim-receipts', claims: ['a', 'b'] }]);
    expect(answer.effects?.onReject).toEqual([{ does: 'release-receipts', claims: ['a', 'b'] }]);
    expect(answer.effects?.onApprove).toEqual([{ does: 'owe-expense', fen: 3 }]);
    expect(expense([line(100)], { advance: 100 }).effects).toEqual({
      onSubmit: [],
      onApprove: [],
      onReject: [],
      onCancel: [{ does: 'drop-expense' }],
    });
  });
  test('with a receipt that was never checked are refused', () => {
    expect(problemOf(expense([line(1, [file('a')])]))).toEqual({ code: 'FILE_INVALID', rule: 'missing' });
  });
  test('with the same receipt twice are refused, with the line', () => {
    const receipts = [claim('a')];
    expect(problemOf(expense([line(1, [file('a')]), line(2, [file('a')])], { receipts }))).toEqual({
      code: 'RECEIPT_DUPLICATE',
      line: 2,
      where: 'here',
    });
    const elsewhere = [claim('a', { requestId: 'R7' })];
    expect(problemOf(expense([line(1, [file('a')])], { receipts: elsewhere }))).toEqual({
      code: 'RECEIPT_DUPLICATE',
      line: 1,
      where: 'before',
    });
    expect(problemOf(expense([line(1, [file('a')])], { receipts: elsewhere, requestId: 'R7' }))).toBeNull();
  });
  test('with a colleague’s receipt are shown to the approver', () => {
    const receipts = [claim('a'), claim('b', { byOther: true })];
    const answer = expense([line(1, [file('a')]), line(2, [file('b')])], { receipts });
    expect(answer.problem).toBeNull();
    expect(answer.warnings).toEqual([{ tone: 'bad', code: 'DUPLICATE_RECEIPT', data: { line: 2 } }]);
  });
});

describe('resignation', () => {
  const resign = (lastDay: string | undefined, more: More = {}) =>
    resignationRules(
      question('resignation', { reason: 'x', ...(lastDay !== undefined && { lastDay }) }, more),
    );
  const trainee = person({ probationUntil: day('2026-09-21') });
  test.each([
    // Notice on 2026-09-21: 30 days end on 2026-10-21, three days on 2026-09-24.
    ['works the last day out', undefined, person(), 30, '2026-10-21', null],
    ['on the earliest day', '2026-10-21', person(), 30, '2026-10-21', null],
    ['a day early', '2026-10-20', person(), 30, '2026-10-21', 1],
    ['today', '2026-09-21', person(), 30, '2026-10-21', 30],
    ['in probation', undefined, trainee, 3, '2026-09-24', null],
    ['in probation, early', '2026-09-22', trainee, 3, '2026-09-24', 2],
    [
      'the day after probation',
      undefined,
      person({ probationUntil: day('2026-09-20') }),
      30,
      '2026-10-21',
      null,
    ],
  ])('%s', (_, lastDay, applicant, days, earliest, early) => {
    const answer = resign(lastDay, { applicant });
    expect(answer.problem).toBeNull();
    expect(factOf(answer, 'NOTICE')?.data).toEqual({ days, lastDay: earliest });
    expect(answer.warnings).toEqual(
      early === null
        ? []
        : [{ tone: 'bad', code: 'LAST_DAY_EARLY', data: { days: early, lastDay: earliest } }],
    );
    expect(answer.effects?.onApprove).toEqual([
      { does: 'open-handover', lastDay: lastDay ?? earliest },
      { does: 'end-employment', lastDay: lastDay ?? earliest },
    ]);
  });
  test.each([
    ['2026-09-20', 'past'],
    ['2027-09-21', 'too-long'],
  ])('last day %s: %s', (lastDay, rule) => {
    expect(problemOf(resign(lastDay))).toEqual({ code: 'PERIOD_INVALID', rule });
  });
  test('with a day that is none', () => {
    expect(problemOf(resign('soon'))).toEqual({ code: 'FORM_INVALID', field: 'lastDay', rule: 'wrong-kind' });
  });
});
