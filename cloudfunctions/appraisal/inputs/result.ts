import { pipe, regex, string } from 'valibot';
import { nonEmptyText } from '../../shared/inputs';

/** `a-2026-11`, `a-2026-Q4`, `a-2026`: the cycle of goals that is appraised. */
export const cycleId = pipe(string(), regex(/^a-20\d{2}(-(0[1-9]|1[0-2]|Q[1-4]))?$/));
/** Of a scheme. */
export const partId = pipe(string(), regex(/^[a-z][a-z0-9-]{0,39}$/));
/** A department. */
export const unitId = pipe(string(), regex(/^[A-Za-z0-9_-]{1,40}$/));
/** Of a scheme, such as `A`. */
export const grade = pipe(string(), regex(/^[A-Za-z0-9+-]{1,8}$/));
/** Why a grade is another one: the person reads it. */
export const reason = nonEmptyText(500);
/** An appeal, and the answer to it. */
export const appealText = nonEmptyText(2_000);
