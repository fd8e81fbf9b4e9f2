/** What an instance requires of the platform: taken from `cloudfunctions/deployment.ts` at build time. */
export interface PlatformNeeds {
  readonly name: string;
  /** Minimum version of Node.js, such as `18.15.0`. */
  readonly node: string;
  /** Time limit of a call, s. */
  readonly timeout: number;
}
