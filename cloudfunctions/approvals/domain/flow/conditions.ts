import type { Condition } from '#contracts/flow';
import { LEAVE_DAY_MINUTES } from '../../../../miniprogram/common/units';

/** What the conditions of a flow are about, worked out by the server. */
export interface Circumstances {
  /** Leave minutes, 480 are a day; null where time is not the matter. */
  readonly amountMinutes: number | null;
  readonly amountFen: number | null;
  /** The applicant's department and those above it. */
  readonly departmentIds: readonly string[];
  /** Ids of everything that was chosen in the form. */
  readonly choices: readonly string[];
}

/** Whether a condition holds. A figure that the request does not have is neither at least nor below anything. */
export function holds(condition: Condition, circumstances: Circumstances): boolean {
  switch (condition.what) {
    case 'department':
      return condition.in.some((id) => circumstances.departmentIds.includes(id));
    case 'choice':
      return condition.in.some((id) => circumstances.choices.includes(id));
    default: {
      const figure = figureOf(condition.what, circumstances);
      if (figure === null) return false;
      return condition.is === 'at-least' ? figure >= condition.value : figure < condition.value;
    }
  }
}

function figureOf(what: 'days' | 'hours' | 'amount', { amountMinutes, amountFen }: Circumstances) {
  if (what === 'amount') return amountFen;
  return amountMinutes === null ? null : amountMinutes / (what === 'days' ? LEAVE_DAY_MINUTES : 60);
}
