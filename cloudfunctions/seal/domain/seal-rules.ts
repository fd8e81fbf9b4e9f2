import type { LocalText } from '#contracts/common';
import type { RequestType } from '#contracts/request-type';
import { plainAnswer, refused } from '../../approvals/kind/answer';
import { numberOf, textOf } from '../../approvals/kind/form-values';
import type { KindRules } from '../../approvals/kind/kind';
import { AppError } from '../../shared/errors/app-error';

/**
 * The rules for the use of a seal: the card states the seal and the number of copies, which the decision
 * depends on. Values: `seal` (one of the form's options), `copies` (an integer), `files`, `reason`. Problems:
 * FORM_INVALID.
 */
export const sealRules: KindRules = (question) => {
  const { type, values } = question;
  const seal = sealOf(type.form, textOf(values, 'seal'));
  const copies = numberOf(values, 'copies');
  const refuse = (field: string, rule: string) =>
    refused(question, new AppError('FORM_INVALID', { field, rule }));
  if (!seal) return refuse('seal', 'unknown-option');
  if (!Number.isInteger(copies)) return refuse('copies', 'whole-number');
  if (copies < 1) return refuse('copies', 'out-of-range');
  return plainAnswer(question, { title: titleOf(seal, copies) });
};

const sealOf = (form: RequestType['form'], id: string): LocalText | undefined =>
  form.find((field) => field.id === 'seal')?.options?.find((option) => option.id === id)?.label;

const titleOf = (seal: LocalText, copies: number): LocalText => ({
  'zh-CN': `${seal['zh-CN']} ${copies} 份`,
  en: `${seal.en}, ${copies} ${copies === 1 ? 'copy' : 'copies'}`,
});
