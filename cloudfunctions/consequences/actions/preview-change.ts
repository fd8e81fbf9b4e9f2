import { literal, strictObject, variant } from 'valibot';
import type { ChangePreview, PlannedChange } from '#contracts/consequence';
import type { RequestsContract } from '#contracts/requests';
import { countAssigned } from '../../people/public';
import { employeeInput, planEmployeeChange } from '../../people/public-plan';
import {
  calendarInput,
  planChange,
  requireOthers,
  rosterInput,
  savedShiftInput,
} from '../../schedule/public-plan';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { abilityOf, can } from '../../shared/kernel/policy';
import { summaryOf } from '../domain/preview';
import { type Plan, previewOf } from '../services/preview-of';

/**
 * What saving a change would do to requests: counted and addressed as after saving, with the change laid over what
 * is stored. Writes nothing.
 * @throws AppError FORBIDDEN, INPUT_INVALID, PERIOD_INVALID, NOT_FOUND, REPORTING_LOOP
 */
export const previewChange = employeeAction<RequestsContract['previewChange']>({
  input: variant('cause', [
    strictObject({ cause: literal('calendar'), input: calendarInput }),
    strictObject({ cause: literal('roster'), input: rosterInput }),
    strictObject({ cause: literal('shift'), input: savedShiftInput }),
    strictObject({ cause: literal('person'), input: employeeInput }),
  ]),
  allow: can('update', 'Schedule'),
  async run({ input, me, now }): Promise<ChangePreview> {
    if (input.cause === 'roster') requireOthers(input.input.rows, me);
    const plan = input.cause === 'person' ? await planPerson(input, me, now) : await planChange(input, now);
    if (!plan) return { ...summaryOf([]), readdressed: 0, months: [], complete: true };
    const [preview, workers] = await Promise.all([
      previewOf(plan, now),
      input.cause === 'shift' ? countAssigned(input.input.shift.id, dayOf(now)) : null,
    ]);
    return workers === null ? preview : { ...preview, workers };
  },
});

async function planPerson(
  { input: { rev: _, ...settings } }: Extract<PlannedChange, { cause: 'person' }>,
  me: Employee,
  now: number,
): Promise<Plan | null> {
  if (!abilityOf(me).can('update', 'Employees')) throw new AppError('FORBIDDEN', {});
  const { after, scope } = await planEmployeeChange(settings, me, now);
  return scope && { scope, planned: after };
}
