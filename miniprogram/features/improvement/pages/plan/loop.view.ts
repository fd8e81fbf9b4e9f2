import type { ImprovementContract } from '#contracts/improvement';
import { cycleText, kindOfCycle } from '../../../../locales/cycle-text';
import type { Words } from '../../../../locales/words';
import { figureText } from '../../effect.view';

/** A stage of the round; `opens` says what a tap shows, or is empty. */
export interface LoopStage {
  readonly id: 'goal' | 'work' | 'appraisal' | 'plan' | 'next';
  readonly name: string;
  readonly text: string;
  readonly isDone: boolean;
  readonly opens: '' | 'goal' | 'feedback' | 'next';
}

/** From the goal by the work, the appraisal and the plan to the next goal. */
export function loopView({ plan, loop }: ImprovementContract['plan']['output'], words: Words): LoopStage[] {
  const { goal, work, appraisal, next } = loop;
  const none = words.t('plan.loopNone');
  return [
    {
      ...{
        id: 'goal',
        name: words.t('plan.loopGoal'),
        text: goal ? (goal.title ?? cycleOf(goal.cycleId, words)) : none,
      },
      ...{ isDone: goal !== null, opens: goal ? 'goal' : '' },
    },
    {
      ...{ id: 'work', name: words.t('plan.loopWork'), text: workText(work, words) },
      ...{ isDone: work.entries + work.feedback > 0, opens: 'feedback' },
    },
    {
      ...{ id: 'appraisal', name: words.t('plan.loopAppraisal') },
      text: appraisal
        ? `${words.pick(appraisal.grade)} ${words.t('plan.score', { score: appraisal.score })}`
        : none,
      ...{ isDone: appraisal !== null, opens: '' },
    },
    {
      ...{ id: 'plan', name: words.t('plan.loopPlan'), text: plan.title },
      ...{ isDone: plan.verdict !== null, opens: '' },
    },
    {
      ...{ id: 'next', name: words.t('plan.loopNext') },
      text: next
        ? `${next.title}${words.t('common.separator')}${next.keyResult} ${figureText(next.target, next.unit)}`
        : words.t('plan.loopNotYet'),
      ...{ isDone: next !== null, opens: plan.may.take && loop.nextSheetId ? 'next' : '' },
    },
  ];
}

const cycleOf = (id: string, words: Words): string => cycleText({ id, kind: kindOfCycle(id) }, words);

const workText = (
  { entries, feedback }: ImprovementContract['plan']['output']['loop']['work'],
  words: Words,
): string =>
  [words.t('plan.loopEntries', { count: entries }), words.t('plan.loopFeedback', { count: feedback })].join(
    words.t('common.separator'),
  );
