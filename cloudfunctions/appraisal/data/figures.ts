import { collection } from '../../shared/data/collection';
import { day, figure, listOfObjects, oneOf, text } from '../../shared/faults/checks';
import { figureIdOf, type StoredFigure } from '../domain/entered-figure';

const figures = collection<StoredFigure>('appraisal_figures', {
  cycleId: text,
  partId: text,
  employeeId: text,
  rev: figure,
  value: figure,
  target: figure,
  better: oneOf('more', 'less'),
  source: text,
  on: day,
  by: text,
  at: figure,
  earlier: listOfObjects({ value: figure, at: figure }),
});

/** Figures of people for a part; at most 1,000. */
export const findFigures = (
  cycleId: string,
  partId: string,
  employeeIds: readonly string[],
): Promise<StoredFigure[]> => figures.byIds(employeeIds.map((id) => figureIdOf(cycleId, partId, id)));

/** How many people have a figure for a part. */
export const countFigures = (cycleId: string, partId: string): Promise<number> =>
  figures.count(() => ({ cycleId, partId }));

/** Adds figures that are not there yet. */
export const addFigures = (found: readonly StoredFigure[]): Promise<void> => figures.addMissing(found);

/** Replaces a figure at the revision before. @returns whether it did */
export async function replaceFigure({ _id, ...fields }: StoredFigure): Promise<boolean> {
  const changed = await figures.updateWhere(
    () => ({ _id, rev: fields.rev - 1 }),
    () => fields,
  );
  return changed === 1;
}
