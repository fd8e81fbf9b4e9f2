import type { Day, LocalText, Month } from '#contracts/common';
import type { InboxEntry, MessageEvent } from '#contracts/message';
import { spanText } from '../../common/attendance-text';
import { cycleText, kindOfCycle } from '../../locales/cycle-text';
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
  'appraisal.started': 'messages.appraisal.started',
  'appraisal.late': 'messages.appraisal.late',
  'review.asked': 'messages.review.asked',
  'review.reopened': 'messages.review.reopened',
  'handover.assigned': 'messages.handover.assigned',
  'goal.pushed': 'messages.goal.pushed',
  'goal.changed': 'messages.goal.changed',
  'goal.countered': 'messages.goal.countered',
  'goal.confirmed': 'messages.goal.confirmed',
  'goal.accepted': 'messages.goal.accepted',
  'goal.withdrawn': 'messages.goal.withdrawn',
  'goal.amended': 'messages.goal.amended',
  'goal.dropped': 'messages.goal.dropped',
  'goal.push-amended': 'messages.goal.push-amended',
  'goal.push-dropped': 'messages.goal.push-dropped',
  'goal.gave-way': 'messages.goal.gave-way',
  'goal.align-asked': 'messages.goal.align-asked',
  'goal.align-accepted': 'messages.goal.align-accepted',
  'goal.align-declined': 'messages.goal.align-declined',
  'goal.align-lost': 'messages.goal.align-lost',
  'goal.quiet': 'messages.goal.quiet',
  'goal.quiet-below': 'messages.goal.quiet-below',
  'goal.unconfirmed': 'messages.goal.unconfirmed',
  'goal.unconfirmed-below': 'messages.goal.unconfirmed-below',
  'comp-time.expiring': 'messages.comp-time.expiring',
  'attendance.flagged': 'messages.attendance.flagged',
  'picture.hidden-own': 'messages.picture.hidden-own',
  'picture.hidden-unused': 'messages.picture.hidden-unused',
  'picture.hidden-goal': 'messages.picture.hidden-goal',
  'picture.hidden': 'messages.picture.hidden',
  'picture.unchecked': 'messages.picture.unchecked',
  'appraisal.published': 'messages.appraisal.published',
  'appraisal.appealed': 'messages.appraisal.appealed',
  'appraisal.answered': 'messages.appraisal.answered',
  'goal-review.handed-in': 'messages.goal-review.handed-in',
  'goal-review.confirmed': 'messages.goal-review.confirmed',
  'plan.opened': 'messages.plan.opened',
  'plan.written': 'messages.plan.written',
  'plan.agreed': 'messages.plan.agreed',
  'plan.changed': 'messages.plan.changed',
  'plan.decided': 'messages.plan.decided',
  'plan.dropped': 'messages.plan.dropped',
  'feedback.given': 'messages.feedback.given',
  'feedback.praised': 'messages.feedback.praised',
  'feedback.asked': 'messages.feedback.asked',
  'feedback.answered': 'messages.feedback.answered',
  'feedback.declined': 'messages.feedback.declined',
  'feedback.replied': 'messages.feedback.replied',
  'payslip.published': 'messages.payslip.published',
  'payslip.corrected': 'messages.payslip.corrected',
  'payslip.unconfirmed': 'messages.payslip.unconfirmed',
  'payslip.answered': 'messages.payslip.answered',
  'pay.disputed': 'messages.pay.disputed',
  'pay.to-lock': 'messages.pay.to-lock',
  'pay.to-publish': 'messages.pay.to-publish',
  'pay.account-changed': 'messages.pay.account-changed',
  'pay.pass-reset': 'messages.pay.pass-reset',
  'deduction.accepted': 'messages.deduction.accepted',
  'deduction.returned': 'messages.deduction.returned',
  'month.unlock-asked': 'messages.month.unlock-asked',
  'month.unlock-refused': 'messages.month.unlock-refused',
  'month.unlocked': 'messages.month.unlocked',
};

const DAYS: ReadonlySet<string> = new Set(['day', 'lastDay', 'deadline']);

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
  if (name === 'cycle') return cycleText({ id: String(value), kind: kindOfCycle(String(value)) }, words);
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

/** Their sentences say what they are about. */
const TITLED: ReadonlySet<MessageEvent> = new Set([
  'request.recounted',
  'goal.align-asked',
  'goal.align-lost',
  'payslip.published',
  'payslip.corrected',
  'payslip.unconfirmed',
  'payslip.answered',
  'pay.disputed',
  'pay.to-lock',
  'pay.to-publish',
]);

/** What it is about and when, where the sentence does not say it. */
export function messageDetail({ event, data: { title }, period }: InboxEntry, words: Words): string {
  const isSaid = title === undefined || TITLED.has(event);
  const about = isSaid ? '' : typeof title === 'object' ? words.pick(title) : String(title);
  return [about, period ? periodText(period, words) : ''].filter(Boolean).join(words.t('common.separator'));
}

/** Why a request was rejected or returned. */
export const messageReason = ({ data: { comment } }: InboxEntry, words: Words): string =>
  typeof comment === 'string' ? words.t('messages.request.reason', { comment }) : '';
