import type { ErrorCode, ErrorData } from '#contracts/errors';

/** An error that the caller is told: a code of the closed set and the figures of its sentence, never a text. */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  constructor(
    readonly code: C,
    readonly data: ErrorData[C],
  ) {
    super(code);
    this.name = 'AppError';
  }
}
