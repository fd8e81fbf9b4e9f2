import { strictObject } from 'valibot';
import type { RequestType } from '#contracts/request-type';
import type { RequestsContract } from '#contracts/requests';
import { employeesById } from '../../people/public';
import { AppError } from '../../shared/errors/app-error';
import { planSave } from '../../shared/history/plan-save';
import { integerBetween } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { localTextsIn } from '../../shared/text-check/local-texts';
import {
  findTypeSetting,
  findTypesNow,
  MAX_TYPES,
  saveTypeVersion,
  type TypeSetting,
} from '../data/request-types';
import { checkType, namedPeople } from '../domain/check-type';
import { typeValues } from '../domain/type-values';
import { editedType } from '../inputs/type';

/**
 * Saves a type as its next version; a new one has the expected version 0. Older versions are kept, and so are
 * requests based on them. Idempotent: the same content is the same version.
 * @throws AppError VERSION_CONFLICT, INPUT_INVALID, FORBIDDEN for a type that nobody can change
 */
export const saveType = employeeAction<RequestsContract['saveType']>({
  input: strictObject({
    type: editedType,
    expectedVersion: integerBetween(0, 1_000_000),
  }),
  allow: can('update', 'RequestTypes'),
  texts: localTextsIn,
  async run({ input: { type: edited, expectedVersion }, me, now }) {
    const before = await findTypeSetting(edited.id);
    if (before?.type.flow.isStrict) throw new AppError('FORBIDDEN', {});
    checkType(edited, before?.shipped ?? null);
    const setting = {
      version: before?.type.version ?? 0,
      parts: partsOf(before?.type),
      history: before?.history,
      valuesOf: typeValues,
      setBy: before?.setBy,
    };
    const { name, enabled, form, flow } = edited;
    const plan = planSave(setting, { name, enabled, form, flow }, expectedVersion, { me, now });
    const type: RequestType = { ...edited, version: plan.version };
    if (plan.save) await save(before, type, plan.save, now);
    return { type };
  },
});

/** @throws AppError VERSION_CONFLICT, INPUT_INVALID */
async function save(
  before: TypeSetting | null,
  type: RequestType,
  saving: Parameters<typeof saveTypeVersion>[2],
  now: number,
): Promise<void> {
  if (!before && (await findTypesNow(now)).length >= MAX_TYPES)
    throw new AppError('INPUT_INVALID', { path: 'type.id', rule: 'too-many' });
  await requireNamedPeople(type, now);
  // A concurrent save came first, so the stored version is at least the next one.
  if (!(await saveTypeVersion(before, type, saving)))
    throw new AppError('VERSION_CONFLICT', { version: type.version });
}

/** @throws AppError INPUT_INVALID if the flow names a person who does not exist */
async function requireNamedPeople(type: Pick<RequestType, 'flow'>, now: number): Promise<void> {
  const ids = namedPeople(type);
  const found = await employeesById(ids, now);
  if (ids.some((id) => !found.has(id)))
    throw new AppError('INPUT_INVALID', { path: 'type.flow', rule: 'person' });
}

/** The parts named by the history. */
const partsOf = (type?: Omit<RequestType, 'version'>) => ({
  name: type?.name,
  enabled: type?.enabled,
  form: type?.form,
  flow: type?.flow,
});
