import type { SiteOnFile } from '#contracts/site';
import { errorText } from '../../../../locales/error-text';
import { wayBack } from '../../../../locales/way-back';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';

export interface ListModel {
  /** Null until the first page has come. */
  readonly items: readonly SiteOnFile[] | null;
  readonly hasMore: boolean;
  readonly failure: Failure | null;
  readonly more: 'idle' | 'loading';
}

const modeOf = ({ items, failure }: ListModel): 'loading' | 'error' | 'empty' | 'ready' => {
  if (items) return items.length > 0 ? 'ready' : 'empty';
  return failure ? 'error' : 'loading';
};

function factsOf({ radius, beacons, wifi, networks, biometric }: SiteOnFile, words: Words): string {
  const facts = [
    words.t('sites.fence', { radius }),
    beacons.length > 0 ? words.t('sites.beaconCount', { count: beacons.length }) : '',
    wifi !== 'off' && networks.length > 0 ? words.t('sites.networkCount', { count: networks.length }) : '',
    biometric === 'off' ? '' : words.t(`sites.biometricFacts.${biometric}`),
  ];
  return facts.filter(Boolean).join(words.t('common.separator'));
}

/** The sites of the company, page by page. */
export const listView = (model: ListModel, words: Words) => ({
  mode: modeOf(model),
  back: wayBack(model.failure, words),
  error: model.failure && !model.items ? errorText(model.failure, words) : '',
  notice: model.failure && model.items ? errorText(model.failure, words) : '',
  rows: (model.items ?? []).map((site) => ({
    id: site.id,
    name: words.pick(site.name),
    facts: factsOf(site, words),
    screenLabel: [words.t('sites.openScreen'), words.pick(site.name)].join(words.t('common.separator')),
  })),
  more: model.more === 'loading' ? 'loading' : model.hasMore ? 'button' : 'none',
  text: {
    retry: words.t('common.retry'),
    loadFailed: words.t('sites.loadFailed'),
    empty: words.t('sites.empty'),
    emptyText: words.t('sites.emptyText'),
    add: words.t('sites.add'),
    openScreen: words.t('sites.openScreen'),
    more: words.t('sites.more'),
    loadingMore: words.t('sites.loadingMore'),
  },
});
