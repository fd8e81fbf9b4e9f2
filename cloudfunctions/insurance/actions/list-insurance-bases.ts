import { optional, strictObject } from 'valibot';
import type { InsuranceContract } from '#contracts/insurance-records';
import { findEmployeesAfter } from '../../people/public';
import { recordAccess } from '../../shared/audit/record-access';
import { dayOf } from '../../shared/calendar/company-time';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findBases } from '../data/bases';
import { briefOf } from '../domain/person-brief';

const PAGE = 50;

/** A page of the people with their bases, the latest first; who has none stands there too. Every reading is recorded. */
export const listInsuranceBases = employeeAction<InsuranceContract['insuranceBases']>({
  input: strictObject({ cursor: optional(employeeId) }),
  allow: can('read', 'Insurance'),
  async run({ input, me, now }) {
    const { people, next } = await findEmployeesAfter(input.cursor ?? '', PAGE);
    const here = people.filter(({ leftOn }) => leftOn === null || leftOn >= dayOf(now));
    const bases = await findBases(here.map(({ _id }) => _id));
    const others = [...bases.keys()].filter((id) => id !== me._id);
    if (others.length > 0)
      await recordAccess({
        ...{ what: 'insurance-bases', at: now, readerId: me._id, readerName: me.name },
        ...{ aboutId: 'insurance-bases', ownerIds: others },
      });
    return {
      items: here.map((person) => ({
        person: briefOf(person),
        city: person.city,
        bases: [...(bases.get(person._id)?.list ?? [])].reverse(),
      })),
      next,
    };
  },
});
