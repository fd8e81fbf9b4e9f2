import type { Day } from '#contracts/common';
import type { OfficeTodo } from '#contracts/today';
import { addDays } from '../../shared/calendar/company-time';
import { type Plan, stateOn } from './plan';

/** A plan as Today reads it. */
export interface PlanOnToday extends Pick<Plan, '_id' | 'state' | 'from' | 'until'> {
  readonly agreed_person: number | null;
  readonly agreed_manager: number | null;
  readonly measures_id: readonly string[] | null;
  readonly reportedOn: Day | null;
}

/** Days from one report of progress to the next, and after which the manager is told that there was none. */
const REPORT_DAYS = 7;
const LATE_DAYS = 9;

/** What of the own plans is to be done: written, agreed to, reported on each week. */
export const ownPlanTodos = (plans: readonly PlanOnToday[], today: Day): OfficeTodo[] => [
  ...todoOf('plan-write', plans.filter(isUnwritten)),
  ...todoOf(
    'plans',
    plans.filter((plan) => waitsForAgreement(plan, plan.agreed_person)),
  ),
  ...todoOf(
    'plan-report',
    plans.filter((plan) => isUnreported(plan, today, REPORT_DAYS)),
  ),
];

/** Own plans under way that ask for nothing today: they wait for somebody else, or for their next report. */
export function openPlanTodos(plans: readonly PlanOnToday[], today: Day): OfficeTodo[] {
  const asks = (plan: PlanOnToday) => ownPlanTodos([plan], today).length > 0;
  return todoOf(
    'plan-open',
    plans.filter((plan) => isOpen(plan) && !asks(plan)),
  );
}

/** What of the plans of direct reports waits for their manager. */
export const teamPlanTodos = (plans: readonly PlanOnToday[], today: Day): OfficeTodo[] => [
  ...todoOf('team-plan-write', plans.filter(isUnwritten)),
  ...todoOf(
    'team-plans',
    plans.filter((plan) => waitsForAgreement(plan, plan.agreed_manager)),
  ),
  ...todoOf(
    'team-plan-verdict',
    plans.filter((plan) => isRunning(plan, today) && plan.until < today),
  ),
  ...todoOf(
    'team-plan-late',
    plans.filter((plan) => isUnreported(plan, today, LATE_DAYS)),
  ),
];

/** One plan is opened by a tap; several are in the list. */
function todoOf(kind: OfficeTodo['kind'], plans: readonly PlanOnToday[]): OfficeTodo[] {
  const [first, ...others] = plans;
  if (!first) return [];
  return [{ kind, count: plans.length, ...(others.length === 0 && { planId: first._id }) }];
}

const isOpen = ({ state }: PlanOnToday): boolean => state === 'draft' || state === 'agreed';
const isRunning = (plan: PlanOnToday, today: Day): boolean => stateOn(plan, today) === 'running';
const hasMeasures = ({ measures_id: ids }: PlanOnToday): boolean => (ids ?? []).length > 0;

const isUnwritten = (plan: PlanOnToday): boolean => plan.state === 'draft' && !hasMeasures(plan);

const waitsForAgreement = (plan: PlanOnToday, agreed: number | null): boolean =>
  isOpen(plan) && hasMeasures(plan) && agreed === null;

/** Until its last day; then it waits for a verdict. */
function isUnreported(plan: PlanOnToday, today: Day, days: number): boolean {
  if (!isRunning(plan, today) || plan.until < today) return false;
  const { from, reportedOn } = plan;
  return addDays(reportedOn !== null && reportedOn > from ? reportedOn : from, days) <= today;
}
