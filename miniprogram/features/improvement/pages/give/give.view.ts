import { errorText } from '../../../../locales/error-text';
import { personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import { dayText } from '../../../../utils/dates';
import { type GiveModel, inputOf, TOPICS, visibilitiesOf } from './give.model';

const KINDS = ['feedback', 'praise'] as const;

/** The form that gives feedback or asks for it. */
export function giveView(model: GiveModel, words: Words) {
  const { intent, person, kind, visibility, topicKind, goal, goals, failure, busy } = model;
  const isGift = intent === 'give';
  return {
    error: failure ? errorText(failure, words) : '',
    isGift,
    person: person ? personName(person, words) : words.t('feedbackForm.choose'),
    hasPerson: person !== null,
    picking: model.picking,
    kinds: KINDS.map((id) => ({ id, on: id === kind, text: words.t(`feedbackForm.kinds.${id}`) })),
    value: model.text,
    most: isGift ? 1_000 : 300,
    visibilities: visibilitiesOf(kind).map((id) => ({
      ...{ id, on: id === visibility, text: words.t(`feedbackForm.visibilities.${id}`) },
    })),
    visibilityNote: words.t(`feedbackForm.visibilityNote.${visibility}`),
    dueOn: model.dueOn,
    today: model.today,
    dueText: dayText(model.dueOn, words),
    topics: TOPICS.map((id) => ({ id, on: id === topicKind, text: words.t(`feedbackForm.topics.${id}`) })),
    isProject: topicKind === 'project',
    isGoal: topicKind === 'goal',
    project: model.project,
    goal: goal ? goal.topic.title : words.t('feedbackForm.chooseGoal'),
    choosing: model.choosing,
    options: (goals ?? []).map(({ key, topic }) => ({
      key,
      text: topic.title,
      isBelow: topic.keyResultId !== undefined,
    })),
    noGoals: goals?.length === 0,
    ready: inputOf(model) !== null && !busy,
    busy,
    text: labelsOf(model, words),
  };
}

const labelsOf = ({ intent, kind }: GiveModel, words: Words) => ({
  person: words.t(intent === 'give' ? 'feedbackForm.to' : 'feedbackForm.of'),
  choose: words.t('feedbackForm.choose'),
  kind: words.t('feedbackForm.kind'),
  words: words.t(intent === 'give' ? 'feedbackForm.text' : 'feedbackForm.question'),
  hint: words.t(
    intent === 'ask'
      ? 'feedbackForm.questionHint'
      : kind === 'praise'
        ? 'feedbackForm.praiseHint'
        : 'feedbackForm.textHint',
  ),
  visibility: words.t('feedbackForm.visibility'),
  dueOn: words.t('feedbackForm.dueOn'),
  topic: words.t('feedbackForm.topic'),
  project: words.t('feedbackForm.project'),
  projectHint: words.t('feedbackForm.projectHint'),
  chooseGoal: words.t('feedbackForm.chooseGoal'),
  noGoals: words.t('feedbackForm.noGoals'),
  cancel: words.t('common.cancel'),
  send: words.t(`feedbackForm.send.${intent}`),
});
