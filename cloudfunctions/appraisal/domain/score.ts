import type {
  AppraisalScheme,
  MissingReason,
  PartInput,
  PartKind,
  SchemePart,
  Score,
  ScoreNode,
} from '#contracts/appraisal';
import { ANONYMOUS } from '../../reviews/rules';
import { type CheckedInputs, checkInputs } from './check-inputs';
import { gradeByThresholds } from './grade-of';
import { type Draft, meanOf, missingDraft, nodeOf } from './score-node';
import { figureLines, goalLines, sectionLines } from './score-parts';

/** Parts that several people rate, whose single answers nobody sees. */
const GROUPS: ReadonlySet<PartKind> = new Set(ANONYMOUS);

/**
 * What somebody scored in a cycle, as a tree that opens down to the evidence: the mean of the parts by their shares.
 * A part without a score is left out and the others count for it in proportion; the node of each part says what it
 * really counted. Exact until it is displayed; the grade is that of the displayed score.
 * Progress is no score: goals enter by the score that was given to them.
 *
 * @param scheme checked by `checkScheme`, as it was frozen at the start of the cycle
 * @param inputs what there is of each part; a part that is not named has no data
 * @throws AppError SCORE_INPUT_INVALID with the field
 */
export function score(scheme: AppraisalScheme, inputs: readonly PartInput[]): Score {
  const records = checkInputs(scheme, inputs);
  const parts = scheme.parts.map((part) => partDraft(part, records, scheme));
  const draft = meanOf({ id: 'total', kind: 'total', name: null, sources: [] }, parts, scheme.decimals);
  const total = nodeOf(draft, null, scheme.decimals);
  const scored = scheme.parts.filter((_, index) => parts[index]?.value != null);
  const shareOf = (those: readonly SchemePart[]) => those.reduce((sum, { share }) => sum + share, 0);
  const scoredShare = shareOf(scored);
  const backedShare = shareOf(scored.filter((part) => !isDeclared(part, records.get(part.id))));
  return { total, scoredShare, ...gradeOf(scheme, total, { scoredShare, backedShare }) };
}

function gradeOf(
  { grades, leastShare }: AppraisalScheme,
  { shown }: ScoreNode,
  { scoredShare, backedShare }: { readonly scoredShare: number; readonly backedShare: number },
): Pick<Score, 'grade' | 'ungraded'> {
  if (shown === null) return { grade: null, ungraded: 'nothing-scored' };
  if (scoredShare < leastShare) return { grade: null, ungraded: 'too-little-scored' };
  if (backedShare < leastShare) return { grade: null, ungraded: 'self-declared' };
  if (grades.by === 'quota') return { grade: null, ungraded: 'by-quota' };
  return { grade: gradeByThresholds(grades, shown), ungraded: null };
}

/** Whether the score of a part is what the person alone says about themselves. */
function isDeclared({ kind }: SchemePart, input: PartInput | undefined): boolean {
  if (kind === 'self') return true;
  return (
    input?.kind === 'figures' && input.figures.every(({ actual, isDeclared: own }) => actual === null || own)
  );
}

function partDraft(part: SchemePart, records: CheckedInputs, scheme: AppraisalScheme): Draft {
  const { id, kind, name, share } = part;
  const input = records.get(id);
  const head = { id, kind, name, sources: input?.sources ?? [] };
  if (!input) return missingDraft(head, share, publicReason(kind, 'no-data'));
  if (input.kind === 'missing') return missingDraft(head, share, publicReason(kind, input.reason));
  const lines = linesOf(part, input, scheme);
  const draft = meanOf(head, lines, scheme.decimals, share);
  // Which items nobody answered would tell about the few who did.
  const isHidden = draft.value === null && GROUPS.has(kind);
  return isHidden ? missingDraft(head, share, publicReason(kind, draft.missing)) : draft;
}

function linesOf(
  part: SchemePart,
  input: Exclude<PartInput, { kind: 'missing' }>,
  { curves, decimals }: AppraisalScheme,
): Draft[] {
  if (input.kind === 'figures') return figureLines(input.figures, curves, decimals);
  if (!('scale' in part)) return [];
  return input.kind === 'goals'
    ? goalLines(input.goals, part.scale, decimals)
    : sectionLines(input.sections, part.scale, decimals, GROUPS.has(part.kind));
}

/** The same word for a group that nobody and one that too few answered for. */
const publicReason = (kind: PartKind, reason: MissingReason | null): MissingReason =>
  reason === null || (reason === 'no-data' && GROUPS.has(kind)) ? 'not-enough-answers' : reason;
