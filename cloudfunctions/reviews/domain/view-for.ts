import type { ReviewFigures, ReviewViewer } from '#contracts/review';

/**
 * What somebody may see of what was published about a person; null for nothing.
 * - the reviewed person and their manager: figures and texts
 * - calibrators and the owner of the cycle in HR: figures; they compare people and need no wording
 * - raters: nothing, whether they answered or not; what they know themselves narrows down the others
 */
export function viewFor(viewer: ReviewViewer, figures: ReviewFigures): ReviewFigures | null {
  if (viewer === 'rater') return null;
  if (viewer === 'reviewed' || viewer === 'manager') return figures;
  return { ...figures, groups: figures.groups.map((group) => ({ ...group, texts: [] })) };
}

/** Who may see the figures of a unit: its manager, calibrators, HR. It has no texts. */
export const unitViewFor = (viewer: ReviewViewer, figures: ReviewFigures): ReviewFigures | null =>
  viewer === 'manager' || viewer === 'calibrator' || viewer === 'hr' ? figures : null;
