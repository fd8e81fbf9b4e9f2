import type { ErrorCode, ErrorData } from '#contracts/errors';

/** An error reported to the caller: a code of the closed set and the data of its message, never a text. */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  constructor(
    readonly code: C,
    readonly data: ErrorData[C],
  ) {
    super(code);
    this.name = 'AppError';
  }
}
