/** Where a problem of the Mini Program was found: while building it, or while it ran on the phone. */
export type ProblemKind = 'json' | 'wxml' | 'wxss' | 'script' | 'tag' | 'api' | 'runtime';

/**
 * `fault`: WeChat refuses it or fails at it, or the preview cannot show or do it. `hint`: it has no effect on WeChat
 * either, and WeChat shows the page all the same.
 */
export type ProblemLevel = 'fault' | 'hint';

/** Something that is wrong with the Mini Program; shown in the panel, fails E2E tests at any level. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly level: ProblemLevel;
  readonly message: string;
  /** `file:line:column` below miniprogram/, or the page; empty if unknown. */
  readonly place: string;
  /** The Mini Program cannot run at all. */
  readonly fatal?: boolean;
}
