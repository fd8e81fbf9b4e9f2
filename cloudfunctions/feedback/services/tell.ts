import type { Instant } from '#contracts/common';
import type { MessageEvent } from '#contracts/message';
import type { PersonBrief } from '#contracts/person';
import { notify } from '../../shared/outbox/outbox';
import type { Note } from '../domain/note';

type Event = Extract<MessageEvent, `feedback.${string}`>;

const WRITERS: { readonly [Told in Event]: 'from' | 'to' } = {
  'feedback.given': 'from',
  'feedback.praised': 'from',
  'feedback.answered': 'from',
  'feedback.declined': 'from',
  'feedback.asked': 'to',
  'feedback.replied': 'to',
};

/** Tells the other one of the two; once, however often a call is repeated. `key` tells several replies apart. */
export async function tellOther(event: Event, note: Note, at: Instant, key = ''): Promise<void> {
  const side = WRITERS[event];
  const { name, nameEn }: PersonBrief = note[side];
  await notify({
    _id: ['feedback', note._id, event, key].filter(Boolean).join(':'),
    event,
    to: [side === 'from' ? note.toId : note.fromId],
    data: {
      name: { 'zh-CN': name, en: nameEn },
      ...(note.dueOn && event === 'feedback.asked' && { day: note.dueOn }),
    },
    aboutId: note._id,
    at,
    template: null,
  });
}
