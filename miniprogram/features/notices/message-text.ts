import type { Day, LocalText, Month } from '#contracts/common';
import type { InboxEntry, MessageEvent } from '#contracts/message';
import { spanText } from '../../common/attendance-text';
import { amountIn, periodText } from '../../locales/request-text';
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
  'request.recounted': 'messages.request.recounted',
  'change.open': 'messages.change.open',
  'person.changed': 'messages.person.changed',
  'person.office-bound': 'messages.person.office-bound',
  'data.faults': 'messages.data.faults',
  'own.shift': 'messages.own.shift',
  'own.site': 'messages.own.site',
  'own.calendar': 'messages.own.calendar',
  'handover.assigned': 'messages.handover.assigned',
  'comp-time.expiring': 'messages.comp-time.expiring',
  'attendance.flagged': 'messages.attendance.flagged',
  'picture.hidden-own': 'messages.picture.hidden-own',
  'picture.hidden-unused': 'messages.picture.hidden-unused',
  'picture.hidden': 'messages.picture.hidden',
  'picture.unchecked': 'messages.picture.unchecked',
  'month.unlock-asked': 'messages.month.unlock-asked',
  'month.unlock-refused': 'messages.month.unlock-refused',
  'month.unlocked': 'messages.month.unlocked',
};

const DAYS: ReadonlySet<string> = new Set(['day', 'lastDay']);

/** 主管、最后工作日. Input: names of settings, separated by commas. */
const settingNames = (what: string, words: Words): string =>
  what
    .split(',')
    .map((setting) => words.t(`messages.person.settings.${setting}` as TextKey))
    .join(words.t('common.listSeparator'));

function spoken(name: string, value: string | number | LocalText, words: Words): string | number {
  if (typeof value === 'object') return words.pick(value);
  if (name === 'what') return settingNames(String(value), words);
  if (name === 'cause') return words.t(`causes.${value}` as TextKey);
  if (name === 'month') return monthText(value as Month, words);
  return DAYS.has(name) ? dayText(value as Day, words) : value;
}

function recountSentence({ count, outcome, before, after }: InboxEntry['data']): TextKey {
  if (Number(count) > 1) return 'messages.request.recounted-many';
  if (outcome === 'ended') return 'messages.request.recounted-ended';
  if (outcome === 'open') return 'messages.request.recounted-open';
  return before === after ? 'messages.request.recounted-same' : 'messages.request.recounted';
}

/** What became of requests after a change: each outcome has a sentence of its own. */
function recountTitle(data: InboxEntry['data'], words: Words): string {
  const { count, before, after, cause, kind, title, unit } = data;
  const amount = (minutes: unknown) =>
    amountIn(String(kind), Number(minutes), words, unit === 'hour' ? 'hour' : undefined);
  const sentence = {
    cause: words.t(`causes.${cause}` as TextKey),
    title: typeof title === 'object' ? words.pick(title) : '',
    count: Number(count),
    before: amount(before),
    after: amount(after),
  };
  return words.t(recountSentence(data), sentence);
}

/** What happened, in one sentence. */
export function messageTitle({ event, data, handled }: InboxEntry, words: Words): string {
  if (event === 'request.recounted') return recountTitle(data, words);
  const facts = Object.entries(data).map(([name, value]) => [name, spoken(name, value, words)]);
  const span = typeof data.minutes === 'number' ? { span: spanText(data.minutes, words) } : {};
  return words.t(handled ? 'messages.request.handled' : SENTENCES[event], {
    ...Object.fromEntries(facts),
    ...span,
  });
}

/** What it is about and when, where the sentence does not say it. */
export function messageDetail({ event, data: { title }, period }: InboxEntry, words: Words): string {
  const isSaid = title === undefined || event === 'request.recounted';
  const about = isSaid ? '' : typeof title === 'object' ? words.pick(title) : String(title);
  return [about, period ? periodText(period, words) : ''].filter(Boolean).join(words.t('common.separator'));
}

/** Why a request was rejected or returned. */
export const messageReason = ({ data: { comment } }: InboxEntry, words: Words): string =>
  typeof comment === 'string' ? words.t('messages.request.reason', { comment }) : '';
