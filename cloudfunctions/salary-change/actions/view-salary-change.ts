import { strictObject } from 'valibot';
import type { LocalText } from '#contracts/common';
import type { SalaryChangeContract, SalaryChangeView, SalaryStep } from '#contracts/salary-change';
import { actorOf, allowedVerbs, type RequestDocument, requestId } from '../../approvals/engine';
import { briefOf } from '../../people/rules';
import { findPayItems } from '../../salaries/public';
import { itemsOn } from '../../salaries/rules';
import { opening, requireOpened } from '../../second-check/public';
import { recordAccess } from '../../shared/audit/record-access';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { loadChange, requireChange } from '../services/load-change';
import { openedComment } from '../services/sealed-change';

/**
 * A change of salaries for who has asked for it and who decides: behind the second check, and the reading is recorded.
 * @throws AppError SECOND_CHECK_NEEDED, NOT_FOUND, SETUP_MISSING
 */
export const viewSalaryChange = employeeAction<SalaryChangeContract['salaryChange']>({
  input: strictObject({ id: requestId, opening }),
  allow: can('read', 'Payroll'),
  async run({ input: { id, opening: opened }, me, openid, now }) {
    await requireOpened(opened, { employeeId: me._id, openid }, now);
    const request = await requireChange(id, me);
    const [{ reason, steps, problems }, items] = await Promise.all([
      loadChange(request, now),
      findPayItems(),
    ]);
    await recordAccess({
      ...{ what: 'salary-change', aboutId: id, ownerIds: steps.map(({ person }) => person.id) },
      ...{ at: now, readerId: me._id, readerName: me.name },
    });
    const verbs = allowedVerbs(request, actorOf(request, briefOf(me), []), me._id, now);
    const { rev, state, applicant: askedBy, submittedAt: askedAt } = request;
    return {
      ...{ id, rev, state, askedBy, askedAt, reason, steps, problems },
      items: namesIn(steps, (day) => itemsOn(items?.versions ?? [], day).items),
      waitingFor: waitingIn(request),
      timeline: timelineOf(request),
      may: verbs as SalaryChangeView['may'],
    };
  },
});

type ItemsOn = (
  day: SalaryStep['after']['from'],
) => readonly { readonly id: string; readonly name: LocalText }[];

function namesIn(steps: readonly SalaryStep[], itemsOf: ItemsOn): Readonly<Record<string, LocalText>> {
  const days = [
    ...new Set(steps.flatMap(({ before, after }) => [before?.from ?? after.from, after.from])),
  ].sort();
  return Object.fromEntries(days.flatMap((day) => itemsOf(day).map(({ id, name }) => [id, name])));
}

const waitingIn = ({ steps, at, waitingFor }: RequestDocument): SalaryChangeView['waitingFor'] =>
  (steps[at]?.slots ?? []).flatMap(({ people }) => people).filter(({ id }) => waitingFor.includes(id));

const timelineOf = ({ _id, timeline }: RequestDocument): SalaryChangeView['timeline'] =>
  timeline.map(({ rev: _, comment, ...entry }) => ({
    ...entry,
    ...(comment !== undefined && { comment: openedComment(comment, _id) }),
  }));
