import type { Day } from '#contracts/common';
import { cycleText } from '../../../../locales/cycle-text';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import { dayText } from '../../../../utils/dates';
import { partsText } from '../../cycle-words';
import {
  asksGroups,
  asksPeers,
  type DateField,
  LIMITS,
  percentsOf,
  problemOf,
  type SetupModel,
  type StepField,
  sumOf,
  templateOf,
  titleIn,
} from './setup.model';

/** Setting up a cycle from a template, for HR. */
export function setupView(model: SetupModel, t: Words) {
  const { setup, failure, busy, choosing } = model;
  const problem = problemOf(model);
  const sum = sumOf(model);
  return {
    mode: setup ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, t) : '',
    templates: (setup?.templates ?? []).map((each) => ({
      id: each.id,
      name:
        each.about === null ? t.t('appraisalSetup.earlier', { title: t.pick(each.name) }) : t.pick(each.name),
      about: each.about ? t.pick(each.about) : '',
      parts: partsText(each.parts, t),
      on: each.id === model.template,
    })),
    periods: (setup?.periods ?? []).map((each) => ({
      id: each.id,
      name: cycleText(each, t),
      on: each.id === model.goalCycleId,
      isTaken: each.isTaken && each.id !== model.goalCycleId,
    })),
    noPeriod: noPeriodText(model, t),
    isNew: model.rev === 0,
    scope: scopeOf(model, t),
    choosing,
    options: choosing ? optionsOf(model, t) : [],
    hired: dateRow(model, 'hiredUntil', t),
    dates: [
      ...(asksPeers(model) ? (['peersUntil', 'confirmUntil'] as const) : []),
      'answersUntil' as const,
    ].map((field) => dateRow(model, field, t)),
    appeal: stepRow(model, 'appealDays', t),
    title: titleIn(model),
    shares: percentsOf(model).map(({ id }) => ({
      id,
      name: t.pick(templateOf(model)?.parts.find((part) => part.id === id)?.name ?? { 'zh-CN': id, en: id }),
      value: model.shares[id] ?? '',
    })),
    sum: t.t(sum === 100 ? 'appraisalSetup.sum' : 'appraisalSetup.sumWrong', { sum }),
    sumTone: sum === 100 ? 'ok' : 'bad',
    threshold: asksGroups(model) ? stepRow(model, 'threshold', t) : null,
    least: asksPeers(model) ? stepRow(model, 'least', t) : null,
    problem: model.changed || model.rev > 0 ? problemText(model, t) : '',
    ready: problem === null && !busy,
    text: textsOf(t),
  };
}

function problemText(model: SetupModel, t: Words): string {
  const problem = problemOf(model);
  switch (problem) {
    case null:
      return '';
    case 'template':
      return t.t('appraisalSetup.needTemplate');
    case 'period':
      return t.t('appraisalSetup.needPeriod');
    case 'title':
      return t.t('appraisalSetup.needTitle');
    case 'shares':
      return t.t('appraisalSetup.sumWrong', { sum: sumOf(model) });
    case 'order':
      return t.t('appraisalSetup.order');
    case 'few':
      return t.t('appraisalSetup.few', { count: model.threshold });
  }
}

const dateRow = ({ dates }: SetupModel, field: DateField, t: Words) => ({
  field,
  label: t.t(`appraisalSetup.${field}`),
  day: (dates?.[field] ?? '') as Day | '',
  text: dates ? dayText(dates[field], t) : '–',
});

function stepRow(model: SetupModel, field: StepField, t: Words) {
  const [least, most] = LIMITS[field];
  const label = t.t(`appraisalSetup.${field === 'least' ? 'peers' : field}`);
  const value = model[field];
  return {
    ...{ field, label, value, canLess: value > least, canMore: value < most },
    less: t.t('appraisalSetup.less', { name: label }),
    more: t.t('appraisalSetup.more', { name: label }),
  };
}

/** Why no period can be chosen, and where the next one is made; empty if one can. */
function noPeriodText({ setup, rev }: SetupModel, t: Words): string {
  if (!setup || rev > 0) return '';
  if (setup.periods.length === 0) return t.t('appraisalSetup.noPeriod');
  return setup.periods.every(({ isTaken }) => isTaken) ? t.t('appraisalSetup.allTaken') : '';
}

function scopeOf({ departments, setup }: SetupModel, t: Words): string {
  if (departments.length === 0) return t.t('appraisalSetup.everybody');
  const [only] = departments;
  const name = setup?.departments.find(({ id }) => id === only)?.name;
  return departments.length === 1 && name
    ? t.pick(name)
    : t.t('appraisalSetup.some', { count: departments.length });
}

/** Departments below the company, each below its parent. */
function optionsOf({ setup, departments }: SetupModel, t: Words) {
  const all = setup?.departments ?? [];
  const below = (
    parentId: string,
    level: number,
  ): { id: string; name: string; level: number; on: boolean }[] =>
    all
      .filter((each) => each.parentId === parentId)
      .flatMap(({ id, name }) => [
        { id, name: t.pick(name), level: Math.min(level, 4), on: departments.includes(id) },
        ...below(id, level + 1),
      ]);
  return all.filter(({ parentId }) => parentId === null).flatMap(({ id }) => below(id, 0));
}

const textsOf = (t: Words) => ({
  retry: t.t('common.retry'),
  loadFailed: t.t('appraisals.loadFailed'),
  template: t.t('appraisalSetup.template'),
  period: t.t('appraisalSetup.period'),
  taken: t.t('appraisalSetup.taken'),
  who: t.t('appraisalSetup.who'),
  choose: t.t('appraisalSetup.choose'),
  chooseNote: t.t('appraisalSetup.chooseNote'),
  chosen: t.t('appraisalSetup.chosen'),
  days: t.t('appraisalSetup.days'),
  weights: t.t('appraisalSetup.weights'),
  title: t.t('appraisalSetup.title'),
  thresholdNote: t.t('appraisalSetup.thresholdNote'),
  people: t.t('appraisalSetup.people'),
  save: t.t('appraisalSetup.save'),
});
