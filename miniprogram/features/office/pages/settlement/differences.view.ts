import type { MonthAttendance } from '#contracts/month';
import type { SettlementDifference } from '#contracts/settlement';
import { personName } from '../../../../locales/request-text';
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
  'missing',
  'absent',
  'leave',
  'trip',
  'field',
];

const changeOf = (before: string | number, after: string | number, words: Words): string =>
  words.t('settlement.change', { before, after });

/** One person: days with another state now, and changed totals. */
export function differenceRow(difference: SettlementDifference, words: Words) {
  const { id, settled, now } = difference;
  const name = personName(difference, words);
  const totals = TOTALS.filter((key) => settled[key] !== now[key]).map((key) => ({
    key,
    name: words.t(`settlement.totals.${key}`),
    change: changeOf(settled[key], now[key], words),
  }));
  const days = difference.days.map((each) => ({
    key: each.day,
    name: dayText(each.day, words),
    change: changeOf(words.t(`states.${each.settled}`), words.t(`states.${each.now}`), words),
  }));
  const changes = [...days, ...totals].map((line) => `${line.name} ${line.change}`);
  const label = words.t('settlement.label', { name, changes: changes.join(words.t('common.listSeparator')) });
  return { id, name, days, totals, label };
}
