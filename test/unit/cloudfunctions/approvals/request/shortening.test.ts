import type { Period } from '#contracts/form';
import type { AccountSpan } from '../../../../../cloudfunctions/accounts/rules';
import { type Back, splitAt } from '../../../../../cloudfunctions/approvals/domain/request/back-early';
import type { Shortening } from '../../../../../cloudfunctions/approvals/domain/request/request';
import {
  isShortenable,
  isShorteningCurrent,
  shortening,
  shorteningContent,
  spanOf,
  withoutDays,
} from '../../../../../cloudfunctions/approvals/domain/request/shorten';
import { fact } from '../../../../../cloudfunctions/approvals/kind/answer';
import { requestOf } from '../../support/request-document';
import { grant } from '../../support/requests';
import { at, day, words } from '../../support/rules';

const perDay = { '2026-12-01': 480, '2026-12-02': 480, '2026-12-03': 240 };
const span = (more: Partial<AccountSpan> = {}): AccountSpan => ({
  requestId: 'R1',
  kind: 'leave',
  state: 'approved',
  name: words('Annual'),
  day: day('2026-12-01'),
  from: at('2026-12-01 09:00'),
  to: at('2026-12-03 12:00'),
  minutes: 1_200,
  perDay: perDay as never,
  ...more,
});
const period = { unit: 'day', from: day('2026-12-01'), to: day('2026-12-03') } as const;
const approved = (more: object = {}, of = span()) =>
  requestOf({
    state: 'approved',
    period,
    amountMinutes: 1_200,
    values: { period, again: { ...period }, reason: 'x' },
    facts: [
      fact('DAYS_COUNTED', { days: 1_200, to: day('2026-12-03') } as never),
      fact('RECOUNTED', { before: 1, after: 2 }),
    ],
    changes: {
      ...requestOf().changes,
      onApprove: { spans: { R1: of, other: null }, entries: { use: grant('annual', 0) } },
    },
    ...more,
  });
const BACK = day('2026-12-02');
/** Where a period of the request is split. */
const splitOf = (whole: Period, back: Back = { on: BACK }) => {
  const split = splitAt(whole, back);
  if (!split) throw new Error('The period has no such moment.');
  return { back, ...split };
};
const END = at('2026-12-01 18:00');

describe('somebody who is back early', () => {
  test('keeps the days before, and gets the others back', () => {
    expect(withoutDays(span(), { on: BACK }, END)).toEqual({
      span: { ...span(), to: END, minutes: 480, perDay: { '2026-12-01': 480 } },
      returned: 720,
    });
    expect(withoutDays(span({ perDay: undefined } as never), { on: BACK }, END).returned).toBe(1_200);
  });

  test('keeps another share of the pay for long leave only if it had begun', () => {
    const longPay = (from: string) =>
      withoutDays(span({ longPay: { from: day(from), share: 60 } }), { on: BACK }, END).span.longPay;
    expect(longPay('2026-12-01')).toEqual({ from: '2026-12-01', share: 60 });
    expect(longPay('2026-12-02')).toBeUndefined();
  });

  test('has a request of the days that are left, in all its values, with what was before', () => {
    const found = shortening(approved(), withoutDays(span(), { on: BACK }, END), splitOf(period), {
      back: grant('annual', 1),
    });
    const shorter = { unit: 'day', from: '2026-12-01', to: '2026-12-01' };
    expect(found).toEqual({
      back: { on: BACK },
      period: shorter,
      spanTo: END,
      amountMinutes: 480,
      values: { period: shorter, again: shorter, reason: 'x' },
      facts: [
        fact('DAYS_COUNTED', { days: 480, to: '2026-12-01' } as never),
        fact('RECOUNTED', { before: 1, after: 2 }),
        fact('SHORTENED', { backOn: BACK, before: 1_200, after: 480 }),
      ],
      onApprove: {
        spans: { R1: expect.objectContaining({ minutes: 480 }), other: null },
        entries: { use: grant('annual', 0), back: grant('annual', 1) },
      },
      effectRev: 1.01,
    });
  });

  test('of half days ends with a whole one, and returns from the morning on', () => {
    const half = {
      unit: 'half',
      from: day('2026-12-01'),
      fromHalf: 2,
      to: day('2026-12-03'),
      toHalf: 1,
    } as const;
    const request = approved({ period: half, values: {}, facts: [], amountMinutes: null });
    const shorter = withoutDays(span({ unit: 'hour' }), { on: BACK }, END);
    const found = shortening(request, shorter, splitOf(half), {});
    expect(found.period).toEqual({ ...half, to: '2026-12-01', toHalf: 2 });
    expect(found.facts).toEqual([fact('SHORTENED', { backOn: BACK, before: 0, after: 480, unit: 'hour' })]);
    expect(shorteningContent(request, found, shorter, splitOf(half), []).period).toEqual({
      ...half,
      from: BACK,
      fromHalf: 1,
    });
  });

  test('asks for it by a request that names the rest and what approving it does', () => {
    const shorter = withoutDays(span(), { on: BACK }, END);
    const shortens = shortening(approved(), shorter, splitOf(period), {});
    expect(
      shorteningContent(approved(), shortens, shorter, splitOf(period), [fact('ALONE', { team: 2 })]),
    ).toEqual({
      title: { 'zh-CN': 'Trip to Suzhou（提前返岗）', en: 'Trip to Suzhou (back early)' },
      period: { unit: 'day', from: BACK, to: '2026-12-03' },
      spanFrom: END,
      amountMinutes: 720,
      facts: [fact('SHORTENED', { backOn: BACK, before: 1_200, after: 480 }), fact('ALONE', { team: 2 })],
      changes: { ...approved().changes, onCancel: shortens.onApprove },
      shortens,
    });
  });

  test('is decided on the absence as it was when they asked', () => {
    const shortens = { effectRev: 5.01 } as Shortening;
    expect(isShorteningCurrent(shortens, requestOf({ effectRev: 5 }))).toBe(true);
    expect(isShorteningCurrent(shortens, requestOf({ effectRev: 6 }))).toBe(false);
  });
});

test.each<[string, object, boolean]>([
  ['of several days that is approved', {}, true],
  ['of a single day', { period: { ...period, to: period.from } }, true],
  ['of hours', { period: { unit: 'hour', from: day('2026-12-01'), start: 0, end: 60 } }, true],
  [
    'of half a day',
    { period: { unit: 'half', from: day('2026-12-01'), fromHalf: 1, to: day('2026-12-01'), toHalf: 1 } },
    false,
  ],
  ['without a period', { period: null }, false],
  ['that waits', { state: 'pending' }, false],
  ['that cancels another', { cancels: 'R0' }, false],
  ['that is being cancelled', { cancelledBy: 'R2' }, false],
  ['that covers no time', { changes: requestOf().changes }, false],
])('an absence %s can end early: %s', (_, more, expected) => {
  expect(isShortenable(approved(more))).toBe(expected);
});

test('an absence without its minutes by day has no span to shorten', () => {
  expect(spanOf(approved())).toEqual(span());
  expect(spanOf(approved({}, span({ perDay: undefined } as never)))).toBeNull();
  expect(spanOf(approved({ _id: 'R9' }))).toBeNull();
});
