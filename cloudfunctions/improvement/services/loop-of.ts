import type { Day, Instant } from '#contracts/common';
import type { PlanLoop } from '#contracts/improvement';
import { findFeedbackFor } from '../../feedback/public';
import { findGoalCycles } from '../../goals/public';
import type { Employee } from '../../shared/kernel/employee';
import { goalOf, nextCyclesOf, sheetOf } from '../domain/loop';
import type { Plan } from '../domain/plan';

/** From the goal that a plan comes from to the one that follows; feedback is counted as far as the viewer may read it. */
export async function loopOf(plan: Plan, viewer: Employee, today: Day, now: Instant): Promise<PlanLoop> {
  const { employeeId, source, from, until, entries, next } = plan;
  const feedback = await findFeedbackFor(employeeId, from, until < today ? until : today, viewer);
  const appraisal = source.kind === 'appraisal' ? source : null;
  return {
    goal: goalOf(plan),
    work: { entries: entries.length, feedback: feedback.length },
    appraisal: appraisal && { cycleId: appraisal.cycleId, grade: appraisal.grade, score: appraisal.score },
    next,
    nextSheetId: next && (await nextSheet(plan, today, now)),
  };
}

/** The person's sheet in the first of the cycles that is open; null as long as none is. */
async function nextSheet(plan: Plan, today: Day, now: Instant): Promise<string | null> {
  const ids = nextCyclesOf(plan, today);
  const cycles = await findGoalCycles(ids, now);
  const open = ids.find((id) => ['planned', 'running'].includes(cycles.get(id)?.state ?? ''));
  return open === undefined ? null : sheetOf(open, plan.employeeId);
}
