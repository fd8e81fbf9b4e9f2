/** Why a `wx` API fails: the part of `errMsg` after its name, and the platform's numbers. */
export class ApiFailure extends Error {
  constructor(
    readonly reason: string,
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(reason);
  }
}
