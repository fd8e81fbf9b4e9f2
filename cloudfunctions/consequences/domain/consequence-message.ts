import type { Instant } from '#contracts/common';
import type { Recounted } from '../../approvals/public-recount';
import type { Employee } from '../../shared/kernel/employee';
import type { Message } from '../../shared/outbox/message';
import { type PersonChange, runOf, type SavedChange } from './saved-change';

type NewMessage = Omit<Message, 'delivery'>;

/**
 * What a change did to the requests of one person: one message, which names the first of them. The id derives
 * from the pass and that request, so that a repeated page tells nobody twice.
 */
export function recountMessage(change: SavedChange, results: readonly Recounted[], now: Instant): NewMessage {
  const [first] = results;
  if (!first) throw new RangeError('A message about no request');
  const { note, before: request } = first;
  return {
    _id: `${runOf(change)}:${request._id}`,
    event: 'request.recounted',
    to: [request.applicantId],
    data: {
      title: request.title,
      count: results.length,
      outcome: note.outcome,
      before: note.before,
      after: note.after,
      cause: note.cause,
      kind: request.kind,
      ...(note.unit && { unit: note.unit }),
    },
    period: results.length === 1 ? request.period : null,
    aboutId: request._id,
    at: now,
    template: null,
  };
}

/** To a person whose employment has changed, and to the managers if that concerns them. */
export function personMessage(
  { _id }: SavedChange,
  { id, what, before, managerId }: PersonChange,
  { name, nameEn }: Pick<Employee, 'name' | 'nameEn'>,
  now: Instant,
): NewMessage {
  const managers = what.includes('managerId') ? [before.managerId, managerId] : [];
  return {
    _id,
    event: 'person.changed',
    to: [id, ...managers.filter((each) => each !== null)],
    data: { person: { 'zh-CN': name, en: nameEn || name }, what: what.join() },
    aboutId: null,
    at: now,
    template: null,
  };
}

/** Requests of a pass that HR has to settle. */
export const openMessage = (change: SavedChange, to: readonly string[], now: Instant): NewMessage => ({
  _id: `${runOf(change)}:open`,
  event: 'change.open',
  to,
  data: { cause: change.cause, count: change.open - change.told },
  aboutId: null,
  at: now,
  template: null,
});
