import type { Instant } from '#contracts/common';
import type { PersonBrief } from '#contracts/person';
import { NO_CHANGE } from '../../../../cloudfunctions/accounts/rules';
import type {
  RequestDocument,
  RequestStep,
  Slot,
} from '../../../../cloudfunctions/approvals/domain/request/request';
import { at, words } from './rules';

/** When the requests of these tests are sent, and an hour of their clock. */
export const SENT = at('2026-11-23 09:00');
export const hoursLater = (hours: number): Instant => (SENT + hours * 3_600_000) as Instant;

export const brief = (id: string): PersonBrief => ({ id, name: id, nameEn: id });

/** A signature that any of these people can give. */
export const slotOf = (people: readonly string[], more: Partial<Slot> = {}): Slot => ({
  people: people.map(brief),
  signedBy: null,
  added: false,
  ...more,
});

/** A step that is open since the request was sent. */
export const stepOf = (slots: readonly Slot[], more: Partial<RequestStep> = {}): RequestStep => ({
  id: 's0',
  name: words('Step'),
  mode: 'any',
  note: null,
  slots,
  openedAt: SENT,
  openedRev: 1,
  ...more,
});

export const later = { openedAt: null, openedRev: null } as const;

/** A request of `me` that waits for `a` since Monday morning, and then for `b`. */
export function requestOf(more: Partial<RequestDocument> = {}): RequestDocument {
  return {
    _id: 'R1',
    rev: 1,
    keyHash: 'h',
    hash: 'h',
    typeId: 'trip',
    version: 1,
    kind: 'trip',
    typeName: words('Trip'),
    form: [],
    flow: { steps: [], cc: [], escalateAfterHours: 0 },
    values: {},
    applicant: brief('me'),
    applicantId: 'me',
    departmentId: 'D',
    teamId: 'a',
    state: 'pending',
    cancels: null,
    cancelledBy: null,
    title: words('Trip to Suzhou'),
    period: null,
    spanFrom: hoursLater(24),
    spanTo: hoursLater(48),
    amountMinutes: null,
    amountFen: null,
    days: [],
    reason: '',
    files: { first: [], total: 0 },
    facts: [],
    warnings: [],
    steps: [stepOf([slotOf(['a'])]), stepOf([slotOf(['b'])], { id: 's1', ...later })],
    at: 0,
    waitingFor: ['a'],
    decidedBy: [],
    ccIds: ['c'],
    timeline: [],
    submittedAt: SENT,
    decidedAt: null,
    touchedAt: SENT,
    urgedAt: null,
    urgent: false,
    rank: hoursLater(24),
    dueAt: hoursLater(24),
    changes: { onSubmit: NO_CHANGE, onApprove: NO_CHANGE, onReject: NO_CHANGE, onCancel: NO_CHANGE },
    sideEffects: null,
    effectRev: 1,
    effects: 'done',
    outbox: [],
    draft: null,
    unchecked: false,
    ...more,
  };
}
