import type { PersonBrief } from '#contracts/person';
import type { Employee } from '../../shared/kernel/employee';

/** A person as shown to others in lists. */
export const briefOf = ({ _id, name, nameEn }: Pick<Employee, '_id' | 'name' | 'nameEn'>): PersonBrief => ({
  id: _id,
  name,
  nameEn,
});
