import type { RequestDetail } from '#contracts/request';
import { namesText } from '../../locales/request-text';
import type { Words } from '../../locales/words';

/** Of a request that is decided, the steps that follow are not carried out any more. */
type StepState = RequestDetail['steps'][number]['state'] | 'rejected' | 'skipped';

const NOTES = {
  done: 'flow.done',
  now: 'flow.open',
  later: 'flow.later',
  rejected: 'flow.rejected',
  skipped: 'flow.skipped',
} as const;

/** The first open step of a rejected request is the one that rejected it. */
function stepState({ state, steps }: RequestDetail, index: number): StepState {
  const own = steps[index]?.state ?? 'later';
  if (own === 'done' || (state !== 'rejected' && state !== 'withdrawn')) return own;
  const isFirstOpen = steps.findIndex((step) => step.state !== 'done') === index;
  return state === 'rejected' && isFirstOpen ? 'rejected' : 'skipped';
}

/** Who approves, step by step, and what has become of each. */
export const stepsOf = (detail: RequestDetail, words: Words) =>
  detail.steps.map((step, key) => {
    const state = stepState(detail, key);
    const mode = step.people.length > 1 ? words.t(`flow.${step.mode}`) : '';
    return {
      key,
      name: words.pick(step.name),
      state,
      people: namesText(step.people, words),
      note: [words.t(NOTES[state]), mode].filter(Boolean).join(words.t('common.separator')),
    };
  });
