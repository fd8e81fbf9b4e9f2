import { cleanCode } from '../common/clean-text';
import { type Refusal, refusalOrCancel } from './wx-refusal';

export type ScanResult =
  | { readonly state: 'read'; readonly text: string }
  | { readonly state: 'cancelled' | Refusal };

function scan(onlyFromCamera: boolean): Promise<ScanResult> {
  return new Promise((resolve) => {
    wx.scanCode({
      onlyFromCamera,
      scanType: ['qrCode'],
      success: ({ result }) => resolve({ state: 'read', text: cleanCode(result) }),
      fail: (failure) => resolve({ state: refusalOrCancel(failure) }),
    });
  });
}

/** Scans a QR code with the camera; the album is not allowed, because the code proves presence at the site. */
export const scanDoorCode = (): Promise<ScanResult> => scan(true);

/** Scans a QR code, also one that came as a picture. */
export const scanQrCode = (): Promise<ScanResult> => scan(false);
