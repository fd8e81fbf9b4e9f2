import { strictObject } from 'valibot';
import type { AppraisalCycle, CycleAmendment } from '#contracts/appraisal-cycle';
import type { AmendChange, AppraisalCyclesContract } from '#contracts/appraisal-cycles';
import type { Instant } from '#contracts/common';
import { employeesById } from '../../people/public';
import { isEmployedOn, briefOf as personOf } from '../../people/rules';
import { dayOf } from '../../shared/calendar/company-time';
import { revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findAppraisalPeople } from '../data/people';
import { amended, withAmendment } from '../domain/amend';
import { ensurePlan } from '../domain/ensure-plan';
import { amendment, appraisalCycleId, reason } from '../inputs/cycle';
import { applyAmendedPeople } from '../services/apply-amended-people';
import { changeCycle } from '../services/change-cycle';
import { requireState } from '../services/require-state';

/**
 * Changes what was frozen at the start of a cycle that runs: days, people, title, shares. Who is anonymous, and from how many raters,
 * cannot be changed. Kept with who, when and why.
 * @throws AppError PLAN_INVALID, SCHEME_INVALID with the field, NOT_FOUND, APPRAISAL_STATE, VERSION_CONFLICT
 */
export const amendCycle = employeeAction<AppraisalCyclesContract['amendCycle']>({
  input: strictObject({ cycleId: appraisalCycleId, rev: revision, reason, change: amendment }),
  allow: can('update', 'AppraisalCycles'),
  texts: ({ reason: why, change }) => [why, ...(change.what === 'title' ? Object.values(change.title) : [])],
  async run({ input: { cycleId, rev, reason: why, change }, me, now }) {
    const cycle = await requireState(cycleId, 'running');
    const [last] = cycle.amendments;
    const isRepeat =
      cycle.rev === rev + 1 && last?.by.id === me._id && last.reason === why && last.what === change.what;
    const after = isRepeat ? {} : await planned(cycle, change, { at: now, by: personOf(me), reason: why });
    if (!isRepeat) await changeCycle(cycle, rev, after);
    if (change.what === 'people') await applyAmendedPeople({ ...cycle, ...after }, now);
    return { rev: rev + 1 };
  },
});

/** What the amendment writes. @throws AppError PLAN_INVALID, SCHEME_INVALID */
async function planned(
  cycle: AppraisalCycle,
  change: AmendChange,
  head: Pick<CycleAmendment, 'at' | 'by' | 'reason'>,
) {
  const { change: fields, record } = amended(cycle, change, dayOf(head.at));
  if (change.what === 'people') await requirePeople(cycle, change, head.at);
  return { ...fields, amendments: withAmendment(cycle, { ...head, ...record }) };
}

/** Who is added is employed and not in it, who is removed is. @throws AppError PLAN_INVALID */
async function requirePeople(
  { _id }: AppraisalCycle,
  { add, remove }: Extract<AmendChange, { what: 'people' }>,
  now: Instant,
): Promise<void> {
  const known = await employeesById(add, now);
  const there = await findAppraisalPeople(_id, [...add, ...remove]);
  const isThere = (id: string) => there.some(({ person }) => person.id === id);
  for (const [index, id] of add.entries()) {
    const person = known.get(id);
    const isHere = person !== undefined && isEmployedOn(person, dayOf(now));
    ensurePlan(isHere && !isThere(id), `add.${index}`, 'not-employed');
  }
  for (const [index, id] of remove.entries()) ensurePlan(isThere(id), `remove.${index}`, 'unknown');
}
