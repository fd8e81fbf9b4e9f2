import type { ReviewGroup, ReviewMean } from '#contracts/review';
import type { PublishedReview } from '#contracts/reviews';
import type { Words } from '../../../../locales/words';

export interface GroupRow {
  readonly id: string;
  readonly name: string;
  readonly mean: string;
  readonly count: string;
  readonly items: readonly { readonly id: string; readonly name: string; readonly mean: string }[];
  readonly texts: readonly {
    readonly id: string;
    readonly name: string;
    readonly texts: readonly string[];
  }[];
}

/** What was published of the answers, group by group: what is hidden is not told apart from what is not there. */
export const groupRows = (published: PublishedReview, words: Words): GroupRow[] =>
  published.figures.groups.map((group) => groupRow(group, published, words));

function groupRow(
  { relation, mean, atLeast, cells, texts }: ReviewGroup,
  { items, scale }: PublishedReview,
  words: Words,
): GroupRow {
  const nameOf = (id: string) => {
    const item = items.find((each) => each.id === id);
    return item ? words.pick(item.name) : id;
  };
  return {
    id: relation,
    name: words.t(`report.relations.${relation}`),
    mean: mean
      ? words.t('report.groupMean', { mean: meanText(mean, scale, words) })
      : words.t('report.hidden'),
    count: atLeast === null ? '' : words.t('report.atLeast', { count: atLeast }),
    items: cells.flatMap((cell) =>
      cell.mean ? [{ id: cell.item, name: nameOf(cell.item), mean: meanText(cell.mean, scale, words) }] : [],
    ),
    texts: texts.flatMap((each) =>
      each.texts.length > 0 ? [{ id: each.item, name: nameOf(each.item), texts: each.texts }] : [],
    ),
  };
}

const meanText = ({ mean, bound }: ReviewMean, { most }: PublishedReview['scale'], words: Words): string =>
  words.t(`report.bounds.${bound}`, { mean, most });
