import type { LocalText } from '#contracts/common';
import type { Kind } from './define-kind';

const registered = new Map<string, Kind>();

/** Makes the kinds known to the engine, once per instance; done by the function that composes them. */
export function registerKinds(kinds: readonly Kind[]): void {
  for (const kind of kinds) registered.set(kind.name, kind);
}

/** Every kind, in the order of registration. */
export const allKinds = (): readonly Kind[] => [...registered.values()];

/** @throws Error if no such kind was registered: the deployed function lacks it */
export function kindOf(name: string): Kind {
  const kind = registered.get(name);
  if (!kind) throw new Error(`The kind of request ${name} is not registered.`);
  return kind;
}

/** The same for stored requests, whose kind may have been removed since. */
export const findKind = (name: string): Kind | undefined => registered.get(name);

/** The kinds as people choose among them. */
export const kindBriefs = (): { readonly id: string; readonly name: LocalText }[] =>
  allKinds().flatMap(({ name: id, label, types: [first] }) => {
    const name = label ?? first?.name;
    return name ? [{ id, name }] : [];
  });
