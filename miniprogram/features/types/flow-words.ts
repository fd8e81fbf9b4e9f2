import type { LocalText } from '#contracts/common';
import type { ApproverRule, Condition, Flow, FlowStep } from '#contracts/flow';
import type { FormField } from '#contracts/form';
import { moneyText, personName } from '../../locales/request-text';
import type { Words } from '../../locales/words';

/** Names that a flow refers to by id. */
export interface Names {
  readonly people: readonly { readonly id: string; readonly name: string; readonly nameEn: string }[];
  readonly departments: readonly { readonly id: string; readonly name: LocalText }[];
  readonly form: readonly FormField[];
}

/** Who signs by one rule: 直属主管, 人事, a name. */
export function approverText(rule: ApproverRule, { people }: Pick<Names, 'people'>, words: Words): string {
  switch (rule.by) {
    case 'manager':
      return rule.level === 1
        ? words.t('approval.manager1')
        : words.t('approval.manager', { level: rule.level });
    case 'department-head':
      return words.t('approval.departmentHead');
    case 'role':
      return words.t(`approval.roles.${rule.role}`);
    case 'person': {
      const person = people.find(({ id }) => id === rule.employeeId);
      return person ? personName(person, words) : rule.employeeId || words.t('approval.nobodyYet');
    }
  }
}

/** Every choice of the form and of its tables. */
export const choicesOf = (form: readonly FormField[]): NonNullable<FormField['options']> =>
  form.flatMap(({ options, columns }) => [...(options ?? []), ...choicesOf(columns ?? [])]);

/** When a step is taken: 3 天及以上, 部门是 研发. */
export function conditionText(condition: Condition, names: Names, words: Words): string {
  if ('in' in condition) {
    const known = condition.what === 'department' ? names.departments : labels(names.form);
    const list = condition.in
      .map((id) => known.find((each) => each.id === id))
      .flatMap((found) => (found ? words.pick(found.name) : []))
      .join(words.t('common.listSeparator'));
    return list ? words.t(`approval.in.${condition.what}`, { list }) : words.t('approval.unset');
  }
  if (Number.isNaN(condition.value)) return words.t('approval.unset');
  const { what, is, value } = condition;
  const figure =
    what === 'amount'
      ? moneyText(value).replace(/[.]00$/, '')
      : words.t(`approval.figure.${what}`, { count: value });
  return words.t(`approval.is.${is}`, { figure });
}

const labels = (form: readonly FormField[]) => choicesOf(form).map(({ id, label }) => ({ id, name: label }));

/** Who signs a step: 直属主管; 人事 or a name; all of them. */
export function signersText(
  { approvers, mode }: Pick<FlowStep, 'approvers' | 'mode'>,
  names: Names,
  words: Words,
) {
  const people = approvers.map((rule) => approverText(rule, names, words));
  if (people.length < 2) return people[0] ?? words.t('approval.nobodyYet');
  return mode === 'all'
    ? words.t('approval.all', { list: people.join(words.t('approval.and')) })
    : people.join(words.t('approval.or'));
}

export const whenText = ({ when }: Pick<FlowStep, 'when'>, names: Names, words: Words): string =>
  when.map((each) => conditionText(each, names, words)).join(words.t('approval.also'));

/** The whole flow in one line: 直属主管 → 人事（3 天及以上）. */
export function flowText(flow: Pick<Flow, 'steps'>, names: Names, words: Words): string {
  if (flow.steps.length === 0) return words.t('approval.noSteps');
  return flow.steps
    .map((step) => {
      const who = signersText(step, names, words);
      const when = whenText(step, names, words);
      return when ? words.t('approval.stepWhen', { who, when }) : who;
    })
    .join(' → ');
}

/** What the person tries the flow with; null where they gave no figure. */
export interface Trial {
  readonly days: number | null;
  readonly hours: number | null;
  readonly amount: number | null;
}

/** Whether a step would be taken; conditions on choices count as met, on figures left empty as not met. */
function isTaken({ when }: FlowStep, trial: Trial): boolean {
  return when.every((condition) => {
    if ('in' in condition) return true;
    const figure = trial[condition.what];
    if (figure === null || Number.isNaN(figure)) return false;
    return condition.is === 'at-least' ? figure >= condition.value : figure < condition.value;
  });
}

/** The figures that the flow asks about. */
export const askedFigures = ({ steps }: Pick<Flow, 'steps'>): (keyof Trial)[] =>
  (['days', 'hours', 'amount'] as const).filter((what) =>
    steps.some(({ when }) => when.some((condition) => condition.what === what)),
  );

/** Who signs with these figures; without a step that holds, the direct manager does. */
export function trialText(flow: Pick<Flow, 'steps'>, trial: Trial, names: Names, words: Words): string {
  const taken = flow.steps.filter((step) => isTaken(step, trial));
  if (taken.length === 0) return words.t('approval.noSteps');
  const open = taken.map((step) => ({ ...step, when: step.when.filter((each) => 'in' in each) }));
  return flowText({ steps: open }, names, words);
}
