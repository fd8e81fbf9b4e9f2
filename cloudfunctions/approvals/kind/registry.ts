import type { LocalText } from '#contracts/common';
import type { Kind, SideEffect } from './kind';

/** Type-checks a kind against its `Loaded` and `Effect` types, then erases them: the engine is generic. */
export const defineKind = <Loaded extends object = object, Effect extends SideEffect = SideEffect>(
  kind: Kind<Loaded, Effect>,
): Kind => kind as unknown as Kind;

const registered = new Map<string, Kind>();

/** Registers the kinds, once per instance; called by the function that composes them. */
export function registerKinds(kinds: readonly Kind[]): void {
  for (const kind of kinds) registered.set(kind.name, kind);
}

/** All kinds in the order of registration. */
export const allKinds = (): readonly Kind[] => [...registered.values()];

/** @throws Error if the kind is not registered: the deployed function lacks it */
export function kindOf(name: string): Kind {
  const kind = registered.get(name);
  if (!kind) throw new Error(`The kind of request ${name} is not registered.`);
  return kind;
}

/** Like `kindOf`, for stored requests whose kind may have been removed. */
export const findKind = (name: string): Kind | undefined => registered.get(name);

/** Whether requests of this kind mean that the applicant is absent. */
export const isAway = (kind: string): boolean => findKind(kind)?.isAway ?? false;

/** The kinds whose requests are counted again when the schedule changes. */
export const scheduledKinds = (): string[] =>
  allKinds().flatMap(({ name, followsSchedule }) => (followsSchedule ? [name] : []));

/** Id and display name of each kind, for filters. */
export const kindBriefs = (): { readonly id: string; readonly name: LocalText }[] =>
  allKinds().flatMap(({ name: id, label, types: [first] }) => {
    const name = label ?? first?.name;
    return name ? [{ id, name }] : [];
  });
