import type { CycleAmendment } from '#contracts/appraisal-cycle';
import type { CycleProgress, LatePerson } from '#contracts/appraisal-cycles';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { errorText } from '../../../../locales/error-text';
import { personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText, instantText } from '../../../../utils/dates';
import { changeText } from '../../amend-words';
import { headOf, partsText, relationsText } from '../../cycle-words';

export interface CycleModel {
  readonly cycleId: string;
  readonly progress: CycleProgress | null;
  /** The reason for ending it is being written. */
  readonly ending: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** People who are late, as shown at first. */
const SHOWN = 50;

/** A cycle that has started: how far it is, who is late, what was changed. */
export function cycleView({ progress, ending, failure, busy }: CycleModel, t: Words) {
  const count = progress?.lateCount ?? 0;
  return {
    mode: progress ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, t) : '',
    ...(progress ? progressOf(progress, t) : NOTHING),
    busy,
    ending,
    endAsk: t.t(count > 0 ? 'appraisalCycle.endAsk' : 'appraisalCycle.endAskNone', { count }),
    text: {
      retry: t.t('common.retry'),
      loadFailed: t.t('appraisals.loadFailed'),
      goOn: t.t('appraisalCycle.goOn'),
      noDuty: t.t('appraisalCycle.noDuty'),
      late: t.t('appraisalCycle.late'),
      lateNote: t.t('appraisalCycle.lateNote'),
      departments: t.t('appraisalCycle.departments'),
      remind: t.t('appraisalCycle.remind'),
      amend: t.t('appraisalCycle.amend'),
      figures: t.t('appraisalCycle.figures'),
      questionnaires: t.t('appraisalCycle.questionnaires'),
      amendments: t.t('appraisalCycle.amendments'),
      noAmendments: t.t('appraisalCycle.noAmendments'),
      end: t.t('appraisalCycle.end'),
      endReason: t.t('appraisalCycle.endReason'),
      endOk: t.t('appraisalCycle.endOk'),
      cancel: t.t('common.cancel'),
    },
  };
}

const NOTHING = {
  ...{ head: null, people: '', facts: [], starting: '', after: '', isRunning: false, hasFigures: false },
  ...{ duties: [], late: [], lateText: '', lateMore: '', hasLate: false, departments: [], amendments: [] },
};

function progressOf(progress: CycleProgress, t: Words) {
  const { cycle, people, duties, departments, late, lateCount, amendments } = progress;
  const isStarting = cycle.state === 'starting';
  const isRunning = cycle.state === 'running';
  return {
    head: headOf(cycle, t),
    people: t.t('appraisalCycle.people', { count: people }),
    facts: [
      { id: 'parts', text: partsText(cycle.parts, t) },
      {
        id: 'asked',
        text: t.t('appraisalCheck.asked', {
          who: relationsText(cycle, t) || t.t('appraisalCheck.nobody'),
        }),
      },
      { id: 'until', text: t.t('appraisals.until', { day: dayText(cycle.answersUntil, t) }) },
    ],
    starting: isStarting ? t.t('appraisalCycle.starting', { count: people }) : '',
    after: isStarting || isRunning ? '' : t.t('appraisalCycle.afterwards'),
    isRunning,
    hasFigures: cycle.parts.some(({ kind }) => kind === 'figure') && !isStarting,
    duties: duties.map(({ duty, asked, answered, until }) => ({
      duty,
      name: t.t(`appraisalCycle.duty.${duty}`),
      done: t.t('appraisalCycle.dutyDone', { answered, asked }),
      until: t.t('appraisalCycle.dutyUntil', { day: dayText(until, t) }),
      width: asked === 0 ? 0 : Math.round((answered / asked) * 100),
    })),
    hasLate: lateCount > 0,
    lateText: lateCount === 0 && duties.length > 0 ? t.t('appraisalCycle.lateNone') : '',
    late: late.slice(0, SHOWN).map((each) => lateRow(each, t)),
    lateMore:
      lateCount > Math.min(late.length, SHOWN)
        ? t.t('appraisalCycle.lateMore', { count: lateCount, shown: Math.min(late.length, SHOWN) })
        : '',
    departments: departments.map(({ id, name, late: count }) => ({
      id,
      name: t.pick(name),
      count: t.t('appraisalCycle.lateCount', { count }),
      width: Math.round((count / Math.max(1, lateCount)) * 100),
    })),
    amendments: amendments.map((each) => amendmentRow(each, progress, t)),
  };
}

const lateRow = ({ person, duties }: LatePerson, t: Words) => ({
  id: person.id,
  name: personName(person, t),
  owes: duties
    .map(({ duty, open }) =>
      t.t('appraisalCycle.owes', { duty: t.t(`appraisalCycle.duty.${duty}`), count: open }),
    )
    .join(t.t('common.listSeparator')),
});

const amendmentRow = (amendment: CycleAmendment, { cycle }: CycleProgress, t: Words) => ({
  at: amendment.at,
  what: t.t(`appraisalCycle.what.${amendment.what}`),
  by: t.t('appraisalCycle.byAt', {
    name: personName(amendment.by, t),
    at: instantText(amendment.at, CHINA_UTC_OFFSET, t),
  }),
  reason: amendment.reason,
  changes: changeText(amendment, cycle.parts, t),
});
