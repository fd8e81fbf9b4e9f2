import type { OfficeTodo, ReturnedRequest, TodayTodo } from '#contracts/today';
import { cycleText, kindOfCycle } from '../../locales/cycle-text';
import type { Words } from '../../locales/words';
import { dayText, monthText, timeOf } from '../../utils/dates';
import type { TodayModel } from './today.model';

export interface TodoView {
  readonly id: string;
  readonly text: string;
  /** What a tap leads to: what to do, or that it waits. */
  readonly action: string;
  /** Nothing to do but to look at it. */
  readonly waits: boolean;
}

export interface TodosView {
  readonly todos: readonly TodoView[];
  readonly todoCount: string;
  /** The label of the button that shows the others; empty if all are shown. */
  readonly todoMore: string;
}

/** One thing on Today: of the own days, an own request that came back, or of the office; null for the requests to decide. */
export type Todo =
  | { readonly of: 'day'; readonly todo: TodayTodo }
  | { readonly of: 'request'; readonly todo: ReturnedRequest }
  | { readonly of: 'office'; readonly todo: OfficeTodo }
  | { readonly of: 'waiting'; readonly count: number };

/** To-dos shown above the dial before the others are asked for. */
const SHOWN = 3;

export function todoId(each: Todo): string {
  switch (each.of) {
    case 'waiting':
      return 'waiting';
    case 'request':
      return each.todo.id;
    case 'office':
      return [each.todo.kind, each.todo.month, each.todo.cycleId].filter(Boolean).join('-');
    default: {
      const { kind, day, slots } = each.todo;
      return kind === 'missing-punch' ? day : `${day}-${kind}-${slots.join('-')}`;
    }
  }
}

/** The time with which the correction of a to-do begins, `HH:mm`; empty for that of the shift. */
export const correctionTime = ({ at }: TodayTodo, offset: number): string =>
  at === undefined ? '' : timeOf(at, offset);

/**
 * What others wait for first, then own requests that came back, then missing punches, then what waits for others. A
 * rejected request that was opened is left out.
 */
export function todosOf({ today, waiting, seen }: Pick<TodayModel, 'today' | 'waiting' | 'seen'>): Todo[] {
  const { office = [], returned = [], todos = [] } = today ?? {};
  return [
    ...(waiting > 0 ? [{ of: 'waiting' as const, count: waiting }] : []),
    ...office.map((todo) => ({ of: 'office' as const, todo })),
    ...returned
      .filter(({ id, state }) => state === 'returned' || !seen.includes(id))
      .map((todo) => ({ of: 'request' as const, todo })),
    ...todos.map((todo) => ({ of: 'day' as const, todo })),
  ];
}

const TEXTS = {
  'missing-punch': 'today.todoMissing',
  'unconfirmed-punch': 'today.todoUnconfirmed',
  'correction-waiting': 'today.todoCorrection',
} as const;

function dayTodoText(todo: TodayTodo, offset: number, words: Words): string {
  const slots = todo.slots.map((slot) => words.t(`slotInline.${slot}`)).join(words.t('common.listSeparator'));
  return words.t(TEXTS[todo.kind], {
    day: dayText(todo.day, words),
    slots,
    time: correctionTime(todo, offset),
  });
}

function dayTodoAction({ kind, slots }: TodayTodo, words: Words): string {
  if (kind === 'correction-waiting') return words.t('today.todoWaits');
  if (kind === 'unconfirmed-punch') return words.t('today.todoConfirm');
  return slots.length === 1 ? words.t('today.todoCorrect') : '';
}

const CONFIRMED: readonly OfficeTodo['kind'][] = [
  ...(['unlock', 'plans', 'team-plans', 'goal-reviews', 'peers-confirm', 'payslip', 'payslip-late'] as const),
];
const WRITTEN: readonly OfficeTodo['kind'][] = [
  ...(['goal-review', 'plan-write', 'plan-report', 'team-plan-write', 'team-plan-verdict'] as const),
];
const SEEN: readonly OfficeTodo['kind'][] = [
  'result',
  'appeals',
  'pay-answer',
  'pay-blocked',
  'team-plan-late',
  'plan-open',
];

function officeAction(kind: OfficeTodo['kind'], words: Words): string {
  if (WRITTEN.includes(kind)) return words.t('today.todoReview');
  if (kind === 'reviews') return words.t('today.todoFill');
  if (SEEN.includes(kind)) return words.t('today.todoSee');
  if (kind === 'peers') return words.t('today.todoChoose');
  return CONFIRMED.includes(kind) ? words.t('today.todoUnlock') : '';
}

/** What waits for people of a role, as a line that leads there. */
export function officeTodoView(todo: OfficeTodo, words: Words): TodoView {
  const { kind, count, month, until } = todo;
  // An appraisal is named by the cycle of goals that it is of.
  const cycleId = todo.cycleId?.replace(/^a-/, '');
  const text = words.t(`today.todoOffice.${kind}`, {
    count,
    month: month ? monthText(month, words) : '',
    day: until ? dayText(until, words) : '',
    cycle: cycleId ? cycleText({ id: cycleId, kind: kindOfCycle(cycleId) }, words) : '',
  });
  return { id: todoId({ of: 'office', todo }), waits: false, text, action: officeAction(kind, words) };
}

function todoView(each: Todo, offset: number, words: Words): TodoView {
  const common = { id: todoId(each), waits: false };
  switch (each.of) {
    case 'waiting':
      return { ...common, text: words.t('today.todoWaiting', { count: each.count }), action: '' };
    case 'request': {
      const { state, title } = each.todo;
      const text = words.t(`today.todoRequest.${state}`, { title: words.pick(title) });
      return { ...common, text, action: words.t(`today.todoRequestAction.${state}`) };
    }
    case 'office':
      return officeTodoView(each.todo, words);
    default:
      return {
        ...common,
        text: dayTodoText(each.todo, offset, words),
        action: dayTodoAction(each.todo, words),
        waits: each.todo.kind === 'correction-waiting',
      };
  }
}

/** How many things it stands for; what waits for others is none. */
function countOf(each: Todo): number {
  if (each.of === 'waiting') return each.count;
  if (each.of === 'office') return each.todo.count;
  return each.of === 'day' && each.todo.kind === 'correction-waiting' ? 0 : 1;
}

const countAll = (all: readonly Todo[]): number => all.reduce((sum, each) => sum + countOf(each), 0);

/** The first to-dos, how many things there are to do, and how many of them stand for the button. */
export function todosView(model: TodayModel, offset: number, words: Words): TodosView {
  const all = todosOf(model);
  const count = countAll(all);
  const hidden = all.slice(SHOWN);
  const folded = !model.allTodos && hidden.length > 1;
  // What is shown and what is not add up to what the head says; things that wait for others are counted where nothing else is left.
  const rest = countAll(hidden) || hidden.length;
  return {
    todos: (folded ? all.slice(0, SHOWN) : all).map((each) => todoView(each, offset, words)),
    todoCount: count > 0 ? words.t('today.todoCount', { count }) : '',
    todoMore: folded ? words.t('today.todoMore', { count: rest }) : '',
  };
}
