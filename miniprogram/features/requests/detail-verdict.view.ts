import type { RequestDetail } from '#contracts/request';
import { HAS_NO_EFFECT } from '../../components/request-card/request-card.view';
import type { Words } from '../../locales/words';
import { entryText } from './detail-timeline.view';

/** How it ended for the applicant: who rejected or returned it and why, and that its figures have no effect. */
export function verdictView({ state, kind, timeline }: RequestDetail, words: Words) {
  const entry =
    state === 'rejected' || state === 'returned'
      ? timeline.filter(({ verb }) => verb === 'reject' || verb === 'return').pop()
      : state === 'withdrawn'
        ? timeline.filter(({ verb }) => verb === 'withdraw').pop()
        : undefined;
  return {
    text: entry ? entryText(entry, kind, words) : '',
    comment: entry?.comment ?? '',
    notCounted: HAS_NO_EFFECT.includes(state) ? words.t('detail.notCounted') : '',
  };
}
