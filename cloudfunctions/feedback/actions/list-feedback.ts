import { optional, picklist, strictObject } from 'valibot';
import type { FeedbackContract } from '#contracts/feedback';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { can } from '../../shared/kernel/policy';
import { MAX_TODO_COUNT } from '../../shared/todos/todo-source';
import { countAskedOf, findAsked, findNotes, findReadable } from '../data/notes';
import { type Note, noteBrief } from '../domain/note';
import { cursor } from '../inputs/feedback';

const PAGE = 20;
/** The wall is what the team has lately been thanked for, not an archive. */
const WALL = 12;

type Input = FeedbackContract['feedback']['input'];
type Page = { readonly notes: readonly Note[]; readonly next: string | null };

/** A list of notes, the latest first: two reads. */
export const listFeedback = employeeAction<FeedbackContract['feedback']>({
  input: strictObject({
    scope: picklist(['received', 'given', 'asked', 'about', 'wall']),
    employeeId: optional(employeeId),
    cursor: optional(cursor),
  }),
  allow: can('read', 'Feedback'),
  async run({ input, me }) {
    const [{ notes, next }, waiting] = await Promise.all([pageOf(input, me), countAskedOf(me._id)]);
    return {
      notes: notes.map((note) => noteBrief(note, me._id)),
      next,
      waiting: Math.min(waiting, MAX_TODO_COUNT),
    };
  },
});

async function pageOf({ scope, employeeId: aboutId, cursor: at }: Input, me: Employee): Promise<Page> {
  const after = at === undefined ? {} : { cursor: at };
  const page = async (
    ...[side, states]: [Parameters<typeof findNotes>[0], Parameters<typeof findNotes>[1]]
  ) => paged(await findNotes(side, states, { ...after, limit: PAGE }));
  switch (scope) {
    case 'received':
      return page({ toId: me._id }, ['given']);
    case 'given':
      return page({ fromId: me._id }, ['given', 'withdrawn']);
    case 'asked':
      return paged(await findAsked(me._id, { ...after, limit: PAGE }));
    case 'about':
      return aboutId === undefined || aboutId === me._id
        ? page({ toId: me._id }, ['given'])
        : paged(await findReadable(aboutId, me._id, { ...after, limit: PAGE }));
    case 'wall':
      return { notes: await findNotes({ wall: me.departmentId }, ['given'], { limit: WALL }), next: null };
  }
}

const paged = (notes: readonly Note[]): Page => ({
  notes,
  next: notes.length === PAGE ? (notes.at(-1)?.rank ?? null) : null,
});
