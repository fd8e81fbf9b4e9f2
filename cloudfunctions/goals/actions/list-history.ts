import { strictObject } from 'valibot';
import type { CheckInView, GoalsContract } from '#contracts/goals';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findPages } from '../data/check-in-pages';
import { briefOf } from '../domain/cycle';
import type { CheckIn } from '../domain/sheet';
import { cycleId, goalId, owner } from '../inputs/goal';
import { accessTo } from '../services/access';
import { cycleDays } from '../services/cycle-days';
import { linkEvidence } from '../services/evidence';
import { loadSheet } from '../services/load-sheet';

const MAX_SHOWN = 100;
/** Of older check-ins. */
const MAX_PAGES = 10;

/**
 * A key result with its check-ins, the latest first, for who answers for it and those above: two reads, and links to files.
 * @throws AppError NOT_FOUND
 */
export const listHistory = employeeAction<GoalsContract['history']>({
  input: strictObject({ cycleId, owner, keyResultId: goalId }),
  allow: can('read', 'Goals'),
  async run({ input, me, now }) {
    const access = await accessTo(input.owner, me, now);
    const { view, stored } = await loadSheet(input.cycleId, input.owner, me, now);
    if (!stored?.cycle || !access.canSeeAll) throw new AppError('NOT_FOUND', { what: 'goals' });
    const { sheet, cycle } = stored;
    const older = await findPages(sheet._id, MAX_PAGES);
    const isOpen = cycle.state === 'running' && sheet.state === 'open' && !view.isScored;
    const inLog = new Set(sheet.log.map(({ id }) => id));
    const known = new Map([...older, ...sheet.log].map((each) => [each.id, each]));
    const all = [...known.values()]
      .filter(({ entries }) => entries.some(({ keyResultId }) => keyResultId === input.keyResultId))
      .reverse()
      .slice(0, MAX_SHOWN);
    const canUndo = ({ id, by, undone }: CheckIn) =>
      isOpen && !undone && inLog.has(id) && by.id === me._id && view.canReport;
    const linked = await linkEvidence(all);
    return {
      cycle: briefOf(cycle),
      days: await cycleDays(cycle, now),
      sheet: view,
      checkIns: all.map((each) => ({
        ...viewOf(linked(each), access.canSeeReports),
        ...(canUndo(each) && { canUndo: true }),
      })),
    };
  },
});

function viewOf(
  { text: _text, replaces: _replaces, ...view }: Omit<CheckIn, 'files'> & Pick<CheckInView, 'files'>,
  withWords: boolean,
): CheckInView {
  if (withWords) return view;
  return { ...view, entries: view.entries.map(({ words: _words, known: _known, ...entry }) => entry) };
}
