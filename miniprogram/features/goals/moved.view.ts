import type { CheckInResult } from '#contracts/goals';
import { percentText } from '../../common/goals/share';
import type { Words } from '../../locales/words';

/** What moved with a check-in: `华东区 71% → 73%`. */
export const movedViews = (moved: CheckInResult | null, words: Words) =>
  (moved?.moved ?? []).map(({ owner, before, after }, index) => ({
    key: String(index),
    name: words.pick(owner.name),
    text: words.t('keyResult.preview', { before: percentOf(before), after: percentOf(after) }),
  }));

const percentOf = (share: number | null): string => (share === null ? '–' : `${percentText(share)}%`);
