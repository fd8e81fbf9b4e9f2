/** A door for what Today says about people: what it reads in its one call. */
export { employees } from './data/employees';
