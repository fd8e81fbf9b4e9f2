import type { PersonBrief } from '#contracts/person';
import { employeesById } from '../../people/public';
import { briefOf } from '../../people/rules';

/** People by their number; who is not stored any more is called by it. One read of those who are not cached. */
export async function peopleNames(ids: readonly string[], now: number): Promise<(id: string) => PersonBrief> {
  const found = await employeesById([...new Set(ids)], now);
  return (id) => {
    const person = found.get(id);
    return person ? briefOf(person) : { id, name: id, nameEn: id };
  };
}
