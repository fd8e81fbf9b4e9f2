import type { Day } from '#contracts/common';
import type { Delegation } from '#contracts/delegation';
import type { PersonBrief } from '#contracts/person';
import { errorText } from '../../locales/error-text';
import { personName } from '../../locales/request-text';
import type { Words } from '../../locales/words';
import type { Failure } from '../../services/client-error';
import { dayText } from '../../utils/dates';

export interface DelegateModel {
  readonly now: Delegation | null;
  readonly person: PersonBrief | null;
  readonly from: Day;
  readonly to: Day;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** Who decides for me while I am away. */
export const delegateView = (model: DelegateModel, words: Words) => ({
  now: model.now
    ? words.t('delegate.now', {
        name: personName(model.now.delegate, words),
        from: dayText(model.now.from, words),
        to: dayText(model.now.to, words),
      })
    : '',
  person: model.person ? personName(model.person, words) : '',
  from: model.from,
  fromText: dayText(model.from, words),
  to: model.to,
  toText: dayText(model.to, words),
  ready: model.person !== null && !model.busy,
  error: model.failure ? errorText(model.failure, words) : '',
  text: {
    intro: words.t('delegate.intro'),
    person: words.t('delegate.person'),
    choose: words.t('form.placeholder.choose'),
    from: words.t('delegate.from'),
    to: words.t('delegate.to'),
    save: words.t('delegate.save'),
    stop: words.t('delegate.stop'),
  },
});
