import type { AttendanceFlag } from '#contracts/attendance-flag';
import { dateTimeOf } from '../../shared/calendar/company-time';
import { wordsIn } from '../../shared/words/words';
import { type AboutPerson, nameIn, peopleFields } from './people-fields';
import { type Field, field } from './table';

export interface PersonFlag extends AboutPerson {
  readonly flag: AttendanceFlag;
}

/** One row per flag of the month's days. */
export const FLAG_FIELDS: readonly Field<PersonFlag>[] = [
  ...peopleFields<PersonFlag>(),
  field('日期', 'Date', 'date', 12, ({ flag }) => flag.day),
  field('原因', 'Reason', 'text', 20, ({ flag }, language) => wordsIn(language).t(`flagKinds.${flag.flag}`)),
  field(
    '打卡时间',
    'Punched',
    'text',
    24,
    ({ flag }) => flag.evidence.map(({ at }) => dateTimeOf(at).slice(11)).join(' / ') || null,
  ),
  field(
    '涉及的人',
    'Shared with',
    'text',
    24,
    ({ flag }, language) => flag.others.map((other) => nameIn(other, language)).join(' / ') || null,
  ),
  field('规则', 'Rule', 'text', 30, ({ flag: { rule } }, language) =>
    [rule.id, `v${rule.version}`, rule.source[language]].join(' '),
  ),
  field('结果', 'Result', 'text', 12, ({ flag }, language) =>
    wordsIn(language).t(`flagStates.${flag.state}`),
  ),
  field('核实人', 'Decided by', 'text', 14, ({ flag }, language) =>
    language === 'en' ? flag.decidedByNameEn || flag.decidedByName : flag.decidedByName,
  ),
  field('核实时间', 'Decided', 'moment', 17, ({ flag: { decidedAt } }) =>
    decidedAt === null ? null : dateTimeOf(decidedAt),
  ),
  field('说明', 'Note', 'text', 40, ({ flag }) => flag.note || null),
];
