/** Who changed a part of a setting last. The history tells it too, but drops its oldest entries. */
export interface Setter {
  readonly part: string;
  /** An employee number. */
  readonly byId: string;
}

/** The setters after somebody changed these parts. */
export const withSetters = (
  before: readonly Setter[] | undefined,
  parts: readonly string[],
  byId: string,
): Setter[] => [
  ...(before ?? []).filter(({ part }) => !parts.includes(part)),
  ...parts.map((part) => ({ part, byId })),
];

/** Whether a person changed one of these parts last. A setting from before it was kept names nobody. */
export const isSetBy = (
  setters: readonly Setter[] | undefined,
  byId: string,
  concerns: (part: string) => boolean,
): boolean => (setters ?? []).some((setter) => setter.byId === byId && concerns(setter.part));
