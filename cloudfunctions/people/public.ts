/** The interface for other features. */
export { type Department, departmentsById, findAllDepartments, rootDepartment } from './data/departments';
export { countTeams, findHolders } from './data/directory';
export {
  countAssigned,
  employeesById,
  findEmployee,
  findEmployeesAfter,
  findFirstDay,
  findGroupAfter,
  findLeavers,
  findStaff,
  findStaffAfter,
  forgetPeople,
  type PeoplePage,
} from './data/employees';
export { officeBeside } from './services/office-beside';
export { ownChange } from './services/own-change';
