import type { Words } from '../../locales/words';
import { type PendingModel, STATES } from './pending.model';

export interface FilterView {
  readonly text: string;
  readonly states: readonly string[];
  readonly stateIndex: number;
  readonly state: string;
  readonly kinds: readonly string[];
  readonly kindIndex: number;
  readonly kind: string;
  /** Any filter is set. */
  readonly active: boolean;
}

/** Search and filters of the decided requests. */
export function filterView({ search, kinds: offered }: PendingModel, words: Words): FilterView {
  const states = STATES.map((state) =>
    state ? words.t(`requestStates.${state}`) : words.t('pending.filter.allStates'),
  );
  const kinds = [words.t('pending.filter.allKinds'), ...offered.map(({ name }) => words.pick(name))];
  const stateAt = STATES.indexOf(search.state);
  const kindAt = offered.findIndex(({ id }) => id === search.kind) + 1;
  return {
    text: search.text,
    states,
    stateIndex: stateAt,
    state: states[stateAt] ?? '',
    kinds,
    kindIndex: kindAt,
    kind: kinds[kindAt] ?? '',
    active: search.text !== '' || search.state !== null || search.kind !== null,
  };
}
