import { abilityOf } from '../shared/kernel/policy';
import { countedTodo, MAX_TODO_COUNT, type TodoSource } from '../shared/todos/todo-source';
import { payments } from './data/expense-payments';

/** Approved expenses that payroll has to pay. */
export const paymentsTodo: TodoSource = {
  kind: 'payments',
  join: (me) =>
    abilityOf(me).can('update', 'ExpensePayments')
      ? { from: payments, field: 'state', values: ['due'], fields: [], max: MAX_TODO_COUNT }
      : null,
  todos: (documents) => countedTodo('payments', documents.length),
};
