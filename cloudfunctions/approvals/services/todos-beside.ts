import type { Instant } from '#contracts/common';
import type { OfficeTodo } from '#contracts/today';
import { employeesById } from '../../people/public';
import { readJoined } from '../../shared/data/read-joined';
import type { Employee } from '../../shared/kernel/employee';
import type { TodaySource } from '../../shared/todos/today-source';

/** What else there is for a person beside requests, in one read. */
export async function todosBeside(
  source: TodaySource<null>,
  me: Employee,
  now: Instant,
): Promise<readonly OfficeTodo[]> {
  const joins = source.joins(me, now);
  return source.read(await readJoined(me._id, employeesById.from, joins), now, me).todos;
}
