import { optional, pipe, regex, strictObject, string } from 'valibot';
import type { OpenDispute, PayrollContract } from '#contracts/payroll';
import { findStaff } from '../../people/public';
import { briefOf } from '../../people/rules';
import { recordAccess } from '../../shared/audit/record-access';
import { dayOf } from '../../shared/calendar/company-time';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findDisputed } from '../data/payslips';
import { asPaidNow, isOwedApart } from '../domain/dispute';
import { linesOf } from '../domain/slip-changes';
import { findPayReach } from '../services/pay-reach';

const PAGE_SIZE = 20;

/** Open disputes of everybody, and answered ones whose difference is to be settled apart; the reading is recorded. */
export const listPayDisputes = employeeAction<PayrollContract['payDisputes']>({
  input: strictObject({ cursor: optional(pipe(string(), regex(/^[A-Za-z0-9_:-]{1,64}$/))) }),
  allow: can('read', 'Payroll'),
  async run({ input: { cursor = '' }, me, now }) {
    const { slips, next } = await findDisputed(cursor, PAGE_SIZE);
    if (slips.length === 0) return { items: [], next };
    const ids = [...new Set(slips.map(({ employeeId }) => employeeId))];
    const reader = { at: now, readerId: me._id, readerName: me.name };
    const [people, reach] = await Promise.all([
      findStaff(ids),
      findPayReach(dayOf(now)),
      recordAccess({ what: 'payslips', aboutId: 'disputes', ownerIds: ids, ...reader }),
    ]);
    const byId = new Map(people.map((person) => [person._id, person]));
    const items = slips.flatMap(({ employeeId, month, rev, content, disputes }): OpenDispute[] => {
      const found = byId.get(employeeId);
      if (!found) return [];
      const person = briefOf(found);
      const lines = linesOf(content);
      return asPaidNow(disputes, month, found, reach)
        .filter((each) => each.answer === null || isOwedApart(each))
        .map((dispute) => {
          const name = lines.get(dispute.line)?.name;
          return { person, month, rev, ...(name && { name }), dispute };
        });
    });
    return { items, next };
  },
});
