import { departmentsById } from '../../people/public';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { abilityOf } from '../../shared/kernel/policy';
import type { StoredBoard } from '../domain/stored-result';

type Unit = Pick<StoredBoard, 'unitId' | 'unitPath'>;

/** Whether somebody is in the HR that runs appraisals. */
export const isHr = (me: Employee): boolean => abilityOf(me).can('decide', 'AppraisalResults');

/** The boards among these that somebody calibrates: HR all, a leader those of their unit and below. */
export async function ownBoards<U extends Unit>(
  boards: readonly U[],
  me: Employee,
  now: number,
): Promise<U[]> {
  return isHr(me) ? [...boards] : ledBoards(boards, me, now);
}

/** The boards among these of units that somebody leads, or that are below them. */
export async function ledBoards<U extends Unit>(
  boards: readonly U[],
  me: Employee,
  now: number,
): Promise<U[]> {
  const ids = [...new Set(boards.flatMap(({ unitId, unitPath }) => [unitId, ...unitPath]))];
  const units = await departmentsById(ids, now);
  const leads = (id: string) => units.get(id)?.leaderId === me._id;
  return boards.filter(({ unitId, unitPath }) => leads(unitId) || unitPath.some(leads));
}

/** @throws AppError NOT_FOUND, also if there is no such board */
export async function requireCalibrator<U extends Unit>(
  board: U | null,
  me: Employee,
  now: number,
): Promise<U> {
  const [own] = board ? await ownBoards([board], me, now) : [];
  if (!own) throw new AppError('NOT_FOUND', { what: 'board' });
  return own;
}

/**
 * Whether somebody may open a board that is locked: who locked it, HR, and the leaders of units as high as those of who locked it
 * or above. What HR locked, and what somebody locked who leads none of these units any more, is opened by HR or the leader at
 * the very top.
 */
export async function mayOpenAgain(
  { unitId, unitPath, events }: Pick<StoredBoard, 'unitId' | 'unitPath' | 'events'>,
  me: Employee,
  now: number,
): Promise<boolean> {
  const locker = events.findLast(({ kind }) => kind === 'locked')?.by;
  if (locker === undefined || locker === me._id || isHr(me)) return true;
  const path = [...unitPath, unitId];
  const units = await departmentsById(path, now);
  const levelOf = (id: string) => path.findIndex((unit) => units.get(unit)?.leaderId === id);
  return levelOf(me._id) <= Math.max(0, levelOf(locker));
}
