import { abilityOf } from '../shared/kernel/policy';
import { countedTodo, MAX_TODO_COUNT, type TodoSource } from '../shared/todos/todo-source';
import { tasks } from './data/handover-tasks';
import type { HandoverTask } from './domain/handover-task';

/** Open handover tasks of the person's reports who leave. */
export const handoverTodo: TodoSource = {
  kind: 'handover',
  join: (me) =>
    abilityOf(me).can('read', 'TeamAttendance')
      ? {
          from: tasks,
          field: 'managerId',
          values: [me._id],
          fields: ['state'],
          latestBy: 'lastDay',
          max: MAX_TODO_COUNT,
        }
      : null,
  todos(documents) {
    const all = documents as unknown as readonly Pick<HandoverTask, 'state'>[];
    return countedTodo('handover', all.filter(({ state }) => state === 'open').length);
  },
};
