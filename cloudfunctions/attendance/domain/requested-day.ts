import type { Day } from '#contracts/common';
import type { Mark, Reason } from '#contracts/day-status';
import type { AccountSpan } from '../../accounts/rules';
import type { Span } from '../../schedule/rules';
import { instantAt } from '../../shared/calendar/company-time';
import type { Cover } from './attendance-day';
import { type CreditOf, NOT_CREDITED_YET } from './credit-of';
import { confirmsClaim } from './open-claim';
import { needsApproval, type Punch } from './punch';
import { fieldRequestOf, requestMarks, requestReasons } from './request-notes';

type Spans = readonly AccountSpan[];

/** A day with the person's requests applied. Approved requests have an effect; pending ones are only listed. */
export interface RequestedDay {
  /** All punches that are not rejected, including those waiting for approval. */
  readonly effective: readonly Punch[];
  /** The punches that count. */
  readonly counting: readonly Punch[];
  readonly covers: readonly Cover[];
  readonly marks: readonly Mark[];
  readonly reasons: readonly Reason[];
}

/**
 * Applies the requests to one day. Approved leave and trips cover the shift (`work`, null on a day off), an
 * approved correction adds a punch, and a field punch that needs approval counts once approved.
 */
export function requestedDay(
  day: Day,
  work: Span | null,
  punches: readonly Punch[],
  spans: Spans,
  creditOf: CreditOf = NOT_CREDITED_YET,
): RequestedDay {
  const own = spansOfDay(day, work, spans);
  const standing = effectivePunches(day, punches, own);
  const byApproval = punches.filter(needsApproval);
  return {
    effective: standing,
    counting: standing.filter((punch) => !needsApproval(punch)),
    covers: own.filter(isApproved).flatMap((span) => coverOf(day, work, span)),
    marks: requestMarks(day, own, byApproval, creditOf),
    reasons: requestReasons(day, own, byApproval, creditOf),
  };
}

/** The punches of a day without rejected ones, with corrections; approved punches no longer need approval. */
export function effectivePunches(day: Day, punches: readonly Punch[], spans: Spans): Punch[] {
  const corrections = spans.filter(
    (span) => span.kind === 'correction' && span.day === day && isApproved(span),
  );
  const stand = punches.flatMap((punch): Punch[] => {
    const state = needsApproval(punch) ? fieldRequestOf(punch.key, spans)?.state : 'approved';
    if (state === 'rejected' || corrections.some((span) => confirms(span, punch))) return [];
    return state === 'approved' ? [withoutApprovalFlag(punch)] : [punch];
  });
  return [...stand, ...corrections.map(correctedPunch)];
}

/** A correction takes the place of a claim that it confirms. */
const confirms = ({ slot = 'in', from }: AccountSpan, punch: Punch): boolean =>
  punch.claim === 'open' && confirmsClaim({ slot, at: from }, punch);

const isApproved = ({ state }: AccountSpan): boolean => state === 'approved';

function withoutApprovalFlag(punch: Punch): Punch {
  return needsApproval(punch)
    ? { ...punch, flags: punch.flags.filter((flag) => flag !== 'needs-approval') }
    : punch;
}

/** The spans that concern the day. */
export const spansOfDay = (day: Day, work: Span | null, spans: Spans): Spans =>
  spans.length === 0 ? spans : spans.filter((span) => isOfDay(span, day, work));

function isOfDay(span: AccountSpan, day: Day, work: Span | null): boolean {
  if (span.kind === 'correction' || span.kind === 'field') return span.day === day;
  if (span.kind === 'overtime') return span.perDay ? day in span.perDay : span.day === day;
  return span.state !== 'rejected' && work !== null && clipped(day, work, span) !== null;
}

/** The part of the shift covered by a leave or trip. */
function coverOf(day: Day, work: Span | null, span: AccountSpan): Cover[] {
  if (span.kind !== 'leave' && span.kind !== 'trip') return [];
  const part = work && clipped(day, work, span);
  if (!part) return [];
  const leaveMinutes = span.perDay?.[day];
  return [
    {
      kind: span.kind,
      name: span.name,
      ...part,
      ...(leaveMinutes === undefined ? {} : { leaveMinutes }),
      ...(span.unit && { unit: span.unit }),
    },
  ];
}

function clipped(day: Day, work: Span, { from, to }: AccountSpan): Pick<Cover, 'from' | 'to'> | null {
  const [start, end] = [instantAt(day, work.start), instantAt(day, work.end)];
  const part = { from: from > start ? from : start, to: to < end ? to : end };
  return part.from < part.to ? part : null;
}

/** A correction has a time but no phone or place. */
function correctedPunch({ requestId, slot = 'in', from }: AccountSpan): Punch {
  return {
    key: `correction-${requestId}`,
    slot,
    at: from,
    tappedAt: from,
    mode: 'correction',
    latitude: null,
    longitude: null,
    accuracy: null,
    site: null,
    distance: null,
    placeName: null,
    note: null,
    photo: null,
    flags: [],
  };
}
