export interface TextLine {
  readonly id: number;
  readonly text: string;
}

/** Texts of which two may be the same, with the ids that `wx:key` asks for. */
export const numbered = (texts: readonly string[]): TextLine[] => texts.map((text, id) => ({ id, text }));
