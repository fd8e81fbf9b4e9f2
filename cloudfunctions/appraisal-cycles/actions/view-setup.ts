import { optional, strictObject } from 'valibot';
import type { AppraisalCyclesContract, TemplateView } from '#contracts/appraisal-cycles';
import type { Instant } from '#contracts/common';
import { findLatestCycles, briefOf as goalCycleOf } from '../../goals/public-cycles';
import { findAllDepartments } from '../../people/public';
import { dayOf } from '../../shared/calendar/company-time';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { appraisalCycleIdOf, findLatestOutlines } from '../data/cycles';
import { partView } from '../domain/cycle-view';
import { datesFor, titleOf } from '../domain/dates';
import { SHIPPED_TEMPLATES } from '../domain/templates/shipped-templates';
import { appraisalCycleId } from '../inputs/cycle';
import { loadCycle } from '../services/load-cycle';
import { workdaysOf } from '../services/workdays';

const MOST_PERIODS = 24;
const MOST_OUTLINES = 50;
/** Earlier cycles that a new one can be like. */
const MOST_EARLIER = 3;

/** Everything that a cycle is set up from in one call: three reads, and one for the draft. @throws AppError NOT_FOUND */
export const viewSetup = employeeAction<AppraisalCyclesContract['cycleSetup']>({
  input: strictObject({ cycleId: optional(appraisalCycleId) }),
  allow: can('update', 'AppraisalCycles'),
  async run({ input: { cycleId }, now }) {
    const [goalCycles, outlines, departments, draft] = await Promise.all([
      findLatestCycles(MOST_PERIODS),
      findLatestOutlines(MOST_OUTLINES),
      findAllDepartments(),
      cycleId === undefined ? null : loadCycle(cycleId),
    ]);
    const taken = new Set(outlines.map(({ _id }) => _id));
    const isWorkday = await workdaysOf(yearsFrom(now), now);
    const begun = goalCycles.filter(({ state }) => state !== 'planned').map(goalCycleOf);
    return {
      templates: [...shippedViews(), ...earlierViews(outlines)],
      periods: begun.map((each) => ({
        ...each,
        isTaken: taken.has(appraisalCycleIdOf(each.id)),
        title: titleOf(each),
        dates: datesFor(each, dayOf(now), isWorkday),
      })),
      departments: departments.map(({ _id: id, name, parentId }) => ({ id, name, parentId })),
      draft,
    };
  },
});

const shippedViews = (): TemplateView[] =>
  SHIPPED_TEMPLATES.map(({ id, name, about, scheme }) => ({
    ...{ id, name, about },
    parts: scheme.parts.map(partView),
  }));

const earlierViews = (outlines: Awaited<ReturnType<typeof findLatestOutlines>>): TemplateView[] =>
  outlines
    .filter(({ state }) => state !== 'draft')
    .slice(0, MOST_EARLIER)
    .map(({ _id: id, title: name, scheme }) => ({
      id,
      name,
      about: null,
      parts: scheme.parts.map(partView),
    }));

/** A cycle begins after its period, which may end next year. */
function yearsFrom(now: Instant): string[] {
  const year = Number(dayOf(now).slice(0, 4));
  return [String(year), String(year + 1)];
}
