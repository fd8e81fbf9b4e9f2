import type { MonthOpen, MonthSums, Settlement } from '#contracts/settlement';
import { spanText } from '../../../../common/attendance-text';
import type { Words } from '../../../../locales/words';
import type { DifferencesModel } from './differences.view';

interface ChecksModel {
  readonly run: Settlement | null | undefined;
  readonly open: MonthOpen | null;
  readonly mayClose: boolean;
  readonly differences: DifferencesModel;
}

const COUNTED = ['missing', 'unconfirmed', 'requests', 'flags'] as const;
type Counted = (typeof COUNTED)[number];

/** What is open in the month before it is locked; nothing of a month that is not settled to its end. */
function countsOf({ run, open }: ChecksModel): ReadonlyMap<Counted, number> {
  const sums = run?.sums;
  if (!run || !sums || !open || run.state === 'locked' || run.state === 'running') return new Map();
  const counts = { missing: sums.totals.missing, unconfirmed: sums.unconfirmed, ...open };
  return new Map(COUNTED.map((key) => [key, counts[key]]));
}

function changedText({ items, next, state, failure }: DifferencesModel, words: Words): string {
  if (state === 'comparing') return words.t('settlement.comparing');
  if (failure) return words.t('settlement.differencesFailed');
  if (items.length > 0) {
    const key = next === null ? 'settlement.changedPeople' : 'settlement.changedMore';
    return words.t(key, { count: items.length });
  }
  return words.t(state === 'done' ? 'settlement.nothing' : 'settlement.notCompared');
}

/** The list before the lock: each row opens what it counts; `changed` compares. */
export function checksOf(model: ChecksModel, words: Words) {
  const counts = countsOf(model);
  if (counts.size === 0 || !model.mayClose) return [];
  const rows = [...counts].map(([id, count]) => ({
    id: id as string,
    name: words.t(`settlement.checks.${id}`),
    value: count > 0 ? words.t(`settlement.counts.${id}`, { count }) : words.t('settlement.nothing'),
    tone: count > 0 ? 'warn' : 'ok',
    opens: count > 0,
  }));
  const { differences } = model;
  const isDone = differences.state === 'done' && differences.items.length === 0;
  const changed = {
    id: 'changed',
    name: words.t('settlement.checks.changed'),
    value: changedText(differences, words),
    tone: isDone ? 'ok' : differences.items.length > 0 ? 'warn' : 'plain',
    opens: differences.state === 'idle',
  };
  return [...rows, changed];
}

/** What is still open, for the question before the lock; empty if nothing is known to be. */
export function openText(model: ChecksModel, words: Words): string {
  const parts = [...countsOf(model)]
    .filter(([, count]) => count > 0)
    .map(
      ([id, count]) =>
        `${words.t(`settlement.checks.${id}`)} ${words.t(`settlement.counts.${id}`, { count })}`,
    );
  return parts.join(words.t('common.listSeparator'));
}

const TOTALS = ['attended', 'late', 'early', 'missing', 'absent', 'leave', 'trip', 'field'] as const;

/** Sums of the month over everybody; those that are zero are left out, but for days worked. */
export function sumsOf({ run }: ChecksModel, words: Words) {
  const sums: MonthSums | undefined = run?.sums;
  if (!sums || run?.state === 'running') return [];
  const totals = TOTALS.filter((key) => key === 'attended' || sums.totals[key] > 0).map((key) => ({
    key: key as string,
    name: words.t(`settlement.totals.${key}`),
    value: String(sums.totals[key]),
  }));
  const more = [
    {
      key: 'overtime',
      name: words.t('settlement.overtimeAll'),
      value: sums.overtimeMinutes > 0 ? spanText(sums.overtimeMinutes, words) : '',
    },
    {
      key: 'corrections',
      name: words.t('settlement.corrections'),
      value: sums.corrections > 0 ? String(sums.corrections) : '',
    },
  ];
  return [...totals, ...more.filter(({ value }) => value !== '')];
}
