import type { Day, LocalText } from '#contracts/common';
import type { Assignment } from '#contracts/employee';
import { changeText } from '../../../../locales/change-text';
import { errorText } from '../../../../locales/error-text';
import { personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import { dayText, monthOf, monthText } from '../../../../utils/dates';
import { effectsView } from '../../effects.view';
import { assignmentOn, changedSettings, type EmployeeAnswer, type EmployeeModel } from '../../employee.model';
import { employeeChangeWords } from '../../employee-change.view';
import { historyLines } from '../../history.view';
import { loadState } from '../../load-state';

const POLICIES = ['free', 'approval', 'forbidden'] as const;

type Named = { readonly id: string; readonly name: LocalText };

const nameIn = (list: readonly Named[], id: string, words: Words): string => {
  const found = list.find((each) => each.id === id);
  return found ? words.pick(found.name) : id;
};

/** With its year where that is not the current one. */
const datedText = (day: Day, today: Day, words: Words): string => {
  const year = day.slice(0, 4);
  const text = dayText(day, words);
  return year === today.slice(0, 4) ? text : `${words.t('calendar.year', { year })} ${text}`;
};

function assignmentLines(model: EmployeeModel, data: EmployeeAnswer, words: Words) {
  const assignments = model.draft?.assignments ?? [];
  const current = assignmentOn(assignments, model.today)?.from;
  return [...assignments].reverse().map((each) => ({
    from: each.from,
    when: words.t('employee.from', { day: datedText(each.from, model.today, words) }),
    current: each.from === current ? words.t('employee.current') : '',
    shift: nameIn(data.shifts, each.shiftId, words),
    note: [
      sitesText(each, data, words),
      `${words.t('employee.fieldPolicy')} ${words.t(`employee.policies.${each.fieldPolicy}`)}`,
    ].join(' · '),
    removable: each.from >= model.today,
  }));
}

const sitesText = ({ siteIds }: Assignment, { sites }: EmployeeAnswer, words: Words): string =>
  siteIds.map((id) => nameIn(sites, id, words)).join(words.t('common.listSeparator')) ||
  words.t('employee.noSites');

function formView({ form, open }: EmployeeModel, data: EmployeeAnswer | null, words: Words) {
  const choice = (list: readonly Named[], isOn: (id: string) => boolean) =>
    list.map(({ id, name }) => ({ id, name: words.pick(name), on: isOn(id) }));
  return {
    show: open === 'assignment',
    from: form?.from ?? '',
    fromText: form ? dayText(form.from, words) : '',
    shifts: choice(data?.shifts ?? [], (id) => id === form?.shiftId),
    sites: choice(data?.sites ?? [], (id) => form?.siteIds.includes(id) ?? false),
    policies: POLICIES.map((id) => ({
      id,
      name: words.t(`employee.policies.${id}`),
      on: id === form?.fieldPolicy,
    })),
    ready: form !== null && form.shiftId !== '',
  };
}

/** What the page shows. */
export function employeeView(model: EmployeeModel, words: Words) {
  const { chosen, data, draft, busy, failure, loadFailure, open } = model;
  const state = loadState(data !== null, loadFailure, words);
  const count = changedSettings(model).length;
  const { person } = data ?? {};
  return {
    ...state,
    mode: chosen === null ? ('nobody' as const) : state.mode,
    name: chosen ? personName(chosen, words) : '',
    about: person
      ? [
          person.id,
          words.pick(person.job),
          words.t('employee.hired', { month: monthText(monthOf(person.hiredOn), words) }),
        ].join(' · ')
      : '',
    manager: draft?.manager ? personName(draft.manager, words) : words.t('employee.noManager'),
    hasManager: draft?.manager != null,
    department: draft ? words.pick(draft.department) : '',
    departmentId: draft?.departmentId ?? '',
    assignments: data ? assignmentLines(model, data, words) : [],
    lastDay: draft?.lastDay ?? '',
    hiredOn: person?.hiredOn ?? '',
    lastDayText: draft?.lastDay ? dayText(draft.lastDay as Day, words) : words.t('employee.noLastDay'),
    hasLastDay: draft?.lastDay != null,
    form: formView(model, data, words),
    clash: model.clash ? words.t('employee.clash', { by: model.clash }) : '',
    problem: failure && !model.clash ? errorText(failure, words) : '',
    changes: count > 0 ? words.t('employee.changes', { count }) : '',
    canSave: count > 0 && !busy,
    busy,
    picking: open === 'person' || open === 'manager',
    pickTitle: words.t(open === 'manager' ? 'employee.manager' : 'employee.find'),
    choosing: open === 'department',
    effects: effectsView(model.effects, open === 'effects', words),
    history: historyLines(
      data?.history ?? [],
      (entry) => changeText(entry, employeeChangeWords(data, words), words),
      words,
    ),
    text: textOf(words),
  };
}

const textOf = (words: Words) => ({
  find: words.t('employee.find'),
  change: words.t('employee.change'),
  empty: words.t('employee.empty'),
  emptyText: words.t('employee.emptyText'),
  loadFailed: words.t('employee.loadFailed'),
  reporting: words.t('employee.reporting'),
  manager: words.t('employee.manager'),
  removeManager: words.t('employee.removeManager'),
  department: words.t('employee.department'),
  assignments: words.t('employee.assignments'),
  noAssignment: words.t('employee.noAssignment'),
  add: words.t('employee.add'),
  remove: words.t('employee.remove'),
  fromDay: words.t('employee.fromDay'),
  shift: words.t('employee.shift'),
  sites: words.t('employee.sites'),
  fieldPolicy: words.t('employee.fieldPolicy'),
  apply: words.t('employee.apply'),
  lastDay: words.t('employee.lastDay'),
  removeLastDay: words.t('employee.removeLastDay'),
  lastDayNote: words.t('employee.lastDayNote'),
  discard: words.t('employee.discard'),
  save: words.t('employee.save'),
  history: words.t('history.title'),
  noHistory: words.t('history.none'),
  moreHistory: words.t('history.more'),
});
