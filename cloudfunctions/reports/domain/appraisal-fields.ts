import type { ScoreNode } from '#contracts/appraisal';
import { basisText, nodeName } from '../../../miniprogram/features/appraisal/common/score-text';
import { flattened } from '../../../miniprogram/features/appraisal/common/score-tree';
import type { ExportedResult } from '../../appraisal/public-exports';
import { wordsIn } from '../../shared/words/words';
import { type AboutPerson, peopleFields } from './people-fields';
import { type Field, field, optional } from './table';

export interface PersonResult extends AboutPerson {
  readonly result: ExportedResult;
}

/** A value of somebody's score with the names of what it is a part of. */
export interface PersonNode extends PersonResult {
  readonly node: ScoreNode;
  /** From the part down to the value itself; empty for the total. */
  readonly above: readonly ScoreNode[];
}

const cycleField = <T extends PersonResult>(): Field<T> =>
  field('考核', 'Appraisal', 'text', 24, ({ result }, language) => result.cycle[language]);

/** One row per person and cycle. */
export const RESULT_FIELDS: readonly Field<PersonResult>[] = [
  ...peopleFields<PersonResult>(),
  cycleField<PersonResult>(),
  field('分数', 'Score', 'number', 10, ({ result }) => result.shown),
  field('按规则的等级', 'Grade by the rule', 'text', 14, ({ result }) => result.before),
  field('等级', 'Grade', 'text', 10, ({ result }) => result.grade),
  field('等级名称', 'Name of the grade', 'text', 16, ({ result }, language) =>
    result.gradeName ? result.gradeName[language] : null,
  ),
  optional(
    field('没有等级的原因', 'Why there is no grade', 'text', 28, ({ result }, language) =>
      result.ungraded ? wordsIn(language).t(`reports.ungraded.${result.ungraded}`) : null,
    ),
  ),
  field('有分数的部分（%）', 'Parts with a score (%)', 'number', 16, ({ result }) => result.scoredShare),
  field('调整原因', 'Why it was changed', 'text', 40, ({ result }) => result.reasons.join(' / ') || null),
  field('申诉', 'Appeal', 'text', 12, ({ result }, language) =>
    wordsIn(language).t(`reports.appeals.${result.appeal}`),
  ),
  field('版本数', 'Versions', 'number', 10, ({ result }) => result.versions),
];

/** Every value of a score, each before what it is worked out from. */
export const nodesOf = (about: PersonResult): PersonNode[] =>
  flattened(about.result.total).map(({ node, path }) => ({
    ...about,
    node,
    above: nodesAlong(about.result.total, path),
  }));

function nodesAlong(total: ScoreNode, path: readonly string[]): ScoreNode[] {
  const [id, ...rest] = path;
  const next = total.inputs.find((input) => input.id === id);
  return next ? [next, ...nodesAlong(next, rest)] : [];
}

/** One row per value of a score, with how it was worked out. What a group answered is in it as it was published. */
export const BASIS_FIELDS: readonly Field<PersonNode>[] = [
  ...peopleFields<PersonNode>(),
  cycleField<PersonNode>(),
  field('项目', 'Item', 'text', 36, ({ node, above }, language) => {
    const words = wordsIn(language);
    return above.length === 0
      ? nodeName(node, words)
      : above.map((each) => nodeName(each, words)).join(' › ');
  }),
  field('层级', 'Level', 'number', 8, ({ above }) => above.length),
  field('占比（%）', 'Share (%)', 'number', 10, ({ node }) => node.share),
  field('实际占比（%）', 'Share used (%)', 'number', 12, ({ node }) => node.shownShare),
  field('分数', 'Score', 'number', 10, ({ node }) => node.shown),
  field('怎么算的', 'How it was worked out', 'text', 60, ({ node }, language) =>
    basisText(node, wordsIn(language)),
  ),
];
