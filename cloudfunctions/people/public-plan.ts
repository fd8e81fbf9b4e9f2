/** A door for who tells what a change of a person would do. */
export { employeeInput } from './inputs/employee';
export { planEmployeeChange } from './services/plan-employee-change';
