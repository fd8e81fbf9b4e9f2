import type { Instant, LocalText } from '#contracts/common';
import { employeesById } from '../../../people/public';
import { isEmployedOn } from '../../../people/rules';
import { dayOf } from '../../../shared/calendar/company-time';
import type { Employee } from '../../../shared/kernel/employee';
import type { Message } from '../../../shared/outbox/message';
import { notify } from '../../../shared/outbox/outbox';
import type { Rung } from '../../domain/push/ladder';

type Words = Pick<Message, '_id' | 'event' | 'data' | 'aboutId' | 'template'>;

/**
 * Tells the people of these rungs: somebody, their manager, and the manager's manager. Of somebody who has left nobody is told.
 * @param words what is told, by the rung and the name of who has something to do
 * @returns how many were told
 */
export async function tellRungs(
  askedId: string,
  rungs: readonly Rung[],
  now: Instant,
  words: (rung: Rung, name: LocalText) => Words,
): Promise<number> {
  const owner = await personById(askedId, now);
  if (!owner) return 0;
  const manager = await personById(owner.managerId, now);
  const upper = await personById(manager?.managerId ?? null, now);
  const people = { owner, manager, upper };
  let told = 0;
  for (const rung of rungs) {
    const to = people[rung];
    if (!to) continue;
    const name = { 'zh-CN': owner.name, en: owner.nameEn || owner.name };
    await notify({ ...words(rung, name), to: [to._id], at: now });
    told += 1;
  }
  return told;
}

async function personById(id: string | null, now: Instant): Promise<Employee | null> {
  if (!id) return null;
  const found = (await employeesById([id], now)).get(id);
  return found && isEmployedOn(found, dayOf(now)) ? found : null;
}
