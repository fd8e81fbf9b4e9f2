import { strictObject } from 'valibot';
import type { GoalsContract } from '#contracts/goals';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findSheetNow, findSheetsByIds } from '../data/sheets';
import { briefOf, cycleBefore } from '../domain/cycle';
import { divisible } from '../domain/push/break-down';
import { lastOf, shareIn } from '../domain/push/division';
import { sheetIdOf } from '../domain/sheet';
import { cycleId, goalId, owner } from '../inputs/goal';
import { accessTo } from '../services/access';
import { namesOf } from '../services/names';
import { ownersBelow } from '../services/push/below';

/**
 * A key result with the departments and people that it can be divided over, what they have of it, and what they reached in the
 * cycle before: two reads of sheets. @throws AppError NOT_FOUND, INPUT_INVALID for what cannot be added up
 */
export const viewDivision = employeeAction<GoalsContract['division']>({
  input: strictObject({ cycleId, owner, keyResultId: goalId }),
  allow: can('update', 'Goals'),
  async run({ input, me, now }) {
    const access = await accessTo(input.owner, me, now);
    if (!access.canEdit || input.owner.kind === 'person') throw new AppError('NOT_FOUND', { what: 'goals' });
    const found = await findSheetNow(sheetIdOf(input.cycleId, input.owner));
    const { keyResult, place } = divisible(found?.sheet, input.keyResultId);
    if (!found?.cycle) throw new AppError('NOT_FOUND', { what: 'cycle' });
    const { sheet, cycle } = found;
    const below = await ownersBelow(input.owner, me, now);
    const before = cycleBefore(cycle);
    const ids = below.map((each) => sheetIdOf(cycle._id, each));
    const earlier = below.map((each) => sheetIdOf(before, each));
    const sheets = new Map((await findSheetsByIds([...ids, ...earlier])).map((each) => [each._id, each]));
    const names = await namesOf(ids, now);
    const own = sheet.log.some(
      ({ undone, entries }) => !undone && entries.some((each) => each.keyResultId === keyResult.id),
    );
    return {
      cycle: briefOf(cycle),
      owner: { owner: sheet.owner, name: access.name },
      place,
      title: keyResult.title,
      measure: keyResult.measure,
      rev: sheet.planRev,
      today: dayOf(now),
      hasOwnFigures: keyResult.source !== 'sum' && (own || keyResult.id in sheet.base),
      rows: below.map((each, at) => ({
        owner: each,
        name: names.get(ids[at] ?? '') ?? { 'zh-CN': '', en: '' },
        share: shareIn(sheets.get(ids[at] ?? ''), place),
        last: lastOf(sheets.get(earlier[at] ?? ''), keyResult),
      })),
    };
  },
});
