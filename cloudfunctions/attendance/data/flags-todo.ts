import { abilityOf, canWith } from '../../shared/kernel/policy';
import { countedTodo, MAX_TODO_COUNT, type TodoSource } from '../../shared/todos/todo-source';
import type { StoredFlag } from '../domain/attendance-flag';
import { flags } from './attendance-flags';

/** Findings that this person may judge: never those about themselves. */
export const flagsTodo: TodoSource = {
  kind: 'flags',
  join: (me) =>
    abilityOf(me).can('decide', 'CompanyAttendance')
      ? { from: flags, field: 'state', values: ['open'], fields: ['employeeId'], max: MAX_TODO_COUNT }
      : null,
  todos(documents, me) {
    const open = documents as unknown as readonly Pick<StoredFlag, 'employeeId'>[];
    return countedTodo('flags', open.filter((flag) => canWith(me, 'decide', 'AttendanceFlag', flag)).length);
  },
};
