import '../../words/words';
import type { Month } from '#contracts/common';
import { ClientError, failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { copyText } from '../../../../services/documents';
import { words } from '../../../../services/language';
import type { Link } from '../../../../services/screen';
import { currentOpening } from '../../opening';
import { lockedScreen } from '../../pay-screen';
import { drawProof, type Surface, WIDTH } from './draw-proof';
import { type ProofModel, proofTexts, proofView } from './proof.view';

/** Sharp enough to be printed, and small enough to be sent. */
const PIXEL_RATIO = 2;

const startModel = ({ month = '', version = '1' }: Link): ProofModel => ({
  ...{ month: month as Month, version: Number(version), isLocked: currentOpening() === null },
  ...{ data: null, picture: '', failure: null },
});

lockedScreen({
  title: 'titles.payProof',
  start: startModel,
  view: proofView,
  network: 'retry',
  load: async ({ month, version }, opening) => ({
    data: (await cloud.payroll.provePayslip({ month, version, opening })).data,
    picture: '',
  }),
  closed: { data: null, picture: '' },
  ended: { data: null, picture: '' },

  on: {
    /** Draws once the canvas is there; the picture is a temporary file, removed by WeChat. */
    onPaint() {
      const { data, picture } = this.model;
      if (!data || picture !== '') return;
      wx.createSelectorQuery()
        .select('#proof')
        .fields({ node: true, size: true })
        .exec(([found]: [{ readonly node?: Surface } | null]) => {
          if (!found?.node || this.model.data !== data || this.model.picture !== '') return;
          const height = drawProof(found.node, proofTexts(data, words()), PIXEL_RATIO);
          wx.canvasToTempFilePath({
            canvas: found.node as never,
            width: WIDTH * PIXEL_RATIO,
            height: height * PIXEL_RATIO,
            fileType: 'png',
            success: ({ tempFilePath }) => this.update({ picture: tempFilePath }),
            fail: () => this.update({ failure: failureOf(new ClientError('FILE_NOT_SHOWN')) }),
          });
        });
    },

    /** WeChat's viewer saves it and sends it on. */
    onOpen() {
      const { picture } = this.model;
      if (picture === '') return;
      const fail = () => this.update({ failure: failureOf(new ClientError('FILE_NOT_SHOWN')) });
      wx.previewImage({ urls: [picture], fail });
    },

    async onCopy() {
      const { data } = this.model;
      if (!data) return;
      try {
        await copyText(data.code);
        wx.showToast({ icon: 'none', title: words().t('payProof.copied') });
      } catch (thrown) {
        this.update({ failure: failureOf(thrown) });
      }
    },
  },
});
