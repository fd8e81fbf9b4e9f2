import { failureOf, isTransient } from '../../services/client-error';

/** Long work on the server, done in pieces: each call does one and says how far it is. */
export interface PieceWork<State> {
  next(): Promise<State>;
  isDone(state: State): boolean;
  /** Changes with every step of progress. */
  mark(state: State): string | number;
  /** `theirs`: our call made no progress, so another worker holds the lease. */
  onProgress(state: State, theirs: boolean): void;
  /** False once the person has left: the work stays where it is. */
  goesOn(): boolean;
  wait(ms: number): Promise<void>;
}

/** Between two pieces, ms; longer while somebody else does them. */
const PAUSE_MS = 300;
const WATCH_MS = 2_000;
/** Retryable failures in a row before the error is shown. */
const MAX_FAILURES = 3;

/**
 * Calls for piece after piece until the work is done or the person leaves. Every piece is idempotent, so a
 * lost answer costs one repetition. @throws ClientError
 */
export async function doPieces<State>(work: PieceWork<State>): Promise<void> {
  let before: string | number | null = null;
  let failures = 0;
  while (work.goesOn()) {
    try {
      const state = await work.next();
      const theirs = work.mark(state) === before;
      before = work.mark(state);
      failures = 0;
      if (work.goesOn()) work.onProgress(state, theirs);
      if (work.isDone(state)) return;
      await work.wait(theirs ? WATCH_MS : PAUSE_MS);
    } catch (thrown) {
      failures += 1;
      if (failures >= MAX_FAILURES || !isTransient(failureOf(thrown))) throw thrown;
      await work.wait(WATCH_MS);
    }
  }
}

export const waitFor = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
