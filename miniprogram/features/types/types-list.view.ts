import type { RequestType } from '#contracts/request-type';
import { errorText } from '../../locales/error-text';
import { wayBack } from '../../locales/way-back';
import type { Words } from '../../locales/words';
import type { Failure } from '../../services/client-error';

export interface TypesModel {
  readonly types: readonly RequestType[] | null;
  readonly failure: Failure | null;
}

/** Every request type: what it asks for and how many sign it. */
export const typesView = ({ types, failure }: TypesModel, words: Words) => ({
  mode: types ? ('ready' as const) : failure ? ('error' as const) : ('loading' as const),
  error: failure ? errorText(failure, words) : '',
  back: wayBack(failure, words),
  items: (types ?? []).map(({ id, name, enabled, kind, form, flow, version }) => ({
    id,
    name: words.pick(name),
    off: enabled ? '' : words.t('edit.off'),
    note: [
      words.t(kind === 'custom' ? 'types.own' : 'types.shipped'),
      words.t('types.fieldCount', { count: form.length }),
      words.t('types.stepCount', { count: flow.steps.length }),
      words.t('edit.version', { version }),
    ].join(words.t('common.separator')),
  })),
  text: {
    intro: words.t('types.intro'),
    add: words.t('types.add'),
    copy: words.t('types.copy'),
    retry: words.t('common.retry'),
    loadFailed: words.t('types.loadFailed'),
  },
});
