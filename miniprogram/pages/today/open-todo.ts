import type { OfficeTodo, TodayTodo } from '#contracts/today';
import { navigate } from '../../services/navigate';
import { correctionTime, type Todo } from './todos.view';

/** Opens the page where a to-do is done. */
export function openTodo(each: Todo, offset: number): void {
  if (each.of === 'waiting') navigate.pending();
  else if (each.of === 'request') navigate.request(each.todo.id);
  else if (each.of === 'office') openOffice(each.todo);
  else openDay(each.todo, offset);
}

function openOffice({ kind, month }: OfficeTodo): void {
  if (kind === 'unlock' && month) navigate.settlement(month);
  else if (kind === 'flags') navigate.flags();
  else if (kind === 'payments') navigate.payments();
  else navigate.handover();
}

function openDay(todo: TodayTodo, offset: number): void {
  const [slot, ...others] = todo.slots;
  if (todo.requestId) navigate.request(todo.requestId);
  else if (slot && others.length === 0) navigate.correction(todo.day, slot, correctionTime(todo, offset));
  // A day without punches may have been leave.
  else navigate.month(todo.day);
}
