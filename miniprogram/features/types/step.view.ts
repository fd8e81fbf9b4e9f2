import type { ApproverRule, Condition, FlowStep } from '#contracts/flow';
import { cleanLine } from '../../common/clean-text';
import type { Words } from '../../locales/words';
import { type EditRow, rows } from './edit-row';
import { orderRows } from './field.view';
import { approverText, choicesOf, conditionText, type Names } from './flow-words';

const LEVELS = ['1', '2', '3', '4', '5'] as const;
const ROLES = ['hr', 'payroll', 'admin'] as const;

/** What a step lacks. */
export function stepProblem({ name, approvers, when }: FlowStep, index: number, words: Words): string {
  const data = { number: index + 1 };
  if (!cleanLine(name['zh-CN'])) return words.t('approval.missing.name', data);
  if (approvers.length === 0) return words.t('approval.missing.approver', data);
  if (approvers.some((rule) => rule.by === 'person' && !rule.employeeId))
    return words.t('approval.missing.person', data);
  const isOpen = (each: Condition) => ('in' in each ? each.in.length === 0 : Number.isNaN(each.value));
  return when.some(isOpen) ? words.t('approval.missing.when', data) : '';
}

export function stepRows(step: FlowStep, names: Names, words: Words): EditRow[] {
  const { t } = words;
  return [
    ...rows.name('name', step.name, words, 40),
    ...step.approvers.map((rule, index) =>
      rows.link(`approver:${index}`, approverText(rule, names, words), t('approval.approver')),
    ),
    rows.button('add-approver', t('approval.addApprover')),
    ...(step.approvers.length > 1
      ? [
          rows.choice('mode', t('approval.mode'), step.mode, [
            ['any', t('flow.any')],
            ['all', t('flow.all')],
          ]),
        ]
      : []),
    ...step.when.map((each, index) =>
      rows.link(`when:${index}`, conditionText(each, names, words), t('approval.condition')),
    ),
    rows.button('add-when', t('approval.addCondition')),
    rows.note('when-note', t('approval.whenNote')),
    ...orderRows(true, words),
  ];
}

export function approverRows(rule: ApproverRule, names: Names, words: Words): EditRow[] {
  const { t } = words;
  const detail: EditRow[] = [];
  if (rule.by === 'manager')
    detail.push(
      rows.choice(
        'level',
        t('approval.level'),
        String(rule.level),
        LEVELS.map((level) => [
          level,
          level === '1' ? t('approval.manager1') : t('approval.manager', { level: Number(level) }),
        ]),
      ),
    );
  if (rule.by === 'role')
    detail.push(
      rows.choice(
        'role',
        t('approval.role'),
        rule.role,
        ROLES.map((role) => [role, t(`approval.roles.${role}`)]),
        { note: t('approval.roleNote') },
      ),
    );
  if (rule.by === 'person')
    detail.push(rows.link('person', approverText(rule, names, words), t('approval.findPerson')));
  return [
    rows.choice('by', t('approval.who'), rule.by, [
      ['manager', t('approval.by.manager')],
      ['department-head', t('approval.departmentHead')],
      ['role', t('approval.by.role')],
      ['person', t('approval.by.person')],
    ]),
    ...detail,
    rows.button('remove', t('edit.remove'), { tone: 'bad' }),
  ];
}

const WHATS = ['days', 'hours', 'amount', 'department', 'choice'] as const;

export function conditionRows(condition: Condition, names: Names, words: Words): EditRow[] {
  const { t } = words;
  return [
    rows.choice(
      'what',
      t('approval.what'),
      condition.what,
      WHATS.map((what) => [what, t(`approval.whats.${what}`)]),
    ),
    ...('in' in condition ? chosenRows(condition, names, words) : figureRows(condition, words)),
    rows.button('remove', t('edit.remove'), { tone: 'bad' }),
  ];
}

function figureRows({ what, is, value }: Extract<Condition, { is: string }>, words: Words): EditRow[] {
  return [
    rows.choice('is', words.t('approval.compare'), is, [
      ['at-least', words.t('approval.compares.at-least')],
      ['below', words.t('approval.compares.below')],
    ]),
    rows.number('value', words.t(`approval.whats.${what}`), what === 'amount' ? value / 100 : value, {
      unit: words.t(`approval.units.${what}`),
    }),
  ];
}

function chosenRows(
  { what, in: chosen }: Extract<Condition, { in: unknown }>,
  names: Names,
  words: Words,
): EditRow[] {
  const known: readonly (readonly [string, string])[] =
    what === 'department'
      ? names.departments.map(({ id, name }) => [id, words.pick(name)] as const)
      : choicesOf(names.form).map(
          ({ id, label }) => [id, words.pick(label) || words.t('edit.nameless')] as const,
        );
  if (known.length === 0) return [rows.note('no-choice', words.t('approval.noChoice'))];
  return [rows.choice('in', words.t(`approval.ins.${what}`), chosen, known)];
}
