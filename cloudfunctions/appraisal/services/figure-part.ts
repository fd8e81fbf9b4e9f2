import type { SchemePart } from '#contracts/appraisal';
import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import { AppError } from '../../shared/errors/app-error';

/** Parts of a cycle that HR enters figures for. */
export const figurePartsOf = ({ scheme }: Pick<AppraisalCycle, 'scheme'>): SchemePart[] =>
  scheme.parts.filter(({ kind }) => kind === 'figure');

/** The part that is named, or the first one. @throws AppError NOT_FOUND */
export function requireFigurePart(cycle: Pick<AppraisalCycle, 'scheme'>, id?: string): SchemePart {
  const found = figurePartsOf(cycle).find((part) => id === undefined || part.id === id);
  if (!found) throw new AppError('NOT_FOUND', { what: 'appraisal-part' });
  return found;
}
