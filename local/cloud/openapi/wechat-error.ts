/** A refusal of WeChat's servers: the SDK rejects with `errCode` = errcode. */
export class WeChatError extends Error {
  constructor(
    readonly errcode: number,
    message: string,
  ) {
    super(message);
    this.name = 'WeChatError';
  }
}
