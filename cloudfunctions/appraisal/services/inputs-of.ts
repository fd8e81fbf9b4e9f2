import type { AppraisalCycle, AppraisalPerson } from '#contracts/appraisal-cycle';
import { findSheetsForAppraisal } from '../../goals/public';
import { findFigures } from '../data/figures';
import type { StoredFigure } from '../domain/entered-figure';
import type { Evidence } from '../domain/person-inputs';
import { figurePartsOf } from './figure-part';
import { findPublishedReviews } from './published-reviews';

/** People whose evidence is read together. */
export const EVIDENCE_PAGE = 100;
const NO_FIGURES: ReadonlyMap<string, StoredFigure> = new Map();

/**
 * What there is about people of a cycle, by employee: one read of their goals, one of what reviews published, one for each
 * part that HR enters figures for.
 */
export async function evidenceOf(
  cycle: AppraisalCycle,
  people: readonly AppraisalPerson[],
): Promise<ReadonlyMap<string, Evidence>> {
  const ids = people.map(({ person }) => person.id);
  const [sheets, reviews, figures] = await Promise.all([
    findSheetsForAppraisal(cycle.goalCycleId, ids),
    cycle.review ? findPublishedReviews(cycle._id, ids) : null,
    figuresOf(cycle, ids),
  ]);
  return new Map(
    people.map(({ person: { id }, questionnaireId }) => [
      id,
      {
        goals: sheets.get(id) ?? null,
        review: reviews?.get(id) ?? null,
        questionnaireId,
        figures: figures.get(id) ?? NO_FIGURES,
      },
    ]),
  );
}

/** By employee and part. */
async function figuresOf(
  cycle: AppraisalCycle,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, StoredFigure>>> {
  const found = await Promise.all(figurePartsOf(cycle).map(({ id }) => findFigures(cycle._id, id, ids)));
  const byPerson = new Map<string, Map<string, StoredFigure>>();
  for (const figure of found.flat()) {
    const own = byPerson.get(figure.employeeId) ?? new Map<string, StoredFigure>();
    byPerson.set(figure.employeeId, own.set(figure.partId, figure));
  }
  return byPerson;
}
