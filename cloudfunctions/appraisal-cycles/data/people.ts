import type { AppraisalPerson } from '#contracts/appraisal-cycle';
import { collection } from '../../shared/data/collection';
import { text } from '../../shared/faults/checks';

export const appraisalPeople = collection<AppraisalPerson>('appraisal_people', {
  cycleId: text,
  departmentId: text,
});

export const appraisalPersonIdOf = (cycleId: string, employeeId: string): string =>
  `${cycleId}:${employeeId}`;

export const findAppraisalPerson = (cycleId: string, employeeId: string): Promise<AppraisalPerson | null> =>
  appraisalPeople.byId(appraisalPersonIdOf(cycleId, employeeId));

export const findAppraisalPeople = (
  cycleId: string,
  employeeIds: readonly string[],
): Promise<AppraisalPerson[]> =>
  appraisalPeople.byIds(employeeIds.map((id) => appraisalPersonIdOf(cycleId, id)));

/** A person in those of the cycles that they are in. */
export const findPersonInCycles = (
  cycleIds: readonly string[],
  employeeId: string,
): Promise<AppraisalPerson[]> =>
  appraisalPeople.byIds(cycleIds.map((id) => appraisalPersonIdOf(id, employeeId)));

/** People of a cycle after one of them, by id: the pages of jobs and of lists. */
export const findAppraisalPeopleAfter = (
  cycleId: string,
  after: string,
  limit: number,
): Promise<AppraisalPerson[]> =>
  appraisalPeople.list(
    (_) => ({ cycleId, _id: _.gt(after === '' ? `${cycleId}:` : appraisalPersonIdOf(cycleId, after)) }),
    limit,
    [['_id', 'asc']],
  );

export const countAppraisalPeople = (cycleId: string): Promise<number> =>
  appraisalPeople.count(() => ({ cycleId }));

/** Adds people who are not there yet. */
export const addAppraisalPeople = (people: readonly AppraisalPerson[]): Promise<void> =>
  appraisalPeople.addMissing(people);

/** Takes people out of a cycle. @returns how many were in it */
export const removeAppraisalPeople = (cycleId: string, employeeIds: readonly string[]): Promise<number> =>
  appraisalPeople.removeWhere((_) => ({
    _id: _.in(employeeIds.map((id) => appraisalPersonIdOf(cycleId, id))),
  }));
/** People of a cycle about whom somebody is asked, but for peers: the person, their reports, their manager. */
export const findAppraisalPeopleAbout = (
  cycleId: string,
  raterId: string,
  limit: number,
): Promise<AppraisalPerson[]> =>
  appraisalPeople.list(
    (_) =>
      _.or([
        { _id: appraisalPersonIdOf(cycleId, raterId) },
        { managerId: raterId, cycleId },
        { reports: raterId, cycleId },
      ]) as unknown as Record<string, unknown>,
    limit,
  );

/** Direct reports of a manager in a cycle. */
export const findAppraisalTeam = (
  cycleId: string,
  managerId: string,
  limit: number,
): Promise<AppraisalPerson[]> => appraisalPeople.list(() => ({ managerId, cycleId }), limit);
