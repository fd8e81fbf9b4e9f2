import type { Instant } from '#contracts/common';
import type { FormValues } from '#contracts/form';
import { type FormDraft, readStored, removeStored, writeIfRoom } from '../../services/store';
import type { TypeBrief } from './form.model';

/** The newest ones are kept. */
const MAX_DRAFTS = 8;
/** Larger forms, such as fifty lines of expenses, are not kept. */
const MAX_CHARACTERS = 20_000;
const MAX_AGE_MS = 14 * 86_400_000;

/** Whose form it is, and which: the link that opened it. */
export type DraftKey = Pick<FormDraft, 'employeeId' | 'form'>;

const isOf =
  ({ employeeId, form }: DraftKey) =>
  (draft: FormDraft): boolean =>
    draft.employeeId === employeeId && draft.form === form;

/** Drafts of the person that are recent enough; those of other people on this phone are dropped. */
const draftsOf = (employeeId: string, now: Instant): readonly FormDraft[] =>
  (readStored('drafts') ?? []).filter(
    (draft) => draft.employeeId === employeeId && now - draft.at < MAX_AGE_MS,
  );

export const findDraft = (key: DraftKey, now: Instant): FormDraft | null =>
  draftsOf(key.employeeId, now).find(isOf(key)) ?? null;

/** Keeps what was filled in so far, without private texts, which are not stored on a phone. */
export function keepDraft(
  key: DraftKey,
  { form }: Pick<TypeBrief, 'form'>,
  values: FormValues,
  now: Instant,
) {
  const shown = form
    .filter((field) => !field.private)
    .flatMap(({ id }) => {
      const value = values[id];
      return value === undefined ? [] : [[id, value] as const];
    });
  const draft: FormDraft = { ...key, values: Object.fromEntries(shown), at: now };
  const others = draftsOf(key.employeeId, now).filter((each) => !isOf(key)(each));
  const isKept = JSON.stringify(draft.values).length <= MAX_CHARACTERS;
  writeIfRoom('drafts', [...(isKept ? [draft] : []), ...others].slice(0, MAX_DRAFTS));
}

export function dropDraft(key: DraftKey, now: Instant): void {
  const others = draftsOf(key.employeeId, now).filter((each) => !isOf(key)(each));
  if (others.length > 0) writeIfRoom('drafts', others);
  else removeStored('drafts');
}
