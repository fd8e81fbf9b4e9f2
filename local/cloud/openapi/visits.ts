/** WeChat's checks are for users who were in the Mini Program at most this long ago, ms. */
const RECENT_MS = 2 * 3_600_000;

/** When each user was last in the Mini Program, as far as this cloud has seen. Lost with the process. */
export class Visits {
  private readonly last = new Map<string, number>();

  /** `at` in epoch ms of the cloud's clock. */
  note(openid: string, at: number): void {
    this.last.set(openid, at);
  }

  isRecent(openid: string, now: number): boolean {
    const last = this.last.get(openid);
    return last !== undefined && now - last <= RECENT_MS;
  }
}
