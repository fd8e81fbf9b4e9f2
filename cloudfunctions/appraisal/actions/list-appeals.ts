import { strictObject } from 'valibot';
import type { AppraisalResultsContract, OpenAppeal } from '#contracts/appraisal-results';
import { findLatestAppraisalCycles } from '../../appraisal-cycles/public';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findOpenAppeals, type ListedResult } from '../data/results';
import { latestVersion } from '../domain/result';
import { isHr } from '../services/calibrator';
import { LATEST, nameOfCycle } from '../services/cycles';
import { notTooClose } from '../services/too-close';

const MAX_APPEALS = 200;

/**
 * Open appeals that the reader may decide: for HR those of whom they are not too close to, for others those of people further below.
 * Never the own one, nor of a version that they have decided.
 */
export const listAppeals = employeeAction<AppraisalResultsContract['appeals']>({
  input: strictObject({}),
  allow: can('read', 'OwnAppraisal'),
  async run({ me, now }) {
    const [cycles, found] = await Promise.all([
      findLatestAppraisalCycles(LATEST),
      findOpenAppeals(isHr(me) ? null : me._id, MAX_APPEALS),
    ]);
    const hrMay = isHr(me) ? await notTooClose(me, found.map(deciding), now) : null;
    const appeals = found.flatMap(({ cycleId, person, result }): OpenAppeal[] => {
      const cycle = cycles.find(({ _id }) => _id === cycleId);
      const open = result?.appeals.find(({ state }) => state === 'open');
      if (!cycle || !result || !open || person.id === me._id) return [];
      const { grade, shown, by } = latestVersion(result);
      if (by === me._id || (hrMay && !hrMay.has(person.id))) return [];
      return [{ cycle: nameOfCycle(cycle), person, grade, shown, at: open.at }];
    });
    return { appeals: appeals.sort((a, b) => a.at - b.at) };
  },
});

const deciding = ({ person, result }: ListedResult) => {
  const decidedBy = result?.versions.at(-1)?.by;
  return { id: person.id, ...(decidedBy && { decidedBy }) };
};
