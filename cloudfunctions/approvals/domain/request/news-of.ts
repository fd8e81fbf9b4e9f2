import type { LocalText } from '#contracts/common';
import type { MessageEvent } from '#contracts/message';
import type { PersonBrief } from '#contracts/person';
import type { NewEntry, RequestDocument } from './request';

type News = RequestDocument['outbox'][number];

const nameOf = ({ name, nameEn }: Pick<PersonBrief, 'name' | 'nameEn'>): LocalText => ({
  'zh-CN': name,
  en: nameEn || name,
});

/** Whom a change is told: approvers of what waits for them now, the applicant of the result, then the copies. */
export function newsOf(
  before: RequestDocument | null,
  after: RequestDocument,
  entries: readonly NewEntry[],
): News[] {
  return [...waitingNews(before, after, entries), ...resultNews(before, after)].filter(
    ({ to }) => to.length > 0,
  );
}

function waitingNews(before: RequestDocument | null, after: RequestDocument, entries: readonly NewEntry[]) {
  if (entries.some(({ verb }) => verb === 'urge'))
    return [news(after, 'request.urged', after.waitingFor, 'waiting')];
  const fresh = after.waitingFor.filter((id) => !before?.waitingFor.includes(id));
  const escalated = entries.some(({ verb, note }) => verb === 'escalate' && note === undefined);
  return [news(after, escalated ? 'request.escalated' : 'request.waiting', fresh, 'waiting')];
}

function resultNews(before: RequestDocument | null, after: RequestDocument): News[] {
  if (!before || before.state === after.state) return [];
  switch (after.state) {
    case 'approved':
      return [
        news(after, after.cancels ? 'request.cancelled' : 'request.approved', [after.applicantId], 'result'),
        news(after, 'request.cc', after.ccIds, null),
      ];
    case 'rejected':
      return [news(after, 'request.rejected', [after.applicantId], 'result')];
    case 'returned':
      return [news(after, 'request.returned', [after.applicantId], 'result')];
    default:
      return [];
  }
}

function news(
  request: RequestDocument,
  event: MessageEvent,
  to: readonly string[],
  template: News['template'],
): News {
  const { _id, rev, typeName, title, applicant, touchedAt } = request;
  return {
    _id: `${_id}-${rev}-${event}`,
    event,
    to,
    data: { type: typeName, title, applicant: nameOf(applicant) },
    aboutId: _id,
    at: touchedAt,
    template,
  };
}
