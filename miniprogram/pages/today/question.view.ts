import { spanText } from '../../common/attendance-text';
import { placeProblem } from '../../locales/place-text';
import type { Words } from '../../locales/words';
import { lengthText, timeOf } from '../../utils/dates';
import type { Question } from './tap-decision';
import { currentDay, expectedEnd, mayFieldPunch, type TodayModel, verdictOf } from './today.model';

export interface QuestionView {
  readonly show: boolean;
  readonly title: string;
  readonly message: string;
  readonly ok: string;
  readonly cancel: string;
  readonly hasCancel: boolean;
  /** The answer in the colour of the brand: the safe one. */
  readonly okColor: string;
  readonly cancelColor: string;
}

const FIRST = 'var(--brand)';
const QUIET = 'var(--ink-2)';

export const noQuestion: QuestionView = {
  show: false,
  title: '',
  message: '',
  ok: '',
  cancel: '',
  hasCancel: true,
  okColor: FIRST,
  cancelColor: QUIET,
};

function timeQuestion(question: 'early' | 'update', model: TodayModel, utcOffset: number, words: Words) {
  const time = timeOf(model.now, utcOffset);
  if (question === 'early') {
    const end = expectedEnd(model) ?? model.now;
    const facts = {
      time,
      end: timeOf(end, utcOffset),
      span: spanText(Math.ceil((end - model.now) / 60_000), words),
    };
    return { title: 'earlyTitle', message: words.t('confirm.early', facts), ok: 'earlyOk' } as const;
  }
  const booked = currentDay(model)?.punches.find(({ slot }) => slot === 'out');
  const previous = booked ?? model.queue[model.queue.length - 1];
  const previousTime = timeOf(
    previous ? ('at' in previous ? previous.at : previous.tappedAt) : model.now,
    utcOffset,
  );
  return {
    title: 'updateTitle',
    message: words.t('confirm.update', { time, old: previousTime }),
    ok: 'updateOk',
  } as const;
}

function placeQuestion(question: Exclude<Question, 'early' | 'update'>, model: TodayModel, words: Words) {
  if (question === 'no-place') {
    const { place } = model;
    const text = place.state === 'fix' ? '' : placeProblem(place.state, words).text;
    return { title: 'placeTitle', message: text, ok: place.state === 'denied' ? 'placeOk' : null } as const;
  }
  if (question === 'no-site') {
    return { title: 'outsideTitle', message: words.t('place.noSite'), ok: null } as const;
  }
  if (question === 'imprecise') {
    const accuracy = model.place.state === 'fix' ? Math.round(model.place.location.accuracy) : 0;
    const message = words.t('confirm.imprecise', { accuracy, max: model.today?.maxAccuracy ?? 0 });
    return { title: 'impreciseTitle', message, ok: mayFieldPunch(model) ? 'fieldOk' : null } as const;
  }
  const verdict = verdictOf(model);
  const outside = verdict?.kind === 'outside' ? verdict : null;
  const facts = {
    site: outside ? words.pick(outside.site.name) : '',
    beyond: lengthText(outside?.beyond ?? 0, words),
  };
  return question === 'outside'
    ? ({ title: 'outsideTitle', message: words.t('confirm.outside', facts), ok: 'fieldOk' } as const)
    : ({ title: 'outsideTitle', message: words.t('confirm.outsideStuck', facts), ok: null } as const);
}

/** The confirmation before a punch; without an OK action it only informs. */
export function questionView(
  question: Question,
  model: TodayModel,
  utcOffset: number,
  words: Words,
): QuestionView {
  const asked =
    question === 'early' || question === 'update'
      ? timeQuestion(question, model, utcOffset, words)
      : placeQuestion(question, model, words);
  const isEarly = question === 'early';
  return {
    show: true,
    okColor: isEarly ? QUIET : FIRST,
    cancelColor: isEarly ? FIRST : QUIET,
    title: words.t(`confirm.${asked.title}`),
    message: asked.message,
    ok: asked.ok ? words.t(`confirm.${asked.ok}`) : words.t('common.ok'),
    cancel: words.t(isEarly ? 'confirm.earlyCancel' : 'common.cancel'),
    hasCancel: asked.ok !== null,
  };
}

/** A message about a failure that prevented a punch. */
export const messageView = (message: string, words: Words): QuestionView => ({
  ...noQuestion,
  show: true,
  message,
  ok: words.t('common.ok'),
  hasCancel: false,
});
