/**
 * Code lists: the closed sets of words that facts and law share (levels, programmes, districts …).
 *
 * A code may carry properties, each naming a code of another list: an organisation type carries its
 * tier.
 */
export type Language = "ru" | "kk" | "en";
export type Label = Readonly<Record<Language, string>>;

export type Code = {
  readonly code: string;
  readonly label: Label;
  /**
   * Other words a department writes for it, in any language; matched without regard to case and
   * spaces.
   */
  readonly words: readonly string[];
  readonly properties: Readonly<Record<string, string>>;
};

export type CodeList = {
  readonly id: string;
  readonly label: Label;
  /** In the order of the document, which is the order for people. */
  readonly codes: ReadonlyMap<string, Code>;
};

export type CodeLists = ReadonlyMap<string, CodeList>;
