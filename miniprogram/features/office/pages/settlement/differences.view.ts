import type { MonthAttendance, PayItems } from '#contracts/month';
import type { SettlementDifference } from '#contracts/settlement';
import { spanText } from '../../../../common/attendance-text';
import { leaveText, personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText } from '../../../../utils/dates';

export interface DifferencesModel {
  readonly items: readonly SettlementDifference[];
  /** Where the comparison goes on; null at its end. */
  readonly next: string | null;
  readonly state: 'idle' | 'comparing' | 'done';
  readonly failure: Failure | null;
}

export const noDifferences: DifferencesModel = { items: [], next: null, state: 'idle', failure: null };

type Total = keyof MonthAttendance['totals'];

const TOTALS: readonly Total[] = [
  'attended',
  'late',
  'lateMinutes',
  'early',
  'earlyMinutes',
  'missing',
  'absent',
  'leave',
  'trip',
  'field',
];

const changeOf = (before: string | number, after: string | number, words: Words): string =>
  words.t('settlement.change', { before, after });

/** Overtime, leave and corrections as lines of words and figures. */
function payLinesOf({ overtime, leave, corrections }: PayItems, words: Words): Map<string, Line> {
  const lines: Line[] = [
    ...overtime.map(({ payClass, compensation, minutes }) => ({
      key: `${payClass} ${compensation}`,
      name: words.t(`settlement.overtime.${compensation}`, { percent: payClass }),
      text: spanText(minutes, words),
    })),
    ...leave.map(({ typeId, name, paidShare, minutes }) => ({
      key: `${typeId} ${paidShare}`,
      name: words.t('settlement.leavePaid', { name: words.pick(name), percent: paidShare }),
      text: leaveText(minutes, words),
    })),
    { key: 'corrections', name: words.t('settlement.corrections'), text: String(corrections) },
  ];
  return new Map(lines.map((line) => [line.key, line]));
}

interface Line {
  readonly key: string;
  readonly name: string;
  readonly text: string;
}

function payLines({ pay }: SettlementDifference, words: Words) {
  if (!pay) return [];
  const [before, after] = [payLinesOf(pay.settled, words), payLinesOf(pay.now, words)];
  return [...new Map([...before, ...after]).values()].flatMap(({ key, name }) => {
    const [was, is] = [before.get(key)?.text ?? '0', after.get(key)?.text ?? '0'];
    return was === is ? [] : [{ key, name, change: changeOf(was, is, words) }];
  });
}

/** One person: days with another state now, and changed totals. */
export function differenceRow(difference: SettlementDifference, words: Words) {
  const { id, now } = difference;
  const settled: Partial<typeof now> = difference.settled ?? {};
  const isNew = difference.settled === null;
  const name = personName(difference, words);
  const totals = TOTALS.filter(
    (key) => !isNew && settled[key] !== undefined && settled[key] !== now[key],
  ).map((key) => ({
    key,
    name: words.t(`settlement.totals.${key}`),
    change: changeOf(settled[key] ?? 0, now[key] ?? 0, words),
  }));
  const days = difference.days.map((each) => ({
    key: each.day,
    name: dayText(each.day, words),
    change: changeOf(words.t(`states.${each.settled}`), words.t(`states.${each.now}`), words),
  }));
  const pay = payLines(difference, words);
  const changes = isNew
    ? [words.t('settlement.notSettled')]
    : [...days, ...totals, ...pay].map((line) => `${line.name} ${line.change}`);
  const label = words.t('settlement.label', { name, changes: changes.join(words.t('common.listSeparator')) });
  const note = isNew ? words.t('settlement.notSettled') : '';
  return { id, name, note, days, totals: [...totals, ...pay], label };
}
