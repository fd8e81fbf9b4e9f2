import type { DryRun, Gap } from '#contracts/appraisal-cycles';
import { errorText } from '../../../../locales/error-text';
import { personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText } from '../../../../utils/dates';
import { headOf, partsText, relationsText } from '../../cycle-words';

export interface CheckModel {
  readonly cycleId: string;
  readonly result: DryRun | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** People of a gap who are named. */
const NAMED = 6;

/** What a draft would come to, before it starts. */
export function checkView({ result, failure, busy }: CheckModel, t: Words) {
  return {
    mode: result ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, t) : '',
    ...(result ? resultOf(result, t) : NOTHING),
    busy,
    text: {
      retry: t.t('common.retry'),
      loadFailed: t.t('appraisals.loadFailed'),
      people: t.t('appraisalCheck.people'),
      peopleUnit: t.t('appraisalCheck.peopleUnit'),
      departments: t.t('appraisalCheck.departments'),
      gaps: t.t('appraisalCheck.gaps'),
      noGaps: t.t('appraisalCheck.noGaps'),
      edit: t.t('appraisalCheck.edit'),
      questionnaires: t.t('appraisalCheck.questionnaires'),
      drop: t.t('appraisalCheck.drop'),
      start: t.t('appraisalCheck.start'),
    },
  };
}

const NOTHING = {
  ...{ head: null, people: 0, reviews: '', facts: [], departments: [], gaps: [], missing: [] },
  ...{ past: '', grades: [], canStart: false },
};

function resultOf(result: DryRun, t: Words) {
  const { cycle, people, reviews, departments, gaps, missing } = result;
  return {
    head: headOf(cycle, t),
    people,
    reviews: reviews > 0 ? t.t('appraisalCheck.reviews', { count: reviews }) : '',
    facts: factsOf(result, t),
    departments: departments.map(({ name, people: count }, index) => ({
      id: index,
      name: t.pick(name),
      count: t.t('appraisalCheck.department', { count }),
      width: people === 0 ? 0 : Math.round((count / people) * 100),
    })),
    gaps: gaps.map((gap) => gapRow(gap, t)),
    missing: missing.map(({ part, people: count }) =>
      t.t('appraisalCheck.missing', { part: t.pick(part), count }),
    ),
    ...pastOf(result, t),
    canStart: people > 0,
  };
}

function factsOf({ cycle }: DryRun, t: Words) {
  const { parts, threshold, answersUntil } = cycle;
  const who = relationsText(cycle, t) || t.t('appraisalCheck.nobody');
  const asked = t.t('appraisalCheck.asked', { who });
  return [
    { id: 'parts', text: partsText(parts, t) },
    {
      id: 'asked',
      text:
        threshold === null
          ? asked
          : [asked, t.t('appraisalCheck.threshold', { count: threshold })].join(t.t('common.separator')),
    },
    { id: 'until', text: t.t('appraisals.until', { day: dayText(answersUntil, t) }) },
  ];
}

function gapRow({ kind, count, people }: Gap, t: Words) {
  const names = people
    .slice(0, NAMED)
    .map((person) => personName(person, t))
    .join(t.t('common.listSeparator'));
  return {
    kind,
    title: t.t(`appraisalCheck.gap.${kind}`, { count }),
    names: t.t(count > NAMED ? 'appraisalCheck.namesMore' : 'appraisalCheck.names', { names, count }),
  };
}

function pastOf({ past, cycle }: DryRun, t: Words) {
  if (!past) return { past: t.t('appraisalCheck.pastNone'), grades: [] };
  const scored = t.t('appraisalCheck.pastScored', { count: past.scored });
  const ungraded = past.ungraded > 0 ? t.t('appraisalCheck.pastUngraded', { count: past.ungraded }) : '';
  return {
    past: [t.t('appraisalCheck.past', { title: t.pick(past.title) }), scored, ungraded]
      .filter((each) => each !== '')
      .join(t.t('common.separator')),
    grades: (past.distribution?.grades ?? []).map(({ grade, count, share, advised }) => ({
      id: `${cycle.id}-${grade}`,
      grade,
      count: t.t('appraisalCheck.pastGrade', { count, share: share ?? 0 }),
      advised: advised === null ? '' : t.t('appraisalCheck.pastAdvised', { count: advised }),
      width: Math.round(share ?? 0),
    })),
  };
}
