import type { ReportView } from '#contracts/appraisal-results';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import { dayText, instantText } from '../../../../utils/dates';
import { numbered, type TextLine } from '../../numbered';
import { personName } from '../../person-name';
import { groupRows } from './details.view';
import { partsChart } from './parts-chart.view';
import { pointsOf } from './points.view';
import { decisionOf, holding, type ReportModel } from './report.model';
import { treeRows, usedShares } from './tree.view';

/** The report of one person: the score and grade, and in place everything that they are worked out from. */
export function reportView(model: ReportModel, t: Words) {
  const { data, failure, busy } = model;
  const bar = data ? barOf(data, t) : { hint: '', first: '', second: '', acts: [] as string[] };
  return {
    mode: data ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, t) : '',
    busy,
    head: data ? headOf(data, t) : null,
    ...(data ? bodyOf(model, data, t) : EMPTY),
    details: detailsOf(model, t),
    bar,
    sheet: sheetOf(model, t),
    text: textOf(t),
  };
}

const EMPTY = {
  used: '',
  otherwise: '',
  tree: [] as ReturnType<typeof treeRows>,
  chart: null as ReturnType<typeof partsChart>,
  good: [] as readonly string[],
  improve: [] as readonly string[],
  training: [] as readonly string[],
  versions: [] as readonly { key: number; name: string; reason: string; by: string }[],
  calibration: [] as readonly TextLine[],
  appeals: [] as readonly { key: number; state: string; text: string; answer: string }[],
  canAskDetails: false,
};

function headOf(data: ReportView, t: Words) {
  const version = holding(data);
  const parts = version
    ? [
        t.t('report.grade', { name: t.pick(version.gradeName), grade: version.grade }),
        data.bonusPercent === null ? '' : t.t('report.bonus', { percent: data.bonusPercent }),
      ]
    : [t.t('report.noGrade')];
  return {
    period: t.pick(data.cycle.title),
    who: data.isOwn ? '' : personName(data.person, t),
    score: version ? String(version.shown) : '–',
    grade: parts.filter((part) => part !== '').join(t.t('common.separator')),
    note:
      version || !data.ungraded ? '' : t.t(`report.ungraded.${data.ungraded}`, { share: data.scoredShare }),
    plan: data.opensPlan ? t.t('report.plan') : '',
  };
}

function bodyOf({ open, utcOffset }: ReportModel, data: ReportView, t: Words): typeof EMPTY {
  const { versions, appeals, calibration, total } = data;
  return {
    used: usedShares(total, t),
    otherwise: isOtherwise(data) ? t.t('report.decidedOtherwise', { total: total.shown ?? 0 }) : '',
    tree: treeRows(total, open, t),
    // Who has no grade has no score either: parts are shown, and no sum of them.
    chart: versions.length > 0 ? partsChart(total, t) : null,
    ...pointsOf(total, t),
    training: data.training.map(({ training }) => t.t('report.training', { name: t.pick(training.name) })),
    versions:
      versions.length < 2
        ? []
        : versions.map(({ number, shown, gradeName, reason, gradeReason, by, at }) => ({
            key: number,
            name: t.t('report.version', { number, shown, grade: t.pick(gradeName) }),
            reason: [reason, gradeReason].flatMap((each) => each ?? []).join(t.t('common.separator')),
            by: t.t('report.changedBy', { by: personName(by, t), time: instantText(at, utcOffset, t) }),
          })),
    calibration: numbered(calibration.map((each) => t.t('report.calibrated', { ...each }))),
    appeals: appeals.map(({ text, state, answer, at }) => ({
      key: at,
      text,
      state: t.t(`report.appealStates.${state}`),
      answer: answer ? t.t('report.answer', { by: personName(answer.by, t), text: answer.text }) : '',
    })),
    canAskDetails: data.hasReview,
  };
}

/** An answer to an appeal gave another score than the one that was worked out. */
const isOtherwise = (data: ReportView): boolean => {
  const shown = holding(data)?.shown;
  return shown !== undefined && shown !== data.total.shown;
};

/** At most two buttons under the thumb: what is asked of the reader stands on the right. */
function barOf({ may, appealUntil }: ReportView, t: Words) {
  const appeal = may.appeal ? t.t('report.appeal') : '';
  const withdraw = may.withdraw ? t.t('report.withdraw') : '';
  const decide = may.decide ? t.t('report.decide') : '';
  const acknowledge = may.acknowledge ? t.t('report.acknowledge') : '';
  const hint = may.acknowledge ? t.t('report.acknowledgeHint') : '';
  const until = may.appeal && appealUntil ? t.t('report.appealUntil', { day: dayText(appealUntil, t) }) : '';
  return {
    hint: hint && until ? t.t('report.hints', { hint, until }) : hint + until,
    first: appeal || withdraw,
    second: decide || acknowledge,
    acts: [appeal ? 'appeal' : 'withdraw', decide ? 'decide' : 'acknowledge'],
  };
}

function detailsOf({ details }: ReportModel, t: Words) {
  const isShown = details !== null && details !== 'none' && details !== 'loading';
  return {
    state: isShown ? 'shown' : (details ?? 'closed'),
    groups: isShown ? groupRows(details, t) : [],
  };
}

function sheetOf(model: ReportModel, t: Words) {
  const { sheet, data, grade, score, why } = model;
  const { shown, asksWhy, gradeReason } = decisionOf(model);
  const isBad = sheet === 'decide' && shown === null;
  return {
    appeal: sheet === 'appeal',
    decide: sheet === 'decide',
    title: data ? t.t('report.decideTitle', { name: personName(data.person, t) }) : '',
    score,
    isIncomplete: shown === null || (asksWhy && gradeReason === ''),
    ...{ asksWhy: sheet === 'decide' && asksWhy, why },
    problem: isBad && data ? t.t('report.badScore', { ...data.bounds }) : '',
    grades:
      sheet === 'decide' && data
        ? data.grades.map(({ id, name }) => ({ id, name: `${id} ${t.pick(name)}`, on: id === grade }))
        : [],
  };
}

const textOf = (t: Words) => ({
  loadFailed: t.t('report.loadFailed'),
  retry: t.t('common.retry'),
  points: t.t('report.points'),
  basis: t.t('report.basis'),
  parts: t.t('report.parts.title'),
  good: t.t('report.good'),
  improve: t.t('report.improve'),
  noGood: t.t('report.noGood'),
  noImprove: t.t('report.noImprove'),
  versions: t.t('report.versions'),
  appeals: t.t('report.appeals'),
  details: t.t('report.details'),
  hideDetails: t.t('report.hideDetails'),
  detailsNote: t.t('report.detailsNote'),
  noDetails: t.t('report.noDetails'),
  appealTitle: t.t('report.appealTitle'),
  appealNote: t.t('report.appealNote'),
  appealPlaceholder: t.t('report.appealPlaceholder'),
  appealOk: t.t('report.appealOk'),
  decideNote: t.t('report.decideNote'),
  decidePlaceholder: t.t('report.decidePlaceholder'),
  decideOk: t.t('report.decideOk'),
  newScore: t.t('report.newScore'),
  gradeWhy: t.t('report.gradeWhy'),
  cancel: t.t('report.cancel'),
});
