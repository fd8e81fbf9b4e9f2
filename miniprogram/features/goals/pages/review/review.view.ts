import type { ReviewLine, ReviewObjective, ReviewView } from '#contracts/goal-review';
import { FULL, percentText } from '../../../../common/goals/share';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { standingText } from '../../../../components/objective-card/key-result.view';
import { cycleText } from '../../../../locales/cycle-text';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import { dayText, instantText } from '../../../../utils/dates';
import { type ReviewModel, readScore, scoresOf } from './review.model';

/** The closing review of somebody's goals: what is scored, what was scored, and what is to be done. */
export function reviewView(model: ReviewModel, words: Words) {
  const { data, failure } = model;
  return {
    mode: data ? (data.objectives.length > 0 ? 'ready' : 'empty') : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, words) : '',
    ...headView(data, words),
    objectives: (data?.objectives ?? []).map((each) => objectiveView(each, model, words)),
    ...formView(model, words),
    asking: model.asking,
    question: questionOf(data, words),
    labels: labels(data, words),
  };
}

/** What is asked before the scores are confirmed. */
const questionOf = (data: ReviewView | null, words: Words): string =>
  data
    ? words.t(data.review ? 'goalReview.confirmAsk' : 'goalReview.scoreAsk', {
        name: nameOf(data.person, words),
      })
    : '';

/** What is known of the review. */
function headView(data: ReviewView | null, words: Words) {
  if (!data)
    return {
      title: '',
      state: { text: '', tone: 'info' },
      until: '',
      summary: '',
      comment: '',
      confirmedBy: '',
    };
  const { review, may } = data;
  return {
    title: words.t('goalReview.of', {
      name: nameOf(data.person, words),
      cycle: cycleText(data.cycle, words),
    }),
    state: stateOf(data, words),
    until: untilOf(data, words),
    summary: may === 'hand-in' ? '' : (review?.summary ?? ''),
    comment: review?.state === 'confirmed' ? review.comment : '',
    confirmedBy: confirmedOf(data, words),
  };
}

/** What the reader may fill in. */
function formView(model: ReviewModel, words: Words) {
  const { data, text, busy } = model;
  const may = data?.may ?? null;
  if (!may) return { may: '', typedText: text, save: '', lacks: '', ready: false };
  const lacks = lacksOf(model, may, words);
  return {
    may,
    typedText: text,
    save: words.t(`goalReview.save.${may === 'hand-in' && data?.review ? 'again' : may}`),
    /** What is still missing; empty once everything is there. */
    lacks,
    ready: lacks === '' && !busy,
  };
}

const nameOf = ({ name, nameEn }: ReviewView['person'], words: Words): string =>
  words.language === 'en' ? nameEn : name;

function stateOf(
  { review, may }: ReviewView,
  words: Words,
): { readonly text: string; readonly tone: string } {
  if (review) {
    const tone = review.state === 'confirmed' ? 'ok' : 'info';
    return { text: words.t(`goalReview.states.${review.state}`), tone };
  }
  return { text: words.t('goalReview.states.missing'), tone: may ? 'warn' : 'info' };
}

/** Until when something is to be done, and by whom. */
function untilOf({ window, review, confirmer, may }: ReviewView, words: Words): string {
  if (review?.state === 'confirmed') return '';
  const who = confirmer ? nameOf(confirmer, words) : words.t('goalReview.hr');
  if (review && may !== 'hand-in')
    return words.t('goalReview.confirmUntil', { who, day: dayText(window.confirmTo, words) });
  if (may === 'confirm')
    return words.t('goalReview.scoreUntil', { who, day: dayText(window.confirmTo, words) });
  if (may === 'hand-in') return words.t('goalReview.handInUntil', { who, day: dayText(window.to, words) });
  return words.t('goalReview.days', { from: dayText(window.from, words), to: dayText(window.to, words) });
}

function confirmedOf({ review, confirmer }: ReviewView, words: Words): string {
  if (review?.state !== 'confirmed' || review.confirmedAt === null) return '';
  const isKnown = confirmer?.id === review.confirmedBy;
  return [
    isKnown && confirmer ? nameOf(confirmer, words) : '',
    instantText(review.confirmedAt, CHINA_UTC_OFFSET, words),
  ]
    .filter(Boolean)
    .join(words.t('common.separator'));
}

const objectiveView = ({ id, title, weight, lines }: ReviewObjective, model: ReviewModel, words: Words) => ({
  id,
  title,
  weight: words.t('goals.weight', { weight }),
  lines: lines.map((each) => lineView(each, model, words)),
});

function lineView(line: ReviewLine, { data, typed }: ReviewModel, words: Words) {
  const { id, title, weight, measure, standing, progress, own, given } = line;
  const isOpen = data?.may === 'hand-in' || data?.may === 'confirm';
  const value = typed[id] ?? '';
  const read = isOpen ? readScore(value) : null;
  const scored = isOpen ? (read && 'score' in read ? read.score : null) : given;
  const raw = progress.raw === null ? words.t('goals.noData') : `${percentText(progress.raw)}%`;
  return {
    ...{ id, title: title || words.t('goalReview.whole'), typed: value },
    weight: measure ? words.t('goals.weight', { weight }) : '',
    progress: words.t('goalReview.progress', { progress: raw }),
    figure: measure ? standingText(measure, standing, words) : '',
    width: (progress.counted / FULL) * 100,
    own: own === null || data?.may === 'hand-in' ? '' : words.t('goalReview.own', { score: own }),
    given: given === null ? '' : words.t('goalReview.given', { score: given }),
    difference: data?.may === 'hand-in' ? '' : differenceOf(own, scored, words),
    differs: own !== scored,
    problem: read && 'isWrong' in read ? words.t('goalReview.wrong') : '',
  };
}

/** By how much who is above differs from the person. */
function differenceOf(own: number | null, given: number | null, words: Words): string {
  if (own === null || given === null) return '';
  if (own === given) return words.t('goalReview.same');
  const key = given > own ? 'goalReview.higher' : 'goalReview.lower';
  return words.t(key, { points: Math.abs(given - own) });
}

function lacksOf(model: ReviewModel, may: 'hand-in' | 'confirm', words: Words): string {
  if (scoresOf(model) === null) return words.t(`goalReview.needScores.${may}`);
  return may === 'hand-in' && model.text.trim() === '' ? words.t('goalReview.needSummary') : '';
}

const labels = (data: ReviewView | null, words: Words) => ({
  retry: words.t('common.retry'),
  ok: words.t('goalReview.confirmOk'),
  cancel: words.t('common.cancel'),
  loadFailed: words.t('goalReview.loadFailed'),
  empty: words.t('goalReview.empty'),
  emptyText: words.t('goalReview.emptyText'),
  notProgress: words.t('goalReview.notProgress'),
  score: words.t(data?.may === 'confirm' ? 'goalReview.givenLabel' : 'goalReview.ownLabel'),
  points: words.t('goalReview.points'),
  summary: words.t('goalReview.summary'),
  summaryHint: words.t('goalReview.summaryHint'),
  comment: words.t('goalReview.comment'),
  commentHint: words.t('goalReview.commentHint'),
});
