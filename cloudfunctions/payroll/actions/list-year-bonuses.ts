import { optional, strictObject } from 'valibot';
import type { BonusItem, OneOffPayContract } from '#contracts/one-off-pay';
import { findStaff } from '../../people/public';
import { briefOf } from '../../people/rules';
import { recordAccess } from '../../shared/audit/record-access';
import { employeeId, month } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findOneOffsAfter } from '../data/one-off-pay';
import { isFinal } from '../data/pay-runs';

const PAGE_SIZE = 50;

/** The yearly bonuses that are paid with the wages of a month; the reading is recorded. Three reads. */
export const listYearBonuses = employeeAction<OneOffPayContract['yearBonuses']>({
  input: strictObject({ month, cursor: optional(employeeId) }),
  allow: can('read', 'Payroll'),
  async run({ input: { month: of, cursor = '' }, me, now }) {
    const [{ oneOffs: found, next }, isDone] = await Promise.all([
      findOneOffsAfter(of, cursor, PAGE_SIZE),
      isFinal(of),
    ]);
    const ids = found.map((each) => each.employeeId);
    if (ids.length === 0) return { items: [], next, isFinal: isDone };
    const reader = { at: now, readerId: me._id, readerName: me.name };
    const [people] = await Promise.all([
      findStaff(ids),
      recordAccess({ what: 'one-off-pay', aboutId: `bonuses:${of}`, ownerIds: ids, ...reader }),
    ]);
    const byId = new Map(people.map((person) => [person._id, briefOf(person)]));
    const items = found.flatMap(({ employeeId: id, rev, bonus }): BonusItem[] => {
      const person = byId.get(id);
      return person && bonus ? [{ person, rev, bonus }] : [];
    });
    return { items, next, isFinal: isDone };
  },
});
