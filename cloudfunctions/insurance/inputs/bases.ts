import { array, boolean, maxLength, minLength, nullable, optional, pipe, strictObject } from 'valibot';
import { employeeId, month, version } from '../../shared/inputs';
import { fen, fundRate } from './profile';

/** Lines of one call; a longer sheet is sent in several. */
const MAX_ENTRIES = 100;

const entry = {
  ...{ employeeId, from: month, insurance: nullable(fen), fund: nullable(fen) },
  ...{ isLocal: boolean(), isPensioner: boolean() },
  ...{ fundRate: optional(fundRate), supplementaryRate: optional(fundRate) },
};

export const entries = pipe(array(strictObject(entry)), minLength(1), maxLength(MAX_ENTRIES));

export const entriesToSave = pipe(
  array(strictObject({ ...entry, rev: optional(version, 0) })),
  minLength(1),
  maxLength(MAX_ENTRIES),
);
