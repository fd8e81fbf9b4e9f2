export type ScanResult =
  | { readonly state: 'read'; readonly text: string }
  | { readonly state: 'cancelled' | 'denied' | 'failed' };

const stateOf = (errMsg: string): 'cancelled' | 'denied' | 'failed' => {
  if (/cancel/i.test(errMsg)) return 'cancelled';
  return /auth|permission|privacy|deny/i.test(errMsg) ? 'denied' : 'failed';
};

/** What the camera reads of a QR code, never a picture from the album: a code is worth the place where it hangs. */
export function scanDoorCode(): Promise<ScanResult> {
  return new Promise((resolve) => {
    wx.scanCode({
      onlyFromCamera: true,
      scanType: ['qrCode'],
      success: ({ result }) => resolve({ state: 'read', text: result.trim() }),
      fail: ({ errMsg }) => resolve({ state: stateOf(errMsg) }),
    });
  });
}
