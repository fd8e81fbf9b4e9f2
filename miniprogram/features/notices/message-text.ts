import type { Day, LocalText, Month } from '#contracts/common';
import type { InboxEntry, MessageEvent } from '#contracts/message';
import { spanText } from '../../common/attendance-text';
import type { TextKey } from '../../locales/texts';
import type { Words } from '../../locales/words';
import { dayText, monthText } from '../../utils/dates';

const SENTENCES: Readonly<Record<MessageEvent, TextKey>> = {
  'request.waiting': 'messages.request.waiting',
  'request.urged': 'messages.request.urged',
  'request.escalated': 'messages.request.escalated',
  'request.approved': 'messages.request.approved',
  'request.rejected': 'messages.request.rejected',
  'request.returned': 'messages.request.returned',
  'request.cc': 'messages.request.cc',
  'request.cancelled': 'messages.request.cancelled',
  'handover.assigned': 'messages.handover.assigned',
  'comp-time.expiring': 'messages.comp-time.expiring',
  'attendance.flagged': 'messages.attendance.flagged',
  'month.unlock-asked': 'messages.month.unlock-asked',
  'month.unlock-refused': 'messages.month.unlock-refused',
  'month.unlocked': 'messages.month.unlocked',
};

const DAYS: ReadonlySet<string> = new Set(['day', 'lastDay']);

function spoken(name: string, value: string | number | LocalText, words: Words): string | number {
  if (typeof value === 'object') return words.pick(value);
  if (name === 'month') return monthText(value as Month, words);
  return DAYS.has(name) ? dayText(value as Day, words) : value;
}

/** What happened, in one sentence. */
export function messageTitle({ event, data }: InboxEntry, words: Words): string {
  const facts = Object.entries(data).map(([name, value]) => [name, spoken(name, value, words)]);
  const span = typeof data.minutes === 'number' ? { span: spanText(data.minutes, words) } : {};
  return words.t(SENTENCES[event], { ...Object.fromEntries(facts), ...span });
}

/** What it is about, where the sentence does not say it. */
export function messageDetail({ data: { title } }: InboxEntry, words: Words): string {
  if (title === undefined) return '';
  return typeof title === 'object' ? words.pick(title) : String(title);
}
