/** A door for who counts the time of a period: days, stretches of work, what a form begins with. */
export { boundsOf, type Counted, countDays } from './domain/count-days';
export { formPlan, PLAN_DAYS } from './domain/form-plan';
export { periodProblem } from './domain/period-problem';
export { dayInterval, type Interval } from './domain/work-time';
