import { placeProblem } from '../../locales/place-text';
import type { Words } from '../../locales/words';
import { lengthText } from '../../utils/dates';
import type { Verdict } from '../../utils/distance';
import { mayFieldPunch, type TodayModel, verdictOf } from './today.model';

export interface PlaceView {
  readonly tone: 'ok' | 'warn' | 'plain' | 'info';
  readonly text: string;
  /** Action of the button next to the line; empty if there is none. */
  readonly action: '' | 'locate' | 'settings';
  readonly actionText: string;
}

const line = (
  words: Words,
  tone: PlaceView['tone'],
  text: string,
  action: '' | 'locate' = '',
): PlaceView => ({ tone, text, action, actionText: action ? words.t('place.relocate') : '' });

function verdictLine(verdict: Verdict, accuracy: number, field: boolean, words: Words): PlaceView {
  switch (verdict.kind) {
    case 'inside':
      return line(words, 'ok', words.t('place.inside', { site: words.pick(verdict.site.name), accuracy }));
    case 'outside': {
      const facts = {
        site: words.pick(verdict.site.name),
        distance: lengthText(verdict.distance, words),
        beyond: lengthText(verdict.beyond, words),
      };
      return line(
        words,
        field ? 'info' : 'warn',
        words.t(field ? 'place.outsideField' : 'place.outside', facts),
        'locate',
      );
    }
    case 'imprecise':
      return line(words, 'warn', words.t('place.imprecise', { accuracy }), 'locate');
    case 'no-site':
      return line(words, field ? 'info' : 'warn', words.t(field ? 'place.noSiteField' : 'place.noSite'));
  }
}

/** The line below the dial: position of the phone, or the problem and its action. */
export function placeView(model: TodayModel, words: Words): PlaceView {
  const { place } = model;
  if (place.state !== 'fix') return placeProblem(place.state, words);
  const accuracy = Math.round(place.location.accuracy);
  const verdict = verdictOf(model);
  return verdict
    ? verdictLine(verdict, accuracy, mayFieldPunch(model), words)
    : line(words, 'plain', words.t('place.unknownSites', { accuracy }));
}
