/** The interface for other features. */
export { findPayItems } from './data/pay-items';
export {
  findSalaries,
  findSalary,
  haveSalariesChanged,
  resealedSalaries,
  saveSalaryVersions,
} from './data/salaries';
export { payItems } from './inputs/pay-item';
export { salaryFields } from './inputs/salary';
