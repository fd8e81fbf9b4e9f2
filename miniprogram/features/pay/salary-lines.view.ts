import type { LocalText } from '#contracts/common';
import type { SalaryVersion } from '#contracts/pay-item';
import type { PersonBrief } from '#contracts/person';
import type { SalaryProblem, SalaryStep } from '#contracts/salary-change';
import { errorText } from '../../locales/error-text';
import { moneyText, personName } from '../../locales/request-text';
import type { Words } from '../../locales/words';
import type { Failure } from '../../services/client-error';
import { dayText, monthText } from '../../utils/dates';

export type ItemNames = Readonly<Record<string, LocalText>>;

/** One line of a salary, as it is called. */
interface SalaryField {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

export const methodName = (method: SalaryVersion['method'], t: Words): string =>
  t.t(method === 'workdays' ? 'salary.methods.workdays' : 'salary.methods.days');

/** The lines of a salary: wage, base of overtime if it has its own, method, and the person's amounts of items. */
export function salaryFields(
  { wage, overtimeBase, method, entered }: SalaryVersion,
  items: ItemNames,
  t: Words,
): readonly SalaryField[] {
  const base = { id: 'overtimeBase', name: t.t('salary.overtimeBase') };
  return [
    { id: 'wage', name: t.t('salary.wage'), text: moneyText(wage) },
    ...(overtimeBase === null ? [] : [{ ...base, text: moneyText(overtimeBase) }]),
    { id: 'method', name: t.t('salary.method'), text: methodName(method, t) },
    ...Object.entries(entered).map(([id, fen]) => ({
      id,
      name: itemName(id, items, t),
      text: moneyText(fen),
    })),
  ];
}

const itemName = (id: string, items: ItemNames, t: Words): string => {
  const name = items[id];
  return name ? t.pick(name) : id;
};

/** One person of a change: what differs with before and after; the first salary as a whole. */
export function stepView({ person, before, after, months }: SalaryStep, items: ItemNames, t: Words) {
  const [old, fresh] = [before ? salaryFields(before, items, t) : [], salaryFields(after, items, t)];
  const ids = [...new Set([...fresh, ...old].map(({ id }) => id))];
  const none = t.t('salaryChange.nothing');
  const rows = ids.flatMap((id) => {
    const [was, is] = [old, fresh].map((fields) => fields.filter((field) => field.id === id)[0]);
    if (was && is && was.text === is.text) return [];
    return [
      {
        id,
        name: (is ?? was)?.name ?? id,
        before: before ? (was?.text ?? none) : '',
        after: is?.text ?? none,
      },
    ];
  });
  return {
    id: person.id,
    name: personName(person, t),
    from: t.t('salary.begins', { day: dayText(after.from, t) }),
    isFirst: before === null ? t.t('salaryChange.first') : '',
    rows,
    months:
      months.length === 0
        ? ''
        : t.t('salaryChange.months', {
            months: months.map((month) => monthText(month, t)).join(t.t('common.listSeparator')),
          }),
  };
}

/** What is wrong with a line, with its field as people call it. */
export function problemText(problem: SalaryProblem, items: ItemNames, t: Words): string {
  const names: Readonly<Record<string, string>> = {
    wage: t.t('salary.wage'),
    overtimeBase: t.t('salary.overtimeBase'),
    from: t.t('salary.from'),
  };
  const label = names[problem.field] ?? itemName(problem.field, items, t);
  return errorText({ code: 'SALARY_INVALID', requestId: '', data: { ...problem, label } }, t);
}

/** A refusal on the page, of a line as of anything else. */
export const refusalText = (failure: Failure, items: ItemNames, t: Words): string =>
  failure.code === 'SALARY_INVALID'
    ? problemText(failure.data as unknown as SalaryProblem, items, t)
    : errorText(failure, t);

export const namesIn = (people: readonly PersonBrief[], t: Words): string =>
  people.map((person) => personName(person, t)).join(t.t('common.listSeparator'));
