import type { TodayTodo } from '#contracts/today';
import type { Words } from '../../locales/words';
import { dayText, timeOf } from '../../utils/dates';
import type { TodayModel } from './today.model';

export interface TodosView {
  readonly todos: readonly {
    readonly id: string;
    readonly text: string;
    /** What a tap leads to: what to do, or that it waits. */
    readonly action: string;
    /** Nothing to do but to look at it. */
    readonly waits: boolean;
  }[];
  readonly todoCount: string;
  /** The label of the button that shows the others; empty if all are shown. */
  readonly todoMore: string;
}

/** To-dos shown above the dial before the others are asked for. */
const SHOWN = 3;

export const todoId = ({ kind, day, slots }: TodayTodo): string =>
  kind === 'missing-punch' ? day : `${day}-${kind}-${slots.join('-')}`;

/** The time with which the correction of a to-do begins, `HH:mm`; empty for that of the shift. */
export const correctionTime = ({ at }: TodayTodo, offset: number): string =>
  at === undefined ? '' : timeOf(at, offset);

const TEXTS = {
  'missing-punch': 'today.todoMissing',
  'unconfirmed-punch': 'today.todoUnconfirmed',
  'correction-waiting': 'today.todoCorrection',
} as const;

function todoText(todo: TodayTodo, offset: number, words: Words): string {
  const slots = todo.slots.map((slot) => words.t(`slotInline.${slot}`)).join(words.t('common.listSeparator'));
  return words.t(TEXTS[todo.kind], {
    day: dayText(todo.day, words),
    slots,
    time: correctionTime(todo, offset),
  });
}

function actionText({ kind, slots }: TodayTodo, words: Words): string {
  if (kind === 'correction-waiting') return words.t('today.todoWaits');
  if (kind === 'unconfirmed-punch') return words.t('today.todoConfirm');
  return slots.length === 1 ? words.t('today.todoCorrect') : '';
}

/** Approvals that wait for the person first, then missing punches, then what waits for others. */
export function todosView({ today, waiting, allTodos }: TodayModel, offset: number, words: Words): TodosView {
  const approvals =
    waiting > 0
      ? [
          {
            id: 'waiting',
            text: words.t('today.todoWaiting', { count: waiting }),
            action: '',
            waits: false,
          },
        ]
      : [];
  const own = (today?.todos ?? []).map((todo) => ({
    id: todoId(todo),
    text: todoText(todo, offset, words),
    action: actionText(todo, words),
    waits: todo.kind === 'correction-waiting',
  }));
  const todos = [...approvals, ...own];
  // Each request that waits is one thing to do; what waits for others is none.
  const count = waiting + own.filter(({ waits }) => !waits).length;
  const rest = todos.length - SHOWN;
  const folded = !allTodos && rest > 1;
  return {
    todos: folded ? todos.slice(0, SHOWN) : todos,
    todoCount: count > 0 ? words.t('today.todoCount', { count }) : '',
    todoMore: folded ? words.t('today.todoMore', { count: rest }) : '',
  };
}
