import { INKS, type Ink, type Look } from '../drawing/look';

interface Probe {
  readonly width: number;
  readonly color: string;
}

type Owner = WechatMiniprogram.Component.TrivialInstance;

/** Colours and text size as the component has them now: its probes have the tokens of the page. */
export function readLook(owner: Owner): Promise<Look> {
  return new Promise((resolve) => {
    owner
      .createSelectorQuery()
      .selectAll('.probe')
      .fields({ size: true, computedStyle: ['color'] })
      .exec(([probes]: [readonly Probe[]]) => {
        const inks = Object.fromEntries(INKS.map((name, index) => [name, probes[index]?.color ?? '']));
        resolve({ inks: inks as Record<Ink, string>, fontPx: probes[0]?.width ?? 0 });
      });
  });
}
