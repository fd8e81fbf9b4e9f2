import type { Words } from '../../locales/words';
import { timeOf } from '../../utils/dates';
import { type DialAction, dialAction, nextPunch, type TodayModel } from './today.model';

export interface DialView {
  readonly title: string;
  readonly hint: string;
  readonly tone: 'primary' | 'field' | 'quiet';
  readonly busy: boolean;
  readonly label: string;
}

const TONES: Readonly<Record<DialAction, DialView['tone']>> = {
  in: 'primary',
  out: 'primary',
  any: 'primary',
  field: 'field',
  update: 'quiet',
};

function titleOf(model: TodayModel, action: DialAction, words: Words): string {
  return model.phase === 'idle' ? words.t(`dial.${action}`) : words.t(`dial.${model.phase}`);
}

/** Field punches and updates show which punch they will be. */
function hintOf(model: TodayModel, action: DialAction, words: Words): string {
  if (action === 'update') return words.t('dial.hintUpdate');
  const next = nextPunch(model);
  return action === 'field' && next ? words.t(`dial.as.${next.slot}`) : '';
}

/** The dial shows what a tap will do. */
export function dialView(model: TodayModel, utcOffset: number, words: Words): DialView {
  const action = dialAction(model);
  const title = titleOf(model, action, words);
  return {
    title,
    hint: model.phase === 'idle' ? hintOf(model, action, words) : '',
    tone: TONES[action],
    busy: model.phase !== 'idle',
    label: words.t('dial.label', { action: title, time: timeOf(model.now, utcOffset) }),
  };
}
