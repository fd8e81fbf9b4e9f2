import type { Day, Instant, Minutes } from '#contracts/common';
import type { Fact } from '#contracts/fact';
import type { Account, AccountSpan } from '../../../accounts/rules';
import { addDays } from '../../../shared/calendar/company-time';
import { fact } from '../../kind/answer';
import type { DayPeriod, RequestDocument, Shortening } from './request';

const STEP = 0.01;

/** Whether the original has had no other effect since the shortening was computed. */
export const isShorteningCurrent = (shortens: Shortening, { effectRev }: RequestDocument): boolean =>
  shortens.effectRev === effectRev + STEP;

/** An approved absence of several days that is not being undone; its kind is checked by the caller. */
export function isShortenable(request: RequestDocument): boolean {
  const { state, cancels, cancelledBy, period } = request;
  if (state !== 'approved' || cancels !== null || cancelledBy !== null) return false;
  return period !== null && period.unit !== 'hour' && period.from < period.to && spanOf(request) !== null;
}

/** The span of the absence with its minutes by day; null if there is none. */
export function spanOf({ _id, changes }: RequestDocument): AccountSpan | null {
  const span = changes.onApprove.spans[_id];
  return span?.perDay ? span : null;
}

export interface ShortenedSpan {
  readonly span: AccountSpan;
  readonly returned: Minutes;
}

/** The span without the days from `backOn` on, up to `to`, and the minutes of those days. */
export function shortenedSpan(span: AccountSpan, backOn: Day, to: Instant): ShortenedSpan {
  const kept = Object.entries(span.perDay ?? {}).filter(([day]) => day < backOn);
  const minutes = kept.reduce((sum, [, part]) => sum + part, 0);
  const { longPay, ...plain } = span;
  const keepsLongPay = longPay !== undefined && longPay.from < backOn;
  return {
    span: { ...plain, to, minutes, perDay: Object.fromEntries(kept), ...(keepsLongPay && { longPay }) },
    returned: span.minutes - minutes,
  };
}

/** `entries`: what the kind returns to the ledger. */
export function shortening(
  request: RequestDocument,
  { span }: ShortenedSpan,
  backOn: Day,
  entries: Account['entries'],
): Shortening {
  const { _id, changes, values, effectRev } = request;
  const before = request.period as DayPeriod;
  const last = addDays(backOn, -1);
  const period: DayPeriod =
    before.unit === 'half' ? { ...before, to: last, toHalf: 2 } : { ...before, to: last };
  const isPeriod = (value: unknown) => JSON.stringify(value) === JSON.stringify(before);
  return {
    period,
    spanTo: span.to,
    amountMinutes: span.minutes,
    values: Object.fromEntries(
      Object.entries(values).map(([id, value]) => [id, isPeriod(value) ? period : value]),
    ),
    facts: [
      ...request.facts.map((each) =>
        each.code === 'DAYS_COUNTED'
          ? fact('DAYS_COUNTED', { ...each.data, days: span.minutes, to: last })
          : each,
      ),
      shortenedFact(request, span, backOn),
    ],
    onApprove: {
      spans: { ...changes.onApprove.spans, [_id]: span },
      entries: { ...changes.onApprove.entries, ...entries },
    },
    effectRev: effectRev + STEP,
  };
}

const shortenedFact = ({ amountMinutes }: RequestDocument, span: AccountSpan, backOn: Day): Fact =>
  fact('SHORTENED', {
    backOn,
    before: amountMinutes ?? 0,
    after: span.minutes,
    ...(span.unit && { unit: span.unit }),
  });

/** How the request for it differs from one to cancel the whole. */
export function shorteningContent(
  original: RequestDocument,
  shortens: Shortening,
  { span, returned }: ShortenedSpan,
  backOn: Day,
  facts: readonly Fact[],
): Partial<RequestDocument> {
  const before = original.period as DayPeriod;
  const { title, changes } = original;
  return {
    title: { 'zh-CN': `${title['zh-CN']}（提前返岗）`, en: `${title.en} (back early)` },
    period: before.unit === 'half' ? { ...before, from: backOn, fromHalf: 1 } : { ...before, from: backOn },
    spanFrom: span.to,
    amountMinutes: returned,
    facts: [shortenedFact(original, span, backOn), ...facts],
    changes: { ...changes, onCancel: shortens.onApprove },
    shortens,
  };
}
