import type { WireError } from '#contracts/reply';
import type { RequestCard } from '#contracts/request';
import { createSignal } from '../utils/signal';
import { type Failure, failureOf } from './client-error';

/** A decision that is not sent yet and can be undone. One tap may decide several requests. */
export interface DeferredDecision {
  readonly key: string;
  readonly verb: 'approve' | 'reject';
  readonly comment: string;
  readonly cards: readonly RequestCard[];
}

export interface DecisionResult {
  readonly verb: DeferredDecision['verb'];
  readonly comment: string;
  readonly card: RequestCard;
  /** The updated request; null if the decision failed. */
  readonly now: RequestCard | null;
  readonly failure: Failure | null;
}

/** How far the decision that is being sent is; `cards` are all of it. */
export interface DecisionProgress {
  readonly done: number;
  readonly cards: readonly RequestCard[];
}

export interface DecisionDependencies {
  send(decision: DeferredDecision): Promise<{
    readonly results: readonly { id: string; card: RequestCard | null; error: WireError | null }[];
  }>;
  newKey(): string;
  /** Runs a callback once after `ms`; returns a function that cancels it. */
  runAfter(ms: number, run: () => void): () => void;
}

/** Requests of one call; the limit of the server. */
export const MAX_PER_CALL = 20;
/** Undo window before a decision is sent, ms. */
export const UNDO_MS = 5_000;
/** Longest wait for a WeChat sheet that covers the undo button, ms. */
export const SHEET_TIMEOUT_MS = 30_000;

/**
 * Defers decisions on the phone so that they can be undone before the server notifies anyone. Leaving the app or
 * making the next decision sends the deferred one at once.
 */
export function createDecisions(dependencies: DecisionDependencies) {
  let deferred: { readonly decision: DeferredDecision; readonly cancel: () => void } | null = null;
  const changes = createSignal<DeferredDecision | null>();
  const results = createSignal<readonly DecisionResult[]>();
  const progress = createSignal<DecisionProgress | null>();

  /** Sends a decision part by part; what follows a part that did not arrive is not tried. */
  async function deliver(decision: DeferredDecision): Promise<void> {
    const { verb, comment, cards } = decision;
    const done: DecisionResult[] = [];
    let failure: Failure | null = null;
    for (let start = 0; start < cards.length; start += MAX_PER_CALL) {
      progress.emit({ done: start, cards });
      const part = cards.slice(start, start + MAX_PER_CALL);
      const sent: readonly DecisionResult[] | Failure =
        failure ?? (await sendPart({ ...decision, cards: part }));
      if ('code' in sent) {
        failure = sent;
        done.push(...part.map((card) => ({ verb, comment, card, now: null, failure })));
      } else done.push(...sent);
    }
    progress.emit(null);
    results.emit(done);
  }

  async function sendPart(decision: DeferredDecision): Promise<readonly DecisionResult[] | Failure> {
    try {
      const answer = await dependencies.send(decision);
      const byId = new Map(answer.results.map((result) => [result.id, result]));
      return decision.cards.map((card) => {
        const result = byId.get(card.id);
        const failure = result?.error ? { ...result.error, requestId: '' } : null;
        return { verb: decision.verb, comment: decision.comment, card, now: result?.card ?? null, failure };
      });
    } catch (thrown) {
      return failureOf(thrown);
    }
  }

  /** Sends the deferred decision, if any. Resolves when the server has responded. */
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

  /** `sheet`: resolves when the WeChat sheet closes; the undo window starts then. */
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

  /** Cancels the deferred decision and returns it; null if it was already sent. */
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
    onProgress: progress.listen,
  };
}
