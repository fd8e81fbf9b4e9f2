import { addMonths, dayOf, monthOf } from '../shared/calendar/company-time';
import { abilityOf } from '../shared/kernel/policy';
import type { TodoSource } from '../shared/todos/todo-source';
import { settlements } from './data/settlements';
import type { SettlementRun } from './domain/settlement-run';

/** Months back whose lock is looked at; the page of the settlement offers as many. */
const MAX_MONTHS = 24;

/** Locked months that somebody else asks to unlock. */
export const unlockTodo: TodoSource = {
  kind: 'unlock',
  join(me, now) {
    if (!abilityOf(me).can('decide', 'MonthLock')) return null;
    const month = monthOf(dayOf(now));
    const values = Array.from({ length: MAX_MONTHS + 1 }, (_, back) => addMonths(month, -back));
    return { from: settlements, field: '_id', values, fields: ['unlock'], max: values.length };
  },
  todos(documents, me) {
    const runs = documents as unknown as readonly Pick<SettlementRun, '_id' | 'unlock'>[];
    return runs
      .filter(({ unlock }) => unlock && unlock.byId !== me._id)
      .map(({ _id: month }) => ({ kind: 'unlock' as const, count: 1, month }));
  },
};
