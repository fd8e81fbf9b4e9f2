import { currentSettings } from '../phone-state';
import { ApiFailure } from './api-failure';
import { requirePermission } from './permission';
import { requirePrivacy } from './privacy';

/** Delay of the recognition result. */
const RECOGNITION_DELAY_MS = 60;
/** WechatSI: the recording could not be made. */
const RECORD_FAILED = -30001;

interface Handlers {
  onStart?: (result: { msg: string }) => void;
  onRecognize?: (result: { result: string }) => void;
  onStop?: (result: { result: string; tempFilePath: string; duration: number; fileSize: number }) => void;
  onError?: (result: { retcode: number; msg: string }) => void;
}

/** The single recogniser of WechatSI: it returns the text of the panel. */
const recogniser: Handlers & { start(options: object): void; stop(): void } = {
  start() {
    void begin();
  },
  stop() {
    const result = currentSettings().said.trim();
    setTimeout(
      () => recogniser.onStop?.({ result, tempFilePath: '', duration: 1_000, fileSize: 0 }),
      RECOGNITION_DELAY_MS,
    );
  },
};

async function begin(): Promise<void> {
  try {
    await requirePrivacy('startRecord');
    await requirePermission('scope.record');
    recogniser.onStart?.({ msg: 'Ok' });
    const { said } = currentSettings();
    recogniser.onRecognize?.({ result: said.slice(0, Math.ceil(said.length / 2)) });
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    recogniser.onError?.({ retcode: RECORD_FAILED, msg: error.reason });
  }
}

const wechatSI = { getRecordRecognitionManager: () => recogniser };

/** WeChat's `requirePlugin`: throws for a plugin that the account has not added. */
export function requirePlugin(name: string): object {
  if (name === 'WechatSI' && currentSettings().said.trim() !== '') return wechatSI;
  throw new Error(`requirePlugin: plugin "${name}" is not added`);
}
