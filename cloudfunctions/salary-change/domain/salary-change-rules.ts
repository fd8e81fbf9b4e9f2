import type { LocalText } from '#contracts/common';
import { plainAnswer } from '../../approvals/kind/answer';
import { textOf } from '../../approvals/kind/form-values';
import type { KindRules, SideEffects } from '../../approvals/kind/kind';
import { changeOf, type SalaryChange } from './salary-change';

/** Claims the people of a change, stores their salaries, or gives them back. */
export type SalaryEffect =
  | { readonly does: 'claim'; readonly employeeIds: readonly string[] }
  | { readonly does: 'apply' }
  | { readonly does: 'release' };

/**
 * The rules of a change of salaries, whose lines were checked before it is asked for. Nothing outside of the private text
 * names an amount: neither the title nor a fact.
 */
export const salaryChangeRules: KindRules = (question) => {
  const change = changeOf(textOf(question.values, 'changes'));
  const employeeIds = change.asked.map(({ person }) => person.id);
  const effects: SideEffects<SalaryEffect> = {
    onSubmit: [{ does: 'claim', employeeIds }],
    onApprove: [{ does: 'apply' }],
    onReject: [{ does: 'release' }],
    onCancel: [],
  };
  return plainAnswer(question, { title: titleOf(change), effects });
};

function titleOf({ asked }: SalaryChange): LocalText {
  const [first, ...others] = asked.map(({ person }) => person);
  if (first && others.length === 0)
    return { 'zh-CN': `${first.name}的薪资`, en: `Salary of ${first.nameEn || first.name}` };
  return { 'zh-CN': `${asked.length} 人的薪资`, en: `Salaries of ${asked.length} people` };
}
