import type { Words } from '../../locales/words';
import { KINDS, type PendingModel, STATES } from './pending.model';

export interface FilterView {
  readonly text: string;
  readonly states: readonly string[];
  readonly stateAt: number;
  readonly state: string;
  readonly kinds: readonly string[];
  readonly kindAt: number;
  readonly kind: string;
  /** Anything is narrowed down. */
  readonly on: boolean;
}

/** The search over what the person has decided. */
export function filterView({ search }: PendingModel, words: Words): FilterView {
  const states = STATES.map((state) =>
    state ? words.t(`requestStates.${state}`) : words.t('pending.filter.allStates'),
  );
  const kinds = KINDS.map((kind) =>
    kind ? words.t(`requestKinds.${kind}`) : words.t('pending.filter.allKinds'),
  );
  const stateAt = STATES.indexOf(search.state);
  const kindAt = KINDS.findIndex((kind) => kind === search.kind);
  return {
    text: search.text,
    states,
    stateAt,
    state: states[stateAt] ?? '',
    kinds,
    kindAt,
    kind: kinds[kindAt] ?? '',
    on: search.text !== '' || search.state !== null || search.kind !== null,
  };
}
