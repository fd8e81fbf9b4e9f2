import type { QuestionItem, QuestionSection } from '#contracts/appraisal-cycle';
import type { ReviewChange, ReviewDraft, ReviewsContract } from '#contracts/reviews';
import type { Words } from '../../locales/words';
import type { Failure } from '../../services/client-error';

/** Longer scales are entered as a number. */
const MOST_CHOICES = 11;

interface Asked {
  readonly sections: readonly QuestionSection[];
  readonly scale: { readonly least: number; readonly most: number };
}

/** The questions with what was answered. Answers are never added up for who gives them. */
export function sectionsView({ sections, scale }: Asked, draft: ReviewDraft, words: Words) {
  const levels = Array.from({ length: scale.most - scale.least + 1 }, (_, at) => scale.least + at);
  return sections.map((section) => ({
    id: section.id,
    name: words.pick(section.name),
    items: section.items.map((item) => ({
      id: item.id,
      name: words.pick(item.name),
      isRating: item.kind === 'rating',
      isShort: levels.length <= MOST_CHOICES,
      value: item.kind === 'rating' ? String(draft.ratings[item.id] ?? '') : (draft.texts[item.id] ?? ''),
      levels:
        levels.length <= MOST_CHOICES
          ? levels.map((value) => ({ value, on: draft.ratings[item.id] === value }))
          : [],
      described: describedOf(item, words),
    })),
  }));
}

/** A line for each level, so that two of them can be compared. */
const describedOf = (item: QuestionItem, words: Words): string =>
  item.kind === 'rating'
    ? item.levels.map(({ value, text }) => `${value} ${words.pick(text)}`).join('\n')
    : '';

export const questionWords = ({ scale }: Asked, words: Words) => ({
  hint: words.t('reviewForm.textHint'),
  levels: words.t('reviewForm.levels', { from: scale.least, to: scale.most }),
});

/** How many ratings there are, and how many are open. */
export function openRatings(
  { sections }: Asked,
  draft: ReviewDraft,
): { readonly all: number; readonly open: number } {
  const ratings = sections.flatMap(({ items }) => items.filter(({ kind }) => kind === 'rating'));
  return { all: ratings.length, open: ratings.filter(({ id }) => draft.ratings[id] === undefined).length };
}

/** What is asked before an answer is sent, which cannot be changed. */
export function sendQuestion(asked: Asked, draft: ReviewDraft, name: string, words: Words): string {
  const { open } = openRatings(asked, draft);
  return open > 0 ? words.t('reviewForm.sendOpen', { count: open }) : words.t('reviewForm.sendAsk', { name });
}

/** Why an answer cannot be sent yet: nothing is in it. The same as the server says, before the call. */
export function emptyFailure({ sections }: Pick<Asked, 'sections'>, draft: ReviewDraft): Failure | null {
  const isWritten = Object.values(draft.texts).some((text) => text.trim() !== '');
  if (isWritten || Object.keys(draft.ratings).length > 0) return null;
  const name = sections[0]?.items[0]?.name;
  const data = { itemZh: name?.['zh-CN'] ?? '', itemEn: name?.en ?? '' };
  return { code: 'REVIEW_EMPTY', data, requestId: '' };
}

/** A tapped level is chosen, the chosen one is taken back. */
export function rated(draft: ReviewDraft, id: string, value: number | null): ReviewDraft {
  const { [id]: before, ...others } = draft.ratings;
  return { ...draft, ratings: value === null || before === value ? others : { ...others, [id]: value } };
}

export const written = (draft: ReviewDraft, id: string, text: string): ReviewDraft => ({
  ...draft,
  texts: { ...draft.texts, [id]: text },
});

/**
 * What the server has of an answer with what this phone had kept of it, which is not saved: as far as it is still asked, and only
 * while it can be changed.
 */
export function withKept(
  { sections, scale, draft, state }: ReviewsContract['reviewForm']['output'],
  kept: ReviewChange | null,
): { readonly draft: ReviewDraft; readonly unsaved: readonly string[]; readonly restored: number } {
  if (!kept || (state !== 'new' && state !== 'begun')) return { draft, unsaved: [], restored: 0 };
  const items = sections.flatMap((section) => section.items);
  let found: ReviewDraft = draft;
  const unsaved: string[] = [];
  for (const { id, kind } of items) {
    const rating = kept.ratings[id];
    const text = kept.texts[id];
    const isOnScale =
      rating === null || (rating !== undefined && rating >= scale.least && rating <= scale.most);
    if (kind === 'rating' && isOnScale && rating !== (draft.ratings[id] ?? null)) {
      const { [id]: _, ...others } = found.ratings;
      found = { ...found, ratings: rating === null ? others : { ...others, [id]: rating } };
      unsaved.push(id);
    } else if (kind === 'text' && text !== undefined && text !== (draft.texts[id] ?? '')) {
      found = written(found, id, text);
      unsaved.push(id);
    }
  }
  return { draft: found, unsaved, restored: unsaved.length };
}

/** A number that was typed; null for none on the scale. */
export function levelIn(text: string, { least, most }: Asked['scale']): number | null {
  const value = Number(text);
  return text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most ? value : null;
}
