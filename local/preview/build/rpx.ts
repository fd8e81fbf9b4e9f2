/** `750rpx` is the width of the phone, so 7.5rpx is 1vw: https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxss.html */
const RPX_PER_VW = 7.5;

/** Replaces every `rpx` length in a style text by `vw`. */
export function rpxToVw(text: string): string {
  if (!text.includes('rpx')) return text;
  return text.replace(
    /(-?\d*\.?\d+)rpx\b/g,
    (_, rpx: string) => `${+(Number(rpx) / RPX_PER_VW).toFixed(5)}vw`,
  );
}
