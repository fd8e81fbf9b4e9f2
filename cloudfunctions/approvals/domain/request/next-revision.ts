import type { Instant } from '#contracts/common';
import { messagesOf } from './messages-of';
import type { NewEntry, RequestDocument } from './request';
import { currentStep, waitingOf } from './steps';

const HOUR = 3_600_000;
/** A pending request is checked at least once a day, because an approver may have left. */
const MAX_CHECK_INTERVAL = 24 * HOUR;
/** Sorts urgent requests before all others; smaller than any instant. */
const URGENT_RANK = -1e14;

/** The next revision of a request, with all derived fields. The only place where they are computed. */
export function nextRevision(
  before: RequestDocument,
  change: Partial<RequestDocument>,
  entries: readonly NewEntry[],
  now: Instant,
): RequestDocument {
  const rev = before.rev + 1;
  const stateChanged = change.state !== undefined && change.state !== before.state;
  const changed: RequestDocument = {
    ...before,
    ...(stateChanged ? { effectRev: rev } : {}),
    ...change,
    rev,
    touchedAt: now,
    timeline: [...before.timeline, ...entries.map((entry) => ({ ...entry, at: now, rev }))],
    effects: 'due',
  };
  const derived = deriveQueueFields(changed, now);
  const undelivered = before.effects === 'due' ? before.outbox : [];
  return { ...derived, outbox: [...undelivered, ...messagesOf(before, derived, entries)] };
}

/** Derives the fields that queues and timers select by. */
export function deriveQueueFields(request: RequestDocument, now: Instant): RequestDocument {
  const step = currentStep(request);
  const isPending = request.state === 'pending' && step !== null;
  return {
    ...request,
    waitingFor: isPending ? waitingOf(step) : [],
    returnedTo: isReturned(request) ? request.applicantId : null,
    dueAt: isPending ? dueAtOf(request, now) : null,
    rank: request.spanFrom + (request.urgent ? URGENT_RANK : 0),
  };
}

/** A cancelling request has no form to change. */
const isReturned = ({ state, cancels }: RequestDocument): boolean =>
  cancels === null && (state === 'rejected' || state === 'returned');

/** When the current step escalates to the managers of its approvers; null for never. */
export function escalationOf(request: RequestDocument): Instant | null {
  const openedAt = currentStep(request)?.openedAt ?? null;
  const { escalateAfterHours } = request.flow;
  if (openedAt === null || escalateAfterHours <= 0) return null;
  const last = request.timeline.findLast(({ verb, note }) => verb === 'escalate' && note === undefined);
  return (Math.max(openedAt, last?.at ?? 0) + escalateAfterHours * HOUR) as Instant;
}

function dueAtOf(request: RequestDocument, now: Instant): Instant {
  const escalation = escalationOf(request);
  const nextCheck = now + MAX_CHECK_INTERVAL;
  return (escalation === null || escalation <= now ? nextCheck : Math.min(escalation, nextCheck)) as Instant;
}
