import type { QuestionItem, QuestionSection } from '#contracts/appraisal-cycle';
import type { LocalText } from '#contracts/common';
import type { ReviewRelation } from '#contracts/review';

export const text = (zh: string, en: string): LocalText => ({ 'zh-CN': zh, en });

/** What each level means, from 1 up: in Chinese and in English. */
type Levels = readonly (readonly [zh: string, en: string])[];

/** Something that is rated on the levels 1 to 5. */
export const rating =
  (id: string, name: LocalText, levels: Levels) =>
  (weight: number, relations?: readonly ReviewRelation[]): QuestionItem => ({
    ...{ id, name, kind: 'rating', weight },
    levels: levels.map(([zh, en], at) => ({ value: at + 1, text: text(zh, en) })),
    ...(relations && { relations }),
  });

export const section = (
  id: string,
  name: LocalText,
  weight: number,
  items: readonly QuestionItem[],
): QuestionSection => ({ id, name, weight, items });

/** In the rater's own words; it counts nothing. */
export const ownWords = (relations?: readonly ReviewRelation[]): QuestionSection => ({
  id: 'words',
  name: text('想说的话', 'In your own words'),
  weight: 0,
  items: [
    {
      id: 'best',
      name: text(
        '这段时间做得最好的一件事是什么？请写事情和结果',
        'What was done best in this period? Name the matter and what came of it',
      ),
      kind: 'text',
      ...(relations && { relations }),
    },
    {
      id: 'next',
      name: text('下一步最值得改进的一点是什么？怎么做会更好', 'What is most worth improving next, and how?'),
      kind: 'text',
      ...(relations && { relations }),
    },
  ],
});
