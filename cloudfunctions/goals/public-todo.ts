import { countedTodo, MAX_TODO_COUNT, type TodoSource } from '../shared/todos/todo-source';
import { sheets } from './data/sheets';
import type { Sheet } from './domain/sheet';

/** Pushed goals that the person has to confirm, and answers to what they have pushed. */
export const goalsTodo: TodoSource = {
  kind: 'goals',
  join: (me) => ({
    from: sheets,
    field: 'asked',
    values: [me._id],
    fields: ['asked'],
    max: MAX_TODO_COUNT,
  }),
  todos(documents, me) {
    const found = documents as unknown as readonly Pick<Sheet, 'asked'>[];
    const count = found.flatMap(({ asked = [] }) => asked).filter((id) => id === me._id).length;
    return countedTodo('goals', Math.min(count, MAX_TODO_COUNT));
  },
};
