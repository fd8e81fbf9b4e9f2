import type { OpenAppeal } from '#contracts/appraisal-results';
import type { Minutes } from '#contracts/common';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { instantText } from '../../../../utils/dates';
import { personName } from '../../person-name';

export interface AppealsModel {
  readonly appeals: readonly OpenAppeal[] | null;
  readonly failure: Failure | null;
  readonly utcOffset: Minutes;
}

/** Appeals that the reader may answer, the oldest first. */
export const appealsView = ({ appeals, failure, utcOffset }: AppealsModel, t: Words) => ({
  mode: appeals ? 'ready' : failure ? 'error' : 'loading',
  error: failure ? errorText(failure, t) : '',
  rows: (appeals ?? []).map(({ cycle, person, shown, grade, at }) => ({
    key: `${cycle.id}:${person.id}`,
    cycle: cycle.id,
    employee: person.id,
    name: personName(person, t),
    about: [t.pick(cycle.title), t.t('appeals.row', { shown, grade })].join(t.t('common.separator')),
    since: t.t('appeals.since', { time: instantText(at, utcOffset, t) }),
  })),
  text: {
    loadFailed: t.t('appeals.loadFailed'),
    retry: t.t('common.retry'),
    none: t.t('appeals.none'),
    noneText: t.t('appeals.noneText'),
  },
});
