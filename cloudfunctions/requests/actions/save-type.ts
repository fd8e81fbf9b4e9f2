import { integer, maxValue, minValue, number, pipe, strictObject } from 'valibot';
import type { RequestsContract, RequestType } from '../../../typings/contracts/requests';
import { employeesById } from '../../people/data/employees';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { addTypeChange, findTypesNow, MOST_TYPES, saveTypeVersion } from '../data/types';
import { checkType, namedPeople } from '../domain/types/check-type';
import { contentHash } from './prepare';
import { editedType } from './type-input';

/**
 * Saves a type as its next version; a new one has the expected version 0. Older versions stay, and so do the
 * requests that began with them. The same content again is the same version.
 * @throws AppError VERSION_CONFLICT, INPUT_INVALID
 */
export const saveType = employeeAction<RequestsContract['saveType']>({
  input: strictObject({
    type: editedType,
    expectedVersion: pipe(number(), integer(), minValue(0), maxValue(1_000_000)),
  }),
  allow: can('update', 'RequestTypes'),
  async run({ input: { type: edited, expectedVersion }, me, now }) {
    checkType(edited);
    const all = await findTypesNow(now);
    const before = all.find(({ id }) => id === edited.id) ?? null;
    const type: RequestType = { ...edited, version: expectedVersion + 1 };
    const isSaved = before !== null && before.version === type.version && isSame(before, type);
    if (!isSaved) {
      if ((before?.version ?? 0) !== expectedVersion)
        throw new AppError('VERSION_CONFLICT', { version: before?.version ?? 0 });
      if (!before && all.length >= MOST_TYPES)
        throw new AppError('INPUT_INVALID', { path: 'type.id', rule: 'too-many' });
      await requireNamed(edited, now);
      if (!(await saveTypeVersion(before, type)))
        throw new AppError('VERSION_CONFLICT', { version: expectedVersion + 1 });
    }
    const { _id: byId, name: byName, nameEn: byNameEn } = me;
    const { version } = type;
    await addTypeChange({ at: now, byId, byName, byNameEn, version, what: differing(before, type) }, type.id);
    return { type };
  },
});

/** @throws AppError INPUT_INVALID if the flow names somebody who does not exist */
async function requireNamed(type: Pick<RequestType, 'flow'>, now: number): Promise<void> {
  const ids = namedPeople(type);
  const found = await employeesById(ids, now);
  if (ids.some((id) => !found.has(id)))
    throw new AppError('INPUT_INVALID', { path: 'type.flow', rule: 'person' });
}

const isSame = (one: RequestType, other: RequestType): boolean =>
  contentHash('', one) === contentHash('', other);

/** Which parts of a type a change touches. */
function differing(before: RequestType | null, after: RequestType): string[] {
  const parts = ['name', 'enabled', 'form', 'flow'] as const;
  return parts.filter((part) => contentHash('', before?.[part]) !== contentHash('', after[part]));
}
