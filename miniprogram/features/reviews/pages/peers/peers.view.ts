import type { PersonBrief } from '#contracts/person';
import type { PeersView } from '#contracts/reviews';
import { errorText } from '../../../../locales/error-text';
import { personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText } from '../../../../utils/dates';

export interface PeersModel {
  readonly cycleId: string;
  readonly employeeId: string;
  readonly data: PeersView | null;
  readonly peers: readonly PersonBrief[];
  readonly changed: boolean;
  readonly finding: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** Who rates a person as a peer: chosen by the person, confirmed by the manager. */
export function peersView({ data, peers, failure, finding, busy }: PeersModel, words: Words) {
  const may = data?.may ?? null;
  const isOver = data === null && failure?.code === 'REVIEW_CLOSED';
  const row = (person: PersonBrief) => ({ id: person.id, name: personName(person, words) });
  const stays = (id: string): boolean => may === 'add' && (data?.peers ?? []).some((each) => each.id === id);
  const isFull = peers.length >= (data?.most ?? 0);
  return {
    mode: data ? 'ready' : failure ? 'error' : 'loading',
    error: failure && !isOver ? errorText(failure, words) : '',
    intro: data ? introOf(data, words) : '',
    count:
      peers.length > 0 ? words.t('reviewPeers.chosen', { count: peers.length }) : words.t('reviewPeers.none'),
    peers: peers.map((person) => ({ ...row(person), canRemove: may !== null && !stays(person.id) })),
    proposed:
      may === null
        ? []
        : (data?.proposed ?? []).filter(({ id }) => !peers.some((each) => each.id === id)).map(row),
    canAdd: may !== null && !isFull,
    mayChange: may !== null,
    ready: !busy && peers.length >= (data?.least ?? 0),
    busy,
    finding,
    text: {
      loadFailed: isOver ? errorText(failure, words) : words.t('reviewPeers.loadFailed'),
      // Loading again brings nothing once it is over.
      retry: isOver ? '' : words.t('common.retry'),
      proposed: words.t('reviewPeers.proposed'),
      other: words.t('reviewPeers.other'),
      add: words.t('reviewPeers.add'),
      remove: words.t('reviewPeers.remove'),
      save: words.t(may === 'choose' ? 'reviewPeers.save' : 'reviewPeers.confirm'),
    },
  };
}

function introOf({ may, state, person, peers, least, most, until }: PeersView, words: Words): string {
  const day = dayText(until, words);
  if (may === 'choose') return words.t('reviewPeers.intro', { least, most, day });
  if (may === 'confirm')
    return words.t(peers.length > 0 ? 'reviewPeers.confirmIntro' : 'reviewPeers.confirmNone', {
      ...{ name: personName(person, words), day },
    });
  if (may === 'add') return words.t('reviewPeers.addIntro', { least });
  return words.t(state === 'settled' ? 'reviewPeers.settled' : 'reviewPeers.closed');
}
