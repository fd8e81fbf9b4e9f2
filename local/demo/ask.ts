import type { EmbeddedCloud } from '../cloud';
import { openidOf } from './demo-person';

export type Cloud = Pick<EmbeddedCloud, 'db' | 'invoke'>;

/** Somebody of the demo company at a moment, which may be long ago. */
export interface Who {
  readonly by: string;
  readonly at: number;
}

/** What a function answers to people of the demo company. @throws Error if it refuses */
export const askOf =
  (name: string) =>
  async <Output>(
    { invoke }: Pick<Cloud, 'invoke'>,
    { by, at }: Who,
    action: string,
    input: object,
  ): Promise<Output> => {
    const as = { kind: 'user', openid: openidOf(by) } as const;
    const { result } = await invoke(name, { action, input }, { as, now: at });
    const answer = result as { readonly ok: boolean; readonly data: Output; readonly error?: unknown };
    if (!answer.ok) throw new Error(`${action} of ${by}: ${JSON.stringify(answer.error)}`);
    return answer.data;
  };

export const ask = askOf('appraisal');

/** The timer of appraisals, as of a moment. */
export async function runAppraisals({ invoke }: Pick<Cloud, 'invoke'>, at: number): Promise<void> {
  await invoke('appraisal', {}, { as: { kind: 'timer', name: 'appraisal' }, now: at });
}
