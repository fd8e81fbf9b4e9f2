const SIDES = ['top', 'right', 'bottom', 'left'];
const STYLES = /^(none|hidden|dotted|dashed|solid|double|groove|ridge|inset|outset)$/;
const WIDTHS = /^(\.?\d|thin$|medium$|thick$)/;

/** A declaration of a border taken apart, so that different shorthands of one border are equal; others as they are. */
export function longhands(property: string, value: string): [property: string, value: string][] {
  const [, side, part] =
    /^border(?:-(top|right|bottom|left))?(?:-(width|style|color))?$/.exec(property) ?? [];
  if (!/^border/.test(property) || (side === undefined && property !== 'border' && !part))
    return [[property, value]];
  const sides = side ? [side] : SIDES;
  const words = value.match(/[^\s(]+(?:\([^)]*\))?/g) ?? [];
  if (part)
    return words.length > 1 ? [[property, value]] : sides.map((one) => [`border-${one}-${part}`, value]);
  const width = words.find((word) => WIDTHS.test(word)) ?? 'medium';
  const style = words.find((word) => STYLES.test(word)) ?? 'none';
  const color = words.find((word) => word !== width && word !== style) ?? 'currentColor';
  return sides.flatMap((one): [string, string][] => [
    [`border-${one}-width`, width],
    [`border-${one}-style`, style],
    [`border-${one}-color`, color],
  ]);
}
