import type { LeaverItem, Leaving } from '#contracts/one-off-pay';
import type { Fen, PayStep } from '#contracts/pay';
import { errorText } from '../../../../locales/error-text';
import { moneyText, personName } from '../../../../locales/request-text';
import type { TextKey } from '../../../../locales/texts';
import type { Words } from '../../../../locales/words';
import { dayShort, dayText, monthText } from '../../../../utils/dates';
import { formulaText, inputTexts, ruleText, stepName } from '../../step-text';
import {
  amountOf,
  type LeaversModel,
  type LeavingForm,
  leavingOf,
  meanDoubts,
  REASONS,
} from './leavers.model';

const DAY_MINUTES = 480;

/** Who leaves in a month, what is paid out, and what HR decides about severance. */
export function leaversView(model: LeaversModel, t: Words) {
  const { month, current, items, isFinal, form, busy, failure } = model;
  return {
    mode: items ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, t) : '',
    month: monthText(month, t),
    canLater: month < current,
    isEmpty: items?.length === 0,
    isFinal,
    final: isFinal && items !== null && items.length > 0 ? t.t('leavers.final') : '',
    rows: (items ?? []).map((each, at) => rowOf(each, at, model, t)),
    busy,
    canSave: form !== null && leavingOf(form, month) !== null && !busy,
    isEditing: form !== null,
    text: {
      loadFailed: t.t('leavers.loadFailed'),
      retry: t.t('common.retry'),
      cancel: t.t('common.cancel'),
      earlier: t.t('payRun.earlier'),
      later: t.t('payRun.later'),
      none: t.t('leavers.none'),
      noneText: t.t('leavers.noneText'),
      reason: t.t('leavers.reason'),
      notice: t.t('leavers.notice'),
      meanWage: t.t('leavers.meanWage'),
      meanHint: t.t('leavers.meanHint'),
      average: t.t('leavers.average', { year: Number(month.slice(0, 4)) - 1 }),
      averageHint: t.t('leavers.averageHint'),
      averageSource: t.t('leavers.averageSource'),
      averageSourceHint: t.t('leavers.averageSourceHint'),
      save: t.t('yearBonus.save'),
    },
  };
}

function rowOf(item: LeaverItem, at: number, { form }: LeaversModel, t: Words) {
  const { person, hiredOn, lastDay, unused, leaving, lines, warnings } = item;
  return {
    at,
    key: person.id,
    name: personName(person, t),
    span: t.t('leavers.span', { from: dayShort(hiredOn, t), to: dayText(lastDay, t) }),
    unused: [
      unused.annual > 0 ? t.t('leavers.annual', { days: daysText(unused.annual) }) : '',
      unused.compTime > 0 ? t.t('leavers.compTime', { days: daysText(unused.compTime) }) : '',
    ].filter((each) => each !== ''),
    noUnused: unused.annual + unused.compTime === 0 ? t.t('leavers.noUnused') : '',
    reason: leaving ? t.t(`leavers.reasons.${leaving.reason}`) : '',
    undecided: leaving ? '' : t.t('leavers.undecided'),
    lines: lines.map((line) => lineOf(line, t)),
    warnings: warnings.map(({ code, inputs }) =>
      t.t(`payWarnings.${code.replace(/\W/g, '_')}` as TextKey, inputTexts(inputs, t)),
    ),
    edit: leaving ? t.t('leavers.change') : t.t('leavers.decide'),
    form: form?.employeeId === person.id ? formOf(form, t) : null,
  };
}

const daysText = (minutes: number): string => String(Math.round((minutes / DAY_MINUTES) * 100) / 100);

const lineOf = (line: PayStep, t: Words) => ({
  id: line.id,
  name: stepName(line, t),
  amount: moneyText(line.amount),
  formula: formulaText(line, false, t),
  rule: ruleText(line.rule, t),
});

function formOf(form: LeavingForm, t: Words) {
  const wrong = (text: string) => (amountOf(text) === undefined ? t.t('salary.wrong') : '');
  return {
    reasons: REASONS.map((id) => ({ id, on: id === form.reason, name: t.t(`leavers.reasons.${id}`) })),
    asksNotice: form.reason === 'dismissed',
    notices: (['given', 'paid'] as const).map((id) => ({
      ...{ id, on: id === form.notice, name: t.t(`leavers.notices.${id}`) },
    })),
    ...{ meanWage: form.meanWage, meanProblem: wrong(form.meanWage) },
    ...{ average: form.average, averageProblem: wrong(form.average) },
    ...{ asksSource: form.average.trim() !== '', averageSource: form.averageSource },
  };
}

/** What is asked before a mean wage is saved; empty for nothing. */
export function meanQuestion(leaving: Leaving, item: LeaverItem, t: Words): string {
  const { far, cap } = meanDoubts(leaving, item);
  const mean = moneyText(leaving.meanWage ?? (0 as Fen));
  return [
    far ? t.t('leavers.meanFar', { mean, last: moneyText(item.lastWage) }) : '',
    cap === null ? '' : t.t('leavers.meanCapped', { cap: moneyText(cap) }),
  ]
    .filter((text) => text !== '')
    .join('\n');
}
