import type { OfficeTodo, TodayTodo } from '#contracts/today';
import { navigate } from '../../services/navigate';
import { correctionTime, type Todo } from './todos.view';

/** Opens the page where a to-do is done. */
export function openTodo(each: Todo, offset: number, employeeId = ''): void {
  if (each.of === 'waiting') navigate.pending();
  else if (each.of === 'request') navigate.request(each.todo.id);
  else if (each.of === 'office') openOffice(each.todo, employeeId);
  else openDay(each.todo, offset);
}

/** Opens the page where something of the office is done. `employeeId`: of the reader, for what is their own. */
export function openOffice({ kind, month, planId, cycleId = '' }: OfficeTodo, employeeId: string): void {
  if (kind === 'goal-review') navigate.goalReview(`${cycleId}:p-${employeeId}`);
  else if (kind === 'goal-reviews') navigate.goalReviews(cycleId);
  else if (kind === 'unlock' && month) navigate.settlement(month);
  else if (kind === 'flags') navigate.flags();
  else if (kind === 'payments') navigate.payments();
  else if (kind === 'goals') navigate.pushedGoals();
  else if (planId !== undefined) navigate.plan(planId);
  else if (kind.startsWith('team-plan')) navigate.plans('team');
  else if (kind.startsWith('plan')) navigate.plans();
  else if (kind === 'reviews') navigate.reviews();
  else if (kind === 'peers') navigate.reviewPeers(cycleId, employeeId);
  else if (kind === 'peers-confirm') navigate.reviewTeam(cycleId, false);
  else if (kind === 'appeals') navigate.appeals();
  else if (kind === 'result') navigate.report(cycleId);
  else if (kind === 'pay-disputes') navigate.payDisputes();
  else if (month && isOwnPay(kind)) navigate.payslip(month);
  else if (kind.startsWith('pay-')) navigate.payRun(month);
  else navigate.handover();
}

const isOwnPay = (kind: OfficeTodo['kind']): boolean =>
  kind === 'payslip' || kind === 'payslip-late' || kind === 'pay-answer';

function openDay(todo: TodayTodo, offset: number): void {
  const [slot, ...others] = todo.slots;
  if (todo.requestId) navigate.request(todo.requestId);
  else if (slot && others.length === 0) navigate.correction(todo.day, slot, correctionTime(todo, offset));
  // A day without punches may have been leave.
  else navigate.month(todo.day);
}
