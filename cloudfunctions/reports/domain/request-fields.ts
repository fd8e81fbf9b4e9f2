import type { Day, Language } from '#contracts/common';
import type { Period } from '#contracts/form';
import { clockText } from '../../../miniprogram/common/attendance-text';
import { namedHalves } from '../../../miniprogram/common/named-halves';
import { requestNumber } from '../../../miniprogram/common/request-number';
import { LEAVE_DAY_MINUTES } from '../../../miniprogram/common/units';
import type { SubmittedRequest } from '../../approvals/public';
import { clock, dateTimeOf } from '../../shared/calendar/company-time';
import { type Words, wordsIn } from '../../shared/words/words';
import { type AboutPerson, peopleFields } from './people-fields';
import { type Field, field, optional } from './table';

export interface PersonRequest extends AboutPerson {
  readonly request: Omit<SubmittedRequest, 'applicantId'>;
}

const rounded = (figure: number): number => Math.round(figure * 1_000) / 1_000;

/** The same days and halves as on the screen, in the dates of a table. */
function daysText(period: Exclude<Period, { unit: 'hour' }>, words: Words): string {
  const { first, last } = period.unit === 'half' ? namedHalves(period) : { first: null, last: null };
  const half = (day: Day, part: 1 | 2 | null) => (part ? `${day} ${words.t(`halves.${part}`)}` : day);
  const from = half(period.from, first);
  return period.from === period.to ? from : `${from} – ${half(period.to, last)}`;
}

function periodText(period: Period, language: Language): string {
  const words = wordsIn(language);
  if (period.unit !== 'hour') return daysText(period, words);
  const [start, end] = [period.start, period.end].map((minutes) => clockText(clock(minutes), words));
  return `${period.from} ${start} – ${end}`;
}

/** Leave asked for in hours is in hours, other leave in days; null for what is in the other column. */
function leaveOf(
  { kind, period, amountMinutes }: PersonRequest['request'],
  unit: 'day' | 'hour',
): number | null {
  const isHours = period?.unit === 'hour';
  if (kind !== 'leave' || amountMinutes === null || isHours !== (unit === 'hour')) return null;
  return rounded(amountMinutes / (isHours ? 60 : LEAVE_DAY_MINUTES));
}

/** Names of those who approved or rejected, in their order. */
function approversOf({ timeline }: PersonRequest['request'], language: Language): string {
  const decided = timeline.filter(({ verb }) => verb === 'approve' || verb === 'reject');
  const names = decided.map(({ byName, byNameEn }) => (language === 'en' ? byNameEn || byName : byName));
  return [...new Set(names)].join(language === 'en' ? ', ' : '、');
}

const slotOf = ({ values }: PersonRequest['request']) => (values.slot === 'out' ? 'out' : 'in');

/** One row per request sent in the month. */
export const REQUEST_FIELDS: readonly Field<PersonRequest>[] = [
  ...peopleFields<PersonRequest>(),
  field('编号', 'Request no.', 'text', 24, ({ person, request }) =>
    requestNumber(person._id, request.submittedAt),
  ),
  field('类型', 'Type', 'text', 14, ({ request }, language) => request.typeName[language]),
  field('内容', 'Content', 'text', 20, ({ request }, language) => request.title[language]),
  field('时间', 'Period', 'text', 30, ({ request: { period } }, language) =>
    period ? periodText(period, language) : null,
  ),
  field('请假（天）', 'Leave (days)', 'days', 11, ({ request }) => leaveOf(request, 'day')),
  optional(field('请假（小时）', 'Leave (hours)', 'hours', 11, ({ request }) => leaveOf(request, 'hour'))),
  field('加班（小时）', 'Overtime (hours)', 'hours', 13, ({ request: { kind, amountMinutes } }) =>
    kind === 'overtime' && amountMinutes !== null ? rounded(amountMinutes / 60) : null,
  ),
  field('金额（元）', 'Amount (yuan)', 'yuan', 13, ({ request: { amountFen } }) =>
    amountFen === null ? null : amountFen / 100,
  ),
  field('事由', 'Reason', 'text', 40, ({ request }) => request.reason || null),
  optional(
    field('补的卡', 'Punch', 'text', 9, ({ request }, language) =>
      request.kind === 'correction' ? wordsIn(language).t(`slot.${slotOf(request)}`) : null,
    ),
  ),
  optional(
    field('补卡时间', 'Claimed time', 'moment', 17, ({ request }) =>
      request.kind === 'correction' ? dateTimeOf(request.spanFrom) : null,
    ),
  ),
  field('状态', 'State', 'text', 11, ({ request }, language) =>
    wordsIn(language).t(`requestStates.${request.state}`),
  ),
  field('审批人', 'Approvers', 'text', 20, ({ request }, language) => approversOf(request, language) || null),
  field('提交时间', 'Sent', 'moment', 17, ({ request }) => dateTimeOf(request.submittedAt)),
  field('办结时间', 'Decided', 'moment', 17, ({ request: { decidedAt } }) =>
    decidedAt === null ? null : dateTimeOf(decidedAt),
  ),
];
