import type { AppraisalCycle, Questionnaire } from '#contracts/appraisal-cycle';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { headOf } from '../../cycle-words';

export interface QuestionnairesModel {
  readonly cycleId: string;
  readonly cycle: AppraisalCycle | null;
  readonly failure: Failure | null;
}

/** As the server has it. */
const MOST_QUESTIONNAIRES = 10;

/** What is asked in a cycle, by post. A cycle has its own version of them, which is fixed when it starts. */
export function questionnairesView({ cycle, failure }: QuestionnairesModel, t: Words) {
  const all = cycle?.review?.questionnaires ?? [];
  const isDraft = cycle?.state === 'draft';
  return {
    mode: !cycle ? (failure ? 'error' : 'loading') : cycle.review ? 'ready' : 'none',
    error: failure ? errorText(failure, t) : '',
    head: cycle ? headOf({ ...cycle, id: cycle._id }, t) : null,
    note: t.t(isDraft ? 'questionnaires.draft' : 'questionnaires.fixed'),
    scale: cycle?.review ? t.t('questionnaires.scale', { ...cycle.review.scale }) : '',
    rows: all.map((each) => rowOf(each, t)),
    canAdd: isDraft && all.length < MOST_QUESTIONNAIRES,
    text: {
      retry: t.t('common.retry'),
      loadFailed: t.t('appraisals.loadFailed'),
      none: t.t('questionnaires.none'),
      noneText: t.t('questionnaires.noneText'),
      add: t.t('questionnaires.add'),
    },
  };
}

const rowOf = ({ id, name, jobs, sections }: Questionnaire, t: Words) => ({
  id,
  name: t.pick(name),
  jobs: jobs.length > 0 ? jobs.join(t.t('common.listSeparator')) : t.t('questionnaires.everybody'),
  size: t.t('questionnaires.size', {
    sections: sections.length,
    items: sections.reduce((sum, { items }) => sum + items.length, 0),
  }),
});
