/** `denied`: the privacy notice was not accepted, or WeChat may not show the map. */
export type ChosenPlace =
  | { readonly state: 'chosen'; readonly latitude: number; readonly longitude: number }
  | { readonly state: 'cancelled' | 'denied' | 'failed' };

const stateOf = (errMsg: string): 'cancelled' | 'denied' | 'failed' => {
  if (/cancel/i.test(errMsg)) return 'cancelled';
  return /auth|permission|privacy|deny/i.test(errMsg) ? 'denied' : 'failed';
};

/** A place on WeChat's map, gcj02, beginning at `near`. */
export function choosePlace(
  near: { readonly latitude: number; readonly longitude: number } | null,
): Promise<ChosenPlace> {
  return new Promise((resolve) => {
    wx.chooseLocation({
      ...(near ?? {}),
      success: ({ latitude, longitude }) =>
        resolve({ state: 'chosen', latitude: Number(latitude), longitude: Number(longitude) }),
      fail: ({ errMsg }) => resolve({ state: stateOf(errMsg) }),
    });
  });
}
