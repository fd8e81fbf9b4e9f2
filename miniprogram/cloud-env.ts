/**
 * Id of the cloud environment, as 云开发 → 设置 shows it. Empty: the account's first environment, which is right for
 * an account with one. Defined only here.
 */
export const CLOUD_ENV: string = '';
