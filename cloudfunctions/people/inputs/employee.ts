import { array, check, maxLength, nullable, picklist, pipe, strictObject } from 'valibot';
import { code, day, employeeId, revision } from '../../shared/inputs';

const assignment = strictObject({
  from: day,
  shiftId: code(30),
  siteIds: pipe(array(code(40)), maxLength(20)),
  fieldPolicy: picklist(['free', 'approval', 'forbidden']),
});

/** A person's employment, and the revision that the client saw. */
export const employeeInput = strictObject({
  id: employeeId,
  rev: revision,
  managerId: nullable(employeeId),
  departmentId: code(40),
  assignments: pipe(
    array(assignment),
    maxLength(50),
    check((list) => new Set(list.map(({ from }) => from)).size === list.length, 'unique'),
  ),
  lastDay: nullable(day),
});
