import { array, maxLength, minLength, number, picklist, pipe, strictObject } from 'valibot';
import type { AppraisalResultsContract } from '#contracts/appraisal-results';
import { findAppraisalPeople } from '../../appraisal-cycles/public';
import { dayOf } from '../../shared/calendar/company-time';
import { inParallel } from '../../shared/data/in-parallel';
import { AppError } from '../../shared/errors/app-error';
import { day, employeeId, line } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { addFigures, findFigures, replaceFigure } from '../data/figures';
import { checkEntry, enteredFigure, type StoredFigure } from '../domain/entered-figure';
import { cycleId, partId } from '../inputs/result';
import { requireCycle } from '../services/cycles';
import { requireFigurePart } from '../services/figure-part';

const MAX_ROWS = 200;
const LANES = 10;

/**
 * Enters figures of people for a part of a running cycle, all of a sheet or nothing. The same sheet again writes nothing; another
 * figure for somebody keeps what stood there before. Figures count as they are when the answers end.
 * @throws AppError NOT_FOUND, APPRAISAL_STATE, FIGURES_REFUSED, BUSY
 */
export const saveFigures = employeeAction<AppraisalResultsContract['saveFigures']>({
  input: strictObject({
    ...{ cycleId, partId, better: picklist(['more', 'less']), source: line(60), on: day },
    rows: pipe(
      array(strictObject({ employeeId, value: number(), target: number() })),
      minLength(1),
      maxLength(MAX_ROWS),
    ),
  }),
  allow: can('update', 'AppraisalCycles'),
  texts: ({ source }) => [source],
  async run({ input, me, now }) {
    const { rows, ...about } = input;
    const ids = rows.map((row) => row.employeeId);
    requireFigurePart(await requireRunning(input.cycleId), input.partId);
    const [people, stored] = await Promise.all([
      findAppraisalPeople(input.cycleId, ids),
      findFigures(input.cycleId, input.partId, ids),
    ]);
    checkEntry(input, new Set(people.map(({ person }) => person.id)), me._id, dayOf(now));
    const before = new Map(stored.map((each) => [each.employeeId, each]));
    const entered = rows.map((row) =>
      enteredFigure(before.get(row.employeeId), row, about, { by: me._id, at: now }),
    );
    await write(entered, before);
    // Ended in between: it may not have been counted, so that it is not said to be saved.
    await requireRunning(input.cycleId);
    return { saved: entered.length };
  },
});

async function requireRunning(id: string) {
  const cycle = await requireCycle(id);
  if (cycle.state !== 'running') throw new AppError('APPRAISAL_STATE', { state: cycle.state });
  return cycle;
}

/** New figures together, others each at the revision that was read. @throws AppError BUSY where another one was faster */
async function write(
  entered: readonly StoredFigure[],
  before: ReadonlyMap<string, StoredFigure>,
): Promise<void> {
  await addFigures(entered.filter(({ employeeId: id }) => !before.has(id)));
  const changed = entered.filter((each) => {
    const found = before.get(each.employeeId);
    return found !== undefined && found !== each;
  });
  const saved = await inParallel(changed, LANES, replaceFigure);
  if (!saved.every(Boolean)) throw new AppError('BUSY', {});
}
