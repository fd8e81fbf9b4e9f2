import type { AppraisalResultsContract, ResultBrief } from '#contracts/appraisal-results';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { personName } from '../../person-name';

export interface ResultsModel {
  readonly data: AppraisalResultsContract['results']['output'] | null;
  readonly failure: Failure | null;
}

/** Own results, the latest first, and those of the team. */
export function resultsView({ data, failure }: ResultsModel, t: Words) {
  const [latest] = data?.team ?? [];
  return {
    mode: data ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, t) : '',
    own: (data?.own ?? []).map((each) => ({
      ...rowOf(each, t),
      name: t.pick(each.cycle.title),
      employee: '',
    })),
    team: (data?.team ?? []).map((each) => ({
      ...rowOf(each, t),
      name: personName(each.person, t),
      employee: each.person.id,
    })),
    teamTitle: latest ? t.t('results.team', { cycle: t.pick(latest.cycle.title) }) : '',
    appeals: data && data.appeals > 0 ? t.t('results.count', { count: data.appeals }) : '',
    text: {
      loadFailed: t.t('results.loadFailed'),
      retry: t.t('common.retry'),
      own: t.t('results.own'),
      none: t.t('results.none'),
      noneText: t.t('results.noneText'),
      appeals: t.t('results.appeals'),
    },
  };
}

function rowOf({ cycle, person, shown, grade, gradeName, isRead, appeal }: ResultBrief, t: Words) {
  const tag = appeal === 'open' ? t.t('results.open') : isRead ? '' : t.t('results.unread');
  return {
    key: `${cycle.id}:${person.id}`,
    cycle: cycle.id,
    // As in the report: what was scored of a person without a grade is too little to be their score.
    score: shown === null || grade === null ? '–' : String(shown),
    grade:
      grade && gradeName ? t.t('results.grade', { name: t.pick(gradeName), grade }) : t.t('results.noGrade'),
    tag,
    tone: appeal === 'open' ? 'info' : 'warn',
  };
}
