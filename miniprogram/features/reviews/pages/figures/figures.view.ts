import type { ReviewGroup, ReviewMean, ReviewSpreadPart } from '#contracts/review';
import type { NamedItem, PublishedReview } from '#contracts/reviews';
import { errorText } from '../../../../locales/error-text';
import { personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';

export interface FiguresModel {
  readonly cycleId: string;
  readonly employeeId: string;
  readonly data: PublishedReview | null;
  readonly failure: Failure | null;
}

/** What was published of the answers about a person. */
export function figuresView({ data, failure }: FiguresModel, words: Words) {
  return {
    mode: data ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, words) : '',
    name: data ? personName(data.person, words) : '',
    cycle: data ? words.pick(data.cycle.title) : '',
    ...totalOf(data, words),
    of: data ? words.t('reviewFigures.of', { most: data.scale.most }) : '',
    why: data ? words.t('reviewFigures.why', { threshold: data.threshold }) : '',
    groups: data ? data.figures.groups.map((group) => groupView(group, data, words)) : [],
    text: {
      loadFailed: words.t('reviewFigures.loadFailed'),
      retry: words.t('common.retry'),
      total: words.t('reviewFigures.total'),
      texts: words.t('reviewFigures.texts'),
    },
  };
}

function totalOf(data: PublishedReview | null, words: Words) {
  if (!data) return { total: '', weights: '' };
  const { figures, scale } = data;
  const parts = figures.total.weights.map(({ relation, percent }) =>
    words.t('reviewFigures.weight', { name: words.t(`reviewFigures.relation.${relation}`), percent }),
  );
  return {
    total: meanText(figures.total.mean, scale, words),
    weights:
      parts.length > 0
        ? words.t('reviewFigures.weights', { parts: parts.join(words.t('common.listSeparator')) })
        : '',
  };
}

/** None, too few and hidden to protect others are said alike. Of a border it is said what it counts as. */
const meanText = (mean: ReviewMean | null, { most }: PublishedReview['scale'], words: Words): string =>
  mean
    ? words.t(`reviewFigures.bound.${mean.bound}`, { mean: mean.mean, most })
    : words.t('reviewFigures.notEnough');

function groupView(group: ReviewGroup, { items, scale }: PublishedReview, words: Words) {
  const nameOf = (id: string): string => {
    const item = items.find((each: NamedItem) => each.id === id);
    return item ? words.pick(item.name) : '';
  };
  const shareOf = (mean: ReviewMean | null): number =>
    mean ? Math.round(((mean.mean - scale.least) / (scale.most - scale.least)) * 100) : 0;
  return {
    id: group.relation,
    name: words.t(`reviewFigures.relation.${group.relation}`),
    mean: meanText(group.mean, scale, words),
    isShown: group.mean !== null,
    count: group.atLeast === null ? '' : words.t('reviewFigures.atLeast', { count: group.atLeast }),
    cells: group.cells
      .filter(({ mean }) => mean !== null)
      .map(({ item, mean, spread }) => ({
        id: item,
        name: nameOf(item),
        mean: meanText(mean, scale, words),
        share: shareOf(mean),
        spread: spread.map((part) => spreadText(part, words)).join(words.t('common.separator')),
      })),
    texts: group.texts
      .filter(({ texts }) => texts.length > 0)
      .map(({ item, texts }) => ({ id: item, name: nameOf(item), texts })),
  };
}

function spreadText({ from, to, atLeast }: ReviewSpreadPart, words: Words): string {
  const levels = words.t(from === to ? 'reviewFigures.spread' : 'reviewFigures.spreadRange', { from, to });
  return `${levels}: ${words.t('reviewFigures.atLeast', { count: atLeast })}`;
}
