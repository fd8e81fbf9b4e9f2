import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { Instant } from '#contracts/common';
import { dayOf } from '../../shared/calendar/company-time';
import type { Message } from '../../shared/outbox/message';

/** What somebody is told who owes something. The id is that of the day, so that HR and the timer tell it once together. */
export const lateMessage = (
  { _id, title, answersUntil }: AppraisalCycle,
  id: string,
  open: number,
  now: Instant,
): Omit<Message, 'delivery'> => ({
  _id: `appraisal-late:${_id}:${dayOf(now)}:${id}`,
  event: 'appraisal.late',
  to: [id],
  data: { title, count: open, day: answersUntil },
  aboutId: _id,
  at: now,
  template: 'waiting',
});
