import type { FormField, FormValues } from '#contracts/form';
import { personName } from '../../locales/request-text';
import { cloud } from '../../services/cloud';
import { words } from '../../services/language';

/** Ids per directory call. */
const MOST = 20;

/** Employee numbers that the values of a form name. */
export function peopleIn(form: readonly FormField[], values: FormValues): string[] {
  const found = form.flatMap((field) => {
    const value = values[field.id];
    return field.kind === 'person' && typeof value === 'string' ? [value] : [];
  });
  return [...new Set(found)];
}

/** Their names in the person's language; none for who has left. @throws ClientError */
export async function namesOf(ids: readonly string[]): Promise<Record<string, string>> {
  const { data } = await cloud.people.find({ ids: ids.slice(0, MOST) });
  return Object.fromEntries(data.people.map((person) => [person.id, personName(person, words())]));
}
