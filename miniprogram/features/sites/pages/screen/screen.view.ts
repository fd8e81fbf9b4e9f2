import type { Minutes } from '#contracts/common';
import type { Words } from '../../../../locales/words';
import { dayOf, dayText, timeOf } from '../../../../utils/dates';
import { phaseOf, type ScreenModel } from './screen.model';

/** Seconds of one code, for the bar. */
const STEP_SECONDS = 30;

const secondsLeft = ({ code, now }: ScreenModel): number =>
  code ? Math.max(0, Math.min(STEP_SECONDS, Math.ceil((code.until - now) / 1_000))) : 0;

/** What is said instead of a code. */
function troubleOf(model: ScreenModel, words: Words) {
  const phase = phaseOf(model);
  if (phase === 'refused') return { title: words.t('screen.refused'), text: words.t('screen.refusedText') };
  if (phase !== 'trouble') return { title: '', text: '' };
  return model.online
    ? { title: words.t('screen.failed'), text: words.t('screen.failedText') }
    : { title: words.t('screen.offline'), text: words.t('screen.offlineText') };
}

/** The screen at a door. `company` is empty until it is known. */
export function screenView(model: ScreenModel, company: string, offset: Minutes, words: Words) {
  const phase = phaseOf(model);
  const left = secondsLeft(model);
  const leftText = phase === 'live' ? words.t('screen.left', { count: left }) : words.t('screen.renewing');
  return {
    phase,
    hasCode: phase === 'live' || phase === 'renewing',
    company: company || words.t('app.name'),
    site: model.code ? words.pick(model.code.site.name) : '',
    clock: timeOf(model.now, offset),
    date: dayText(dayOf(model.now, offset), words),
    left: leftText,
    share: `${Math.round((left / STEP_SECONDS) * 100)}%`,
    codeLabel: words.t('screen.codeLabel', { left: leftText }),
    trouble: troubleOf(model, words),
    recent: (model.code?.recent ?? []).map(({ name, at }, index) => ({
      key: `${at}-${index}`,
      name: words.pick(name),
      time: timeOf(at, offset),
    })),
    text: {
      scan: words.t('screen.scan'),
      howTo: words.t('screen.howTo'),
      recent: words.t('screen.recent'),
      nobody: words.t('screen.nobody'),
    },
  };
}
