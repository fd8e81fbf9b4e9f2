/**
 * Id of the cloud environment, as 云开发 → 设置 shows it. Empty: the environment that the account opened first, which
 * is right for an account with one. The only place that names it.
 */
export const CLOUD_ENV: string = '';
