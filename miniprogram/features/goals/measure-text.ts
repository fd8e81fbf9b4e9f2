import type { KeyResult } from '#contracts/goal';
import { figureText } from '../../components/objective-card/key-result.view';
import type { Words } from '../../locales/words';

/** What a key result is to reach: `0 → 38 位`. */
export function measureText({ measure, source }: KeyResult, words: Words): string {
  if (source === 'mean') return words.t('proposal.mean');
  switch (measure.kind) {
    case 'raise':
    case 'lower':
      return words.t('proposal.target', {
        start: figureText(measure.start, ''),
        target: figureText(measure.target, measure.unit),
      });
    case 'keep-above':
      return words.t('proposal.keepAbove', { limit: figureText(measure.limit, measure.unit) });
    case 'keep-below':
      return words.t('proposal.keepBelow', { limit: figureText(measure.limit, measure.unit) });
    case 'milestones':
      return words.t('proposal.steps', { count: measure.milestones.length });
    default:
      return words.t(measure.kind === 'percent' ? 'proposal.percent' : 'proposal.yesNo');
  }
}
