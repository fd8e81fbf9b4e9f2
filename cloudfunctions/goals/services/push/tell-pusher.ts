import type { Instant } from '#contracts/common';
import type { Employee } from '../../../shared/kernel/employee';
import { notify } from '../../../shared/outbox/outbox';
import type { Proposal } from '../../domain/push/proposal';
import { namesOf } from '../names';

interface By {
  readonly me: Pick<Employee, '_id' | 'name' | 'nameEn'>;
  readonly now: Instant;
}

const NO_NAME = { 'zh-CN': '', en: '' };

/** Tells who pushed agreed objectives that they weigh less beside one that was confirmed, once each. */
export async function tellGaveWay(
  { id, rev, objective, gaveWay = [] }: Proposal,
  sheetId: string,
  { me, now }: By,
): Promise<void> {
  for (const { id: objectiveId, title, before, after, pusher } of gaveWay)
    await notify({
      _id: `goal-gave-way:${sheetId}:${id}:${rev}:${objectiveId}`,
      event: 'goal.gave-way',
      to: pusher === me._id ? [] : [pusher],
      data: {
        owner: (await namesOf([sheetId], now)).get(sheetId) ?? NO_NAME,
        ...{ title, other: objective.title, before, after },
      },
      aboutId: `${sheetId}/${objectiveId}`,
      at: now,
      template: null,
    });
}

interface Changed {
  readonly sheetId: string;
  readonly objectiveId: string;
  readonly title: string;
  /** Of what is agreed in the sheet. */
  readonly rev: number;
  readonly pusher: string | undefined;
  readonly reason: string;
  /** The owner, who is told apart. */
  readonly asks: readonly string[];
}

/** Tells who pushed an agreed objective that somebody else above has changed or dropped it, once for each revision. */
export async function tellPusher(
  event: 'goal.push-amended' | 'goal.push-dropped',
  { sheetId, objectiveId, title, rev, pusher, reason, asks }: Changed,
  { me, now }: By,
): Promise<void> {
  if (pusher === undefined || pusher === me._id || asks.includes(pusher)) return;
  await notify({
    _id: `${event}:${sheetId}:${rev}`,
    event,
    to: [pusher],
    data: {
      name: { 'zh-CN': me.name, en: me.nameEn || me.name },
      owner: (await namesOf([sheetId], now)).get(sheetId) ?? NO_NAME,
      ...{ title, ...(reason && { comment: reason }) },
    },
    aboutId: `${sheetId}/${objectiveId}`,
    at: now,
    template: null,
  });
}
