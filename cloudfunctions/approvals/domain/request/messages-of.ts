import type { LocalText } from '#contracts/common';
import type { MessageEvent } from '#contracts/message';
import type { PersonBrief } from '#contracts/person';
import type { NewEntry, RequestDocument } from './request';

type RequestMessage = RequestDocument['outbox'][number];

const nameOf = ({ name, nameEn }: Pick<PersonBrief, 'name' | 'nameEn'>): LocalText => ({
  'zh-CN': name,
  en: nameEn || name,
});

/** The messages of a change: to new approvers, to the applicant about the result, and to people in copy. */
export function messagesOf(
  before: RequestDocument | null,
  after: RequestDocument,
  entries: readonly NewEntry[],
): RequestMessage[] {
  return [...approverMessages(before, after, entries), ...resultMessages(before, after, entries)].filter(
    ({ to }) => to.length > 0,
  );
}

function approverMessages(
  before: RequestDocument | null,
  after: RequestDocument,
  entries: readonly NewEntry[],
) {
  if (entries.some(({ verb }) => verb === 'urge'))
    return [messageOf(after, 'request.urged', after.waitingFor, 'waiting')];
  const added = after.waitingFor.filter((id) => !before?.waitingFor.includes(id));
  const escalated = entries.some(({ verb, note }) => verb === 'escalate' && note === undefined);
  return [messageOf(after, escalated ? 'request.escalated' : 'request.waiting', added, 'waiting')];
}

/** Why it was rejected or returned. */
const commentIn = (entries: readonly NewEntry[]): string =>
  entries.find(({ verb }) => verb === 'reject' || verb === 'return')?.comment ?? '';

function resultMessages(
  before: RequestDocument | null,
  after: RequestDocument,
  entries: readonly NewEntry[],
): RequestMessage[] {
  if (!before || before.state === after.state) return [];
  switch (after.state) {
    case 'approved':
      return [
        messageOf(
          after,
          after.cancels && !after.shortens ? 'request.cancelled' : 'request.approved',
          [after.applicantId],
          'result',
        ),
        messageOf(after, 'request.cc', after.ccIds, null),
      ];
    case 'rejected':
      return [messageOf(after, 'request.rejected', [after.applicantId], 'result', commentIn(entries))];
    case 'returned':
      return [messageOf(after, 'request.returned', [after.applicantId], 'result', commentIn(entries))];
    default:
      return [];
  }
}

function messageOf(
  request: RequestDocument,
  event: MessageEvent,
  to: readonly string[],
  template: RequestMessage['template'],
  comment = '',
): RequestMessage {
  const { _id, rev, typeName, title, applicant, period, touchedAt, flow } = request;
  // What is said behind the second check stays there.
  const said = flow.isStrict ? '' : comment;
  return {
    _id: `${_id}-${rev}-${event}`,
    event,
    to,
    data: { type: typeName, title, applicant: nameOf(applicant), ...(said && { comment: said }) },
    aboutId: _id,
    period,
    at: touchedAt,
    template,
  };
}
