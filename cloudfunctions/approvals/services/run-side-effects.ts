import type { EffectContext, SideEffect } from '../kind/define-kind';
import { kindOf } from '../kind/registry';

type Runner = (effect: SideEffect, context: EffectContext) => Promise<void>;

/**
 * What a request does outside of the account, one side effect after the other. Idempotent.
 * @throws AppError where a kind refuses, before the request was added
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
