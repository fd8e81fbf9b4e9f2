import type { Words } from '../../locales/words';
import { timeOf, timeOnDay } from '../../utils/dates';
import {
  awayAllDay,
  currentDay,
  type DialAction,
  dialAction,
  expectedEnd,
  isPunchOptional,
  nextPunch,
  type TodayModel,
} from './today.model';

export interface DialView {
  readonly title: string;
  readonly hint: string;
  readonly tone: 'primary' | 'field' | 'quiet';
  /** Small while no punch is expected. */
  readonly small: boolean;
  readonly busy: boolean;
  readonly label: string;
}

const TONES: Readonly<Record<DialAction, DialView['tone']>> = {
  in: 'primary',
  out: 'primary',
  any: 'primary',
  field: 'field',
  update: 'quiet',
  allow: 'quiet',
  locate: 'quiet',
};

const titleOf = (model: TodayModel, action: DialAction, words: Words): string =>
  words.t(`dial.${model.phase === 'idle' ? action : model.phase}`);

/** Field punches and updates show which punch they will be; a clock-out long before the end, when it is due. */
function hintOf(model: TodayModel, action: DialAction, utcOffset: number, words: Words): string {
  if (action === 'update') return words.t('dial.hintUpdate');
  if (action === 'allow' || action === 'locate') return words.t('dial.hintPlace');
  const next = nextPunch(model);
  if (action === 'field' && next) return words.t(`dial.as.${next.slot}`);
  const today = currentDay(model);
  if (!today || !isPunchOptional(model)) return '';
  const end = expectedEnd(model);
  if (awayAllDay(today)) return '';
  if (end === null) return words.t('today.dayOff');
  return words.t('timeline.planOut', {
    time: timeOnDay(end, today.day, utcOffset, words),
  });
}

/** The dial shows what a tap will do. */
export function dialView(model: TodayModel, utcOffset: number, words: Words): DialView {
  const action = dialAction(model);
  const title = titleOf(model, action, words);
  const small = isPunchOptional(model);
  return {
    title,
    hint: model.phase === 'idle' ? hintOf(model, action, utcOffset, words) : '',
    tone: small && TONES[action] === 'primary' ? 'quiet' : TONES[action],
    small,
    busy: model.phase !== 'idle',
    label: words.t('dial.label', { action: title, time: timeOf(model.now, utcOffset) }),
  };
}
