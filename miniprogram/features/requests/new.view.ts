import { errorText } from '../../locales/error-text';
import { leaveText } from '../../locales/request-text';
import type { Words } from '../../locales/words';
import type { Failure } from '../../services/client-error';
import type { Start } from './form.model';

export interface NewModel {
  readonly start: Start | null;
  readonly failure: Failure | null;
}

/** Made for people by another screen: a field punch that needs approval. */
const NOT_CHOSEN = new Set(['field']);

/** The screen on which a request begins: what there is, and what is left of each leave. */
export const newView = ({ start, failure }: NewModel, words: Words) => ({
  mode: start ? ('ready' as const) : failure ? ('error' as const) : ('loading' as const),
  error: failure ? errorText(failure, words) : '',
  types: (start?.types ?? [])
    .filter(({ kind }) => !NOT_CHOSEN.has(kind))
    .map(({ id, name }) => ({
      id,
      name: words.pick(name),
      initial: [...words.pick(name)][0]?.toUpperCase() ?? '',
    })),
  balances: (start?.balances ?? [])
    .filter(({ type }) => type.balance)
    .map(({ type, left }) => ({
      id: type.id,
      name: words.pick(type.name),
      left: leaveText(left, words, type.unit),
    })),
  text: {
    title: words.t('form.chooseType'),
    balances: words.t('form.balances'),
    delegate: words.t('form.delegate'),
    retry: words.t('common.retry'),
    loadFailed: words.t('form.loadFailed'),
  },
});
