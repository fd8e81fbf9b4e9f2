import type { Day } from '#contracts/common';
import type { OfficeTodo, TodayGoals } from '#contracts/today';
import { addDays, dayOf } from '../shared/calendar/company-time';
import type { TodaySource } from '../shared/todos/today-source';
import { MAX_TODO_COUNT } from '../shared/todos/todo-source';
import { usableJoined as usable } from '../shared/todos/usable-joined';
import { cycles } from './data/cycles';
import { sheets } from './data/sheets';
import { briefOf, type Cycle } from './domain/cycle';
import { sheetProgress } from './domain/objective-progress';
import { reviewProgress } from './domain/review';
import { hasEnded } from './domain/review-window';
import { type Sheet, sheetIdOf } from './domain/sheet';
import { reportOf } from './domain/sheet-view';
import { standingsOf } from './domain/standings';
import { cyclesOn, endedLately, isConfirmable } from './domain/today-cycles';
import { progressAt } from './domain/week-before';

/** The own goals on Today: how far they are, what was reported today, and closing reviews that are due. */
export const goalsToday: TodaySource<TodayGoals | null> = {
  joins(me, now) {
    const today = dayOf(now);
    const running = cyclesOn(today).map(({ _id }) => _id);
    const own = [...running, ...endedLately(today).map(({ _id }) => _id)];
    return {
      goalCycles: { from: cycles, field: '_id', values: running, fields: CYCLE, max: running.length },
      goalSheets: {
        from: sheets,
        field: '_id',
        values: own.map((id) => sheetIdOf(id, { kind: 'person', id: me._id })),
        fields: SHEET,
        max: own.length,
      },
      goalReviews: {
        from: sheets,
        field: 'waitsFor',
        values: [me._id],
        fields: ['cycleId'],
        latestBy: 'cycleId',
        max: MAX_TODO_COUNT,
      },
    };
  },

  read(joined, now) {
    const today = dayOf(now);
    const running = usable<Cycle>(cycles, joined.goalCycles, CYCLE);
    const own = usable<Sheet>(sheets, joined.goalSheets, SHEET);
    const waiting = usable<Sheet>(sheets, joined.goalReviews, ['cycleId']);
    return {
      part: partOf(running, own, today),
      todos: [...ownTodos(running, own, today), ...teamTodos(waiting, today)],
    };
  },
};

const CYCLE = ['kind', 'from', 'to', 'state', 'rev'] as const;
const SHEET = [
  'cycleId',
  'owner',
  'objectives',
  'base',
  'log',
  'archived',
  'parts',
  'revs',
  'additions',
  'review',
] as const;

/** The shortest running cycle in which the person has goals, or the shortest one. */
function partOf(running: readonly Cycle[], own: readonly Sheet[], today: Day): TodayGoals | null {
  const found = cyclesOn(today).flatMap(
    ({ _id }) => running.find((cycle) => cycle._id === _id && cycle.state === 'running') ?? [],
  );
  const sheetOf = ({ _id }: Cycle) => own.find(({ cycleId }) => cycleId === _id);
  const cycle = found.find((each) => reviewProgress(sheetOf(each)) !== 'none') ?? found[0];
  if (!cycle) return null;
  const sheet = sheetOf(cycle);
  if (!sheet) return { cycle: briefOf(cycle), progress: null, before: null, report: null };
  const { counted } = sheetProgress(sheet.objectives, standingsOf(sheet));
  const weekAgo = addDays(today, -7);
  return {
    cycle: briefOf(cycle),
    progress: counted,
    before: counted !== null && weekAgo >= cycle.from ? progressAt(sheet, weekAgo) : null,
    report: reportOf(sheet, today)?.text ?? null,
  };
}

/** Own reviews that are not handed in. */
function ownTodos(running: readonly Cycle[], own: readonly Sheet[], today: Day): OfficeTodo[] {
  const over = [
    ...running.filter((cycle) => hasEnded(cycle, { from: cycle.to }, today)).map(({ _id }) => _id),
    ...endedLately(today).map(({ _id }) => _id),
  ];
  return own
    .filter((sheet) => over.includes(sheet.cycleId) && reviewProgress(sheet) === 'missing')
    .map(({ cycleId }) => ({ kind: 'goal-review', count: 1, cycleId }));
}

/** Reviews to confirm, by cycle. */
function teamTodos(waiting: readonly Pick<Sheet, 'cycleId'>[], today: Day): OfficeTodo[] {
  const ids = waiting.map(({ cycleId }) => cycleId).filter((id) => isConfirmable(id, today));
  return [...new Set(ids)].map((cycleId) => ({
    kind: 'goal-reviews',
    count: ids.filter((id) => id === cycleId).length,
    cycleId,
  }));
}
