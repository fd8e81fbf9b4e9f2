import type { Condition } from '#contracts/flow';
import { LEAVE_DAY_MINUTES } from '../../../../miniprogram/common/units';

/** What the conditions of a flow are evaluated against, computed by the server. */
export interface ConditionInput {
  /** Leave minutes, 480 per day; null if the request has no duration. */
  readonly amountMinutes: number | null;
  readonly amountFen: number | null;
  /** The applicant's department and its ancestors. */
  readonly departmentIds: readonly string[];
  /** Ids of all options chosen in the form. */
  readonly choices: readonly string[];
}

/** Whether a condition holds. A missing figure satisfies neither `at-least` nor `below`. */
export function conditionHolds(condition: Condition, input: ConditionInput): boolean {
  switch (condition.what) {
    case 'department':
      return condition.in.some((id) => input.departmentIds.includes(id));
    case 'choice':
      return condition.in.some((id) => input.choices.includes(id));
    default: {
      const figure = figureOf(condition.what, input);
      if (figure === null) return false;
      return condition.is === 'at-least' ? figure >= condition.value : figure < condition.value;
    }
  }
}

function figureOf(what: 'days' | 'hours' | 'amount', { amountMinutes, amountFen }: ConditionInput) {
  if (what === 'amount') return amountFen;
  return amountMinutes === null ? null : amountMinutes / (what === 'days' ? LEAVE_DAY_MINUTES : 60);
}
