/** The id of a new type: the time and a random part, unique across phones. */
export const newId = (): string =>
  `own-${Date.now().toString(36)}${Math.floor(Math.random() * 46_656)
    .toString(36)
    .padStart(3, '0')}`;
