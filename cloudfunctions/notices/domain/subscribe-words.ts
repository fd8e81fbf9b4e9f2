import type { Instant, Language } from '#contracts/common';
import type { MessageEvent } from '#contracts/message';
import { clockOn, dayOf } from '../../shared/calendar/company-time';
import type { Message } from '../../shared/outbox/message';
import type { SubscribeTemplate, TemplateField } from '../../shared/outbox/subscribe-template';

/** In Chinese at most five characters, which is what a `phrase` takes. */
const STATES: Readonly<Record<MessageEvent, Readonly<Record<Language, string>>>> = {
  'request.waiting': { 'zh-CN': '待审批', en: 'Waiting for you' },
  'request.urged': { 'zh-CN': '催办', en: 'Reminder' },
  'request.escalated': { 'zh-CN': '转交审批', en: 'Escalated to you' },
  'request.approved': { 'zh-CN': '已同意', en: 'Approved' },
  'request.rejected': { 'zh-CN': '已拒绝', en: 'Rejected' },
  'request.returned': { 'zh-CN': '已退回', en: 'Returned' },
  'request.cc': { 'zh-CN': '抄送', en: 'For information' },
  'request.cancelled': { 'zh-CN': '已撤销', en: 'Cancelled' },
  'handover.assigned': { 'zh-CN': '工作交接', en: 'Handover' },
  'comp-time.expiring': { 'zh-CN': '调休将到期', en: 'Comp time expires' },
  'attendance.flagged': { 'zh-CN': '考勤待核实', en: 'Attendance to check' },
};

/** Most characters by the kind of a key (`thing1`), as WeChat's limits of parameters have it. */
const MAX_LENGTHS: Readonly<Record<string, number>> = { thing: 20, phrase: 5, name: 10 };
const MAX_OTHERS = 20;
/** WeChat takes no empty value. */
const NOTHING = '-';

/** The values of a subscribe message by the template's keys, in the person's language, none too long. */
export function subscribeFields(
  message: Message,
  { keys }: SubscribeTemplate,
  language: Language,
): Record<string, string> {
  const fields = Object.entries(keys) as [TemplateField, string][];
  return Object.fromEntries(
    fields.map(([field, key]) => {
      const kind = key.replace(/\d+$/, '');
      // A phrase takes Chinese characters alone.
      const spoken = kind === 'phrase' ? 'zh-CN' : language;
      return [key, cut(fieldText(field, message, spoken), MAX_LENGTHS[kind] ?? MAX_OTHERS)];
    }),
  );
}

function fieldText(field: TemplateField, message: Message, language: Language): string {
  if (field === 'at') return momentOf(message.at);
  if (field === 'state') return STATES[message.event][language];
  if (field === 'who') return wordOf(message, 'applicant', language);
  const about = [wordOf(message, 'type', language), wordOf(message, 'title', language)];
  return about.filter((part) => part !== '').join(' ') || STATES[message.event][language];
}

function wordOf({ data }: Message, key: string, language: Language): string {
  const value = data[key];
  if (value === undefined) return '';
  return typeof value === 'object' ? value[language] : String(value);
}

const momentOf = (at: Instant): string => `${dayOf(at)} ${clockOn(dayOf(at), at)}`;

function cut(text: string, most: number): string {
  const letters = [...text.replace(/[\s\p{Cc}]+/gu, ' ').trim()];
  if (letters.length === 0) return NOTHING;
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`;
}

/** Where a tap on the message leads. */
export function pageOf({ event, aboutId }: Message): string {
  return event.startsWith('request.') && aboutId !== null
    ? `features/requests/pages/detail/detail?id=${encodeURIComponent(aboutId)}`
    : 'features/notices/pages/inbox/inbox';
}
