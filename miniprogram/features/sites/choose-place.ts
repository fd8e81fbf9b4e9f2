import { type Refusal, refusalOrCancel } from '../../services/wx-refusal';

export type ChosenPlace =
  | { readonly state: 'chosen'; readonly latitude: number; readonly longitude: number }
  | { readonly state: 'cancelled' | Refusal };

/** A place on WeChat's map, gcj02, beginning at `near`. */
export function choosePlace(
  near: { readonly latitude: number; readonly longitude: number } | null,
): Promise<ChosenPlace> {
  return new Promise((resolve) => {
    wx.chooseLocation({
      ...(near ?? {}),
      success: ({ latitude, longitude }) =>
        resolve({ state: 'chosen', latitude: Number(latitude), longitude: Number(longitude) }),
      fail: (failure) => resolve({ state: refusalOrCancel(failure) }),
    });
  });
}
