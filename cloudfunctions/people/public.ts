/** The interface for other features. */
export { findBindingsOf } from './data/bindings';
export { type Department, departmentsById, findAllDepartments } from './data/departments';
export { countTeams, findHolders } from './data/directory';
export { employeesById, findEmployee, findEmployeesAfter, findGroupAfter } from './data/employees';
export { findProfile } from './data/find-profile';
export { saveLeaving } from './data/leavings';
