/** Where a problem of the Mini Program was found: while building it, or while it ran on the phone. */
export type ProblemKind = 'json' | 'wxml' | 'wxss' | 'script' | 'tag' | 'api' | 'runtime';

/** Something that the real platform would refuse or do differently; shown in the panel, fails E2E tests. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly message: string;
  /** `file:line:column` below miniprogram/, or the page; empty if unknown. */
  readonly place: string;
  /** The Mini Program cannot run at all. */
  readonly fatal?: boolean;
}
