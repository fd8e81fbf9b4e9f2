import { cachedById } from '../../shared/data/cached-by-id';
import { collection } from '../../shared/data/collection';
import type { ShiftTemplate } from '../domain/shift';

/** Shift templates by id; as old as the warm cache allows. */
export const findShifts = cachedById(collection<ShiftTemplate>('shifts'));
