import { pipe, regex, strictObject, string } from 'valibot';
import type { ReviewViewer } from '#contracts/review';
import type { ReviewsContract } from '#contracts/reviews';
import { departmentsById } from '../../people/public';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { can } from '../../shared/kernel/policy';
import { findUnit } from '../data/units';
import { itemsOf } from '../domain/questions';
import { unitItemId } from '../domain/unit-members';
import { unitViewFor } from '../domain/view-for';
import { cycleId } from '../inputs/review';
import { isOffice } from '../services/office';
import { askingCycle } from '../services/reviewed';
import { isSeen } from '../services/seen-review';

const departmentId = pipe(string(), regex(/^[A-Za-z0-9_-]{1,40}$/));

/** What was published of a department, for its leader and HR. At most two reads. @throws AppError NOT_FOUND */
export const viewUnitFigures = employeeAction<ReviewsContract['unitFigures']>({
  input: strictObject({ cycleId, departmentId }),
  allow: can('read', 'OwnAppraisal'),
  async run({ input, me, now }) {
    const cycle = await askingCycle(input.cycleId, now);
    const viewer = await viewerOf(input.departmentId, me, now);
    const unit = isSeen(viewer, cycle.state) ? await findUnit(cycle._id, input.departmentId) : null;
    const figures = unit && unitViewFor(viewer, unit.figures);
    if (!figures) throw new AppError('NOT_FOUND', { what: 'review' });
    const items = cycle.review.questionnaires.flatMap((questionnaire) =>
      itemsOf(questionnaire).map(({ id, name, kind }) => ({
        id: unitItemId(questionnaire.id, id),
        name,
        kind,
      })),
    );
    return { figures, items };
  },
});

async function viewerOf(id: string, me: Employee, now: number): Promise<ReviewViewer> {
  if (isOffice(me)) return 'hr';
  const department = (await departmentsById([id], now)).get(id);
  return department?.leaderId === me._id ? 'manager' : 'rater';
}
