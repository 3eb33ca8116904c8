/** Texts of one language. */
export type Translate = {
  /** The text under a key with its variables put in; an empty variable is shown as a dash. */
  (key: string, variables?: Readonly<Record<string, string | number>>): string;
  /** The text under a key, where there is one. */
  readonly find: (key: string) => string | undefined;
};
