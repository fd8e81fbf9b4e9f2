import type { ScoreNode, TrainingProposal, TrainingReason, TrainingRule } from '#contracts/appraisal';
import { flattened } from '../../../miniprogram/features/appraisal/common/score-tree';

/**
 * What a result proposes to train: every part, section or item whose displayed score is below the line of its rule, with
 * the reason. One training for several gaps is proposed once; the largest gap comes first. What is missing is no gap.
 */
export function trainingProposals(total: ScoreNode, rules: readonly TrainingRule[]): TrainingProposal[] {
  const found = new Map<string, { training: TrainingProposal['training']; reasons: TrainingReason[] }>();
  for (const { node, path } of flattened(total)) {
    for (const { below, training } of rules.filter((rule) => rule.node === node.id)) {
      if (node.shown === null || node.shown >= below) continue;
      const reason = { path, name: node.name, shown: node.shown, below };
      const known = found.get(training.id);
      if (known) known.reasons.push(reason);
      else found.set(training.id, { training, reasons: [reason] });
    }
  }
  const proposals = [...found.values()].map(({ training, reasons }) => ({
    training,
    reasons: reasons.sort((a, b) => gapOf(b) - gapOf(a)),
  }));
  return proposals.sort((a, b) => largestGap(b) - largestGap(a));
}

const gapOf = ({ below, shown }: TrainingReason): number => below - shown;
const largestGap = ({ reasons: [first] }: TrainingProposal): number => (first ? gapOf(first) : 0);
