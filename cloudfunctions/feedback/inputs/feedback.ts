import { literal, optional, picklist, pipe, regex, strictObject, string, variant } from 'valibot';
import { line, nonEmptyText } from '../../shared/inputs';

export const noteId = pipe(string(), regex(/^[A-Za-z0-9_-]{1,32}:[A-Za-z0-9_-]{16,64}$/));
/** A place in a list, as the server gave it. */
export const cursor = pipe(string(), regex(/^\d{13}:[A-Za-z0-9_:-]{1,100}$/));

const goalId = pipe(string(), regex(/^(?!__proto__$|constructor$|toString$)[A-Za-z0-9_-]{1,40}$/));

export const topic = variant('kind', [
  strictObject({
    kind: literal('goal'),
    sheetId: pipe(string(), regex(/^[0-9Q-]{4,7}:p-[A-Za-z0-9_-]{1,32}$/)),
    objectiveId: goalId,
    keyResultId: optional(goalId),
    title: line(60),
  }),
  strictObject({ kind: literal('project'), title: line(40) }),
]);

export const words = nonEmptyText(1_000);
export const question = nonEmptyText(300);
export const replyText = nonEmptyText(500);
export const kind = picklist(['feedback', 'praise']);
export const visibility = picklist(['receiver', 'manager', 'everybody']);
