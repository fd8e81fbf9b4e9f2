interface ScrollTiming {
  /** Milliseconds; 0 is immediate. */
  readonly duration: number;
  /** A value of `easing-function` of a swiper. */
  readonly easing: string;
}

const EASINGS: Readonly<Record<string, (share: number) => number>> = {
  linear: (share) => share,
  easeInCubic: (share) => share ** 3,
  easeOutCubic: (share) => 1 - (1 - share) ** 3,
};
const easeInOut = (share: number): number => (share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2);

/**
 * Scrolls to a position within a given time, which the browser's `scrollTo` does not support. @returns stops the
 * animation
 */
export function animateScroll(
  element: HTMLElement,
  axis: 'scrollLeft' | 'scrollTop',
  target: number,
  { duration, easing }: ScrollTiming,
): () => void {
  const from = element[axis];
  const began = performance.now();
  let frame = 0;
  const finish = (): void => {
    cancelAnimationFrame(frame);
    element.style.scrollSnapType = '';
  };
  const step = (now: number): void => {
    const share = duration > 0 ? Math.min(1, Math.max(0, (now - began) / duration)) : 1;
    element[axis] = from + (target - from) * (EASINGS[easing] ?? easeInOut)(share);
    if (share === 1) finish();
    else frame = requestAnimationFrame(step);
  };
  // Snapping would undo every step.
  element.style.scrollSnapType = 'none';
  step(began);
  return finish;
}
