import { boolean, nullable, strictObject } from 'valibot';
import type { TaxContract } from '#contracts/tax';
import { briefOf } from '../../people/rules';
import { recordAccess } from '../../shared/audit/record-access';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { employeeId, nonEmptyText, revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { decided } from '../domain/deductions/deduction-file';
import { deductionId } from '../inputs/deduction';
import { changeFile } from '../services/change-file';
import { personOf } from '../services/person-of';
import { tellDecided } from '../services/tell-decided';

/**
 * Accepts a declared deduction, or returns it with the reason; never one's own. The person is told that it was decided, not
 * what it is about.
 * @throws AppError FORBIDDEN, NOT_FOUND, INPUT_INVALID without a reason, VERSION_CONFLICT, DEDUCTION_INVALID,
 * DEDUCTION_REFUSED, BUSY
 */
export const decideDeduction = employeeAction<TaxContract['decideDeduction']>({
  input: strictObject({
    ...{ employeeId, id: deductionId, rev: revision },
    ...{ accept: boolean(), reason: nullable(nonEmptyText(200)) },
  }),
  allow: can('decide', 'TaxDeductions'),
  texts: ({ reason }) => (reason === null ? [] : [reason]),
  async run({ input: { id, rev, accept, reason, ...input }, me, now }) {
    if (input.employeeId === me._id) throw new AppError('FORBIDDEN', { rule: 'own' });
    if (accept !== (reason === null))
      throw new AppError('INPUT_INVALID', { path: 'reason', rule: 'required' });
    const person = await personOf(input.employeeId, now);
    const today = dayOf(now);
    const by = { by: briefOf(me), at: now, reason };
    await recordAccess({
      ...{ what: 'deductions', ownerId: person._id, aboutId: `deductions:${person._id}` },
      ...{ readerId: me._id, readerName: me.name, at: now },
    });
    const view = await changeFile({ employeeId: person._id, rev }, today, (file) =>
      decided(file, id, by, today),
    );
    await tellDecided(person._id, { id, accept }, now);
    return { person: briefOf(person), ...view };
  },
});
