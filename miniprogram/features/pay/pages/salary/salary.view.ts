import type { PayItem, SalaryVersion } from '#contracts/pay-item';
import { errorText } from '../../../../locales/error-text';
import { moneyText, personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import { dayText } from '../../../../utils/dates';
import { amountOf, latestOf, type SalaryDraft, type SalaryModel, salaryOf } from './salary.model';

/** One person's pay with its versions, and the next one. */
export function salaryView(model: SalaryModel, t: Words) {
  const { person, data, draft, isPicking, busy, failure } = model;
  const versions = [...(data?.versions ?? [])].reverse();
  return {
    mode: !person ? 'empty' : data ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, t) : '',
    name: person ? personName(person, t) : '',
    number: person ? t.t('me.employeeId', { id: person.id }) : '',
    versions: versions.map((version) => versionOf(version, model, t)),
    draft: draft ? draftOf(draft, model, t) : null,
    isPicking,
    isReady: draft !== null && salaryOf(draft) !== null && !busy,
    busy,
    text: {
      loadFailed: t.t('salary.loadFailed'),
      retry: t.t('common.retry'),
      cancel: t.t('common.cancel'),
      choose: t.t('salary.choose'),
      chooseText: t.t('salary.chooseText'),
      other: t.t('salary.other'),
      none: t.t('salary.none'),
      add: t.t('salary.add'),
      from: t.t('salary.from'),
      wage: t.t('salary.wage'),
      overtimeBase: t.t('salary.overtimeBase'),
      overtimeHint: t.t('salary.overtimeHint'),
      method: t.t('salary.method'),
      save: t.t('salary.save'),
      resetPass: t.t('salary.resetPass'),
      resetNote: t.t('salary.resetNote'),
    },
  };
}

const METHODS = ['21.75', 'workdays'] as const;
const methodName = (method: (typeof METHODS)[number], t: Words): string =>
  t.t(method === 'workdays' ? 'salary.methods.workdays' : 'salary.methods.days');

/** Items that take an amount of the person, as they are now. */
const enteredItems = ({ items }: SalaryModel): readonly PayItem[] =>
  (latestOf(items)?.items ?? []).filter(({ formula, condition }) =>
    /\bentered\b/.test(`${formula} ${condition}`),
  );

const versionOf = (
  { from, wage, overtimeBase, method, entered }: SalaryVersion,
  model: SalaryModel,
  t: Words,
) => ({
  from,
  title: t.t('salary.since', { day: dayText(from, t) }),
  isNow: from <= model.today,
  lines: [
    { name: t.t('salary.wage'), value: moneyText(wage) },
    ...(overtimeBase === null ? [] : [{ name: t.t('salary.overtimeBase'), value: moneyText(overtimeBase) }]),
    { name: t.t('salary.method'), value: methodName(method, t) },
    ...Object.entries(entered).map(([id, fen]) => ({
      name: nameOf(id, model, t),
      value: moneyText(fen),
    })),
  ],
});

function nameOf(id: string, { items }: SalaryModel, t: Words): string {
  const item = latestOf(items.flatMap((version) => version.items).filter((each) => each.id === id));
  return item ? t.pick(item.name) : id;
}

function draftOf(draft: SalaryDraft, model: SalaryModel, t: Words) {
  const wrong = (text: string) => (text.trim() !== '' && amountOf(text) === null ? t.t('salary.wrong') : '');
  return {
    from: draft.from,
    fromText: dayText(draft.from, t),
    wage: draft.wage,
    wageProblem: wrong(draft.wage),
    overtimeBase: draft.overtimeBase,
    overtimeProblem: wrong(draft.overtimeBase),
    methods: METHODS.map((id) => ({ id, name: methodName(id, t), on: draft.method === id })),
    items: enteredItems(model).map((item) => ({
      id: item.id,
      name: t.pick(item.name),
      value: draft.entered[item.id] ?? '',
      problem: wrong(draft.entered[item.id] ?? ''),
    })),
  };
}
