import type { ScoreNode } from '#contracts/appraisal';
import type { Words } from '../../../../locales/words';
import { nodeName } from '../../common/score-text';
import { flattened } from '../../common/score-tree';

/** Lines of each list. */
const MOST = 3;

export interface Points {
  readonly good: readonly string[];
  readonly improve: readonly string[];
}

/** Of 100 points, where no scale says otherwise: from here on done well, below there to improve. */
const GOOD = 80;
const WEAK = 60;
/** The same on a scale: as far up as these shares, so that of 1 to 5 it is 4 and 3. */
const GOOD_SHARE = 0.75;
const WEAK_SHARE = 0.5;
/** A scale with more is one of points, such as 0 to 100. */
const MAX_LEVELS = 10;

/**
 * What is done well and what is to improve, of what has nothing below it. By the levels of the scale it was rated on, and
 * never by the own total: half of a weak result would be above that.
 */
export function pointsOf(total: ScoreNode, words: Words): Points {
  const partOf = (id: string | undefined) => {
    const part = total.inputs.find((each) => each.id === id);
    return part ? nodeName(part, words) : '';
  };
  const leaves = flattened(total).flatMap(({ node, path }) =>
    node.inputs.length === 0 && node.shown !== null && node.kind !== 'total'
      ? [{ node, part: path[0], shown: node.shown }]
      : [],
  );
  const sorted = [...leaves].sort((a, b) => b.shown - a.shown);
  const say = ({ node, part, shown }: (typeof leaves)[number]) =>
    words.t('report.point', { part: partOf(part), name: nodeName(node, words), shown });
  return {
    good: sorted
      .filter(({ node }) => levelOf(node) === 'good')
      .slice(0, MOST)
      .map(say),
    improve: sorted
      .filter(({ node }) => levelOf(node) === 'weak')
      .reverse()
      .slice(0, MOST)
      .map(say),
  };
}

function levelOf({ formula, shown }: ScoreNode): 'good' | 'fair' | 'weak' {
  const isRated = formula?.kind === 'rating' && formula.scale.most - formula.scale.least <= MAX_LEVELS;
  if (!isRated) return levelAt(shown ?? 0, GOOD, WEAK);
  const {
    mean,
    bound,
    scale: { least, most },
  } = formula;
  const at = (share: number) => least + (most - least) * share;
  // What is told as so much or more counts as the end of the scale in the score, too.
  return levelAt(bound === 'at-least' ? most : mean, at(GOOD_SHARE), at(WEAK_SHARE));
}

const levelAt = (value: number, good: number, weak: number) =>
  value >= good ? 'good' : value < weak ? 'weak' : 'fair';
