/**
 * On whose behalf a function runs. Only a user of the Mini Program has an OPENID; `anonymous` is a phone without a login
 * (未登录模式); `push` is a message of WeChat's servers about a user.
 */
export type Identity =
  | { kind: 'user'; openid: string; unionid?: string }
  | { kind: 'anonymous' }
  | { kind: 'console' }
  /** The HTTP access service: whoever knows the address, without a name. */
  | { kind: 'http' }
  | { kind: 'timer'; name: string }
  | { kind: 'push'; openid: string };
