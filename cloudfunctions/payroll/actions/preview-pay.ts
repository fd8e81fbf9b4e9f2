import { boolean, optional, strictObject } from 'valibot';
import type { PayPreview, PayrollContract } from '#contracts/payroll';
import { findStaff } from '../../people/public';
import { briefOf } from '../../people/rules';
import { recordAccess } from '../../shared/audit/record-access';
import { addMonths } from '../../shared/calendar/company-time';
import { employeeId, month } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findSlips, findSlipsAfter } from '../data/payslips';
import { changesBetween } from '../domain/slip-changes';
import { slipId } from '../domain/stored-slip';

const PAGE_SIZE = 20;
const MAX_CHANGES = 6;

/** The slips of a run beside those of the month before, with the lines that differ; the reading is recorded. */
export const previewPay = employeeAction<PayrollContract['previewPay']>({
  input: strictObject({ month, cursor: optional(employeeId), warned: optional(boolean()) }),
  allow: can('read', 'Payroll'),
  async run({ input: { month: of, cursor = '', warned = false }, me, now }) {
    const { slips, next } = await findSlipsAfter(of, cursor, PAGE_SIZE, warned);
    const ids = slips.map((slip) => slip.employeeId);
    if (ids.length === 0) return { items: [], next };
    const last = addMonths(of, -1);
    const [people, earlier] = await Promise.all([
      findStaff(ids),
      findSlips(ids.map((id) => slipId(id, last))),
      recordAccess({
        what: 'payslips',
        aboutId: of,
        ownerIds: ids,
        at: now,
        readerId: me._id,
        readerName: me.name,
      }),
    ]);
    const byId = new Map(people.map((person) => [person._id, person]));
    const items = slips.flatMap(({ employeeId: id, content }): PayPreview[] => {
      const person = byId.get(id);
      const before = earlier.get(slipId(id, last))?.content;
      if (!person) return [];
      return [
        {
          ...{ person: briefOf(person), net: content.totals.net, gross: content.totals.gross },
          netBefore: before?.totals.net ?? null,
          changes: before ? changesBetween(content, before).slice(0, MAX_CHANGES) : [],
          warnings: content.warnings,
        },
      ];
    });
    return { items, next };
  },
});
