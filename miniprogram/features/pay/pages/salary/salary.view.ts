import type { PayItem, SalaryMark, SalaryVersion } from '#contracts/pay-item';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import { dayOf, dayText } from '../../../../utils/dates';
import {
  type ItemNames,
  methodName,
  namesIn,
  problemText,
  refusalText,
  salaryFields,
  stepView,
} from '../../salary-lines.view';
import { amountOf, latestOf, lineOf, type SalaryDraft, type SalaryModel } from './salary.model';

/** One person's pay with its versions, and the next one. */
export function salaryView(model: SalaryModel, t: Words) {
  const { person, data, draft, isPicking, busy, failure } = model;
  const versions = [...(data?.versions ?? [])].reverse();
  return {
    mode: !person ? (failure ? 'error' : 'empty') : data ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? refusalText(failure, itemNames(model), t) : '',
    name: person ? personName(person, t) : '',
    number: person ? t.t('me.employeeId', { id: person.id }) : '',
    versions: versions.map((version) => versionOf(version, model, t)),
    draft: draft ? draftOf(draft, model, t) : null,
    isPicking,
    check: checkOf(model, t),
    canCheck: lineOf(model) !== null && !busy,
    canSend: canSend(model),
    waiting: data?.waiting ? t.t('salaryChange.waits') : '',
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
      reason: t.t('salaryChange.reason'),
      reasonHint: t.t('salaryChange.reasonHint'),
      check: t.t('salaryChange.check'),
      send: t.t('salaryChange.send'),
      open: t.t('salaryChange.open'),
      sheet: t.t('salarySheet.link'),
      resetPass: t.t('salary.resetPass'),
      resetNote: t.t('salary.resetNote'),
    },
  };
}

const METHODS = ['21.75', 'workdays'] as const;

/** All that stands in the way is known, and somebody else can decide. */
const canSend = ({ check, draft, busy }: SalaryModel): boolean =>
  check !== null &&
  check.problems.length === 0 &&
  check.deciders.length > 0 &&
  draft?.reason.trim() !== '' &&
  !busy;

/** What the draft would be, once it was asked. */
function checkOf(model: SalaryModel, t: Words) {
  const { check } = model;
  if (!check) return null;
  const names = itemNames(model);
  return {
    steps: check.steps.map((step) => stepView(step, names, t)),
    problems: check.problems.map((problem) => problemText(problem, names, t)),
    deciders:
      check.deciders.length === 0
        ? t.t('salaryChange.nobody')
        : t.t('salaryChange.deciders', { names: namesIn(check.deciders, t) }),
    isOpen: check.deciders.length > 0,
  };
}

const itemNames = ({ items }: SalaryModel): ItemNames =>
  Object.fromEntries(items.flatMap((version) => version.items).map(({ id, name }) => [id, name]));

/** Items that take an amount of the person, as they are now. */
const enteredItems = ({ items }: SalaryModel): readonly PayItem[] =>
  (latestOf(items)?.items ?? []).filter(({ formula, condition }) =>
    /\bentered\b/.test(`${formula} ${condition}`),
  );

const versionOf = (version: SalaryVersion, model: SalaryModel, t: Words) => ({
  from: version.from,
  title: t.t(version.from <= model.today ? 'salary.since' : 'salary.begins', {
    day: dayText(version.from, t),
  }),
  isNow: version.from <= model.today,
  lines: salaryFields(version, itemNames(model), t),
  by: version.mark ? byOf(version.mark, t) : '',
  change: version.mark?.requestId ?? '',
  replaced: (version.replaced ?? []).map((mark, at) => ({
    ...{ key: at, change: mark.requestId },
    text: t.t('salaryChange.replaced', { by: byOf(mark, t) }),
  })),
});

/** Who has asked for it, who has approved it, and when. */
const byOf = (mark: SalaryMark, t: Words): string =>
  t.t('salaryChange.by', {
    asked: personName(mark.askedBy, t),
    approved: personName(mark.approvedBy, t),
    day: dayText(dayOf(mark.approvedAt, CHINA_UTC_OFFSET), t),
  });

function draftOf(draft: SalaryDraft, model: SalaryModel, t: Words) {
  const wrong = (text: string) => (text.trim() !== '' && amountOf(text) === null ? t.t('salary.wrong') : '');
  return {
    from: draft.from,
    fromText: dayText(draft.from, t),
    wage: draft.wage,
    wageProblem:
      amountOf(draft.wage) === 0 && draft.wage.trim() !== '' ? t.t('salary.wageZero') : wrong(draft.wage),
    overtimeBase: draft.overtimeBase,
    overtimeProblem: wrong(draft.overtimeBase),
    reason: draft.reason,
    methods: METHODS.map((id) => ({ id, name: methodName(id, t), on: draft.method === id })),
    items: enteredItems(model).map((item) => ({
      id: item.id,
      name: t.pick(item.name),
      value: draft.entered[item.id] ?? '',
      problem: wrong(draft.entered[item.id] ?? ''),
    })),
  };
}
