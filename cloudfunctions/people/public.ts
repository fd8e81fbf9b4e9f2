/** What other features may read and ask of this one. */
export { type Department, departmentsById, findAllDepartments } from './data/departments';
export { countTeams, findHolders } from './data/directory';
export { employeesById, findEmployee, findEmployeesAfter, findGroupAfter } from './data/employees';
export { announceLeaving } from './data/leavings';
