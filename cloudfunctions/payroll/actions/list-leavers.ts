import { strictObject } from 'valibot';
import type { LeaverItem, OneOffPayContract } from '#contracts/one-off-pay';
import type { Fen } from '#contracts/pay';
import { findLeavers } from '../../people/public';
import { briefOf } from '../../people/rules';
import { findSalaries } from '../../salaries/public';
import { salaryOn } from '../../salaries/rules';
import { recordAccess } from '../../shared/audit/record-access';
import { daysOfMonth } from '../../shared/calendar/company-time';
import { month } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findOneOffs } from '../data/one-off-pay';
import { isFinal } from '../data/pay-runs';
import { knownCap, leaverLines } from '../domain/one-off-lines';
import { readOneOff } from '../services/read-one-off';

const MAX_LEAVERS = 100;
const ALL_PAID = { annual: true, compTime: true };

/** Who leaves in a month, with what is paid out and what HR has decided; the reading is recorded. */
export const listLeavers = employeeAction<OneOffPayContract['leavers']>({
  input: strictObject({ month }),
  allow: can('read', 'Payroll'),
  async run({ input: { month: of }, me, now }) {
    const days = daysOfMonth(of);
    const [first, last] = [days[0], days.at(-1)];
    const [people, isDone] = await Promise.all([
      first && last ? findLeavers(first, last, MAX_LEAVERS) : [],
      isFinal(of),
    ]);
    const ids = people.map(({ _id }) => _id);
    if (ids.length === 0) return { items: [], isFinal: isDone };
    const reader = { at: now, readerId: me._id, readerName: me.name };
    const [once, stored, salaries] = await Promise.all([
      readOneOff(people, { month: of, lapsedPaid: ALL_PAID }, now),
      findOneOffs(ids, of),
      findSalaries(ids),
      recordAccess({ what: 'one-off-pay', aboutId: `leavers:${of}`, ownerIds: ids, ...reader }),
    ]);
    const items = people.flatMap((person): LeaverItem[] => {
      const { _id, hiredOn, leftOn } = person;
      const facts = once.get(_id);
      if (leftOn === null || !facts?.unused) return [];
      const salary = salaryOn(salaries.get(_id)?.versions ?? [], leftOn);
      const wage = salary?.wage ?? (0 as Fen);
      const { lines, warnings } = leaverLines({
        ...{ facts, person, paidOn: last ?? leftOn, wage, overtimeBase: salary?.overtimeBase ?? wage },
      });
      const { leaving = null, rev = 0 } = stored.get(_id) ?? {};
      return [
        {
          ...{ person: briefOf(person), rev, hiredOn, lastDay: leftOn, unused: facts.unused },
          ...{ leaving, lines, warnings, lastWage: facts.mean?.last ?? wage },
          wageCap: knownCap(facts, person.city, last ?? leftOn),
        },
      ];
    });
    return { items, isFinal: isDone };
  },
});
