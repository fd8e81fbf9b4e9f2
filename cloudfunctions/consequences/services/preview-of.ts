import type { Instant, Month } from '#contracts/common';
import type { ChangePreview } from '#contracts/consequence';
import { findInForce, readdressPage } from '../../approvals/public-recount';
import type { ScheduleOverlay } from '../../schedule/public';
import { findSettledMonths } from '../../settlement/public';
import { addMonths, dayOf, monthOf } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import { summaryOf } from '../domain/preview';
import type { ChangeScope } from '../domain/saved-change';
import { readdressing } from './readdress-step';
import { recountPage, requestScope } from './recount-page';

/** A change that is not saved yet. */
export interface Plan {
  readonly scope: ChangeScope;
  readonly overlay?: ScheduleOverlay;
  /** A person as they would be saved. */
  readonly planned?: Employee;
}

/** Requests that a preview looks at; saving looks at all. */
const MAX_REQUESTS = 300;
const MAX_MONTHS = 24;

/** What a change would do. Writes nothing. */
export async function previewOf(plan: Plan, now: Instant): Promise<ChangePreview> {
  const { person } = plan.scope;
  const [counted, readdressed] = await Promise.all([
    !person || person.recounts ? recounted(plan, now) : { results: [], months: [], complete: true },
    person && plan.planned
      ? readdressPage({ ...readdressing(person, now), after: plan.planned }, '', MAX_REQUESTS, now)
      : { changed: [], cursor: null },
  ]);
  return {
    ...summaryOf(counted.results),
    readdressed: readdressed.changed.length,
    // A manager or a department decides about no day.
    months: counted.months,
    complete: counted.complete && readdressed.cursor === null,
  };
}

async function recounted({ scope, overlay, planned }: Plan, now: Instant) {
  const [requests, months] = await Promise.all([
    findInForce(requestScope(scope), null, MAX_REQUESTS),
    findSettledMonths(pastMonths(scope, monthOf(dayOf(now))), now),
  ]);
  const call = { run: { cause: scope.cause, run: 'preview' }, now, overlay };
  const people = await recountPage(requests, call, planned);
  const results = people.flatMap((each) => each.results);
  return { results, months, complete: requests.length < MAX_REQUESTS };
}

/** The months of a scope up to the current one. */
function pastMonths({ from, to }: ChangeScope, current: Month): Month[] {
  const last = to !== null && monthOf(to) < current ? monthOf(to) : current;
  const months: Month[] = [];
  for (let month = monthOf(from); month <= last && months.length < MAX_MONTHS; month = addMonths(month, 1))
    months.push(month);
  return months;
}
