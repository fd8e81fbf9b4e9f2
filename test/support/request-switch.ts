import type { AroundRequest } from '../../local/cloud';

/** The `aroundRequest` of a test cloud, which an instrument takes over for as long as it works. */
export interface RequestSwitch {
  readonly aroundRequest: AroundRequest;
  /** Runs `work` with every request going through `around`. @throws Error if another instrument works */
  during<T>(around: AroundRequest, work: () => Promise<T>): Promise<T>;
}

export function requestSwitch(): RequestSwitch {
  let current: AroundRequest | undefined;
  return {
    aroundRequest: (request, proceed) => (current ? current(request, proceed) : proceed()),
    async during(around, work) {
      if (current) throw new Error('The requests are watched by another instrument already.');
      current = around;
      try {
        return await work();
      } finally {
        current = undefined;
      }
    },
  };
}
