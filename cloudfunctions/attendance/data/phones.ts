import { collection } from '../../shared/data/collection';
import { retained } from '../../shared/retention/retained';
import type { NewUse, Phone } from '../domain/shared-phone';

const phones = collection<Phone>('phones');

/** Phones by their ids, at most 1,000. */
export async function findPhones(ids: readonly string[]): Promise<Map<string, Phone>> {
  const found = await phones.byIds([...new Set(ids)]);
  return new Map(found.map((phone) => [phone._id, phone]));
}

/** Saves one person's use without changing those of others. */
export async function savePhoneUse({ phone: _id, employeeId, use }: NewUse): Promise<void> {
  if ((await phones.add({ _id, users: { [employeeId]: use }, lastOn: use.day })) === 'added') return;
  await phones.updateWhere(
    () => ({ _id }),
    () => ({ [`users.${employeeId}`]: use, lastOn: use.day }),
  );
}

/** Looked at for some days only, see `PLACE_RULES.sharedPhoneDays`. */
export const retainedPhones = retained(phones, 90, 'lastOn', (_, { day }) => ({ lastOn: _.lt(day) }));
