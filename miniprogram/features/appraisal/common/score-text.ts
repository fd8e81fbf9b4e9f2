import type { CurveBound, Formula, Measure, ScoreNode } from '#contracts/appraisal';
import type { LocalText } from '#contracts/common';
import type { scoresZh } from './scores-zh-CN';

type Leaf<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaf<T[K]>}` }[keyof T & string];
type ScoreKey = Leaf<typeof scoresZh>;

/** Texts of one language that include those of scores. */
export interface ScoreSpeaker {
  t(key: ScoreKey, data?: Readonly<Record<string, string | number>>): string;
  pick(text: LocalText): string;
}

type CurveFormula = Extract<Formula, { readonly measure: Measure }>;
type Data = Readonly<Record<string, string | number>>;

/** The name of a node as screens and exports say it. */
export const nodeName = ({ name }: ScoreNode, words: ScoreSpeaker): string =>
  name ? words.pick(name) : words.t('scoreTotal');

/** How the value of a node follows from what is below it, or why there is none: one sentence. */
export function basisText(node: ScoreNode, words: ScoreSpeaker): string {
  const { formula, missing } = node;
  const shown = node.shown ?? 0;
  if (!formula) return words.t(`scoreMissing.${missing ?? 'no-data'}`);
  if (formula.kind === 'weighted-mean') return meanText(node.inputs, shown, words);
  if (formula.kind === 'rating') return ratingText(formula, shown, words);
  return words.t('scoreBasis.scored', {
    measure: measureText(formula.measure, words),
    result: resultText(formula, shown, words),
  });
}

function meanText(inputs: readonly ScoreNode[], shown: number, words: ScoreSpeaker): string {
  const terms = inputs
    .filter(({ value }) => value !== null)
    .map((input) =>
      words.t('scoreBasis.meanTerm', { shown: input.shown ?? 0, share: input.shownShare ?? 0 }),
    );
  return words.t('scoreBasis.mean', { terms: terms.join(words.t('scoreBasis.plus')), shown });
}

function ratingText(
  { mean, bound, atLeast, scale }: Extract<Formula, { kind: 'rating' }>,
  shown: number,
  words: ScoreSpeaker,
): string {
  const { least, most } = scale;
  if (atLeast === null) return words.t('scoreBasis.rating', { mean, least, most, shown });
  const said = words.t(`scoreBasis.means.${bound}`, { mean, most });
  return words.t('scoreBasis.ratings', { people: atLeast, mean: said, least, most, shown });
}

function measureText(measure: Measure, words: ScoreSpeaker): string {
  const { actual } = measure;
  if (measure.better === 'value') return words.t('scoreBasis.value', { actual });
  const { better, target, shown } = measure;
  return words.t(`scoreBasis.${shown === null ? 'none' : better}`, { actual, target, reached: shown ?? 0 });
}

function resultText(formula: CurveFormula, shown: number, words: ScoreSpeaker): string {
  const say = (key: 'level' | 'line', bound: CurveBound, data: Data) => {
    const limit = bound === 'most' ? 'Most' : bound === 'least' ? 'Least' : '';
    return words.t(`scoreBasis.${key}${limit}`, { ...data, shown });
  };
  switch (formula.kind) {
    case 'linear':
      return words.t(
        `scoreBasis.${formula.bound === null || formula.bound === 'short' ? 'linear' : formula.bound}`,
        {
          shown,
        },
      );
    case 'level':
      return say('level', formula.bound, { ...formula.level });
    case 'line': {
      const { from, to, bound } = formula;
      // Beyond the better end, and on a level.
      if (from.at === to.at) return say('level', bound, { ...from });
      return say('line', bound, { ...from, toAt: to.at, toScore: to.score });
    }
    case 'short':
      return words.t('scoreBasis.short', { at: formula.worst.at, shown });
  }
}
