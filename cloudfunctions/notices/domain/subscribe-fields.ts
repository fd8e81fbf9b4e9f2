import type { Instant, Language } from '#contracts/common';
import type { MessageEvent } from '#contracts/message';
import { clockOn, dayOf } from '../../shared/calendar/company-time';
import type { Message } from '../../shared/outbox/message';
import type { SubscribeTemplate, TemplateField } from '../../shared/outbox/subscribe-template';

/** In Chinese at most five characters, the limit of a `phrase`. */
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

/** Maximum number of characters by type of key (`thing1`), as specified by WeChat. */
const MAX_LENGTHS: Readonly<Record<string, number>> = { thing: 20, phrase: 5, name: 10 };
const MAX_OTHER_LENGTH = 20;
/** WeChat rejects empty values. */
const EMPTY_VALUE = '-';

/**
 * The values of a subscribe message by template key, in the person's language, truncated to WeChat's limits.
 */
export function subscribeFields(
  message: Message,
  { keys }: SubscribeTemplate,
  language: Language,
): Record<string, string> {
  const fields = Object.entries(keys) as [TemplateField, string][];
  return Object.fromEntries(
    fields.map(([field, key]) => {
      const kind = key.replace(/\d+$/, '');
      // A `phrase` allows Chinese characters only.
      const fieldLanguage = kind === 'phrase' ? 'zh-CN' : language;
      return [
        key,
        truncated(fieldText(field, message, fieldLanguage), MAX_LENGTHS[kind] ?? MAX_OTHER_LENGTH),
      ];
    }),
  );
}

function fieldText(field: TemplateField, message: Message, language: Language): string {
  if (field === 'at') return momentOf(message.at);
  if (field === 'state') return STATES[message.event][language];
  if (field === 'who') return textOf(message, 'applicant', language);
  const about = [textOf(message, 'type', language), textOf(message, 'title', language)];
  return about.filter((part) => part !== '').join(' ') || STATES[message.event][language];
}

function textOf({ data }: Message, key: string, language: Language): string {
  const value = data[key];
  if (value === undefined) return '';
  return typeof value === 'object' ? value[language] : String(value);
}

const momentOf = (at: Instant): string => `${dayOf(at)} ${clockOn(dayOf(at), at)}`;

function truncated(text: string, maxLength: number): string {
  const letters = [...text.replace(/[\s\p{Cc}]+/gu, ' ').trim()];
  if (letters.length === 0) return EMPTY_VALUE;
  return letters.length <= maxLength ? letters.join('') : `${letters.slice(0, maxLength - 1).join('')}…`;
}

/** The page opened by a tap on the message. */
export function pageOf({ event, aboutId }: Message): string {
  return event.startsWith('request.') && aboutId !== null
    ? `features/requests/pages/detail/detail?id=${encodeURIComponent(aboutId)}`
    : 'features/notices/pages/inbox/inbox';
}
