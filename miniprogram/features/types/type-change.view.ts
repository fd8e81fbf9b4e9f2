import type { ApproverRule, Condition } from '#contracts/flow';
import type { ChangeWords } from '../../locales/change-text';
import type { TextKey } from '../../locales/texts';
import type { Words } from '../../locales/words';
import { approverText, conditionText, type Names, signersText } from './flow-words';

const SETTINGS: Readonly<Record<string, TextKey>> = {
  label: 'types.name',
  kind: 'types.kind',
  required: 'types.mustFill',
  private: 'types.private',
  options: 'types.option',
  columns: 'types.column',
  from: 'types.from',
  to: 'types.to',
};

/** How changes of a request type are said: 事由 · 是否必填：是 → 否. */
export const typeChangeWords = (names: Names, words: Words): ChangeWords => ({
  nameOf: (path) => nameOf(path.split('/'), names, words),
  sayValue: (path, value) => valueText(path.split('/'), value, names, words),
});

function nameOf([part = '', of, name]: readonly string[], names: Names, words: Words): string {
  const { t } = words;
  if (part === 'form' && of) {
    const field = names.form.find(({ id }) => id === of);
    const label = field ? words.pick(field.label) : of;
    const setting = SETTINGS[name ?? ''];
    return setting ? [label, t(setting)].join(t('common.separator')) : label;
  }
  if (part === 'flow' && of === 'steps') return t('approval.stepTitle', { number: Number(name) + 1 });
  if (part === 'flow' && of === 'cc') return t('approval.ccOne');
  if (part === 'flow' && of) return t('approval.escalate');
  return t(`types.parts.${part}` as TextKey);
}

function valueText(path: readonly string[], value: string, names: Names, words: Words): string {
  const { t } = words;
  if (value === 'true' || value === 'false') return t(value === 'true' ? 'edit.yes' : 'edit.no');
  if (value === '+') return t('edit.there');
  if (path[0] === 'flow') return flowValue(path[1], value, names, words);
  return path[2] === 'kind' ? t(`types.kinds.${value}` as TextKey) : value;
}

function flowValue(part: string | undefined, value: string, names: Names, words: Words): string {
  if (part === 'cc')
    return approversIn(value)
      .map((rule) => approverText(rule, names, words))
      .join('、');
  if (part !== 'steps') return words.t('approval.figure.hours', { count: value });
  const [mode, approvers = '', when = ''] = value.split('|');
  const who = signersText(
    { mode: mode === 'all' ? 'all' : 'any', approvers: approversIn(approvers) },
    names,
    words,
  );
  const conditions = when.split(';').flatMap(conditionIn);
  if (conditions.length === 0) return who;
  const said = conditions.map((each) => conditionText(each, names, words)).join(words.t('approval.also'));
  return words.t('approval.stepWhen', { who, when: said });
}

/** `manager:1,role:hr` as rules. */
const approversIn = (text: string): ApproverRule[] =>
  text.split(',').flatMap((code): ApproverRule[] => {
    const [by, of = ''] = code.split(':');
    switch (by) {
      case 'manager':
        return [{ by, level: Number(of) }];
      case 'role':
        return of === 'hr' || of === 'payroll' || of === 'admin' ? [{ by, role: of }] : [];
      case 'person':
        return [{ by, employeeId: of }];
      case 'department-head':
        return [{ by }];
      default:
        return [];
    }
  });

/** `days>=3` or `department=D1,D2` as a condition. */
function conditionIn(text: string): Condition[] {
  const [, what = '', is, value = ''] = /^([a-z]+)(>=|<|=)(.*)$/.exec(text) ?? [];
  if (what === 'department' || what === 'choice') return [{ what, in: value.split(',') }];
  if (what !== 'days' && what !== 'hours' && what !== 'amount') return [];
  return [{ what, is: is === '<' ? 'below' : 'at-least', value: Number(value) }];
}
