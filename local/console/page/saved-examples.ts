import type { RunAs } from '../shared/console-api';

/** An event that the person saved in this browser. */
export interface SavedExample {
  readonly name: string;
  readonly event: string;
  readonly as: RunAs;
  readonly who: string;
}

const keyOf = (functionName: string): string => `console.examples.${functionName}`;

export function savedExamples(functionName: string): SavedExample[] {
  return JSON.parse(localStorage.getItem(keyOf(functionName)) ?? '[]') as SavedExample[];
}

/** An example of the same name is replaced. */
export function saveExample(functionName: string, example: SavedExample): void {
  const others = savedExamples(functionName).filter(({ name }) => name !== example.name);
  localStorage.setItem(keyOf(functionName), JSON.stringify([...others, example]));
}

export function removeExample(functionName: string, name: string): void {
  const others = savedExamples(functionName).filter((one) => one.name !== name);
  localStorage.setItem(keyOf(functionName), JSON.stringify(others));
}
