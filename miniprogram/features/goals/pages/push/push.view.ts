import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import { dayText } from '../../../../utils/dates';
import { objectiveView } from '../objective/objective.view';
import { keyOfOwner, type PushModel, ready } from './push.model';

/** The editor of a goal that is pushed, or of another version of one. */
export function pushView(model: PushModel, words: Words) {
  const { act, people, chosen, deadline, today, failure, busy, changed, refused, proposal } = model;
  const { objective, problem } = ready(model);
  const isLoaded = act === 'push' ? people !== null : proposal !== null;
  return {
    ...objectiveView({ ...model, isNew: true }, words),
    mode: isLoaded ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, words) : '',
    canEdit: true,
    isPush: act === 'push',
    isCounter: act === 'counter',
    hasDeadline: act !== 'counter',
    people: (people ?? []).map((each) => ({ ...each, on: chosen.includes(each.key) })),
    allOn: people !== null && people.length > 0 && chosen.length === people.length,
    canChooseAll: (people ?? []).length > 1,
    deadline,
    deadlineText: dayText(deadline, words),
    today,
    problem: changed && problem ? words.t(`pushForm.${problem}`) : '',
    refused: refused.map(({ owner, why }, index) => ({
      key: String(index),
      text: words.t('pushForm.refused', {
        name: people?.find(({ key }) => key === keyOfOwner(owner))?.name ?? '',
        why: words.t(`pushForm.refusals.${why}`),
      }),
    })),
    picking: model.picking,
    ready: objective !== null && problem === null && changed && !busy,
    send: sendText(model, words),
    push: labels(model, words),
  };
}

function sendText({ act, chosen }: PushModel, words: Words): string {
  if (act === 'counter') return words.t('pushForm.sendCounter');
  if (act === 'change') return words.t('pushForm.sendChange');
  return chosen.length > 1 ? words.t('pushForm.send', { count: chosen.length }) : words.t('pushForm.sendOne');
}

function labels({ act, people, chosen }: PushModel, words: Words) {
  const areAll = people !== null && chosen.length === people.length;
  return {
    to: words.t('pushForm.to'),
    all: words.t(areAll ? 'pushForm.nobody' : 'pushForm.everybody'),
    another: words.t('pushForm.another'),
    find: words.t('pushForm.find'),
    toEmpty: words.t('pushForm.toEmpty'),
    deadline: words.t('pushForm.deadline'),
    deadlineNote: words.t('pushForm.deadlineNote'),
    reason: words.t(act === 'counter' ? 'pushForm.reason' : 'pushForm.changeReason'),
    reasonHint: words.t('pushForm.reasonHint'),
    counterNote: words.t('pushForm.counterNote'),
  };
}
