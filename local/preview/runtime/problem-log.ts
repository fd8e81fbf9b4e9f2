import type { Problem, ProblemKind } from '../shared/problem';
import { missingApiBehind } from './missing-apis';
import { Signal } from './signal';

const MAX_PROBLEMS = 200;
let problems: Problem[] = [...globalThis.__previewBoot.problems];

export const problemsChanged = new Signal();

/** Fires with the message of each error of the Mini Program. */
export const errorReported = new Signal<string>();

export const allProblems = (): readonly Problem[] => problems;

/** Records each problem once, so that a loop cannot flood the panel. */
export function reportProblem(problem: Problem): void {
  const isKnown = problems.some(
    ({ kind, message, place }) =>
      kind === problem.kind && message === problem.message && place === problem.place,
  );
  if (isKnown || problems.length >= MAX_PROBLEMS) return;
  problems.push(problem);
  problemsChanged.emit();
}

export function reportFault(kind: ProblemKind, message: string, place = ''): void {
  reportProblem({ kind, level: 'fault', message, place });
}

export function forgetProblems(): void {
  problems = [];
  problemsChanged.emit();
}

/** Reports uncaught errors. */
export function reportUncaught(): void {
  addEventListener('error', ({ error, message }) => reportError(error ?? message));
  addEventListener('unhandledrejection', ({ reason }) => reportError(reason));
}

export function reportError(error: unknown, place = ''): void {
  const { message, errMsg } = (error ?? {}) as { message?: string; errMsg?: string };
  const text = message ?? errMsg ?? String(error);
  const api = missingApiBehind(error);
  if (api) reportFault('api', `${api} is not supported by the preview: ${text}`, place);
  else reportFault('runtime', text, place);
  errorReported.emit(text);
}
