import type { WireError } from '#contracts/reply';
import type { RequestCard } from '#contracts/request';
import { createSignal } from '../utils/signal';
import { type Failure, failureOf } from './client-error';

/** A decision that can still be taken back. One tap may decide many requests. */
export interface DeferredDecision {
  readonly key: string;
  readonly verb: 'approve' | 'reject';
  readonly comment: string;
  readonly cards: readonly RequestCard[];
}

export interface DecisionResult {
  readonly verb: DeferredDecision['verb'];
  readonly card: RequestCard;
  /** The request as it is now; null if the decision did not go through. */
  readonly now: RequestCard | null;
  readonly failure: Failure | null;
}

/** What the holder needs of the world. */
export interface DecisionDependencies {
  send(decision: DeferredDecision): Promise<{
    readonly results: readonly { id: string; card: RequestCard | null; error: WireError | null }[];
  }>;
  newKey(): string;
  /** Runs something once, `ms` later; answers how to call it off. */
  runAfter(ms: number, run: () => void): () => void;
}

/** How long a decision can be undone before it is sent, ms. */
export const UNDO_MS = 5_000;
/** How long a decision waits at most for a sheet of WeChat's that lies over the way to undo it, ms. */
export const SHEET_TIMEOUT_MS = 30_000;

/**
 * Decisions wait a moment on the phone, so that a slip of the thumb costs nothing: nobody has been told
 * anything that would have to be taken back. Leaving the app, or deciding the next card, sends them at once.
 */
export function createDecisions(dependencies: DecisionDependencies) {
  let deferred: { readonly decision: DeferredDecision; readonly cancel: () => void } | null = null;
  const changes = createSignal<DeferredDecision | null>();
  const results = createSignal<readonly DecisionResult[]>();

  async function deliver(decision: DeferredDecision): Promise<void> {
    try {
      const answer = await dependencies.send(decision);
      const byId = new Map(answer.results.map((result) => [result.id, result]));
      results.emit(
        decision.cards.map((card) => {
          const result = byId.get(card.id);
          const failure = result?.error ? { ...result.error, requestId: '' } : null;
          return { verb: decision.verb, card, now: result?.card ?? null, failure };
        }),
      );
    } catch (thrown) {
      const failure = failureOf(thrown);
      results.emit(decision.cards.map((card) => ({ verb: decision.verb, card, now: null, failure })));
    }
  }

  /** Sends what is held, if anything. Resolves when the server has answered. */
  async function flush(): Promise<void> {
    if (!deferred) return;
    const { decision, cancel: callOff } = deferred;
    callOff();
    deferred = null;
    changes.emit(null);
    await deliver(decision);
  }

  const defer = (decision: DeferredDecision, ms: number): void => {
    deferred?.cancel();
    deferred = { decision, cancel: dependencies.runAfter(ms, () => void flush()) };
  };

  /** `sheet`: what ends when nothing of WeChat's lies over the screen; the time to undo begins then. */
  function decide(
    verb: DeferredDecision['verb'],
    cards: readonly RequestCard[],
    comment = '',
    sheet: Promise<void> | null = null,
  ): void {
    void flush();
    const decision = { key: dependencies.newKey(), verb, comment, cards };
    defer(decision, sheet ? SHEET_TIMEOUT_MS : UNDO_MS);
    void sheet?.then(() => {
      if (deferred?.decision === decision) defer(decision, UNDO_MS);
    });
    changes.emit(decision);
  }

  /** Takes the held decision back; null if it is too late. */
  function undo(): DeferredDecision | null {
    if (!deferred) return null;
    const { decision, cancel: callOff } = deferred;
    callOff();
    deferred = null;
    changes.emit(null);
    return decision;
  }

  return {
    decide,
    undo,
    flush,
    held: (): DeferredDecision | null => deferred?.decision ?? null,
    onChange: changes.listen,
    onResults: results.listen,
  };
}
