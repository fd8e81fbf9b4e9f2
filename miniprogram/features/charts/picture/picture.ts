import { init, setPlatformAPI } from 'echarts';

type Owner = WechatMiniprogram.Component.TrivialInstance;
type Option = Parameters<Drawn['setOption']>[0];
type Drawn = ReturnType<typeof init>;

/** The canvas that `ec-canvas` hands out. */
interface Surface {
  addEventListener?: () => void;
  removeEventListener?: () => void;
}

/** `ec-canvas` of echarts-for-weixin, as far as it is used. */
interface EcCanvas {
  readonly data: Record<string, unknown>;
  init(begin: (canvas: Surface, width: number, height: number, dpr: number) => Drawn): void;
}

export interface Picture {
  /** Draws, in the size that it has now. */
  draw(owner: Owner, option: Option): Promise<void>;
  close(): void;
}

const nothing = (): void => undefined;

/**
 * What `ec-canvas` wants of echarts. Text is measured on a canvas of its own: the one that it would name is gone with its
 * page, and echarts measures for all charts on the first one that it got.
 */
const PLATFORM = { registerPreprocessor: nothing, setCanvasCreator: nothing };
setPlatformAPI({
  createCanvas: () =>
    wx.createOffscreenCanvas({ type: '2d', width: 1, height: 1 }) as unknown as HTMLCanvasElement,
});

/** A picture on a canvas of echarts-for-weixin. @throws Error if the canvas is not there */
export function openPicture(canvas: unknown): Picture {
  const ec = canvas as EcCanvas | null;
  if (!ec) throw new Error('The chart has no canvas');
  // Not by setData, which would send the module through it.
  ec.data.echarts = PLATFORM;
  let drawn: Drawn | null = null;
  return {
    async draw(owner, option) {
      if (drawn) drawn.resize(await sizeOf(owner));
      else drawn = await begin(ec);
      drawn.setOption(option, { notMerge: true });
    },
    close() {
      drawn?.dispose();
      drawn = null;
    },
  };
}

const begin = (ec: EcCanvas): Promise<Drawn> =>
  new Promise((resolve, reject) => {
    ec.init((canvas, width, height, devicePixelRatio) => {
      // echarts listens for a mouse, which no canvas of WeChat has; touches come through `ec-canvas`.
      canvas.addEventListener = nothing;
      canvas.removeEventListener = nothing;
      try {
        const chart = init(canvas as unknown as HTMLCanvasElement, null, { width, height, devicePixelRatio });
        resolve(chart);
        return chart;
      } catch (error) {
        reject(error);
        throw error;
      }
    });
  });

function sizeOf(owner: Owner): Promise<{ width: number; height: number }> {
  return new Promise((resolve) => {
    owner
      .createSelectorQuery()
      .select('#picture')
      .boundingClientRect()
      .exec(([box]: [{ readonly width: number; readonly height: number }]) =>
        resolve({ width: box.width, height: box.height }),
      );
  });
}
