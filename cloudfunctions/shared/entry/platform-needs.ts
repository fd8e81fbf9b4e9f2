/** What an instance expects of the platform: from `cloudfunctions/deployment.ts`, put in when the bundle is made. */
export interface PlatformNeeds {
  /** Name of the function. */
  readonly name: string;
  /** The lowest version of Node.js, `18.15.0`. */
  readonly node: string;
  /** Time limit of a call, s. */
  readonly timeout: number;
}
