import type { GoalsContract } from '#contracts/goals';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { objectiveCards } from '../../../../components/objective-card/objective-card.view';
import { proposalLine } from '../../../../components/proposal-list/proposal-list.view';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { instantText } from '../../../../utils/dates';

export interface SheetModel {
  readonly sheetId: string;
  readonly data: GoalsContract['sheet']['output'] | null;
  readonly failure: Failure | null;
}

const isOpen = ({ cycle }: GoalsContract['sheet']['output']): boolean =>
  cycle.state === 'running' || cycle.state === 'planned';

/** Somebody's goals in a cycle. */
export function sheetView({ data, failure }: SheetModel, words: Words) {
  return {
    mode: data ? (data.sheet.objectives.length > 0 ? 'ready' : 'empty') : failure ? 'error' : 'loading',
    error: failure && !data ? errorText(failure, words) : '',
    notice: failure && data ? errorText(failure, words) : '',
    cards: data ? objectiveCards(data.sheet.objectives, data.days, words) : [],
    canEdit: data?.sheet.canEdit === true && isOpen(data),
    proposals: (data?.sheet.proposals ?? []).map((each) => proposalLine(each, words)),
    canPush: data?.sheet.canPush === true && isOpen(data),
    review: data?.review && data.review !== 'none' ? words.t(`goalReview.states.${data.review}`) : '',
    amendments: (data?.sheet.amendments ?? []).map(({ at, by, title, what, reason }, index) => ({
      key: String(index),
      title: words.t(`goalSheet.amended.${what}`, { title }),
      when: [instantText(at, CHINA_UTC_OFFSET, words), words.language === 'en' ? by.nameEn : by.name, reason]
        .filter(Boolean)
        .join(words.t('common.separator')),
    })),
    text: {
      amendments: words.t('goalSheet.amendments'),
      review: words.t('goalSheet.review'),
      retry: words.t('common.retry'),
      loadFailed: words.t('goalSheet.loadFailed'),
      empty: words.t('goalSheet.empty'),
      emptyText: words.t('goalSheet.emptyText'),
      add: words.t('goalSheet.add'),
      clone: words.t('goals.clone'),
      push: words.t('goals.push'),
      proposals: words.t('goals.proposals'),
    },
  };
}
