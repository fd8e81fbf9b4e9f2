import { literal, strictObject, variant } from 'valibot';
import type { Month } from '#contracts/common';
import type { ChangePreview } from '#contracts/consequence';
import type { RequestsContract } from '#contracts/requests';
import { findInForce } from '../../approvals/public-recount';
import { calendarInput, planChange, rosterInput, savedShiftInput } from '../../schedule/public-plan';
import { findSettledMonths } from '../../settlement/public';
import { addMonths, dayOf, monthOf } from '../../shared/calendar/company-time';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { summaryOf } from '../domain/preview';
import type { ChangeScope } from '../domain/saved-change';
import { recountPage, requestScope } from '../services/recount-page';

/** Requests that a preview looks at; saving looks at all. */
const MAX_REQUESTS = 300;
const MAX_MONTHS = 24;

/**
 * What saving a change of the schedule would do to requests: counted as it is counted after saving, with the
 * change laid over what is stored. Writes nothing.
 * @throws AppError INPUT_INVALID
 */
export const previewChange = employeeAction<RequestsContract['previewChange']>({
  input: variant('cause', [
    strictObject({ cause: literal('calendar'), input: calendarInput }),
    strictObject({ cause: literal('roster'), input: rosterInput }),
    strictObject({ cause: literal('shift'), input: savedShiftInput }),
  ]),
  allow: can('update', 'Schedule'),
  async run({ input, now }): Promise<ChangePreview> {
    const plan = await planChange(input, now);
    if (!plan) return { ...summaryOf([]), months: [], complete: true };
    const [requests, months] = await Promise.all([
      findInForce(requestScope(plan.scope), null, MAX_REQUESTS),
      findSettledMonths(pastMonths(plan.scope, monthOf(dayOf(now))), now),
    ]);
    const call = { run: { cause: input.cause, run: 'preview' }, now, overlay: plan.overlay };
    const people = await recountPage(requests, call);
    return {
      ...summaryOf(people.flatMap(({ results }) => results)),
      months,
      complete: requests.length < MAX_REQUESTS,
    };
  },
});

/** The months of a scope up to the current one. */
function pastMonths({ from, to }: ChangeScope, current: Month): Month[] {
  const last = to !== null && monthOf(to) < current ? monthOf(to) : current;
  const months: Month[] = [];
  for (let month = monthOf(from); month <= last && months.length < MAX_MONTHS; month = addMonths(month, 1))
    months.push(month);
  return months;
}
