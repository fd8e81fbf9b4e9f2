import type { FactCode, FactData, FactOf, Warning, WarningOf } from '#contracts/fact';
import { NO_CHANGE } from '../../accounts/rules';
import type { AppError } from '../../shared/errors/app-error';
import type { KindAnswer, KindQuestion } from './kind';

/** An answer without time, amount or effect, as a base for the rules of a kind. */
export function plainAnswer(question: KindQuestion, more: Partial<KindAnswer> = {}): KindAnswer {
  return {
    title: question.type.name,
    period: null,
    from: null,
    to: null,
    amountMinutes: null,
    amountFen: null,
    days: [],
    facts: [],
    warnings: [],
    problem: null,
    onSubmit: NO_CHANGE,
    onApprove: NO_CHANGE,
    onReject: NO_CHANGE,
    onCancel: NO_CHANGE,
    ...more,
  };
}

/** The answer for a request that cannot be submitted. */
export const refused = (
  question: KindQuestion,
  problem: AppError,
  more: Partial<KindAnswer> = {},
): KindAnswer => plainAnswer(question, { ...more, problem });

export const fact = <C extends FactCode>(code: C, data: FactData[C]): FactOf<C> => ({ code, data });

export const warning = <C extends FactCode>(
  tone: Warning['tone'],
  code: C,
  data: FactData[C],
): WarningOf<C> => ({ tone, code, data });
