import type { Instant, Minutes } from '#contracts/common';
import type { Fact } from '#contracts/fact';
import type { Account, AccountSpan } from '../../../accounts/rules';
import { clock } from '../../../shared/calendar/company-time';
import { fact } from '../../kind/answer';
import { type Back, isSplittable, type SplitPeriod } from './back-early';
import type { RequestDocument, Shortening } from './request';

const STEP = 0.01;

/** Whether the original has had no other effect since the shortening was computed. */
export const isShorteningCurrent = (shortens: Shortening, { effectRev }: RequestDocument): boolean =>
  shortens.effectRev === effectRev + STEP;

/** An approved absence of more than half a day that is not being undone; its kind is checked by the caller. */
export function isShortenable(request: RequestDocument): boolean {
  const { state, cancels, cancelledBy, period } = request;
  if (state !== 'approved' || cancels !== null || cancelledBy !== null) return false;
  return period !== null && isSplittable(period) && spanOf(request) !== null;
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

/** The span without the days from `back` on, up to `to`, and the minutes of those days. */
export function withoutDays(span: AccountSpan, { on }: Back, to: Instant): ShortenedSpan {
  const kept = Object.entries(span.perDay ?? {}).filter(([day]) => day < on);
  const minutes = kept.reduce((sum, [, part]) => sum + part, 0);
  const { longPay, ...plain } = span;
  const keepsLongPay = longPay !== undefined && longPay.from < on;
  return {
    span: { ...plain, to, minutes, perDay: Object.fromEntries(kept), ...(keepsLongPay && { longPay }) },
    returned: span.minutes - minutes,
  };
}

/** `entries`: what the kind returns to the ledger. */
export function shortening(
  request: RequestDocument,
  { span }: ShortenedSpan,
  { back, kept }: { readonly back: Back; readonly kept: SplitPeriod['kept'] },
  entries: Account['entries'],
): Shortening {
  const { _id, changes, effectRev } = request;
  const last = kept.unit === 'hour' ? kept.from : kept.to;
  return {
    back,
    period: kept,
    spanTo: span.to,
    amountMinutes: span.minutes,
    values: withPeriod(request, kept),
    facts: [
      ...request.facts.map((each) =>
        each.code === 'DAYS_COUNTED'
          ? fact('DAYS_COUNTED', { ...each.data, days: span.minutes, to: last })
          : each,
      ),
      shortenedFact(request, span, back),
    ],
    onApprove: {
      spans: { ...changes.onApprove.spans, [_id]: span },
      entries: { ...changes.onApprove.entries, ...entries },
    },
    effectRev: effectRev + STEP,
  };
}

/** The form's values with another period. */
export function withPeriod(
  { values, period }: Pick<RequestDocument, 'values' | 'period'>,
  kept: SplitPeriod['kept'],
): RequestDocument['values'] {
  const isPeriod = (value: unknown) => JSON.stringify(value) === JSON.stringify(period);
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, isPeriod(value) ? kept : value]),
  );
}

const shortenedFact = ({ amountMinutes }: RequestDocument, span: AccountSpan, { on, at }: Back): Fact =>
  fact('SHORTENED', {
    backOn: on,
    ...(at !== undefined && { at: at === 'noon' ? at : clock(at) }),
    before: amountMinutes ?? 0,
    after: span.minutes,
    ...(span.unit && { unit: span.unit }),
  });

/** How the request for it differs from one to cancel the whole. */
export function shorteningContent(
  original: RequestDocument,
  shortens: Shortening,
  { span, returned }: ShortenedSpan,
  { back, rest }: { readonly back: Back; readonly rest: SplitPeriod['rest'] },
  facts: readonly Fact[],
): Partial<RequestDocument> {
  const { title, changes } = original;
  return {
    title: { 'zh-CN': `${title['zh-CN']}（提前返岗）`, en: `${title.en} (back early)` },
    period: rest,
    spanFrom: span.to,
    amountMinutes: returned,
    facts: [shortenedFact(original, span, back), ...facts],
    changes: { ...changes, onCancel: shortens.onApprove },
    shortens,
  };
}
