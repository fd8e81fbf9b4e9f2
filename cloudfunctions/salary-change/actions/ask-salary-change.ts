import { strictObject } from 'valibot';
import type { FormValues } from '#contracts/form';
import type { SalaryChangeContract, SalaryStep } from '#contracts/salary-change';
import { contentHash, findRequest, fingerprintedValues, submitOnce } from '../../approvals/engine';
import { paidOf } from '../../salaries/rules';
import { recordAccess } from '../../shared/audit/record-access';
import { retryOnConflict } from '../../shared/data/retry-on-conflict';
import { AppError } from '../../shared/errors/app-error';
import { clientKey, nonEmptyText } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { type AskedSalary, changeText } from '../domain/salary-change';
import { salaryLines } from '../inputs/lines';
import { planFor } from '../services/plan';
import { flowAbout, salaryChangeType } from '../shipped-type';

/**
 * Asks for other salaries, of one person or of up to a hundred: one request, which somebody else of payroll decides as a
 * whole. A wrong line refuses all of them. Idempotent by `key`. Amounts and reason are encrypted with the key of pay.
 * @throws AppError SALARY_INVALID with the first wrong line, NOBODY_TO_APPROVE, REQUEST_KEY_REUSED, BUSY
 */
export const askSalaryChange = employeeAction<SalaryChangeContract['askSalaryChange']>({
  input: strictObject({ key: clientKey, reason: nonEmptyText(200), lines: salaryLines }),
  allow: can('update', 'Payroll'),
  async run({ input: { key, reason, lines }, me, openid, now }) {
    const id = `${me._id}-${key}`;
    const { form, version } = salaryChangeType;
    const type = { ...salaryChangeType, flow: flowAbout(lines.map(({ employeeId }) => employeeId)) };
    const hash = contentHash(
      type.id,
      fingerprintedValues(form, { changes: JSON.stringify({ reason, lines }) }),
    );
    let isNew = !(await findRequest(id));
    const values = isNew ? await valuesOf() : NO_VALUES;
    const call = { id, hash, type, me, openid, now, input: { key, typeId: type.id, version, values } };
    const { rev, state } = await retryOnConflict(3, () => {
      const attempt = { ...call, isNew };
      isNew = false;
      return submitOnce(attempt);
    });
    return { id, rev, state };

    async function valuesOf(): Promise<FormValues> {
      const { problems, steps } = await planFor(lines, { askerId: me._id, requestId: id, now });
      const [problem] = problems;
      if (problem) throw new AppError('SALARY_INVALID', problem);
      await recordAccess({
        ...{ what: 'salary-change', aboutId: id, ownerIds: steps.map(({ person }) => person.id) },
        ...{ at: now, readerId: me._id, readerName: me.name },
      });
      return { changes: changeText({ reason, asked: steps.map(askedOf) }) };
    }
  },
});

/** Who has asked for the salary before stands in its own request. */
const askedOf = ({ person, rev, before, after }: SalaryStep): AskedSalary => ({
  ...{ person, rev, after },
  before: before && paidOf(before),
});

/** Of a request that is there already, which is answered with what it is. */
const NO_VALUES: FormValues = {};
