import type { TodayTodo } from '#contracts/today';
import type { Words } from '../../locales/words';
import { dayText } from '../../utils/dates';
import type { TodayModel } from './today.model';

export interface TodosView {
  /** `day` is empty for items that do not open the month page. */
  readonly todos: readonly { readonly id: string; readonly day: string; readonly text: string }[];
  readonly todoCount: string;
}

function todoText(todo: TodayTodo, words: Words): string {
  const slots = todo.slots.map((slot) => words.t(`slotInline.${slot}`)).join(words.t('common.listSeparator'));
  const key = todo.kind === 'missing-punch' ? 'today.todoMissing' : 'today.todoUnconfirmed';
  return words.t(key, { day: dayText(todo.day, words), slots });
}

/** Waiting approvals first, then the person's missing punches. */
export function todosView({ today, waiting }: TodayModel, words: Words): TodosView {
  const approvals =
    waiting > 0 ? [{ id: 'waiting', day: '', text: words.t('today.todoWaiting', { count: waiting }) }] : [];
  const missing = (today?.todos ?? []).map((todo) => ({
    id: todo.kind === 'missing-punch' ? todo.day : `${todo.day}-claim`,
    day: todo.day,
    text: todoText(todo, words),
  }));
  const todos = [...approvals, ...missing];
  return {
    todos,
    todoCount: todos.length > 0 ? words.t('today.todoCount', { count: todos.length }) : '',
  };
}
