import type { Instant } from '#contracts/common';
import type { Alignment, AlignmentConsent, Objective } from '#contracts/goal';
import type { Employee } from '../../shared/kernel/employee';
import { notify } from '../../shared/outbox/outbox';
import type { Dependent } from '../domain/dependents';
import { partKey } from '../domain/roll-up';
import { ownerOfSheet, type Sheet } from '../domain/sheet';
import { answerersOf } from './push/asked';

interface By {
  readonly me: Pick<Employee, '_id' | 'name' | 'nameEn'>;
  readonly now: Instant;
}

const nameOf = ({ name, nameEn }: By['me']) => ({ 'zh-CN': name, en: nameEn || name });

/** Asks whoever answers for a place elsewhere that objectives of a sheet are aligned to, once for each time it is asked. */
export async function tellAsked(
  { _id: sheetId, objectives }: Pick<Sheet, '_id' | 'objectives'>,
  objectiveIds: readonly string[],
  { me, now }: By,
): Promise<void> {
  for (const { id, title, alignedTo } of objectives)
    for (const each of objectiveIds.includes(id) ? alignedTo : [])
      if (each.consent?.state === 'waiting')
        await notify({
          _id: `goal-align:${sheetId}:${id}:${partKey(each)}:${each.consent.at}`,
          event: 'goal.align-asked',
          to: each.consent.asks,
          data: { name: nameOf(me), title, above: each.consent.title },
          aboutId: null,
          at: now,
          template: 'waiting',
        });
}

interface Answered {
  readonly sheetId: string;
  readonly objectiveId: string;
  readonly title: string;
  readonly alignment: Alignment & { readonly consent: AlignmentConsent };
  readonly to: readonly string[];
}

/** Tells whose objective it is what was answered; the same answer is told once. */
export async function tellAnswered(
  { sheetId, objectiveId, title, alignment, to }: Answered,
  { me, now }: By,
): Promise<void> {
  const { state, note, at, title: above } = alignment.consent;
  await notify({
    _id: `goal-aligned:${sheetId}:${objectiveId}:${partKey(alignment)}:${at}`,
    event: state === 'accepted' ? 'goal.align-accepted' : 'goal.align-declined',
    to: to.filter((each) => each !== me._id),
    data: { name: nameOf(me), title, above, ...(note && { comment: note }) },
    aboutId: `${sheetId}/${objectiveId}`,
    at: now,
    template: 'result',
  });
}

/** Of one message; the others see it at their objective. */
const MAX_TOLD = 200;

/**
 * Tells whose objectives counted for one of a sheet that they do not any more, once for each revision of what is agreed there.
 */
export async function tellLost(
  { _id: sheetId, planRev }: Pick<Sheet, '_id' | 'planRev'>,
  { id, title }: Pick<Objective, 'id' | 'title'>,
  lost: readonly Dependent[],
  { me, now }: By,
): Promise<void> {
  const sheetIds = [...new Set(lost.map(({ place }) => place.sheetId))].slice(0, MAX_TOLD);
  const to: string[] = [];
  for (const each of sheetIds) {
    const owner = ownerOfSheet(each)?.owner;
    if (owner) to.push(...(await answerersOf(owner, now)));
  }
  await notify({
    _id: `goal-lost:${sheetId}:${id}:${planRev}`,
    event: 'goal.align-lost',
    to: to.filter((each) => each !== me._id),
    data: { name: nameOf(me), title },
    aboutId: null,
    at: now,
    template: null,
  });
}
