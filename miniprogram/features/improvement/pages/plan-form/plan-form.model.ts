import type { Day } from '#contracts/common';
import type { MeasureKind, MetricOption, PlanDraft, PlanMetric, PlanState } from '#contracts/improvement';
import { cleanLine, cleanText } from '../../../../common/clean-text';
import type { Failure } from '../../../../services/client-error';
import { addDays } from '../../../../utils/dates';
import { newKey } from '../../../../utils/new-key';
import { isNoNumber, numberIn } from '../../number-in';

export interface MeasureForm {
  readonly id: string;
  readonly kind: MeasureKind;
  readonly text: string;
  readonly dueOn: Day;
  /** Done ones stay as they are. */
  readonly isDone: boolean;
}

/** A metric as it is typed. */
export interface TypedMetric {
  readonly name: string;
  readonly unit: string;
  readonly better: 'less' | 'more';
  readonly source: string;
  readonly value: string;
  readonly count: string;
  readonly from: Day;
  readonly to: Day;
}

export const METRICS = ['none', 'keyResult', 'typed'] as const;
export type MetricKind = (typeof METRICS)[number];

export interface PlanFormModel {
  /** Of an existing plan; empty for a new one. */
  readonly id: string;
  readonly employeeId: string;
  readonly key: string;
  readonly rev: number;
  readonly state: PlanState;
  /** An existing plan is loaded before it can be written. */
  readonly isLoaded: boolean;
  readonly title: string;
  readonly from: Day;
  readonly until: Day;
  readonly measures: readonly MeasureForm[];
  readonly metricKind: MetricKind;
  readonly typed: TypedMetric;
  readonly options: readonly MetricOption[] | null;
  readonly option: MetricOption | null;
  readonly target: string;
  readonly choosing: boolean;
  readonly reason: string;
  readonly changed: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** Days that a plan runs unless others are chosen. */
const PLAN_DAYS = 30;
export const MOST_MEASURES = 10;

export const newMeasure = (dueOn: Day): MeasureForm => ({
  ...{ id: newKey().slice(0, 24), kind: 'step', text: '', dueOn, isDone: false },
});

export function blankPlan(id: string, employeeId: string, today: Day): PlanFormModel {
  const until = addDays(today, PLAN_DAYS);
  return {
    ...{ id, employeeId, key: newKey(), rev: 0, state: 'draft', isLoaded: id === '', title: '' },
    ...{ from: today, until, measures: [newMeasure(until)], metricKind: 'none' },
    typed: {
      ...{ name: '', unit: '', better: 'less', source: '', value: '', count: '' },
      ...{ from: addDays(today, -PLAN_DAYS), to: addDays(today, -1) },
    },
    ...{ options: null, option: null, target: '', choosing: false, reason: '' },
    ...{ changed: false, busy: false, failure: null },
  };
}

const textOf = (value: number | null): string => (value === null ? '' : String(value));

/** The metric of a plan as the form has it. */
export function metricForm(metric: PlanMetric | null, before: TypedMetric): Partial<PlanFormModel> {
  if (!metric) return { metricKind: 'none' };
  const { name, unit, better, source, keyResult, baseline, target } = metric;
  const { value, count, from, to } = baseline;
  if (!keyResult)
    return {
      ...{ metricKind: 'typed', target: textOf(target) },
      typed: { ...before, name, unit, better, source, value: String(value), count: textOf(count), from, to },
    };
  const option = { ...keyResult, title: name, unit, better, value, target, from, to };
  return { metricKind: 'keyResult', option, target: textOf(target) };
}

function metricOf(model: PlanFormModel): PlanMetric | null | 'missing' {
  const { metricKind, option, typed } = model;
  if (metricKind === 'none') return null;
  if (isNoNumber(model.target)) return 'missing';
  const target = numberIn(model.target);
  if (metricKind === 'keyResult') {
    if (!option) return 'missing';
    const { cycleId, keyResultId, title: name, unit, better, value, from, to } = option;
    const baseline = { value, count: null, from, to };
    return { name, unit, better, source: name, keyResult: { cycleId, keyResultId }, baseline, target };
  }
  const [name, source, value] = [cleanLine(typed.name), cleanLine(typed.source), numberIn(typed.value)];
  if (name === '' || source === '' || value === null || isNoNumber(typed.count)) return 'missing';
  const baseline = { value, count: numberIn(typed.count), from: typed.from, to: typed.to };
  const { unit, better } = typed;
  return { name, unit: cleanLine(unit), better, source, keyResult: null, baseline, target };
}

/** What would be saved; null as long as something is missing. */
export function draftOf(model: PlanFormModel): PlanDraft | null {
  const { from, until } = model;
  const title = cleanLine(model.title);
  const metric = metricOf(model);
  const measures = model.measures
    .map(({ id, kind, text, dueOn }) => ({ id, kind, text: cleanText(text), dueOn }))
    .filter(({ text }) => text !== '');
  if (title === '' || metric === 'missing' || until < from) return null;
  if (measures.some(({ dueOn }) => dueOn < from || dueOn > until)) return null;
  return { title, from, until, measures, metric };
}
