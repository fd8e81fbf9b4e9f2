import type { Instant } from '#contracts/common';
import { newsOf } from './news-of';
import type { NewEntry, RequestDocument } from './request';
import { currentStep, waitingOf } from './steps';

const HOUR = 3_600_000;
/** A waiting request is looked at once a day at least: its approver may have left. */
const DAILY = 24 * HOUR;
/** Puts urgent requests before all others; beyond every instant. */
const URGENT = -1e14;

/** The request one revision on: everything that follows from the change is worked out here and nowhere else. */
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
  const settled = settle(changed, now);
  const told = before.effects === 'due' ? before.outbox : [];
  return { ...settled, outbox: [...told, ...newsOf(before, settled, entries)] };
}

/** What a document of this state must say about waiting. */
export function settle(request: RequestDocument, now: Instant): RequestDocument {
  const step = currentStep(request);
  const isPending = request.state === 'pending' && step !== null;
  return {
    ...request,
    waitingFor: isPending ? waitingOf(step) : [],
    dueAt: isPending ? dueAtOf(request, now) : null,
    rank: request.spanFrom + (request.urgent ? URGENT : 0),
  };
}

/** When the current step goes to the managers of its approvers; null for never. */
export function escalationOf(request: RequestDocument): Instant | null {
  const openedAt = currentStep(request)?.openedAt ?? null;
  const { escalateAfterHours } = request.flow;
  if (openedAt === null || escalateAfterHours <= 0) return null;
  const last = request.timeline.findLast(({ verb, note }) => verb === 'escalate' && note === undefined);
  return (Math.max(openedAt, last?.at ?? 0) + escalateAfterHours * HOUR) as Instant;
}

function dueAtOf(request: RequestDocument, now: Instant): Instant {
  const escalation = escalationOf(request);
  const daily = now + DAILY;
  return (escalation === null || escalation <= now ? daily : Math.min(escalation, daily)) as Instant;
}
