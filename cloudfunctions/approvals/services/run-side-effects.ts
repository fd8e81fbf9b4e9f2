import type { EffectContext, SideEffect } from '../kind/define-kind';
import { kindOf } from '../kind/registry';

type Runner = (effect: SideEffect, context: EffectContext) => Promise<void>;

/**
 * Runs a request's side effects in sequence. Idempotent.
 * @throws AppError if a kind refuses, before the request is added
 */
export async function runSideEffects(
  kind: string,
  effects: readonly SideEffect[],
  context: EffectContext,
): Promise<void> {
  const runners = kindOf(kind).sideEffects as Readonly<Record<string, Runner>> | undefined;
  for (const effect of effects) {
    const run = runners?.[effect.does];
    if (!run) throw new Error(`The kind ${kind} has no side effect ${effect.does}.`);
    await run(effect, context);
  }
}
